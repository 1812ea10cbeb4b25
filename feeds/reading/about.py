"""What a figure measures, in the words of the text; whether it is each one's; and who gave it."""

from feeds.reading.draft import Draft


def say(draft: Draft) -> None:
    """Fill in what is said around a draft."""
    low = draft.tokens.low
    after = draft.last
    if low[after] in {"each", "apiece"}:
        draft.scope = draft.scope or low[after]
