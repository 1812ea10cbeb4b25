"""Numbers in news, with their meaning."""

import re
from decimal import Decimal

from feeds.model import Figure, Quote, Span
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.features import Place, features
from feeds.reading.figures.gate import candidates
from feeds.reading.figures.mentions import read_sentence
from feeds.reading.figures.nouns import FUNCTION
from feeds.reading.figures.salience import salience
from feeds.reading.figures.speakers import take_speakers
from feeds.reading.figures.trust import confidence
from feeds.reading.figures.typed import TYPED
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.page import Page

Mention = tuple[int, Draft]
"""The number of a sentence, and what was read in it."""
Group = list[Mention]
"""All mentions of one figure."""
_WORD = re.compile(r"\w+")
_WIDEST = 1200
"""Code points of the longest sentence that is kept whole with a figure; of a longer one the part around it is."""
MOST = 10_000
"""Numbers of one text that are read, from its beginning; of 7,400 items of real feeds the richest has 673. A megabyte
of nothing but numbers took 12 s, and a feed may hold sixteen of them."""


def read_figures(page: Page, quotes: tuple[Quote, ...]) -> tuple[Figure, ...]:
    """Return the figures of a page, in the order of the text."""
    if page.language != "en":
        from feeds.reading.figures.foreign import read_foreign  # noqa: PLC0415 (its pattern costs more than all other imports)

        return read_foreign(page)
    groups = read_groups(page, quotes)
    return tuple(
        _figure(page.text, group, _salience(found), page.sentences)
        for group, found in zip(groups, described(page, groups), strict=True)
    )


def read_groups(page: Page, quotes: tuple[Quote, ...] = ()) -> list[Group]:
    """Return the mentions that have been read, those of one value and unit together."""
    drafts: list[Mention] = []
    for number in candidates(page):
        tokens = Tokens(page.text, *page.sentences[number], page.latin)
        drafts += [(number, draft) for draft in read_sentence(tokens, MOST - len(drafts))]
        if len(drafts) >= MOST:
            break
    take_speakers([draft for _, draft in drafts], quotes)
    return _grouped(drafts)


def described(page: Page, groups: list[Group]) -> list[list[str] | None]:
    """Return the features of each figure; nothing for what is typed."""
    if not groups:
        return []
    title = frozenset(_WORD.findall(page.title.lower())) - FUNCTION if page.title else frozenset()
    real = sum(group[0][1].kind not in TYPED for group in groups)
    first, next_to = _edges(groups)
    found: list[list[str] | None] = []
    rank = 0
    for group in groups:
        number, draft = group[0]
        if draft.kind in TYPED:
            found.append(None)
            continue
        largest, second = first.get(draft.kind, draft.value), next_to.get(draft.kind, draft.value)
        place = Place(number, rank, real, largest, second)
        found.append(features([mention[1] for mention in group], place, title))
        rank += 1
    return found


def _edges(groups: list[Group]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """Return the largest and the second largest value of each kind."""
    first: dict[str, Decimal] = {}
    second: dict[str, Decimal] = {}
    for group in groups:
        draft = group[0][1]
        value = abs(draft.value)
        if value > first.get(draft.kind, -1):
            second[draft.kind] = first.get(draft.kind, value)
            first[draft.kind] = value
        elif value > second.get(draft.kind, -1):
            second[draft.kind] = value
    return first, second


def _salience(found: list[str] | None) -> float:
    return 0.0 if found is None else salience(found)


def _grouped(drafts: list[Mention]) -> list[Group]:
    groups: dict[object, Group] = {}
    for found in drafts:
        draft = found[1]
        if draft.kind in TYPED:
            key: object = draft.kind, draft.tokens.between(draft.first, draft.last)
        else:
            key = draft.value, draft.high, draft.key, draft.kind, draft.direction == "down"
        groups.setdefault(key, []).append(found)
    return list(groups.values())


def _figure(text: str, group: Group, weight: float, sentences: list[Span]) -> Figure:
    number, draft = group[0]
    first, last = sentences[number]
    mentions = tuple([(d.tokens.start[d.first], d.tokens.end[d.last - 1]) for _, d in group])
    start, end = mentions[0]
    if last - first > _WIDEST:
        first, last = max(first, start - _WIDEST // 2), min(last, end + _WIDEST // 2)
    return Figure(
        text[start:end], start, end, mentions, draft.value, draft.high, draft.unit, draft.key, draft.kind, draft.approx,
        draft.bound, draft.direction, draft.scope, draft.about, draft.attribution, text[first:last], first, weight,
        confidence(draft),
    )  # fmt: skip
