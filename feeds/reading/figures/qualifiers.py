"""What is said of a number's exactness: about, at least, more than, up to; before it or after its unit."""

from feeds.reading.figures.draft import Draft
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.tables import TableError, load

_AROUND = load("around")


def _phrases(section: str) -> dict[tuple[str, ...], str]:
    rows = _AROUND.get(section)
    if not isinstance(rows, dict):
        raise TableError(f"around.toml: {section} is missing")
    for phrase, mark in rows.items():
        if mark not in {"~", ">", ">=", "<", "<="}:
            raise TableError(f"around.toml: {section}: {phrase}: no such mark: {mark}")
    return {tuple(phrase.split()): mark for phrase, mark in rows.items()}


_BEFORE = _phrases("before")
_AFTER = _phrases("after")
_BY_LAST = {
    last: [(list(phrase), _BEFORE[phrase]) for phrase in sorted(_BEFORE, key=len, reverse=True) if phrase[-1] == last]
    for last in {phrase[-1] for phrase in _BEFORE}
}
"""The phrases before a number and their marks by their last word, the longest first."""
_FIRST_WORDS = frozenset(phrase[0] for phrase in _BEFORE)
_SKIPPED = frozenset({"just", "only", "a", "an", "even", "well", "far", "much", "still", "now", "somewhat"})
_PLACES = frozenset({"over", "around", "under", "near", "beyond"})
_GOES = frozenset({"go", "goes", "going", "gone", "went", "move", "moves", "moved"})
_OF_AGE = frozenset({"a", "an", "is", "was", "of", "be"})
_OF_TIME = frozenset(
    {
        "for",
        "well",
        "just",
        "lasted",
        "lasting",
        "is",
        "was",
        "been",
        "take",
        "takes",
        "took",
        "taken",
        "spent",
        "after",
        "aged",
        "now",
    }
)


def is_cue(low: str) -> bool:
    """Tell whether a lower-case word starts a qualifier: `About`, `Nearly`."""
    return low in _FIRST_WORDS


def qualify(draft: Draft) -> None:
    """Take in the qualifiers around a draft, and note what they say."""
    tokens = draft.tokens
    while found := _before(tokens, draft.first):
        length, mark = found
        if not _fits(draft, draft.first - length, mark):
            break
        if "age" in draft.tokens.low[draft.first - length : draft.first]:
            draft.kind = "age"
            draft.key = f"{draft.key} of age" if draft.key in {"year", "month"} else "year of age"
        draft.first -= length
        _note(draft, mark)
    _behind(draft)


def _note(draft: Draft, mark: str) -> None:
    if mark == "~":
        draft.approx = True
    elif draft.bound is None:
        draft.bound = mark


def _before(tokens: Tokens, first: int) -> tuple[int, str] | None:
    low = tokens.low
    if first < 1:
        return None
    step = first - 1
    skipped = 0
    if low[step] in _SKIPPED and low[step] not in _BY_LAST and step:
        step, skipped = step - 1, 1
    for phrase, mark in _BY_LAST.get(low[step], ()):
        length = len(phrase)
        if length <= step + 1 and low[step - length + 1 : step + 1] == phrase:
            return length + skipped, mark
    return None


def _fits(draft: Draft, first: int, mark: str) -> bool:
    """Tell whether the words are a qualifier here: `talk about` is none, and `above` may be a place."""
    low = draft.tokens.low
    word = low[first]
    before = low[first - 1] if first else ""
    if draft.tokens.low[draft.first - 1] == "of" and draft.tokens.low[draft.first - 2] == "age":
        return True
    if word in _PLACES and mark != "~" and not _is_exceeded(draft, first):
        return False
    if word == "some" and draft.value == 1:
        return False
    if word in {"about", "around"} and draft.kind == "age" and draft.tokens.word[draft.number_last] == "-":
        return before in _OF_AGE  # `a post about 14-year-old Ana`
    if word in {"about", "around"} and before in {
        "talk",
        "talked",
        "talking",
        "all",
        "what",
        "worried",
        "concerns",
        "said",
        "think",
    }:
        return before not in {"talk", "talked", "talking", "all"}
    if word == "near":
        return draft.kind in {"money", "percent", "number"}
    if word == "beyond":
        return draft.kind != "number" or before != "and"
    goes = before in _GOES and "from" in low[draft.last : draft.last + 4]  # `goes up to 15,000 euros from 12,500`
    return not (word == "up" and (goes or before in {"made", "make", "makes"}))


def _is_exceeded(draft: Draft, first: int) -> bool:
    """Tell whether `over` compares here: `over two years` is often a period, `over a 12-mile stretch` a place."""
    low, word = draft.tokens.low, draft.tokens.word
    if low[draft.first - 1] in {"a", "an"} and (word[draft.number_last] == "-" or draft.kind == "money"):
        return False
    return draft.kind != "duration" or not first or low[first - 1] in _OF_TIME


def _behind(draft: Draft) -> None:
    tokens = draft.tokens
    low = tokens.low
    after = draft.last
    if tokens.word[after] == "+" and tokens.glued(after):
        draft.last, draft.bound = after + 1, draft.bound or ">="
        return
    mark = _AFTER.get((low[after], low[after + 1])) or (_AFTER.get((low[after],)) if low[after] == "plus" else None)
    if mark is None or (low[after] == "plus" and not tokens.glued(after) and tokens.word[after - 1] != "-"):
        return
    if low[after] == "at" and low[after + 2 if after + 2 < tokens.size else -1][:1].isdecimal():
        return
    draft.last = after + (2 if low[after] != "plus" else 1)
    _note(draft, mark)
