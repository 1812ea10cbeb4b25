"""People: their own words in marks, what is reported of them without, and a denial with its cue."""

import pytest

from feeds.archive.layout.findings import SpeakerRow
from tests.tui.boards import board, board_app, shown
from tests.tui.panels.test_long_lists import until
from tui.panels import words
from tui.panels.citation import citation
from tui.panels.people import People


def speaker(**more: object) -> SpeakerRow:
    fields = {"kind": "indirect", "cue": "denied", "cue_class": "denied"} | more
    return SpeakerRow("venn", "Orla Venn", (), 1, 1, (), 0, 0, "it had aimed at homes", **fields)  # type: ignore[arg-type]


def painted(row: SpeakerRow) -> str:
    class At:
        @staticmethod
        def now() -> int:
            return 3600

    panel = People(At())  # type: ignore[arg-type]
    ((*cells,),) = panel.paint(row, 80, 1)
    return "".join(cell.text for cell in cells)


def test_reported_words_stand_without_marks_and_with_their_cue() -> None:
    line = painted(speaker())
    assert "denied it had aimed at homes" in line
    assert "“" not in line
    assert citation(speaker()) == "Orla Venn (denied): it had aimed at homes"


@pytest.mark.parametrize("kind", ["direct", "mixed"])
def test_own_words_stand_in_marks(kind: str) -> None:
    line = painted(speaker(kind=kind, cue="said", cue_class="said"))
    assert "“it had aimed at homes”" in line
    assert "said" not in line
    assert "warned “it" in painted(speaker(kind=kind, cue="warned", cue_class="warned"))


def test_a_negation_shows_even_where_the_cue_alone_would_not_say_it() -> None:
    assert "not said it had" in painted(speaker(cue="said", cue_class="said", negated=True))
    assert "not said “it had" in painted(speaker(kind="direct", cue="said", cue_class="said", negated=True))
    assert words.cue("did not say", True) == "did not say"
    assert words.cue(None, False) == ""


async def test_the_panel_shows_everybody_who_speaks() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert "Orla Venn" in shown(app)


async def test_what_one_person_has_said_stands_under_the_titles_of_its_articles() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        await until(pilot, lambda: board(app).people.count == 2)
        await pilot.press("enter")
        rows = [line[:62] for line in shown(app).splitlines() if "“Nobody expects" in line or "Markets fall" in line]
        assert "3 Quotes · of Orla Venn" in shown(app)
        assert sum("Markets fall as bond" in row for row in rows[1:]) >= 2  # the first is the headline's
