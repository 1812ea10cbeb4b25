"""What is put in between a subject and its verb, with a figure in it: `the storm, with gusts of 230 kph, was`."""

from feeds.reading.figures.clauses import REACH, RELATIVES, clause_start
from feeds.reading.figures.phrases import PLACED, Phrase, headed, phrase_before
from feeds.reading.figures.verbs import DETERMINERS, PARTICIPLES, is_verb
from feeds.reading.numbers.literals import is_literal
from feeds.reading.numbers.tokens import Tokens

_ASIDES = frozenset({"with", "including", "home", "once", "now", "down", "up"})
_STOPS = frozenset(".;:!?")


def around(tokens: Tokens, figure: int, before: int) -> Phrase | None:
    """Return the subject before what is put in between, with a figure in it that ends at token `figure`.

    `The storm, with gusts of 230 kph, was 340 km east`; `before` is the token after the verb's clause.
    """
    close = next((at for at in range(before - 1, figure - 1, -1) if tokens.word[at] == ","), 0)
    if not close or not is_verb(tokens, close + 1) or clause_start(tokens, before, close + 1) > close + 1:
        return None
    for at in range(figure - 1, max(0, figure - REACH), -1):
        if tokens.word[at] in _STOPS:
            return None
        if tokens.word[at] == "," and not is_literal(tokens.word[at + 1]):
            found = phrase_before(tokens, at) if _opens_aside(tokens, at + 1) else None
            return found and headed(tokens, found)
    return None


def _opens_aside(tokens: Tokens, at: int) -> bool:
    """Tell whether something put in between starts at a token: `, with gusts of`, `, a lender with`, `, which`."""
    low = tokens.low[at]
    if tokens.low[at + 1] == "of" and tokens.word[at].islower():
        return True  # `Ana Koll, mother of four, crossed`
    return low in _ASIDES or low in RELATIVES or low in PARTICIPLES or low in DETERMINERS or low in PLACED
