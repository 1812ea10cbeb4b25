"""What a figure measures, in the words of the text, and whether it is each one's."""

from feeds.reading.figures.asides import around
from feeds.reading.figures.clauses import subject
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.naming import joint, printed, sensible
from feeds.reading.figures.nouns import FUNCTION
from feeds.reading.figures.nouns_after import aged, following
from feeds.reading.figures.nouns_before import FATES, MOVES, dealt, fate, listed, moved, owner, tied
from feeds.reading.figures.phrases import Phrase, phrase_before, token_before
from feeds.reading.figures.typed import TYPED
from feeds.reading.figures.verbs import AUXILIARIES, BEING, is_content, is_verb
from feeds.reading.numbers.tokens import DASHES
from feeds.reading.prose.grammar import ARTICLES
from feeds.reading.tables import words_around
from feeds.reading.words import POSSESSIVE

_BACK = 4
"""Figures before one in its sentence among which one of the same subject is looked for."""
_CLAUSES = 4
"""Clauses before a figure in which its subject is looked for."""
_SPEECH = words_around("clause", "speech")
_EACH = frozenset({"each", "apiece"})
_TIED_TO = frozenset({"on", "of", "for", "in"})
_TIES = _TIED_TO | {"between", "among", "from", "at", "with", "against"}
_REACH = 12
"""Tokens between a figure and the verb that shares its subject."""
_EACH_REACH = 3
_THOSE = frozenset({"whom", "which", "them", "these", "those"})
_OPENERS = frozenset({"that", "while", "but", "whereas", "because", "as", ";", ":"})
"""Behind these somebody else is counted."""
_JOINTS = frozenset({"where", "when", "after", "before", "since", "although", "though"})
_MANY = frozenset({"many", "few", "much"})
_PUT_IN = DASHES | {","}
"""What stands before a clause that only says how the figure before it moved."""


def say(drafts: list[Draft], draft: Draft) -> None:
    """Fill in what is said around a draft: `scope` and `about`; `drafts` are those before it in the sentence."""
    tokens = draft.tokens
    if tokens.low[draft.last] in _EACH:
        draft.scope = draft.scope or tokens.low[draft.last]
    before = next((known for known in reversed(drafts[-_BACK:]) if known.kind not in TYPED), None) if drafts else None
    phrase = _nearby(draft)
    if phrase and before is not None:
        if draft.kind != "age" and (_overlaps(before, phrase) or _is_its_move(draft, before, phrase)):
            draft.about = before.about  # `up 84 cents at $71`: the level of what moved
            return
        if _overlaps(before, phrase):
            phrase = max(phrase[0], before.number_last), phrase[1]  # `300 boys under 18`
    phrase = phrase or _of_those(draft, before) or _subject(draft, before)
    if phrase and (phrase := sensible(tokens, phrase)):
        draft.about = printed(tokens, joint(tokens, phrase))
    elif before is not None and _lends(before, draft):
        draft.about = before.about


def _lends(before: Draft, draft: Draft) -> bool:
    """Tell whether the next figure may measure the same: not the roads that money goes on, not those it counts.

    `200 head of cattle and three tractors`.
    """
    low = draft.tokens.low
    beside = draft.key != before.key and low[before.last] == "of" and low[draft.first - 1] == "and"
    joined = low[draft.first - 1] in {"and", ","} and low[draft.last] in AUXILIARIES
    acts = joined or (low[draft.first - 1] in _JOINTS and is_verb(draft.tokens, draft.last))
    opened = acts or (low[draft.first - 1] in _OPENERS and low[draft.first - 2] not in _MANY)
    own = draft.kind == "count" and (opened or _befell_others(before, draft))
    return not beside and not own and not dealt(before)


def _befell_others(before: Draft, draft: Draft) -> bool:
    """Tell whether what befell those before a verb is said of them alone: `killed 30 fighters and lost six men`."""
    tokens = draft.tokens
    fate = before.about is not None and before.about in FATES and tokens.low[draft.first - 1] != "including"
    own = FATES | AUXILIARIES
    return fate and any(is_verb(tokens, at) and tokens.low[at] not in own for at in range(before.last, draft.first))


def _overlaps(before: Draft, phrase: Phrase) -> bool:
    return phrase[0] < before.last and phrase[1] > before.number_first


def _is_its_move(draft: Draft, before: Draft, phrase: Phrase) -> bool:
    """Tell whether a phrase only says that what the figure before measures moved: `sold 90, an increase of 6%`."""
    first, last = phrase
    tokens = draft.tokens
    opens = min(first, draft.first) - 1
    put_in = opens > before.last and tokens.low[opens] in ARTICLES and tokens.word[opens - 1] in _PUT_IN
    return last == first + 1 and tokens.low[first] in MOVES and put_in and tokens.low[draft.last] != "in"


def _subject(draft: Draft, before: Draft | None) -> Phrase | None:
    """Return the subject of the clause that a draft stands in, or one that it shares with the figure before."""
    tokens = draft.tokens
    own = draft.kind == "count" or (draft.kind == "number" and is_verb(tokens, draft.last))
    clauses = 1 if own else _CLAUSES
    if before is None:
        return subject(tokens, draft.first, 0, clauses)
    if found := around(tokens, before.last, draft.first):
        return found
    if _is_done_so(before, draft):
        return subject(tokens, before.first, 0, _CLAUSES)
    found = subject(tokens, draft.first, before.last, clauses)
    return _past(before, found) if found and sensible(tokens, found) else _shared(before, draft, clauses)


def _of_those(draft: Draft, before: Draft | None) -> Phrase | None:
    """Return those counted before that a figure goes on with: `23 coins, each worth £4`; `two men, half of whom`."""
    if before is None or before.kind != "count" or before.last <= before.number_last:
        return None
    low = draft.tokens.low
    behind = low[draft.last] == "of" and low[draft.last + 1] in _THOSE
    ahead = low[draft.first - 1] in _THOSE and low[draft.first - 2] == "of"
    near = low[max(before.last, draft.first - _EACH_REACH) : draft.first]
    each = ("each" in near or "worth" in near) and draft.kind != "count" and "," in low[before.last : draft.first]
    return (before.number_last, before.last) if behind or ahead or each else None


def _is_done_so(before: Draft, draft: Draft) -> bool:
    """Tell whether a participle says what else somebody did: `won the $310 million job, beating four rivals`."""
    tokens = draft.tokens
    doing = draft.first - 1
    if doing <= before.last or not tokens.low[doing].endswith("ing") or tokens.low[doing] == "including":
        return False
    own = tokens.word[doing - 1] == "," and tokens.low[doing] not in FATES
    return own and not any(is_verb(tokens, at) for at in range(before.last, doing - 1))


def _nearby(draft: Draft) -> Phrase | None:
    """Return the nearest words around a number that say what it measures."""
    for near in _NEAR:
        if (found := near(draft)) and (phrase := sensible(draft.tokens, found)):
            return phrase
    return None


def _shared(before: Draft, draft: Draft, clauses: int) -> Phrase | None:
    """Return the subject that two verbs share (`rebels hold 60% of the province and have taken three towns`).

    Or that the figure before counts: `three brothers face 25 years`.
    """
    tokens = before.tokens
    first = draft.first
    if before.kind == "count" != draft.kind and before.last > before.number_last and is_verb(tokens, before.last):
        tie = token_before(tokens, before.first)
        if tie > 0 and tokens.low[tie] in _TIES and (held := phrase_before(tokens, tie)):
            return held  # `trade between the two towns fell 40 per cent`
        opens = not before.first or not is_content(tokens, before.first - 1)
        opens = opens or tokens.low[before.first - 1].endswith(POSSESSIVE)
        return (before.number_last, before.last) if opens else None
    end = min(first, before.last + _REACH)
    joined = any(
        tokens.low[at] == "and" and (is_verb(tokens, at + 1) or at + 2 == first) for at in range(before.last, end)
    )
    return subject(tokens, before.first, 0, clauses) if joined else None


def _past(before: Draft, phrase: Phrase) -> Phrase | None:
    """Return the subject where a phrase only goes on what the figure before says, or the phrase.

    `The yield on ten-year bonds climbed 14 points`; `five men in Tarn shared £4m`.
    """
    tokens = before.tokens
    tie = token_before(tokens, phrase[0])
    goes_on = tokens.word[phrase[1]] == "," or (tokens.low[tie] == "of" and tokens.low[phrase[1]] == "and")
    if tie == before.last and tokens.low[tie] in FUNCTION and goes_on:
        return None  # `the tomb, 3.2 metres below the square, is 40 years old`; `200 head of cattle and three tractors`
    if phrase[0] > before.last and not (tie == before.last and tokens.low[tie] in _TIED_TO):
        return phrase
    held = before.first - 1 if before.kind == "age" else token_before(tokens, before.first)
    owner = phrase_before(tokens, held) if held > 0 and tokens.low[held] in _TIED_TO else None
    if owner and tokens.low[owner[0] - 1] not in BEING:
        return owner  # not `ground was broken for a 48-unit complex that`
    if phrase[0] <= before.last or not is_verb(tokens, phrase[1]):
        return phrase
    if before.kind == "count":
        return before.number_last, before.last  # `five men in Tarn shared £4m`
    verb = tokens.low[before.first - 1]
    within = before.first > 1 and is_verb(tokens, before.first - 1) and verb not in _SPEECH
    return (subject(tokens, before.first, 0, _CLAUSES) if within else None) or phrase


_NEAR = (aged, listed, moved, tied, following, dealt, owner, fate)
"""What stands around a number and says what it measures, the nearest first."""
