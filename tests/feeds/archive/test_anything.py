"""Whatever happens in whatever order, the archive is sound and shows what a plain model of it shows."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from feeds.archive import Selection, open_archive
from tests.feeds.archive.making import COAST, WIRES, answer, article, read

if TYPE_CHECKING:
    from feeds.model import Article

GUIDS = st.sampled_from(["a", "b", "c"])
SOURCES = st.sampled_from([WIRES, COAST])
SAME = "The lighthouse at the end of the pier was lit again last night, to the joy of all who live near it. "
TEXTS = st.sampled_from(
    ["", "71 drones.", "73 drones and 5 ships.", '"We stay here," Ana Lund, the mayor, said of 5 ships.', SAME, "5 AD."]
)


class AnyOrder(RuleBasedStateMachine):
    """Stores, loses, marks, rejects, reads again, forgets, and looks after each step."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.archive = open_archive(Path(self.folder.name) / "archive.sqlite3")
        self.now = 100
        self.held: dict[str, Article] = {}
        self.rejected: set[str] = set()

    @rule(source=SOURCES, guid=GUIDS, text=TEXTS)
    def store(self, source: Any, guid: str, text: str) -> None:
        self.now += 1
        given = article(guid, text, "Day", source)
        self.archive.store("r", answer(given, source=source), read, self.now)
        self.held[given.id] = given

    @rule(present=st.frozensets(GUIDS))
    def lose(self, present: frozenset[str]) -> None:
        self.now += 1
        self.archive.store("r", answer(present=present), read, self.now)

    @precondition(lambda self: self.archive.count("figures"))
    @rule(at=st.integers(0, 20))
    def reject(self, at: int) -> None:
        rows = self.archive.figures(self.archive.keys("figures"))
        self.archive.reject(rows[at % len(rows)].id)
        self.rejected.add(rows[at % len(rows)].id)

    @rule()
    def unreject(self) -> None:
        self.archive.unreject(*self.rejected)
        self.rejected.clear()

    @rule()
    def reread(self) -> None:
        assert not any(one.changed for one in self.archive.reread(read, every=True))

    @rule(source=SOURCES)
    def forget(self, source: Any) -> None:
        self.archive.forget(source.key)
        self.rejected &= {
            row.id for row in self.archive.figures(self.archive.keys("figures", Selection(rejected=True)))
        }
        self.held = {id_: one for id_, one in self.held.items() if one.source != source.key}

    @invariant()
    def sound(self) -> None:
        assert self.archive.verify() == []

    @invariant()
    def shows_what_it_holds(self) -> None:
        for id_, given in self.held.items():
            stored = self.archive.article(id_)
            assert (stored.article, stored.reading) == (given, read(given))
        shown = self.archive.headlines(self.archive.keys("headlines"))
        told_apart = {(one.title, one.text) for one in self.held.values()}
        assert len(shown) == len(told_apart)
        assert sum(row.sources for row in shown) == len(
            {(one.source, one.title, one.text) for one in self.held.values()}
        )
        figures = self.archive.figures(self.archive.keys("figures"))
        assert not {row.id for row in figures} & self.rejected
        assert self.archive.counts().figures == len(figures)

    def teardown(self) -> None:
        self.archive.close()
        self.folder.cleanup()


AnyOrder.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestAnyOrder = AnyOrder.TestCase
