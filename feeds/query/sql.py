"""A query as SQL with parameters, for one of the three lists.

A field of another kind of thing speaks of the article: in the list of headlines, `speaker:lund` is "an article that
quotes Lund". Fields of the same kind that stand beside each other speak of the same figure or quote.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from feeds.archive.layout.clusters import ALIKE, listed, marked
from feeds.archive.layout.folding import fold, literally
from feeds.archive.layout.records import GONE, HAY, REJECTED, TYPED
from feeds.archive.layout.rows import NEAR, Value
from feeds.query.terms import OF_FIGURE, OF_QUOTE, QUOTE_KINDS, And, Field, Node, Not, Or, Word, value_range
from feeds.spans import moment

Sql = tuple[str, list[Value]]

TABLES = {"headlines": "article", "figures": "figure", "quotes": "quote"}
UNIT_NAMES = {"%": "percent", "$": "usd", "€": "eur", "£": "gbp", "¥": "jpy"}
TIMES = ("since", "before")
DOUBT = 0.5
"""Below this confidence a figure or quote is doubtful."""
DROPPED = REJECTED | GONE
"""Bits of `hidden`: figures and quotes that no query finds through their article."""
UNSHOWN = DROPPED | TYPED
"""Those that none finds that does not ask for a kind; a copy is found, for its article is."""


class Compiled(NamedTuple):
    """A query for one list."""

    where: str
    params: tuple[Value, ...]
    indexed: bool
    """An index leads to the rows."""


def compiled(node: Node, what: str, now: int) -> Compiled:
    """Compile a query for `headlines`, `figures` or `quotes`; `now` is what `since:2d` counts from."""
    compiler = _Compiler(TABLES[what], now)
    where, params = compiler.node(node)
    return Compiled(where, tuple(params), compiler.indexed(node))


def full_text(node: Node) -> str:
    """Return what the full-text index is asked for words joined by `and` and `or`; empty where there is more in it."""
    if isinstance(node, Word):
        return f'"{node.text.replace(chr(34), " ")}"{"*" * node.prefix}'
    if isinstance(node, And | Or):
        parts = [full_text(one) for one in node.nodes]
        return f"({(' AND ' if isinstance(node, And) else ' OR ').join(parts)})" if all(parts) else ""
    return ""


class _Compiler:
    def __init__(self, table: str, now: int) -> None:
        self._table = table
        self._article = "x.row" if table == "article" else "x.article"
        self._now = now

    def node(self, node: Node) -> Sql:
        asked = full_text(node)
        if asked:
            return f"{self._article} IN (SELECT rowid FROM search WHERE search MATCH ?)", [asked]
        if isinstance(node, And):
            return self._all(node.nodes)
        if isinstance(node, Or):
            return _joined(" OR ", map(self.node, node.nodes))
        if isinstance(node, Not):
            where, params = self.node(node.node)
            return f"NOT coalesce({where}, 0)", params
        return self._fields([node] if isinstance(node, Field) else [])

    def indexed(self, node: Node) -> bool:
        """Say whether SQLite can go to the rows; a turned term or an `or` makes it look at all of them."""
        nodes = node.nodes if isinstance(node, And) else (node,)
        return any(full_text(one) or (isinstance(one, Field) and self._leads(one)) for one in nodes)

    def _leads(self, field: Field) -> bool:
        if field.name == "is":
            return field.value.lower() in (
                "starred",
                "rejected",
                *(("changed", "gone") if self._table != "article" else ()),
            )
        if field.name in ("since", "title"):
            return field.name == "since" or self._table != "article"
        own = self._table == "quote" and field.name == "speaker"
        return own or (field.name in OF_FIGURE | OF_QUOTE and not self._is_own(field.name))

    def _is_own(self, name: str) -> bool:
        return name in {"article": frozenset[str](), "figure": OF_FIGURE, "quote": OF_QUOTE}[self._table]

    def _all(self, nodes: tuple[Node, ...]) -> Sql:
        words = tuple(node for node in nodes if full_text(node))
        fields = sorted((node for node in nodes if isinstance(node, Field)), key=_cost)
        times = [field for field in fields if field.name in TIMES]
        parts = [self.node(And(words))] if words else []
        for kind in ("", "quote", "figure"):
            some = [field for field in fields if _kind(field) == kind]
            if some:
                parts.append(self._fields(some, times))
        parts += [self.node(node) for node in nodes if not isinstance(node, Field) and node not in words]
        return _joined(" AND ", parts)

    def _fields(self, fields: list[Field], times: Sequence[Field] = ()) -> Sql:
        """Compile fields of one kind; those of another table ask for one row there that has them all.

        `times` stand beside them. Figures and quotes have the time of their article: the other table is asked for no
        more than what is in time.
        """
        kind = _kind(fields[0])
        if kind in ("", self._table):
            return _joined(" AND ", (self._field(field, "x", kind or self._table) for field in fields))
        where, params = _joined(" AND ", (self._field(field, "y", kind) for field in (*times, *fields)))
        hidden = DROPPED if any(field.name == "kind" for field in fields) else UNSHOWN
        rows = f"{kind} y {NEAR}"
        if any(field.name == "since" for field in times):
            rows = f"{listed(kind, 'INDEXED BY article_newest', 'y', 'b')} AND y.at = b.at"
        found = f"SELECT y.article FROM {rows} WHERE {where} AND NOT y.hidden & {hidden}"
        return f"{self._article} IN ({found})", params

    def _field(self, field: Field, at: str, table: str) -> Sql:
        value = field.value if field.name in ("since", "before", "value", "kind", "is") else fold(field.value)
        return self._compilers()[field.name](value, at, table)

    def _compilers(self) -> dict[str, Callable[[str, str, str], Sql]]:
        return {
            "speaker": _speaker, "cue": _cue, "role": _part("role"), "unit": _unit, "about": _part("about"),
            "by": _part("attribution"), "value": _value, "kind": _of_kind, "text": self._own, "title": self._title,
            "source": _source, "tag": _tag, "since": self._since, "before": self._before, "is": self._state,
        }  # fmt: skip

    def _own(self, value: str, at: str, _: str) -> Sql:
        if self._table == "article":
            return f"{at}.hay GLOB ?", [f"*{literally(value)}*"]
        return _part("text")(value, at, self._table)

    def _title(self, value: str, at: str, _: str) -> Sql:
        if self._table == "article":
            return self._own(value, at, "")
        return f"{at}.article IN (SELECT y.row FROM article y {NEAR} WHERE y.hay GLOB ?)", [f"*{literally(value)}*"]

    def _since(self, value: str, at: str, _: str) -> Sql:
        return f"{at}.at >= ?", [moment(value, self._now)]

    def _before(self, value: str, at: str, _: str) -> Sql:
        return f"{at}.at < ?", [moment(value, self._now)]

    def _state(self, value: str, at: str, _: str) -> Sql:
        state = value.lower()
        if state == "new":
            return f"{at}.first_seen > coalesce((SELECT value FROM meta WHERE name = 'last_look'), 0)", []
        if state == "starred":
            return self._starred(at), []
        if state == "rejected":
            return self._rejected(at), []
        if state in ("seen", "unseen"):
            return f"{at}.id {'NOT ' * (state == 'unseen')}IN (SELECT id FROM mark WHERE seen IS NOT NULL)", []
        if state == "doubtful":
            return self._doubtful(at), []
        test = "revision > 1" if state == "changed" else "gone_at IS NOT NULL"
        return f"{self._article} IN (SELECT y.row FROM article y {NEAR} WHERE {test})", []

    def _starred(self, at: str) -> str:
        starred = f"{at}.id IN (SELECT id FROM mark WHERE starred IS NOT NULL)"
        return starred if self._table == "article" else f"({_in_marked(at, 'starred')} AND {starred})"

    def _rejected(self, at: str) -> str:
        if self._table != "article":
            return f"({_in_marked(at, 'rejected')} AND {at}.hidden & {REJECTED})"
        holding = " UNION ALL ".join(marked(table, "rejected", "x.article") for table in ("figure", "quote"))
        return f"{at}.row IN ({holding})"

    def _doubtful(self, at: str) -> str:
        figure = f"(y.confidence < {DOUBT} OR y.attribution IS NULL)"
        quote = f"(y.confidence < {DOUBT} OR y.speaker IS NULL)"
        if self._table != "article":
            return (figure if self._table == "figure" else quote).replace("y.", f"{at}.")
        some = f"{at}.row IN (SELECT y.article FROM {{}} y {NEAR} WHERE {{}} AND NOT y.hidden & {UNSHOWN})"
        return f"({some.format('figure', figure)} OR {some.format('quote', quote)})"


def _in_marked(at: str, mark: str) -> str:
    """Return what leads to the articles in which something has a mark."""
    return f"{at}.article IN (SELECT a.row FROM mark m CROSS JOIN article a WHERE {ALIKE} AND m.{mark} IS NOT NULL)"


def _cost(field: Field) -> int:
    """Say what asking a row costs: compare a number, look into a set, read text; SQLite asks in our order."""
    return 2 * (field.name in ("about", "by", "role", "text", "title")) + (field.name in ("unit", "speaker"))


def _kind(field: Field) -> str:
    """Return the table that a field speaks of; nothing where every list has it."""
    if field.name == "kind":
        return "quote" if field.value.lower() in QUOTE_KINDS else "figure"
    return "quote" if field.name in OF_QUOTE else "figure" if field.name in OF_FIGURE else ""


def _joined(by: str, parts: Iterable[Sql]) -> Sql:
    wheres, params = [], list[Value]()
    for where, values in parts:
        wheres.append(where)
        params += values
    return f"({by.join(wheres)})" if len(wheres) > 1 else wheres[0], params


def _line(table: str, column: str, part: str) -> str:
    """Return what GLOB is asked for a part of one line of `hay`; an empty part asks for an empty line."""
    lines = HAY[table]
    before, after = lines.index(column), len(lines) - lines.index(column) - 1
    if not part:
        return "*\n" * before + "\n*" * after
    return "*\n" * before + f"*{literally(part)}*" + "\n*" * after


def _part(column: str) -> Callable[[str, str, str], Sql]:
    """Look for a part of a column: in the folded text, and, where it stands there, in the column's line of it."""
    return lambda value, at, table: (
        f"({at}.hay GLOB ? AND {at}.hay GLOB ?)",
        [f"*{literally(value)}*", _line(table, column, value)],
    )


def _speaker(value: str, at: str, _: str) -> Sql:
    return f"{at}.speaker IN (SELECT row FROM speaker WHERE instr(fold(name), ?) OR instr(key, ?))", [value, value]


def _cue(value: str, at: str, _: str) -> Sql:
    return f"? IN ({at}.cue, {at}.cue_lemma, {at}.cue_class)", [value]


def _unit(value: str, at: str, _: str) -> Sql:
    name = value.rstrip("*")
    name = UNIT_NAMES.get(name, name)
    if value.endswith("*"):
        return f"{at}.unit_key IN (SELECT key FROM unit WHERE name GLOB ?)", [f"{literally(name)}*"]
    return f"{at}.unit_key IN (SELECT key FROM unit WHERE name = ?)", [name]


def _value(value: str, at: str, _: str) -> Sql:
    asked = value_range(value)
    assert asked is not None  # noqa: S101 (the parser has checked it)
    low, high = ">" if asked.low_open else ">=", "<" if asked.high_open else "<="
    return f"({at}.high {low} ? AND {at}.low {high} ?)", [asked.low, asked.high]


def _of_kind(value: str, at: str, _: str) -> Sql:
    return f"{at}.kind = ?", [value.lower()]


def _source(value: str, at: str, _: str) -> Sql:
    return f"{at}.source IN (SELECT row FROM source WHERE instr(fold(name), ?) OR instr(fold(key), ?))", [value, value]


def _tag(value: str, at: str, _: str) -> Sql:
    return f"{at}.source IN (SELECT row FROM source WHERE instr(fold(tags), ?))", [f"\n{value}\n"]
