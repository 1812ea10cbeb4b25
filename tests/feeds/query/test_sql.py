"""Queries as SQL, each compared with a plain Python filter over the same rows."""

import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feeds.archive import Archive, Selection, open_archive
from feeds.archive.lookup import lists
from feeds.model import Article, Figure, Quote, Reading
from feeds.query import narrow, parse
from tests.feeds.archive.making import COAST, WIRES, answer, article
from tests.feeds.query.plain_filter import World

if TYPE_CHECKING:
    from feeds.archive.lookup.lists import What

DAY = 86400
NOW = 100 * DAY
WORDS = ["drones", "Ferry", "ferries", "São", "office", "harbour", "1,200", "no-one", "it’s", "Ökonom", "air", "force"]
SPEAKERS = ["Ana Lund", "Bo São-Moreau", "the ministry", None]
UNITS = [("drones", "drone"), ("people", "person"), ("$", "USD"), ("per cent", "percent"), (None, None)]
NINE = WIRES._replace(key="nine", name="Kanal Neun", tags=())


def invented(dice: random.Random) -> Reading:
    """Make figures and quotes that have nothing to do with the text: the query does not mind."""

    def figure() -> Figure:
        unit, key = dice.choice(UNITS)
        low = Decimal(dice.choice([1, 5, 71, 100, 1200])) / dice.choice([1, 1, 2])
        return Figure(
            f"{low} {unit}", 0, 2, ((0, 2),), low, dice.choice([None, None, low + 20]), unit, key,
            dice.choice(["count", "money", "year"]), about=dice.choice([None, "grain exports", "Öl", "a*b [c]?"]),
            attribution=dice.choice([None, "the office", "Ana Lund"]), salience=dice.choice([0.0, 0.4, 0.9]),
            confidence=dice.choice([0.3, 0.9]),
        )  # fmt: skip

    def quote() -> Quote:
        cue = dice.choice([("said", "say", "said"), ("denied", "deny", "denied"), (None, None, None)])
        return Quote(
            f"{dice.choice(WORDS)} and {dice.choice(WORDS)}", 0, 2, dice.choice(["direct", "indirect", "term"]),
            dice.choice(SPEAKERS), role=dice.choice([None, "Finance Minister", "mayor"]), cue=cue[0], cue_lemma=cue[1],
            cue_class=cue[2], confidence=dice.choice([0.3, 0.9]),
        )  # fmt: skip

    return Reading(tuple(figure() for _ in range(dice.randrange(4))), tuple(quote() for _ in range(dice.randrange(3))))


def fill(archive: Archive) -> None:
    dice = random.Random(25)

    def read(_: Article) -> Reading:
        return invented(dice)

    for n in range(70):
        source = dice.choice([WIRES, COAST, NINE])
        text = " ".join(dice.choices(WORDS, k=dice.randrange(12)))
        title = " ".join(dice.choices(WORDS, k=3))
        at = NOW - dice.randrange(10 * DAY)
        one = article(f"{n}.txt", text, title, source, published=dice.choice([None, at]))
        archive.store("r", answer(one, source=source), read, at)
        if n % 7 == 0:
            archive.store("r", answer(one._replace(text=text + " drones", stamp="2"), source=source), read, at + 50)
    archive.store("r", answer(source=NINE, present=["1.txt", "2.txt"]), read, NOW)
    archive.set_last_look(NOW - 4 * DAY)
    for what in ("headlines", "figures", "quotes"):
        rows = getattr(archive, what)(archive.keys(what, Selection(all=True)))
        archive.mark([row.id for row in rows[::4]], starred=True)
        archive.mark([row.id for row in rows[::3]], seen=True)
        if what != "headlines":
            archive.reject(*[row.id for row in rows[::9]])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Archive, World]]:
    """An archive in which a list with a limit looks at the newest twenty articles first."""
    with (
        pytest.MonkeyPatch.context() as patch,
        open_archive(Path(tmp_path_factory.mktemp("query")) / "archive.sqlite3") as archive,
    ):
        patch.setattr(lists, "NEWEST", 20)
        fill(archive)
        yield archive, World.of(archive, NOW)


def agree(desk: tuple[Archive, World], text: str) -> int:
    archive, world = desk
    node = parse(text)
    assert node is not None
    found = 0
    whats: tuple[What, ...] = ("headlines", "figures", "quotes")
    for what in whats:
        selection = narrow(Selection(all=True), what, text, NOW)
        keys = archive.keys(what, selection)
        ids = [row.id for row in getattr(archive, what)(keys)]
        assert ids == world.filter(what, node), what
        for limit in (1, 3, 40):
            assert list(keys[:limit]) == list(archive.keys(what, selection._replace(limit=limit)))
        found += len(ids)
    return found


@pytest.mark.parametrize(
    "text",
    [
        "drones", "sao", '"air force"', "ferr*", "1,200", "it's", "okonom", "drones ferry", "drones or ferry",
        "-drones",
        "-(drones or ferry) harbour", "speaker:lund", 'speaker:"ana lund"', "speaker:SAO", "role:minister",
        "cue:denied", "cue:deny", "unit:drones", "unit:drone", "unit:people", "unit:$", "unit:usd",
        "unit:%", "unit:dr*", "unit:$*", "-unit:us*", "value:>70", "value:71",
        "value:10..20", "value:<=2.5", "unit:drone value:>=71", "unit:drone -value:>=71", "about:exports", "about:ol",
        "by:office", "about:*b", "about:[c]?", 'about:"s"', "by:a about:n",
        "text:71 -unit:drone", "kind:money", "kind:year", "kind:direct", "kind:term", "source:wires", "source:neun",
        "tag:world",
        "tag:wor", "since:2d", "before:2d", "since:4d before:2d", "is:new", "is:starred", "is:seen", "is:unseen",
        "is:doubtful", "-is:doubtful", "is:changed", "is:gone", "text:sao", "title:ferry", "title:ferry unit:drone",
        "speaker:lund cue:said", "speaker:lund or unit:drone", "-speaker:lund",
        "(speaker:lund kind:direct) value:>50",
        "by:lund speaker:lund", "drones (unit:drone or kind:direct) -source:coast",
    ],
)  # fmt: skip
def test_a_query_finds_what_a_plain_filter_finds(desk: tuple[Archive, World], text: str) -> None:
    found = agree(desk, text)
    if text != "tag:wor":
        assert found, "a test that finds nothing shows nothing"


TERMS = st.sampled_from(
    [
        "drones", "ferr*", '"it’s air"', "harbour", "speaker:lund", "speaker:ministry", "role:mayor", "cue:said",
        "unit:person", "unit:USD", "value:>70", "value:1..90", "about:grain", "by:office", "kind:count", "kind:term",
        "source:coast", "tag:eu", "since:5d", "before:3d", "is:new", "is:starred", "is:unseen", "is:doubtful", "text:a",
        "text:7", "title:fer", "about:?", "by:lund", "is:changed",
    ]
)  # fmt: skip
QUERIES = st.recursive(
    TERMS,
    lambda some: st.one_of(
        st.builds("-({})".format, some),
        st.lists(some, min_size=2, max_size=3).map(lambda parts: "(" + " ".join(parts) + ")"),
        st.lists(some, min_size=2, max_size=3).map(lambda parts: "(" + " or ".join(parts) + ")"),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None)
@given(text=QUERIES)
def test_any_query_finds_what_a_plain_filter_finds(desk: tuple[Archive, World], text: str) -> None:
    agree(desk, text)


def test_nothing_of_a_query_becomes_sql(desk: tuple[Archive, World]) -> None:
    archive, _ = desk
    for text in (
        "x'; DROP TABLE run; --x",
        '"x\'" speaker:"\' OR 1=1"',
        'NEAR AND "title : x"',
        "a^b {c} +d",
        "unit:'",
    ):
        archive.keys("figures", narrow(Selection(), "figures", text, NOW))
    assert archive.runs() == []


def test_an_empty_query_narrows_nothing() -> None:
    assert narrow(Selection(), "quotes", "  ", NOW) == Selection()


def test_a_query_goes_with_the_rest_of_a_selection(desk: tuple[Archive, World]) -> None:
    archive, world = desk
    chosen = narrow(Selection(all=True, sources=("wires",), words="a"), "quotes", "cue:said or cue:denied", NOW)
    rows = archive.quotes(archive.keys("quotes", chosen))
    wanted = [r.id for r in world.quotes if r.source == "wires" and r.quote.cue in ("said", "denied")]
    assert [r.id for r in rows] == wanted


def test_what_was_rejected_is_found_where_it_is_asked_for(desk: tuple[Archive, World]) -> None:
    archive, _ = desk
    holding = set[str]()
    for what in ("figures", "quotes"):
        every = getattr(archive, what)(archive.keys(what, Selection(all=True, rejected=True)))
        wanted = [row for row in every if row.rejected]
        holding |= {row.article for row in wanted}
        for text, ids in (
            ("is:rejected", [row.id for row in wanted]),
            ("-is:rejected", [row.id for row in every if not row.rejected]),
            ("is:rejected is:starred", [row.id for row in wanted if row.starred]),
            ("is:rejected or is:starred", [row.id for row in every if row.rejected or row.starred]),
        ):
            found = archive.keys(what, narrow(Selection(all=True), what, text, NOW))
            assert [row.id for row in getattr(archive, what)(found)] == ids, text
        assert wanted
    found = archive.keys("headlines", narrow(Selection(), "headlines", "is:rejected", NOW))
    assert {row.id for row in archive.headlines(found)} == holding
