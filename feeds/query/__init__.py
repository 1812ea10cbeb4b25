"""The one query language of the board, the command line and the watch rules.

    drones "air force" -exercise (speaker:lund or speaker:"ana moreau") value:>=70 unit:drone since:2d is:new

Terms beside each other must all hold, `or` is weaker than that, `-` turns a term or a group round. Words and phrases
are looked for in title and text; `word*` is a beginning. The fields are in `feeds.query.terms`.
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import NamedTuple

from feeds.archive.layout.rows import Selection
from feeds.query.terms import FIELDS, And, Field, Node, Not, Or, Word, check_field, tokens

MARKS = {'"': '"', "“": "”", "„": "“”"}
"""What a phrase begins with, and what may end it then: a query may be pasted from where its marks were curled."""
ENDS = frozenset((*MARKS, "(", ")"))
"""What no plain word holds."""
MAX = 2000
"""Characters of a query; a longer one is a mistake, and depth is bounded by it."""
DEPTH = 50
"""Parentheses and signs within one another."""


class QueryError(ValueError):
    """A query that cannot be understood: what is wrong, and at which character."""

    def __init__(self, message: str, text: str, at: int) -> None:
        self.message = message
        """In words, without the place."""
        self.text = text
        """The whole query."""
        self.at = at
        """The offset of the character that is at fault."""
        shown = "".join(mark if mark.isprintable() else " " for mark in text)
        super().__init__(f"{message} (at character {at + 1})\n  {shown}\n  {' ' * _columns(shown[:at])}^")


def _columns(text: str) -> int:
    """Return how many columns of a terminal a text takes, so that what points below it stands below it."""
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 (for the message of a mistake)

    return sum(0 if combining(mark) else 1 + (east_asian_width(mark) in "WF") for mark in text)


def parse(text: str) -> Node | None:
    """Read a query; nothing where it is empty. Raises `QueryError`."""
    if len(text) > MAX:
        raise QueryError(f"a query has at most {MAX} characters", text[:60] + "…", 60)
    if not text.isascii() and (odd := re.search("[\ud800-\udfff]", text)):  # bytes of a command line that are no UTF-8
        raise QueryError("this character is not in Unicode", text, odd.start())
    return _Parser(text).query()


def narrow(selection: Selection, what: str, text: str, now: int) -> Selection:
    """Return `selection` for the list `what` (headlines, figures or quotes) narrowed by a query. Raises `QueryError`.

    `now` is what `since:2d` counts from.
    """
    from feeds.query.sql import compiled  # noqa: PLC0415 (whoever only checks a query needs no SQL)

    node = parse(text)
    if node is None:
        return selection
    rejected = selection.rejected or _asks(node, Field("is", "rejected"))
    return selection._replace(**compiled(node, what, now)._asdict(), rejected=rejected)


def _asks(node: Node, field: Field) -> bool:
    """Whether a query asks for a field, not without it: lists leave out what was rejected, unless it is asked for."""
    if isinstance(node, And | Or):
        return any(_asks(one, field) for one in node.nodes)
    return isinstance(node, Field) and (node.name, node.value.lower()) == field


def words_of(node: Node | None) -> str:
    """Return the words that a query asks for, without what it turns round: what a search ranks by and marks."""
    if isinstance(node, Word):
        return f"{node.text}*" if node.prefix else node.text
    if isinstance(node, And | Or):
        return " ".join(filter(None, map(words_of, node.nodes)))
    return ""


class _Token(NamedTuple):
    kind: str
    """`(`, `)`, `-`, `or`, `word`, `phrase`, `field`, `end`."""
    text: str
    at: int


def _lexed(text: str) -> Iterator[_Token]:
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
            continue
        if char in "()":
            token, after = _Token(char, char, at), at + 1
        elif char == "-" and at + 1 < len(text) and not text[at + 1].isspace():
            token, after = _Token("-", char, at), at + 1
        elif char in MARKS:
            token, after = _phrase(text, at)
        else:
            token, after = _bare(text, at)
        yield token
        at = after
    yield _Token("end", "", len(text))


def _phrase(text: str, at: int) -> tuple[_Token, int]:
    partners = MARKS[text[at]]
    end = next((end for end in range(at + 1, len(text)) if text[end] in partners), None)
    if end is None:
        raise QueryError("this quotation mark has no partner", text, at)
    return _Token("phrase", text[at + 1 : end], at), end + 1


def _bare(text: str, at: int) -> tuple[_Token, int]:
    end = at
    while end < len(text) and not text[end].isspace() and text[end] not in ENDS:
        if text[end] == ":" and text[at:end].isalpha():
            return _Token("field", text[at:end].lower(), at), end + 1
        end += 1
    word = text[at:end]
    return _Token("or" if word.lower() == "or" else "word", word, at), end


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = list(_lexed(text))
        self._next = 0
        self._depth = 0

    def query(self) -> Node | None:
        if self._peek().kind == "end":
            return None
        node = self._either()
        token = self._peek()
        if token.kind != "end":
            raise self._error("this parenthesis closes nothing", token)
        return node

    def _peek(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _error(self, message: str, token: _Token) -> QueryError:
        return QueryError(message, self._text, token.at)

    def _either(self) -> Node:
        parts = [self._all()]
        while self._peek().kind == "or":
            self._take()
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = []
        while self._peek().kind not in ("or", ")", "end"):
            parts.append(self._one())
        if not parts:
            raise self._error("a word or a field is missing here", self._peek())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Node:
        token = self._take()
        if token.kind in ("-", "("):
            self._depth += 1
            if self._depth > DEPTH:
                raise self._error(f"more than {DEPTH} levels", token)
            node = self._turned(token) if token.kind == "-" else self._group(token)
            self._depth -= 1
            return node
        if token.kind == "field":
            return self._field(token)
        return self._word(token)

    def _turned(self, token: _Token) -> Node:
        if self._peek().kind in (")", "or", "end"):
            raise self._error("nothing follows this '-'", token)
        return Not(self._one())

    def _group(self, token: _Token) -> Node:
        node = self._either()
        if self._peek().kind != ")":
            raise self._error("this parenthesis is not closed", token)
        self._take()
        return node

    def _word(self, token: _Token) -> Node:
        text = token.text
        prefix = token.kind == "word" and text.endswith("*")
        if not tokens(text):
            raise self._error("there is no letter and no digit to look for", token)
        return Word(text.rstrip("*") if prefix else text, prefix)

    def _field(self, token: _Token) -> Node:
        name = token.text
        if name not in FIELDS:
            near = get_close_matches(name, FIELDS, 1)
            said = f"did you mean '{near[0]}:'?" if near else f'put it in quotation marks to look for "{name}:"'
            raise self._error(f"there is no field '{name}:'; {said}", token)
        value = self._peek()
        start = token.at + len(name) + 1
        if value.kind not in ("word", "phrase", "or", "-", "field") or value.at != start:
            raise QueryError(f"'{name}:' needs a value right behind it", self._text, start)
        text = self._value(value)
        wrong = check_field(name, text)
        if wrong:
            raise self._error(wrong, value)
        return Field(name, text)

    def _value(self, value: _Token) -> str:
        """Take a value: `-`, `or` and `:` are plain characters in it (since:2025-07-25T10:30, value:-5)."""
        if value.kind == "phrase":
            return self._take().text
        end = value.at
        while end < len(self._text) and not self._text[end].isspace() and self._text[end] not in ENDS:
            end += 1
        while self._peek().at < end and self._peek().kind != "end":
            self._take()
        return self._text[value.at : end]
