"""Numbers in news, with their meaning."""

import re
from bisect import bisect_right

from feeds.model import Figure, Quote, Span
from feeds.reading.about import attribute, say
from feeds.reading.draft import Draft
from feeds.reading.echoes import echo
from feeds.reading.features import features
from feeds.reading.literals import CARDINALS, FRACTIONS, ORDINALS, PLURALS, SCALES, VULGAR
from feeds.reading.movement import moved_by
from feeds.reading.nouns import FUNCTION
from feeds.reading.page import Page
from feeds.reading.qualifiers import qualify
from feeds.reading.quantities import read_quantity
from feeds.reading.ranges import read_range
from feeds.reading.salience import salience
from feeds.reading.tokens import Tokens
from feeds.reading.typed import NOTHING, TYPED, read_typed

_STARTS = (
    frozenset(CARDINALS)
    | frozenset(SCALES)
    | frozenset(PLURALS)
    | frozenset(ORDINALS)
    | frozenset(VULGAR)
    | {"half", "quarter", "a", "an"}
)
_GATE = re.compile(
    r"\d|[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚]|[otfsenhmbdzqlctOTFSENHMBDZQLCT](?<![^\W_].)(?:"
    + "|".join(sorted({w[1:] for w in _STARTS | set(FRACTIONS) if len(w) > 2 and w.isalpha()}, key=len, reverse=True))
    + r")(?:fold)?\b"
)
_ADDRESS = re.compile(r"(?:\w{1,12}://|www\.)\S++")
Mention = tuple[int, Draft]
"""The number of a sentence, and what was read in it."""
Group = list[Mention]
"""All mentions of one figure."""
_WORD = re.compile(r"\w+")
_WIDEST = 1200
"""Code points of the longest sentence that is kept whole with a figure; of a longer one the part around it is."""


def read_figures(page: Page, quotes: tuple[Quote, ...]) -> tuple[Figure, ...]:
    """Return the figures of a page, in the order of the text."""
    groups = read_groups(page, quotes)
    return tuple(
        _figure(page.text, group, _salience(found), page.sentences)
        for group, found in zip(groups, described(page, groups), strict=True)
    )


def read_groups(page: Page, quotes: tuple[Quote, ...] = ()) -> list[Group]:
    """Return the mentions that have been read, those of one value and unit together."""
    drafts: list[Mention] = []
    for number in _candidates(page):
        span = page.sentences[number]
        tokens = Tokens(page.text, *span)
        drafts += [(number, draft) for draft in _read_sentence(tokens)]
    _take_speakers(drafts, quotes)
    return _grouped(drafts)


def described(page: Page, groups: list[Group]) -> list[list[str] | None]:
    """Return the features of each figure; nothing for what is typed."""
    title = frozenset(_WORD.findall(page.title.lower())) - FUNCTION if page.title else frozenset()
    real = sum(group[0][1].kind not in TYPED for group in groups)
    found: list[list[str] | None] = []
    rank = 0
    for group in groups:
        number, draft = group[0]
        if draft.kind in TYPED:
            found.append(None)
            continue
        found.append(features([mention[1] for mention in group], number, rank, real, title))
        rank += 1
    return found


def _salience(found: list[str] | None) -> float:
    return 0.0 if found is None else salience(found)


def _take_speakers(drafts: list[Mention], quotes: tuple[Quote, ...]) -> None:
    """Give a figure inside somebody's words to who says them."""
    spoken = [q for q in quotes if q.speaker and q.kind in {"direct", "mixed", "indirect"}]
    if not spoken:
        return
    starts = [q.start for q in spoken]
    for _, draft in drafts:
        place = draft.tokens.start[draft.first]
        at = bisect_right(starts, place) - 1
        if at >= 0 and place < spoken[at].end and draft.kind not in TYPED:
            draft.attribution = spoken[at].speaker


def _candidates(page: Page) -> list[int]:
    """Return the numbers of the sentences that hold a digit or a number word."""
    sentences = page.sentences
    found: list[int] = []
    at, end = -1, 0
    for hit in _GATE.finditer(page.text):
        place = hit.start()
        if place < end:
            continue
        while end <= place and at + 1 < len(sentences):
            at += 1
            end = sentences[at][1]
        if sentences and sentences[at][0] <= place < end:
            found.append(at)
    return found


def _read_sentence(tokens: Tokens) -> list[Draft]:
    drafts: list[Draft] = []
    at = 0
    low = tokens.low
    masked = _addresses(tokens)[::-1]
    while at < tokens.size:
        word = low[at]
        while masked and masked[-1][1] <= tokens.start[at]:
            masked.pop()
        if masked and masked[-1][0] <= tokens.start[at]:
            at += 1
            continue
        if not (word[0].isdecimal() or word in _STARTS or (word[0] == "." and len(word) > 1) or word.endswith("fold")):
            at += 1
            continue
        draft = read_typed(tokens, at)
        if draft is None:
            draft = read_quantity(tokens, at)
            if draft is None:
                at += 1
                continue
            draft = read_range(draft)
            if _is_named(drafts, draft):
                draft.kind = NOTHING if draft.value == 1 else "name"
            qualify(draft)
            draft.direction = moved_by(draft)
            echo(drafts, draft)
            say(draft)
        drafts.append(draft)
        at = max(draft.last, at + 1)
    drafts = [draft for draft in drafts if draft.kind != NOTHING]
    attribute([draft for draft in drafts if draft.kind not in TYPED])
    return drafts


def _is_named(drafts: list[Draft], draft: Draft) -> bool:
    """Tell whether a bare number is the one of a name before it (`iPhone 11 and 11 Pro`), or a `one` that counts nothing."""
    if draft.kind == "number" and draft.value == 1 and draft.word and draft.tokens.size > 4:
        before = draft.tokens.low[draft.first - 1] if draft.first else ""
        return before not in {"only", "just", "than", "least", "minus", "negative"} and draft.high is None
    following = draft.tokens.word[draft.last]
    bare = draft.kind == "number" or (draft.kind == "count" and draft.tokens.word[draft.number_last][:1].isupper())
    return bare and (following[:1].isupper() or draft.kind == "count") and any(
        known.kind == "name" and known.value == draft.value for known in drafts[-8:]
    )


def _addresses(tokens: Tokens) -> list[Span]:
    """Return where web addresses stand in a sentence: their digits are no figures."""
    if not tokens.size:
        return []
    start, end = tokens.start[0], tokens.end[tokens.size - 1]
    if tokens.text.find("://", start, end) < 0 and tokens.text.find("www.", start, end) < 0:
        return []
    return [m.span() for m in _ADDRESS.finditer(tokens.text, start, end)]


def _grouped(drafts: list[Mention]) -> list[Group]:
    groups: dict[object, Group] = {}
    for found in drafts:
        draft = found[1]
        key = (draft.value, draft.high, draft.key, draft.kind, draft.direction == "down")
        groups.setdefault(key, []).append(found)
    return list(groups.values())


def _figure(text: str, group: Group, weight: float, sentences: list[Span]) -> Figure:
    number, draft = group[0]
    first, last = sentences[number]
    mentions = tuple((d.tokens.start[d.first], d.tokens.end[d.last - 1]) for _, d in group)
    start, end = mentions[0]
    if last - first > _WIDEST:
        first, last = max(first, start - _WIDEST // 2), min(last, end + _WIDEST // 2)
    return Figure(
        text[start:end], start, end, mentions, draft.value, draft.high, draft.unit, draft.key, draft.kind, draft.approx,
        draft.bound, draft.direction, draft.scope, draft.about, draft.attribution, text[first:last], first, weight, 0.8,
    )  # fmt: skip
