"""Clauses of a sentence without a parser: the subject of the one around a number.

The verbs are told by lists and endings. Where the clause of a number has no subject of its own, the clause before it
lends its own.
"""

from feeds.reading.figures.movement import DOWN, UP
from feeds.reading.figures.nouns import STATES, is_plural, is_tied
from feeds.reading.figures.phrases import NOTHINGS, PLACED, WIDEST, Phrase, headed, phrase_before, token_before
from feeds.reading.figures.verbs import (
    AUXILIARIES,
    BEFORE_ED,
    BEING,
    DETERMINERS,
    PARTICIPLES,
    is_base_verb,
    is_code,
    is_content,
    is_verb,
)
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.tokens import Tokens
from feeds.reading.tables import words_around

PRONOUNS = words_around("clause", "pronouns")
_BORDERS = words_around("clause", "borders")
RELATIVES = words_around("clause", "relatives")
_ADJUNCTS = words_around("clause", "adjuncts")
_SUBJECTS = frozenset({"it", "he", "she", "they", "we", "i"})
_AFTER_DOING = frozenset({"on", "in", "of", "by", "for"})
_WHO = frozenset({"who", "which"})
_SHORT = 4
"""Tokens of a relative clause whose one verb is on no list."""
_DOERS = _SUBJECTS - {"it"}
"""What follows these is a verb, known as one or not: `we answer some of your questions`."""
_TIES = frozenset("-/")
_SEEN = frozenset({"saw", "see", "sees", "seen", "seeing", "watched"})
_TO = frozenset({"to", "by"})
_OPENS_ASIDE = DETERMINERS | PLACED | {"now"}
_SIGNS = frozenset(',;:—–()[]“”"')
REACH = 40
"""Tokens looked at on the left of a number: it keeps a megabyte of one sentence linear."""
_SPEECH = words_around("clause", "speech") | words_around("clause", "shown") | words_around("clause", "beliefs")
_NOUNS = words_around("clause", "nouns")
_EDGES = _SIGNS | _BORDERS | _TIES | _SPEECH
"""What may part clauses."""


def subject(tokens: Tokens, before: int, lowest: int, clauses: int) -> Phrase | None:
    """Return the subject of the clause that ends at token `before`, or of the clause before it that lends it one.

    Nothing before token `lowest` is looked at, and at most so many clauses.
    """
    lowest = max(lowest, before - REACH)
    end = before
    while clauses > 0:
        start = clause_start(tokens, end, lowest)
        if tokens.low[start] not in PARTICIPLES:
            clauses -= 1  # `the train, carrying 312 passengers`
        if found := _own_subject(tokens, start, end, before):
            return found
        if start <= lowest:
            return None
        opened = _opened(tokens, start - 1, lowest)
        if not opened and (found := _lent_subject(tokens, start, lowest)):
            return found
        end = opened or start - 1
    return None


def _own_subject(tokens: Tokens, start: int, end: int, before: int) -> Phrase | None:
    """Return the subject that stands in a clause, or that its relative stands for."""
    if start and tokens.low[start] == "home" and tokens.low[start + 1] == "to" and tokens.word[start - 1] == ",":
        return phrase_before(tokens, start - 1)  # `the camp, home to 74,000 people, has`
    if _is_verb_of(tokens, start, end):
        found = phrase_before(tokens, start - 2 if tokens.word[start - 2] == "," else start - 1)
        if found:
            return found
    return _raised(tokens, start, end) or _subject_in(tokens, start, end, before)


def _lent_subject(tokens: Tokens, start: int, lowest: int) -> Phrase | None:
    """Return the noun before a clause that it says something of, behind a relative or what is put in between."""
    if tokens.word[start - 1] == ",":
        place = _before_apposition(tokens, start, lowest)
    elif tokens.low[start - 1] in RELATIVES:
        place = start - 2 if start > 1 and tokens.word[start - 2] == "," else start - 1
        if tokens.low[start - 1] == "that" and tokens.low[place - 1] in NOTHINGS:
            return None  # `announced on Monday night that he`
    else:
        return None
    found = phrase_before(tokens, place) if place else None
    return found and headed(tokens, found)


def _before_apposition(tokens: Tokens, start: int, lowest: int) -> int:
    """Return the comma before what is put in between: `Shares in Varn, a large lender, fell 5%`; 0 where none is."""
    if not is_verb(tokens, start):
        return 0
    at = start - 2
    while at > lowest and tokens.word[at] not in _SIGNS and not is_verb(tokens, at):
        at -= 1
    if at > lowest + 1 and tokens.word[at - 1] == "," and tokens.low[at].endswith("ed"):
        return at - 1  # `a hunting stick, used by early man, could travel`
    opens = (
        tokens.low[at + 1] in DETERMINERS
        or tokens.low[at + 1] in PLACED
        or tokens.low[at + 1] == "now"
        or is_literal(tokens.word[at + 1])
    )
    return at if at > lowest and tokens.word[at] == "," and opens else 0


def _is_verb_of(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a clause opens with the verb of its relative: `fees … which range from 1 to 2`."""
    longest = _SHORT if start > 1 and tokens.low[start - 1] in _WHO else 1
    if start < 2 or tokens.low[start - 1] not in RELATIVES or end - start > longest or start >= end:
        return False
    if not tokens.word[start].islower() or tokens.low[start] in PRONOUNS or tokens.low[start] in DETERMINERS:
        return False
    return not any(is_verb(tokens, at) for at in range(start, end))


def _opened(tokens: Tokens, close: int, lowest: int) -> int:
    """Return the bracket that a closing one belongs to (`Varn (.VRN) was slid 4.8%`), 0 where there is none near."""
    if tokens.word[close] != ")":
        return 0
    return next((at for at in range(close - 1, lowest, -1) if tokens.word[at] == "("), 0)


def _raised(tokens: Tokens, start: int, end: int) -> Phrase | None:
    """Return the subject of an infinitive: `cause sea levels to rise 11 feet`, `saw its profits fall 9%`."""
    moves = end - 2 if tokens.low[end - 1] in _TO else end - 1
    if moves > start and (tokens.low[moves] in UP or tokens.low[moves] in DOWN):
        found = phrase_before(tokens, moves)
        if found and found[0] > start + 1:
            seen = token_before(tokens, found[0])
            absolute = tokens.low[seen] == "with" and tokens.low[moves].endswith("ing")
            if tokens.low[seen] in _SEEN or absolute:
                return found
    for at in range(end - 1, max(start, end - 4), -1):
        if tokens.low[at] == "to" and at - 1 > start and is_verb(tokens, at + 1) and not is_verb(tokens, at - 1):
            found = phrase_before(tokens, at)
            return found if found and found[0] > start and is_verb(tokens, found[0] - 1) else None
    return None


def clause_start(tokens: Tokens, end: int, lowest: int) -> int:
    """Return the first token of the clause that ends at token `end`; nothing before `lowest` is looked at."""
    at = end
    while at > lowest:
        word = tokens.low[at - 1]
        if word in _EDGES and _parts(tokens, at, end):
            break
        at -= 1
    return at


def _parts(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a clause begins at a token, behind one that may part clauses."""
    word = tokens.low[at - 1]
    if word in _SIGNS or word in _BORDERS or (word in _TIES and _is_loose(tokens, at - 1)):
        return True
    return word in _SPEECH and _opens_speech(tokens, at, end)


def _opens_speech(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a clause of its own follows a verb of speech: `revealed his sister has died aged 48`."""
    before = tokens.low[at - 2] if at > 1 else ""
    if before in BEFORE_ED or before in BEING or tokens.low[at - 1] in _NOUNS or tokens.low[at] == "to":
        return False  # `of confirmed cases`, `are forecast`
    return any(is_verb(tokens, n) for n in range(at + 1, end))


def _is_loose(tokens: Tokens, at: int) -> bool:
    """Tell whether a hyphen or a stroke parts words instead of tying them: `OSTREL, May 5 /Wire/ -- Sales of`."""
    return not (tokens.glued(at) and tokens.glued(at + 1))


def _subject_in(tokens: Tokens, start: int, end: int, before: int) -> Phrase | None:
    """Return the first noun phrase of a clause that a verb (or the end of the stretch) follows."""
    if tokens.low[start] in _ADJUNCTS and _is_before_pronoun(tokens, start, end):
        return None
    at = _first_noun(tokens, start, end)
    if at is None:
        return None
    last = at
    while last < min(end, at + WIDEST) and tokens.word[last] not in _SIGNS and not _is_finite(tokens, last, at):
        last += 1
    if _is_no_subject(tokens, at, last, end):
        return None
    if last == before and _is_present(tokens, at, last - 1):
        last -= 1
    while last > at and not is_code(tokens, last - 1):
        if is_content(tokens, last - 1) and not (last - 1 > at and tokens.word[last - 1] in PARTICIPLES):
            break
        last -= 1
    if tokens.low[last] == "and" and tokens.low[last + 1].endswith("ing") and last + 1 < end:
        return None  # `assaulting a police officer and making hundreds of calls`
    if last <= at or (tokens.low[start] in _ADJUNCTS and not any(is_verb(tokens, n) for n in range(last, end))):
        return None
    return at, last


def _first_noun(tokens: Tokens, start: int, end: int) -> int | None:
    """Return the token at which the first noun phrase of a clause starts; nothing where a pronoun or a verb does."""
    at = start
    while at < end and not _is_noun(tokens, at, end):
        low = tokens.low[at]
        pronoun = low in PRONOUNS and at + 1 < end and (is_verb(tokens, at + 1) or _is_its(tokens, at))
        short = low.replace("’", "'").partition("'")
        if pronoun or low in _DOERS or is_verb(tokens, at) or (short[1] and short[0] in PRONOUNS):
            return None
        at += 1
    alone = (
        at == end - 1 and tokens.low[at - 1] == "and" and not is_plural(tokens.low[at])
    )  # `to burn straw and light 220,000 homes`
    return None if at >= end or alone or is_verb(tokens, at) else at


def _is_noun(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a noun phrase may start at a token; a word in -ing needs a determiner or what shows it a noun."""
    if not is_content(tokens, at):
        return False
    if not tokens.low[at].endswith("ing"):
        return True
    return (at > 0 and tokens.low[at - 1] in DETERMINERS and at + 1 < end) or _is_doing(tokens, at, end)


def _is_its(tokens: Tokens, at: int) -> bool:
    """Tell whether what follows an `it` is its verb, on a list or not: `it cares for 40`."""
    return tokens.low[at] == "it" and tokens.low[at + 1].endswith("s") and tokens.word[at + 1].islower()


def _is_doing(tokens: Tokens, at: int, end: int) -> bool:
    """Tell whether a word in -ing is a noun that opens a subject: `spending on schools will rise`."""
    if tokens.low[at + 1] not in _AFTER_DOING:
        return False
    return any(tokens.word[n] not in _SIGNS and is_verb(tokens, n) for n in range(at + 2, min(end, at + WIDEST)))


def _is_no_subject(tokens: Tokens, at: int, last: int, end: int) -> bool:
    """Tell a phrase from a subject: `to provide`, `relies on it and can cost 40`, `estimates he has had 40`."""
    if (at and tokens.low[at - 1] == "to") or (last < end and tokens.low[last - 1] == "and"):
        return True
    return last < end and not _DOERS.isdisjoint(tokens.word[at + 1 : last])


def _is_finite(tokens: Tokens, at: int, first: int) -> bool:
    """Tell whether a token ends the subject as its verb; `strikes` before a verb is none: `air strikes kill`."""
    if not is_verb(tokens, at):
        return at > first and is_base_verb(tokens, at)
    low = tokens.low[at]
    return not (at > first and low.endswith("s") and low not in AUXILIARIES and _goes_on(tokens, at + 1))


def _goes_on(tokens: Tokens, at: int) -> bool:
    return is_verb(tokens, at) and tokens.low[at] not in STATES


def _is_present(tokens: Tokens, first: int, at: int) -> bool:
    """Tell whether the word right before a number is a verb on no list: `the fund collects 40`, `gunmen kill 11`."""
    if at <= first or not tokens.word[at].isalpha() or is_tied(tokens, at):
        return False
    low = tokens.low
    if not (is_content(tokens, at - 1) and tokens.word[at].islower()):
        return False
    if low[at].endswith("s") and not low[at].endswith(("ss", "us", "is")):
        return not is_plural(low[at - 1])
    return any(map(is_plural, low[first:at]))


def _is_before_pronoun(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether a pronoun is the subject after an adjunct without a comma: `in Tarn it is three per cent`."""
    return any(
        tokens.low[at] in _SUBJECTS and is_verb(tokens, at + 1) for at in range(start + 2, min(end - 1, start + 8))
    )
