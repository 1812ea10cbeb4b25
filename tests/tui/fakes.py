"""A shelf with an archive in memory: invented articles with figures and quotes at known places."""

from array import array
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from feeds.archive.layout.findings import RunRow, SearchRow, SourceRow, SpeakerRow, StoredArticle
from feeds.archive.layout.rows import FigureRow, HeadlineRow, QuoteRow, Selection
from feeds.model import Article, Figure, Quote, Reading, SourceState

if TYPE_CHECKING:
    from feeds.config import SavedQuery

NOW = 1_800_000_000
"""The time of every test: Friday 15 January 2027, 08:00 UTC."""

TEXT = (
    "The harbour of Port Ellery was closed on Monday after more than 220,000 litres of oil ran into the basin. "
    "Repairs will cost $3.2bn, the ministry said, up 4.5% on the first estimate.\n\n"
    "“Nobody expects this to be quick,” Orla Venn, the harbour master, told reporters. "
    "“It will take 24 to 48 weeks.”\n\n"
    "Tomas Adeyr-Lund denied that the company had known. “We were not told,” he said. About 1,200 people live there."
)


def figure(text: str, value: str, unit: str, key: str, kind: str = "count", **more: object) -> Figure:
    start = TEXT.index(text)
    span = (start, start + len(text))
    fields: dict[str, object] = {"salience": 0.8, "confidence": 0.9, "sentence": text, "sentence_start": start}
    fields |= more
    return Figure(text, *span, (span,), Decimal(value), fields.pop("hi", None), unit, key, kind, **fields)  # type: ignore[arg-type]


def quote(text: str, speaker: str | None, cue: str, lemma: str, kind: str = "direct", **more: object) -> Quote:
    start = TEXT.index(text)
    fields: dict[str, object] = {"cue": cue, "cue_class": lemma, "confidence": 0.93} | more
    return Quote(text, start, start + len(text), kind, speaker, **fields)  # type: ignore[arg-type]


READING = Reading(
    figures=(
        figure("more than 220,000 litres", "220000", "litres", "litre", "measure", bound=">", about="oil in the basin"),
        figure("$3.2bn", "3200000000", "$", "USD", "money", about="repairs", attribution="the ministry"),
        figure("4.5%", "4.5", "%", "percent", "percent", direction="up", about="on the first estimate"),
        figure("24 to 48 weeks", "24", "weeks", "week", "duration", hi=Decimal(48), about="the work"),
        figure("About 1,200 people", "1200", "people", "person", approx=True, about="who live there"),
    ),
    quotes=(
        quote("Nobody expects this to be quick,", "Orla Venn", "told", "said", role="the harbour master"),
        quote("It will take 24 to 48 weeks.", "Orla Venn", "told", "said", role="the harbour master"),
        quote("the company had known", "Tomas Adeyr-Lund", "denied", "denied", "indirect"),
        quote("We were not told,", None, "said", "said", confidence=0.4),
    ),
)

DOUBTFUL = {"headlines": (), "figures": (0, 2, 4), "quotes": (3,)}
"""Which figures and quotes of the reading a query (`is:doubtful`) leaves: no attribution, no speaker."""


class FakeArchive:
    """What the panels ask of an archive, answered from a list of titles; row keys count down to 1."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = list(titles)
        self.version = 1
        self.marks: list[tuple[str, bool | None, bool | None]] = []
        self.rejected: set[str] = set()
        self.failing: tuple[str, ...] = ()
        self.ran = 0

    def mark(self, ids: Sequence[str], *, seen: bool | None = None, starred: bool | None = None) -> None:
        self.marks += [(one, seen, starred) for one in ids]

    def reject(self, *ids: str) -> None:
        self.rejected |= set(ids)

    def unreject(self, *ids: str) -> None:
        self.rejected -= set(ids)

    def speakers(self, limit: int | None, selection: Selection) -> list[SpeakerRow]:
        rows = []
        for name in ("Orla Venn", "Tomas Adeyr-Lund"):
            said = [quote for quote in READING.quotes if quote.speaker == name]
            rows.append(
                SpeakerRow(
                    name,
                    name,
                    (),
                    len(said),
                    len(self.titles),
                    ("the harbour master",),
                    NOW - 9999,
                    NOW,
                    said[0].text,
                    (),
                    said[0].kind,
                    said[0].cue,
                    said[0].cue_class,
                )
            )
        return rows

    def runs(self, limit: int) -> list[RunRow]:
        counts = (3, 1, 0, 0, 12, 2) if self.failing else (4, 0, 0, 0, 12, 2)
        status = "partial" if self.failing else "ok"
        return [
            RunRow(f"r{n}", NOW - 1200 * n, NOW - 1200 * n + 2, 1, 4, status, *counts, 1840 + n, self.failing)
            for n in range(self.ran)
        ]

    def data_version(self) -> int:
        return self.version

    def keys(self, what: str, selection: Selection) -> "array[int]":
        each = {"headlines": 1, "figures": len(READING.figures), "quotes": len(READING.quotes)}[what]
        articles = range(len(self.titles), 0, -1)
        keys = array(
            "q",
            (
                article * 100 + n
                for article in articles
                if selection.article in (None, f"a{article}")
                for n in range(each)
                if not selection.where or n in DOUBTFUL[what]
                if (selection.words.lower() in self._shown(what, article, n).lower()) != selection.without
                or not selection.words
            ),
        )
        return keys[: selection.limit] if selection.limit else keys

    def _shown(self, what: str, article: int, n: int) -> str:
        if what == "headlines":
            return self.titles[article - 1]
        return READING.figures[n].text if what == "figures" else READING.quotes[n].text

    def headlines(self, keys: Sequence[int]) -> list[HeadlineRow]:
        return [self._headline(key // 100) for key in keys]

    def _headline(self, article: int) -> HeadlineRow:
        at = NOW - 3600 * (len(self.titles) - article)
        return HeadlineRow(
            row=article * 100,
            id=f"a{article}",
            source="wires",
            source_name="Ellery Wire",
            title=self.titles[article - 1],
            link=f"https://ellery.example/{article}",
            published=at,
            first_seen=at,
            at=at,
            revision=1,
            changed_at=at,
            gone_at=None,
            figures=5,
            quotes=4,
            sources=1,
            seen=False,
            starred=article % 7 == 0,
            new=article > len(self.titles) - 3,
        )

    def figures(self, keys: Sequence[int]) -> list[FigureRow]:
        return [self._item(FigureRow, key, figure=READING.figures[key % 100]) for key in keys]

    def quotes(self, keys: Sequence[int]) -> list[QuoteRow]:
        found = [(key, READING.quotes[key % 100]) for key in keys]
        return [self._item(QuoteRow, key, quote=quote, speaker_key=quote.speaker, chain=None) for key, quote in found]

    def _item(self, kind: Any, key: int, **more: object) -> Any:
        row = self._headline(key // 100)
        id_ = f"{row.id}{'f' if kind is FigureRow else 'q'}{key % 100}"
        return kind(
            row=key,
            id=id_,
            article=row.id,
            source=row.source,
            source_name=row.source_name,
            title=row.title,
            link=row.link,
            at=row.at,
            first_seen=row.at,
            seen=False,
            starred=False,
            rejected=id_ in self.rejected,
            new=row.new,
            **more,
        )

    def article(self, id_: str) -> StoredArticle:
        row = self._headline(int(id_[1:]))
        article = Article(id_, "wires", id_, row.title, TEXT, row.link, "Ida Marsh", row.published)
        figures = tuple(f"{id_}f{n}" for n in range(len(READING.figures)))
        quotes = tuple(f"{id_}q{n}" for n in range(len(READING.quotes)))
        return StoredArticle(row, article, READING, figures, quotes, frozenset(), frozenset(), (), ())


class FakeShelf:
    """Stands where `tui.panels.shelf.Shelf` stands."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.archive = FakeArchive(titles)
        self.keys = ("wires",)
        self.note = ""
        self.one_source = False
        self.raised: frozenset[str] = frozenset()
        self.queries: tuple[SavedQuery, ...] = ()

    def renewed(self) -> bool:
        return False

    def learn(self) -> None:
        pass

    def named(self, rows: Sequence[Any]) -> list[Any]:
        return list(rows)

    def called(self, source: Any) -> str:
        return str(source.name)

    def article(self, id_: str) -> StoredArticle:
        return self.archive.article(id_)

    def sources(self) -> list[SourceRow]:
        if not self.archive.ran:
            return []
        fine = SourceState(next_at=NOW + 600, asked_at=NOW - 600, ok_at=NOW - 600)
        if self.archive.failing:
            error = "the address did not answer within 30 seconds (https://ellery.example/feed.xml)"
            fine = fine._replace(streak=3, failing_since=NOW - 7200, error=error, next_at=NOW + 3600)
        return [SourceRow("wires", "Ellery Wire", "feed", "", (), "ok", fine, 7, 35, 28, NOW)]

    def search(self, wanted: str, limit: int) -> list[SearchRow]:
        at = TEXT.index("oil")
        hit = (at, at + 3)
        rows = self.archive.headlines(self.archive.keys("headlines", Selection()))
        return [SearchRow(row, TEXT.replace("\n", " "), (hit,)) for row in rows[:3]] if "zz" not in wanted else []

    def standing(self) -> tuple[tuple[str, ...], int | None, int, tuple[int, ...]]:
        return self.archive.failing, NOW - 60, 3, (0, 1, 3, 7, 2)

    def begin(self) -> None:
        pass

    def look(self, *, first: bool = False) -> None:
        pass

    def now(self) -> int:
        return NOW

    def first_keys(self, what: str, selection: Selection, *, aside: bool = False) -> "array[int]":
        return self.archive.keys(what, selection._replace(limit=256))

    def all_keys(self, what: str, selection: Selection) -> "array[int]":
        return self.archive.keys(what, selection)

    def all_speakers(self) -> list[SpeakerRow]:
        return self.archive.speakers(None, Selection())

    def close(self) -> None:
        pass
