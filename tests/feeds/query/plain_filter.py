"""What a query means, as a plain filter over rows: slow, short, and written apart from the SQL."""

from typing import TYPE_CHECKING, NamedTuple

from feeds.archive import Archive, Selection
from feeds.archive.layout.findings import StoredArticle
from feeds.archive.layout.folding import fold
from feeds.archive.layout.rows import FigureRow, QuoteRow
from feeds.query.terms import QUOTE_KINDS, And, Field, Node, Not, Or, Word, tokens, value_range
from feeds.spans import moment

if TYPE_CHECKING:
    from collections.abc import Sequence

Row = StoredArticle | FigureRow | QuoteRow


class World(NamedTuple):
    """Everything that the archive shows, in the order of its lists."""

    articles: dict[str, StoredArticle]
    figures: list[FigureRow]
    quotes: list[QuoteRow]
    tags: dict[str, tuple[str, ...]]
    look: int
    now: int

    @classmethod
    def of(cls, archive: Archive, now: int) -> "World":
        everything = Selection(all=True)
        heads = archive.headlines(archive.keys("headlines", everything))
        return cls(
            {row.id: archive.article(row.id) for row in heads},
            archive.figures(archive.keys("figures", everything)), archive.quotes(archive.keys("quotes", everything)),
            {row.key: row.tags for row in archive.sources()}, archive.last_look(), now,
        )  # fmt: skip

    def filter(self, what: str, node: Node) -> list[str]:
        rows: dict[str, Sequence[Row]] = {
            "headlines": list(self.articles.values()), "figures": self.figures, "quotes": self.quotes,
        }  # fmt: skip
        return [
            row.article.id if isinstance(row, StoredArticle) else row.id for row in rows[what] if self.holds(node, row)
        ]

    def holds(self, node: Node, row: Row) -> bool:
        if isinstance(node, Not):
            return not self.holds(node.node, row)
        if isinstance(node, Or):
            return any(self.holds(one, row) for one in node.nodes)
        nodes = node.nodes if isinstance(node, And) else (node,)
        fields = [one for one in nodes if isinstance(one, Field)]
        return (
            all(self.word(one, row) for one in nodes if isinstance(one, Word))
            and all(self.holds(one, row) for one in nodes if isinstance(one, Not | Or | And))
            and all(self.group([f for f in fields if kind(f) == what], what, row) for what in ("quote", "figure", ""))
        )

    def article(self, row: Row) -> StoredArticle:
        return row if isinstance(row, StoredArticle) else self.articles[row.article]

    def word(self, word: Word, row: Row) -> bool:
        article = self.article(row).article
        return any(has(tokens(text), tokens(word.text), word.prefix) for text in (article.title, article.text))

    def group(self, fields: list[Field], what: str, row: Row) -> bool:
        """Say whether one figure or quote has all that fields beside each other ask."""
        if not fields:
            return True
        own = "figure" if isinstance(row, FigureRow) else "quote" if isinstance(row, QuoteRow) else ""
        if what in ("", own):
            return all(self.field(field, row) for field in fields)
        typed = any(field.name == "kind" for field in fields)
        id_ = self.article(row).article.id
        others: Sequence[Row] = self.figures if what == "figure" else self.quotes
        return any(
            all(self.field(field, other) for field in fields)
            for other in others
            if not isinstance(other, StoredArticle) and other.article == id_ and (typed or shown(other))
        )

    def field(self, field: Field, row: Row) -> bool:
        name, value = field
        wanted, head = fold(value), self.article(row).row
        match name:
            case "source":
                return wanted in fold(head.source) or wanted in fold(head.source_name)
            case "tag":
                return wanted in self.tags[head.source]
            case "title":
                return wanted in fold(head.title)
            case "text":
                return wanted in fold(words(row))
            case "since" | "before":
                at = moment(value, self.now)
                return (head.at >= at) if name == "since" else (head.at < at)
            case "is":
                return self.state(value, row)
        if isinstance(row, QuoteRow):
            return quote_field(name, value, row)
        assert isinstance(row, FigureRow)
        return figure_field(name, value, row)

    def state(self, value: str, row: Row) -> bool:
        head = self.article(row).row
        own = head if isinstance(row, StoredArticle) else row
        match value:
            case "new":
                return own.first_seen > self.look
            case "starred":
                return own.starred
            case "seen" | "unseen":
                return own.seen == (value == "seen")
            case "changed":
                return head.revision > 1
            case "gone":
                return head.gone_at is not None
        if isinstance(row, StoredArticle):
            mine = row.article.id
            figures = any(doubtful(one) for one in self.figures if one.article == mine and shown(one))
            return figures or any(doubtful(one) for one in self.quotes if one.article == mine and shown(one))
        return doubtful(row)


def words(row: Row) -> str:
    if isinstance(row, StoredArticle):
        return row.article.title
    return row.figure.text if isinstance(row, FigureRow) else row.quote.text


def kind(field: Field) -> str:
    if field.name == "kind":
        return "quote" if field.value in QUOTE_KINDS else "figure"
    if field.name in ("speaker", "cue", "role"):
        return "quote"
    return "figure" if field.name in ("unit", "about", "by", "value") else ""


def shown(row: FigureRow | QuoteRow) -> bool:
    return row.figure.salience > 0 if isinstance(row, FigureRow) else row.quote.kind not in ("term", "title")


def doubtful(row: FigureRow | QuoteRow) -> bool:
    said, sure = (
        (row.figure.attribution, row.figure.confidence) if isinstance(row, FigureRow)
        else (row.quote.speaker, row.quote.confidence)
    )  # fmt: skip
    return said is None or sure < 0.5


def quote_field(name: str, value: str, row: QuoteRow) -> bool:
    quote, wanted = row.quote, fold(value)
    match name:
        case "speaker":
            return wanted in fold(quote.speaker)
        case "role":
            return wanted in fold(quote.role)
        case "cue":
            return wanted in (quote.cue, quote.cue_lemma, quote.cue_class)
    return quote.kind == value


def figure_field(name: str, value: str, row: FigureRow) -> bool:
    figure, wanted = row.figure, fold({"%": "percent", "$": "USD", "$*": "USD*"}.get(value, value))
    match name:
        case "unit":
            names = [] if figure.unit_key is None else [fold(figure.unit_key), fold(figure.unit)]
            return any(name.startswith(wanted[:-1]) if wanted.endswith("*") else name == wanted for name in names)
        case "about":
            return wanted in fold(figure.about)
        case "by":
            return wanted in fold(figure.attribution)
        case "kind":
            return figure.kind == value
    asked = value_range(value)
    assert asked is not None
    ends = [float(figure.value), float(figure.value if figure.value_hi is None else figure.value_hi)]
    above = max(ends) > asked.low if asked.low_open else max(ends) >= asked.low
    return above and (min(ends) < asked.high if asked.high_open else min(ends) <= asked.high)


def has(text: list[str], wanted: list[str], prefix: bool) -> bool:
    for start in range(len(text) - len(wanted) + 1):
        window = text[start : start + len(wanted)]
        if window == wanted or (prefix and window[:-1] == wanted[:-1] and window[-1].startswith(wanted[-1])):
            return True
    return False
