"""Whose words figures are: the speakers that the quotes of a page have, and their full names."""

from bisect import bisect_right

from feeds.model import Quote
from feeds.reading.figures.clauses import PRONOUNS
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.givers import PARTS, SHARE
from feeds.reading.figures.typed import TYPED
from feeds.reading.figures.verbs import DETERMINERS
from feeds.reading.numbers.literals import CARDINALS
from feeds.reading.remembering import remembered
from feeds.reading.tables import word_set

_SAID = frozenset({"direct", "mixed", "indirect"})
_NOBODY = PRONOUNS | DETERMINERS | word_set("another others some many one")
"""What a giver is called who is not known."""
_ADDRESSES = word_set("mr ms mrs dr")
_ALIKE = 40
"""Speakers with one last word that are looked at: what keeps a megabyte of givers and speakers linear."""
_Speakers = dict[str, list[tuple[str, frozenset[str]]]]


def take_speakers(drafts: list[Draft], quotes: tuple[Quote, ...]) -> None:
    """Give a figure inside somebody's words to who says them, and any other the full name of its giver."""
    if not drafts:
        return
    spoken = [q for q in quotes if q.speaker and q.kind in _SAID and _is_somebody(q.speaker)]
    if not spoken:
        return
    starts = [q.start for q in spoken]
    speakers: _Speakers | None = None
    full: dict[str, str] = {}
    for draft in drafts:
        if draft.kind in TYPED:
            continue
        place = draft.tokens.start[draft.first]
        at = bisect_right(starts, place) - 1
        if at >= 0 and place < spoken[at].end:
            draft.attribution = spoken[at].speaker
            if draft.about == draft.attribution:
                draft.about = None
        elif given := draft.attribution:
            if given not in full:
                speakers = speakers or _by_last_word(spoken)
                full[given] = _full_name(given, speakers)
            draft.attribution = full[given]


@remembered(2_000)
def _is_somebody(speaker: str) -> bool:
    """Tell one who gives figures from a pronoun and from a share: `28 percent of voters`, `two-thirds`."""
    words = speaker.lower().replace("-", " ").split() or [""]
    counts = words[0] in {"a", "some", "about"} or words[0] in CARDINALS or words[0][:1].isdecimal()
    return speaker.lower() not in _NOBODY and not (counts and not PARTS.isdisjoint(words[:SHARE]))


def _by_last_word(spoken: list[Quote]) -> _Speakers:
    """Return the speakers, each with the words of their name and role, by the last word of either."""
    found: _Speakers = {}
    for name, role in dict.fromkeys((q.speaker or "", q.role or "") for q in spoken):
        parts = [part for part in (name.casefold().split(), role.casefold().split()) if part]
        words = _ADDRESSES.union(*parts)
        for last in {part[-1] for part in parts}:
            found.setdefault(last, []).append((name, words))
    return found


def _full_name(given: str, speakers: _Speakers) -> str:
    """Return the speaker whom `the minister`, `Ms Prasool` mean, where only one on the page can be meant.

    All words are of the speaker's role and name, the last of them the last of either.
    """
    words = [word for word in given.casefold().split() if word not in DETERMINERS]
    alike = speakers.get(words[-1], []) if words else []
    meant = {name for name, known in alike[:_ALIKE] if known.issuperset(words[:-1])}
    return meant.pop() if len(meant) == 1 else given
