"""What a figure measures, in the words of the text; whether it is each one's; and who gave it."""

from feeds.reading.clauses import ARTICLES, PRONOUNS, Phrase, is_content, is_verb, phrase_after, phrase_before, subject
from feeds.reading.draft import Draft
from feeds.reading.tables import cue_words
from feeds.reading.tokens import Tokens

_SPEECH = cue_words("clause", "speech")
_FINDINGS = cue_words("clause", "findings")
_STUDIES = cue_words("clause", "studies")
_PARTITIVE = frozenset({"of"})
_COMPLEMENT = frozenset({"of", "for"})
_MODIFIES = frozenset({"money", "measure", "duration", "percent", "age", "rate", "count"})
_EACH = frozenset({"each", "apiece"})


def say(draft: Draft) -> None:
    """Fill in what is said around a draft: `scope` and `about`."""
    tokens = draft.tokens
    if tokens.low[draft.last] in _EACH:
        draft.scope = draft.scope or tokens.low[draft.last]
    if phrase := _about(draft):
        draft.about = tokens.between(*_trim(tokens, phrase))


def _trim(tokens: Tokens, phrase: Phrase) -> Phrase:
    first, last = phrase
    while first < last - 1 and tokens.low[first] in ARTICLES:
        first += 1
    return first, last


def _about(draft: Draft) -> Phrase | None:
    tokens = draft.tokens
    low = tokens.low
    if draft.first and low[draft.first - 1] == "of" and (found := phrase_before(tokens, draft.first - 1)):
        return found
    after = low[draft.last]
    if after in _PARTITIVE and (found := phrase_after(tokens, draft.last + 1)):
        return found
    if after == "for" and draft.kind == "count" and (found := phrase_after(tokens, draft.last + 1)):
        return found
    if draft.kind in _MODIFIES and draft.kind != "count" and (found := _modified(draft)):
        return found
    if draft.first and low[draft.first - 1].endswith("ing") and (found := phrase_before(tokens, draft.first - 1)):
        return found
    return subject(tokens, draft.first)


def _modified(draft: Draft) -> Phrase | None:
    """`a $300 million contract`, `24-hour ceasefire`, `a 5% rise`: what the figure stands in front of."""
    tokens = draft.tokens
    at = draft.last
    if not is_content(tokens, at) or is_verb(tokens, at):
        return None
    return phrase_after(tokens, at)


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
            if phrase and not _may_give(tokens, phrase, word):
                continue
        if phrase:
            found.append((phrase, tokens.between(*_trim(tokens, phrase))))
    return found


def _may_give(tokens: Tokens, phrase: Phrase, verb: str) -> bool:
    """Tell whether a phrase before a verb of speech can be who gives a figure."""
    first, last = phrase
    head = tokens.low[last - 1]
    if head.endswith("ly") or head.endswith(("'s", "’s")):
        return False
    if verb in _FINDINGS:
        return head in _STUDIES or tokens.word[last - 1][0].isupper()
    return True


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
