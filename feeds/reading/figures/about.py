"""What a figure measures, in the words of the text, and whether it is each one's."""

from feeds.reading.figures.clauses import (
    ARTICLES,
    Phrase,
    is_content,
    is_verb,
    phrase_after,
    phrase_before,
    sensible,
    subject,
    trimmed,
)
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import VERBS, is_plural
from feeds.reading.figures.typed import TYPED
from feeds.reading.tables import cue_words, word_set

_BACK = 4
_EMPTY = word_set("average total maximum minimum sum equivalent record median mean")
"""Nouns before `of` that say nothing of what is measured."""
_TIES = frozenset({"of", "worth", "costing", "totalling", "totaling", "exceeding"})
_TIME = word_set("this last next")
_MODIFIES = frozenset({"money", "measure", "duration", "percent", "age", "rate"})
_CLAUSES = 4
_MOVES = cue_words("moves", "nouns")
_FATES = cue_words("clause", "fates")
_BEEN = word_set("was were is are has have had been be being will may still reported confirmed also now")
_EACH = frozenset({"each", "apiece"})
_INDEFINITE = frozenset({"a", "an", "the"})
_MOVED = frozenset({"by", "to"})
_MOVEMENTS = UP | DOWN | VERBS
_TIED_TO = frozenset({"on", "of", "for", "in"})
_STOPS = word_set("and or but that which who said says while after before when as if because")
_SHORTEST = 3
_REACH = 12
"""Tokens between a verb of movement and the number that its object moved by."""


def say(drafts: list[Draft], draft: Draft) -> None:
    """Fill in what is said around a draft: `scope` and `about`; `drafts` are those before it in the sentence."""
    tokens = draft.tokens
    if tokens.low[draft.last] in _EACH:
        draft.scope = draft.scope or tokens.low[draft.last]
    before = next((known for known in reversed(drafts[-_BACK:]) if known.kind not in TYPED), None) if drafts else None
    phrase = _nearby(draft)
    if phrase is None:
        start = before.last if before else 0
        phrase = subject(tokens, draft.first, start, clauses=1 if draft.kind == "count" else _CLAUSES)
        if phrase and before and phrase[0] == start:
            phrase = _owner(before) or phrase
    if phrase and (phrase := sensible(tokens, phrase)):
        draft.about = tokens.between(*trimmed(tokens, phrase))
    elif before is not None:
        draft.about = before.about


def _nearby(draft: Draft) -> Phrase | None:
    """Return the nearest words around a number that say what it measures."""
    for near in _NEAR:
        if (found := near(draft)) and (phrase := sensible(draft.tokens, found)):
            return phrase
    return None


def _fate(draft: Draft) -> Phrase | None:
    """Return what befell those that are counted: `killing four passengers`, `71 people have been killed`."""
    low = draft.tokens.low
    if draft.kind not in {"count", "number", "money"}:
        return None
    at = draft.last
    while low[at] in _BEEN:
        at += 1
    if low[at] in _FATES:
        return at, at + 1
    return (draft.first - 1, draft.first) if draft.first and low[draft.first - 1] in _FATES else None


def _moved(draft: Draft) -> Phrase | None:
    """Return what was moved by or to a number: `raised its key rate to`, `cut the number of people in need by`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < _SHORTEST or tokens.low[at] not in _MOVED:
        return None
    for step in range(at - 1, max(0, at - _REACH), -1):
        low = tokens.low[step]
        if low in _STOPS or not (low[:1].isalpha() or low == "-"):
            return None
        if (low in UP or low in DOWN) and tokens.word[step].islower() and tokens.low[step - 1] not in ARTICLES:
            found = phrase_after(tokens, step + 1)
            return found if found and found[0] <= step + 2 and found[1] > found[0] else None
    return None


def _owner(before: Draft) -> Phrase | None:
    """Return the noun before a figure that is part of the subject: the yield of `the yield on ten-year bonds`."""
    tokens = before.tokens
    return phrase_before(tokens, before.first - 1) if tokens.low[before.first - 1] in _TIED_TO else None


def _tied(draft: Draft) -> Phrase | None:
    """Return the noun that a number hangs on from behind: `a speed of 15`, `a grant worth $8m`, `players over 21`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < 1:
        return None
    before = tokens.low[at]
    if before == "of" and at > 1 and tokens.low[at - 2] in _INDEFINITE and tokens.low[at - 1] in _MOVEMENTS:
        return at - 1, at  # `a lead of 174 runs`
    if before in _TIES:
        return phrase_before(tokens, at) if tokens.low[at - 1] not in _EMPTY else None
    if before.endswith("ing") and is_plural(tokens.low[at - 1]):
        return phrase_before(tokens, at)
    bounded = draft.bound and draft.first < draft.number_first
    if before == "at" or (bounded and draft.kind != "count") or draft.high is not None:
        place = at if before == "at" else at + 1
        noun = tokens.low[place - 1]
        if (is_plural(noun) or tokens.word[place - 1][:1].isupper()) and not is_verb(tokens, place - 1):
            return phrase_before(tokens, place)
    return None


def _following(draft: Draft) -> Phrase | None:
    """Return the noun after a number: `70% of firms`, `four options for fuels`, `a $300 million contract`."""
    tokens = draft.tokens
    after = tokens.low[draft.last]
    if after == "of" and (found := phrase_after(tokens, draft.last + 1)):
        return found
    aim = tokens.low[draft.last + 1]
    if after == "for" and draft.kind in {"count", "money"} and aim not in _TIME and not aim.endswith(("ly", "ing")):
        return phrase_after(tokens, draft.last + 1)
    hyphen = tokens.word[draft.number_last] == "-"
    opened = tokens.low[draft.first] in {"from", "between"}
    if opened or not (draft.kind in _MODIFIES or (draft.kind == "count" and hyphen)):
        return None
    at = draft.last
    noun = is_content(tokens, at) and (not is_verb(tokens, at) or tokens.low[at] in _MOVES)
    noun = noun and not (tokens.low[at].endswith("ing") and tokens.low[at + 1] in ARTICLES)
    return phrase_after(tokens, at) if noun else None


_NEAR = (_tied, _following, _moved, _fate)
"""What stands around a number and says what it measures, the nearest first."""
