"""What a figure measures, in the words of the text, and whether it is each one's."""

from feeds.reading.figures.clauses import PRONOUNS, subject
from feeds.reading.figures.draft import Draft
from feeds.reading.figures.movement import DOWN, UP, WHERE
from feeds.reading.figures.naming import STATED, joint, named, printed, sensible
from feeds.reading.figures.nouns import FUNCTION, VERBS, counted, is_plural, singular
from feeds.reading.figures.phrases import Phrase, headed, phrase_after, phrase_before, token_before
from feeds.reading.figures.typed import TYPED
from feeds.reading.figures.verbs import DETERMINERS, PUT, PUT_REACH, is_content, is_verb
from feeds.reading.numbers.literals import CARDINALS, is_literal
from feeds.reading.prose.grammar import ARTICLES
from feeds.reading.tables import cue_words, word_set

_BACK = 4
"""Figures before one in its sentence among which one of the same subject is looked for."""
_EMPTY = word_set("average total maximum minimum sum equivalent record median mean magnitude")
"""Nouns before `of` that say nothing of what is measured."""
_HANG_ON = frozenset({"of", "worth", "costing", "totalling", "totaling", "exceeding"})
_THIS = word_set("this last next")
_MODIFIES = frozenset({"money", "measure", "duration", "percent", "age", "rate", "ratio"})
_CLAUSES = 4
"""Clauses before a figure in which its subject is looked for."""
_SPEECH = cue_words("clause", "speech")
_MOVES = cue_words("moves", "nouns")
_FATES = cue_words("clause", "fates")
_BEFORE_FATE = word_set("was were is are has have had been be being will may still reported confirmed also now")
_EACH = frozenset({"each", "apiece"})
_MOVED = frozenset({"by", "to"})
_MOVEMENTS = UP | DOWN | VERBS
_TIED_TO = frozenset({"on", "of", "for", "in"})
_STOPS = word_set("and or but that which who said says while after before when as if because")
_AGED = frozenset({"aged", "now", "then", "age"})
_NEAR_WITH = 9
"""Tokens between a `with` and the number whose noun it holds."""
_SHORTEST = 3
"""Tokens before the `by` or `to` of a movement: who moves, how, and what."""
_REACH = 12
"""Tokens between a verb of movement and the number that its object moved by."""


def say(drafts: list[Draft], draft: Draft) -> None:
    """Fill in what is said around a draft: `scope` and `about`; `drafts` are those before it in the sentence."""
    tokens = draft.tokens
    if tokens.low[draft.last] in _EACH:
        draft.scope = draft.scope or tokens.low[draft.last]
    before = next((known for known in reversed(drafts[-_BACK:]) if known.kind not in TYPED), None) if drafts else None
    phrase = _nearby(draft)
    if phrase and before is not None and phrase[0] < before.last and phrase[1] > before.number_first:
        if draft.kind != "age":
            draft.about = before.about  # `up 84 cents at $71`: the level of what moved
            return
        phrase = max(phrase[0], before.number_last), phrase[1]  # `300 boys under 18`
    if phrase is None:
        start = before.last if before else 0
        own = draft.kind == "count" or (draft.kind == "number" and is_verb(tokens, draft.last))
        clauses = 1 if own else _CLAUSES
        phrase = subject(tokens, draft.first, start, clauses)
        if before:
            phrase = _past(before, phrase) if phrase else _shared(before, draft, clauses)
    if phrase and (phrase := sensible(tokens, phrase)):
        draft.about = printed(tokens, joint(tokens, phrase))
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
    while low[at] in _BEFORE_FATE:
        at += 1
    if low[at] in _FATES:
        return at, at + 1
    return (draft.first - 1, draft.first) if draft.first and low[draft.first - 1] in _FATES else None


def _moved(draft: Draft) -> Phrase | None:
    """Return what was moved by or to a number: `raised its key rate to`, `cut the number of people in need by`."""
    tokens = draft.tokens
    at = draft.first if tokens.low[draft.first] == "from" else draft.first - 1
    if at < _SHORTEST or not (tokens.low[at] in _MOVED or at == draft.first):
        return None
    for step in range(at - 1, max(0, at - _REACH), -1):
        low = tokens.low[step]
        if low in _STOPS or not (low[:1].isalpha() or low == "-"):
            return None
        if (low in UP or low in DOWN) and tokens.word[step].islower() and tokens.low[step - 1] not in DETERMINERS:
            found = phrase_after(tokens, step + 1)
            return found if found and found[0] <= step + 2 and found[1] > found[0] else None
    return None


def _shared(before: Draft, draft: Draft, clauses: int) -> Phrase | None:
    """Return the subject that two verbs share (`rebels hold 60% of the province and have taken three towns`).

    Or that the figure before counts: `three brothers face 25 years`.
    """
    tokens = before.tokens
    first = draft.first
    if before.kind == "count" != draft.kind and before.last > before.number_last and is_verb(tokens, before.last):
        opens = not before.first or not is_content(tokens, before.first - 1)
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
    if tie == before.last and tokens.low[tie] in FUNCTION and tokens.word[phrase[1]] == ",":
        return None  # `the tomb, 3.2 metres below the square, is 40 years old`
    if phrase[0] > before.last and not (tie == before.last and tokens.low[tie] in _TIED_TO):
        return phrase
    if tokens.low[before.first - 1] in _TIED_TO and (owner := phrase_before(tokens, before.first - 1)):
        return owner
    if phrase[0] <= before.last or not is_verb(tokens, phrase[1]):
        return phrase
    if before.kind == "count":
        return before.number_last, before.last  # `five men in Tarn shared £4m`
    verb = tokens.low[before.first - 1]
    within = before.first > 1 and is_verb(tokens, before.first - 1) and verb not in _SPEECH
    return (subject(tokens, before.first, 0, _CLAUSES) if within else None) or phrase


def _tied(draft: Draft) -> Phrase | None:
    """Return the noun that a number hangs on from behind: `a speed of 15`, `a grant worth $8m`, `players over 21`."""
    tokens = draft.tokens
    at = draft.first - 1
    if at < 1:
        return None
    before = tokens.low[at]
    if before == "of" and at > 1 and tokens.low[at - 2] in ARTICLES and tokens.low[at - 1] in _MOVEMENTS:
        return at - 1, at  # `a lead of 174 runs`
    if before == "of" and singular(tokens.low[at - 1]) in _MOVES and tokens.low[at - 2] not in ARTICLES:
        found = phrase_before(tokens, at - 1)
        return found[0] if found else at - 1, at  # `output cuts of 1.2 million barrels`
    if before in _HANG_ON:
        return phrase_before(tokens, at) if tokens.low[at - 1] not in _EMPTY else None
    if before.endswith("ing") and is_plural(tokens.low[at - 1]):
        return phrase_before(tokens, at)
    return _beside(draft, at)


def _beside(draft: Draft, at: int) -> Phrase | None:
    """Return the noun right before a number, or before an `at`: `with lows near 19`, `put the crowd at 12,000`."""
    tokens = draft.tokens
    at = at - 1 if tokens.low[at] == "near" else at
    if draft.kind != "count" and "with" in tokens.low[max(0, at - _NEAR_WITH) : at]:
        found = phrase_before(tokens, at + 1)
        if found and tokens.low[found[0] - 1] == "with":
            return found
    level = tokens.low[at] == "at"
    if level and (put := next((n for n in range(at - 1, max(0, at - PUT_REACH), -1) if tokens.low[n] in PUT), 0)):
        return phrase_after(tokens, put + 1)
    bounded = draft.bound and draft.first < draft.number_first
    if not (level or (bounded and draft.kind != "count") or draft.high is not None):
        return None
    place = at if level else at + 1
    noun = tokens.low[place - 1]
    owed = place > 1 and tokens.low[place - 2] in PRONOUNS  # `he owes up to $163 million`
    if owed or is_verb(tokens, place - 1) or not (is_plural(noun) or tokens.word[place - 1][:1].isupper()):
        return None
    found = phrase_before(tokens, place)
    return found and headed(tokens, found)


def _following(draft: Draft) -> Phrase | None:
    """Return the noun after a number: `70% of firms`, `four options for fuels`, `a $300 million contract`."""
    tokens = draft.tokens
    after = tokens.low[draft.last]
    if after == "of" and " per " not in (draft.key or "") and (found := phrase_after(tokens, draft.last + 1)):
        return _past_number(draft, found)
    aim = tokens.low[draft.last + 1]
    if after == "for" and draft.kind in {"count", "money"} and aim not in _THIS and not aim.endswith(("ly", "ing")):
        found = phrase_after(tokens, draft.last + 1)
        return found and _past_number(draft, found)
    if draft.kind == "ratio" and tokens.low[draft.last - 1] == "half" and after in DETERMINERS:
        whole = draft.last + 2 if is_literal(tokens.word[draft.last + 1]) else draft.last + 1
        return phrase_after(tokens, whole)  # `half the cabinet`, `half the 40,000 tickets`
    if draft.kind == "measure" and (of := _of_what(draft)):
        return phrase_after(tokens, of)
    hyphen = tokens.word[draft.number_last] == "-"
    opened = tokens.low[draft.first] in {"from", "between"} or (draft.kind == "age" and draft.last == draft.number_last)
    if opened or not (draft.kind in _MODIFIES or (draft.kind == "count" and hyphen)):
        return None
    at = draft.last
    placed = draft.kind == "measure" and tokens.low[at] in WHERE  # `25 kilometres east of Tarn`
    noun = not placed and is_content(tokens, at) and (not is_verb(tokens, at) or tokens.low[at] in _MOVES)
    noun = noun and not (tokens.low[at].endswith("ing") and tokens.low[at + 1] in DETERMINERS)
    hyphened = tokens.word[draft.number_first + 1] == "-"
    if noun and draft.kind == "ratio" and draft.key is None and not hyphened:
        end = next((n for n in range(at, counted(tokens, at)) if is_plural(tokens.low[n])), None)
        return None if end is None else (at, end + 1)  # `one in ten voters trusts`
    found = phrase_after(tokens, at) if noun else None
    return None if found == (at, at + 1) and tokens.low[at] in STATED else found


def _of_what(draft: Draft) -> int:
    """Return the token of what is measured inside a unit: the olives of `1.1 tonnes of olives per hectare`, or 0."""
    low = draft.tokens.low
    return next((at + 1 for at in range(draft.number_last + 1, draft.last - 2) if low[at] == "of"), 0)


def _past_number(draft: Draft, phrase: Phrase) -> Phrase | None:
    """Return a phrase without the number that it starts with; nothing where that counts it: `four of five patients`."""
    tokens = draft.tokens
    if not (tokens.low[phrase[0]] in CARDINALS or is_literal(tokens.word[phrase[0]])):
        return phrase
    return phrase_after(tokens, phrase[0] + 1) if draft.kind in {"ratio", "percent"} else None


def _aged(draft: Draft) -> Phrase | None:
    """Return whose age it is: `16-year-old Ater Good`, `Ana Moreau, 43,`, `the brothers, aged 24 and 31,`."""
    if draft.kind != "age":
        return None
    tokens = draft.tokens
    at = draft.first - 1
    while at > 0 and tokens.low[at] in _AGED:
        at -= 1
    if at > 0 and tokens.word[at] in {",", "("}:
        found = phrase_before(tokens, at)
        return found and named(tokens, found)
    old = tokens.word[draft.number_last] == "-" or draft.last > draft.number_last
    found = _following(draft) if old and not draft.bound else None
    if found is None and old and at > 1 and tokens.low[at] in ARTICLES and tokens.word[at - 1] == ",":
        found = phrase_before(tokens, at - 1)  # `Ana Moreau, a 14-year-old from Tarn`
        return found and named(tokens, found)
    doing = next((n for n in range(found[0] + 1, found[1]) if tokens.low[n].endswith("ing")), 0) if found else 0
    return (found[0], doing) if found and doing else found  # `a 28-year-old man walking his dog`


_NEAR = (_aged, _tied, _following, _moved, _fate)
"""What stands around a number and says what it measures, the nearest first."""
