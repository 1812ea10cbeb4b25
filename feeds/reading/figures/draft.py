"""A figure while it is being read: the token it starts and ends with, and what has been found out so far."""

from decimal import Decimal

from feeds.reading.numbers.literals import value_of
from feeds.reading.numbers.tokens import Tokens


class Draft:
    """A figure in the making; positions are tokens of its sentence."""

    __slots__ = (
        "about", "approx", "attribution", "bound", "direction", "first", "high", "key", "kind", "last",
        "number_first", "number_last", "scope", "tokens", "unit", "value", "word",
    )  # fmt: skip

    def __init__(self, tokens: Tokens, first: int, last: int, value: Decimal, kind: str) -> None:
        self.tokens = tokens
        self.first = first
        """The first token of the mention, qualifier included."""
        self.last = last
        """The token after the mention."""
        self.number_first = first
        """The first token of the number or of the currency before it."""
        self.number_last = last
        """The token after the number itself."""
        self.value = value
        self.high: Decimal | None = None
        self.kind = kind
        self.unit: str | None = None
        self.key: str | None = None
        self.approx = False
        self.bound: str | None = None
        self.direction: str | None = None
        self.scope: str | None = None
        self.about: str | None = None
        self.attribution: str | None = None
        self.word = False
        """Whether the number is spelt in words."""


def typed(tokens: Tokens, first: int, last: int, kind: str, at: int) -> Draft:
    """Return a number that is no figure, its digits at one of its tokens; never raises, whatever stands there."""
    value = value_of(tokens.word[at])
    return Draft(tokens, first, last, value if value is not None else Decimal(0), kind)
