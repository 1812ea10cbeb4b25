"""What a figure measures, in the words of the text; whether it is each one's; and who gave it."""

from feeds.reading.clauses import ARTICLES, PRONOUNS, Phrase, is_content, is_verb, phrase_after, phrase_before, subject
from feeds.reading.draft import Draft
from feeds.reading.nouns import is_plural
from feeds.reading.tables import cue_words, word_set
from feeds.reading.tokens import Tokens
from feeds.reading.typed import TYPED

_SPEECH = cue_words("clause", "speech")
_FINDINGS = cue_words("clause", "findings")
_STUDIES = cue_words("clause", "studies")
_BACK = 4
_EMPTY = word_set("average total maximum minimum sum equivalent record median mean")
"""Nouns before `of` that say nothing of what is measured."""
_TIES = frozenset({"of", "worth", "costing", "totalling", "totaling", "exceeding"})
_TIME = word_set("this last next")
_MODIFIES = frozenset({"money", "measure", "duration", "percent", "age", "rate"})
_CLAUSES = 4
_MOVES = cue_words("moves", "nouns")
_NOUNS = word_set("claims reports estimates notes projects forecasts records states")
_OF = word_set("of in on with for from by two three four five")
_EACH = frozenset({"each", "apiece"})


def say(drafts: list[Draft], draft: Draft) -> None:
    """Fill in what is said around a draft: `scope` and `about`; `drafts` are those before it in the sentence."""
    tokens = draft.tokens
    if tokens.low[draft.last] in _EACH:
        draft.scope = draft.scope or tokens.low[draft.last]
    before = next((known for known in reversed(drafts[-_BACK:]) if known.kind not in TYPED), None)
    phrase = _tied(draft) or _following(draft)
    if phrase is None:
        start = before.last if before else 0
        phrase = subject(tokens, draft.first, start, clauses=1 if draft.kind == "count" else _CLAUSES)
        if phrase is None and before is not None and before.about:
            draft.about = before.about
            return
    if phrase:
        draft.about = tokens.between(*_trim(tokens, phrase))


def _trim(tokens: Tokens, phrase: Phrase) -> Phrase:
    first, last = phrase
    while first < last - 1 and tokens.low[first] in ARTICLES:
        first += 1
    if last - first > 2 and tokens.low[last - 1][-2:] in {"'s", "’s"} and tokens.low[last - 2] == "of":
        last -= 2  # `results of Tuesday's`
    return first, last


def _tied(draft: Draft) -> Phrase | None:
    """Return the noun that a number hangs on from behind: `a speed of 15`, `a grant worth $8m`, `players over 21`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < 1:
        return None
    before = tokens.low[at]
    if before in _TIES:
        return phrase_before(tokens, at) if tokens.low[at - 1] not in _EMPTY else None
    if before.endswith("ing") and is_plural(tokens.low[at - 1]):
        return phrase_before(tokens, at)
    bounded = draft.bound and draft.first < draft.number_first
    if before == "at" or bounded or draft.high is not None:
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
    if after == "for" and draft.kind in {"count", "money"} and tokens.low[draft.last + 1] not in _TIME:
        return phrase_after(tokens, draft.last + 1)
    hyphen = tokens.word[draft.number_last] == "-"
    opened = tokens.low[draft.first] in {"from", "between"}
    if opened or not (draft.kind in _MODIFIES or (draft.kind == "count" and hyphen)):
        return None
    at = draft.last
    noun = is_content(tokens, at) and (not is_verb(tokens, at) or tokens.low[at] in _MOVES)
    noun = noun and not (tokens.low[at].endswith("ing") and tokens.low[at + 1] in ARTICLES)
    return phrase_after(tokens, at) if noun else None


def givers(tokens: Tokens) -> list[tuple[Phrase, str]]:
    """Return who gives what a sentence says: the tokens that name them, and the words as printed."""
    low = tokens.low
    found: list[tuple[Phrase, str]] = []
    for at in range(tokens.size):
        word = low[at]
        phrase = None
        if word == "to" and at and low[at - 1] == "according":
            phrase = phrase_after(tokens, at + 1)
        elif word in _SPEECH and at and tokens.word[at].islower() and low[at - 1] not in PRONOUNS:
            phrase = phrase_before(tokens, at)
            if phrase and (not _may_give(tokens, phrase, word) or _is_noun(tokens, phrase, word)):
                continue
        if phrase:
            found.append((phrase, tokens.between(*_trim(tokens, phrase))))
    return found


def _may_give(tokens: Tokens, phrase: Phrase, verb: str) -> bool:
    """Tell whether a phrase before a verb of speech can be who gives a figure."""
    last = phrase[1]
    head = tokens.low[last - 1]
    if head.endswith(("ly", "'s", "’s")):
        return False
    if verb in _FINDINGS:
        return head in _STUDIES or tokens.word[last - 1][0].isupper()
    return True


def _is_noun(tokens: Tokens, phrase: Phrase, word: str) -> bool:
    """Tell whether a word of speech is a noun here: `32% of Republican claims`."""
    return word in _NOUNS and phrase[0] > 0 and tokens.low[phrase[0] - 1] in _OF


def attribute(drafts: list[Draft]) -> None:
    """Give each draft of a sentence its giver: the nearest that it is no part of."""
    if not drafts:
        return
    tokens = drafts[0].tokens
    known = givers(tokens)
    if not known:
        return
    for draft in drafts:
        outside = [(phrase, name) for phrase, name in known if draft.last <= phrase[0] or draft.first >= phrase[1]]
        if outside:
            nearest = min(outside, key=lambda one: min(abs(one[0][0] - draft.last), abs(draft.first - one[0][1])))
            draft.attribution = nearest[1]
