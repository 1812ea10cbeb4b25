"""Rows are marked, starred and rejected, and every step can be undone."""

from typing import cast

import pytest

from tests.tui.boards import board, board_app, shown
from tests.tui.fakes import FakeArchive
from tui.app import Copydesk


def archive(app: Copydesk) -> FakeArchive:
    return cast("FakeArchive", board(app).archive)


async def test_a_row_is_marked_as_seen_and_back() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("m")
        assert archive(app).marks == [("a7", True, None)]
        assert board(app).headlines.list.cursor == 1
        await pilot.press("u")
        assert archive(app).marks[-1] == ("a7", False, None)


async def test_all_above_are_marked_as_seen_at_once() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("j", "j", "M")
        assert [one for one, seen, _ in archive(app).marks if seen] == ["a7", "a6", "a5"]
        await pilot.press("u", "u")
        assert "nothing to undo" in shown(app)


async def test_a_star_is_given_and_taken() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "s", "u")
        assert archive(app).marks == [("a6", None, True), ("a6", None, False)]


@pytest.mark.parametrize(("panel", "one"), [("2", "a7f1"), ("3", "a7q1")])
async def test_a_wrong_reading_is_rejected_and_taken_back(panel: str, one: str) -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(panel, "j", "x")
        assert archive(app).rejected == {one}
        await pilot.press("u")
        assert archive(app).rejected == set()


async def test_what_is_listed_as_rejected_is_taken_back_by_the_same_key() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("2", "j", "x")
        assert archive(app).rejected == {"a7f1"}  # the list of this archive leaves nothing out
        await pilot.press("x")
        assert archive(app).rejected == set()
        assert "No longer rejected" in shown(app)
        await pilot.press("u")
        assert archive(app).rejected == {"a7f1"}


async def test_headlines_cannot_be_rejected() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("x")
        assert archive(app).rejected == set()
        assert "Only figures and quotes" in shown(app)


async def test_a_mark_in_the_reader_is_worked_on_too() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("0", "]", "x")
        assert archive(app).rejected == {"a7f0"}


async def test_alike_shows_the_same_unit_or_speaker() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "j", "l")
        assert board(app).figures.label == "unit USD"
        await pilot.press("3", "l")
        assert board(app).quotes.label == "of Orla Venn"
        await pilot.press("escape")
        assert board(app).quotes.label == ""


async def test_doubt_is_the_same_in_both_panels_though_one_was_widened_by_hand() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "d", "escape")
        there = board(app)
        assert (there.figures.words, there.quotes.words) == ("", "=is:doubtful")
        await pilot.press("d")
        assert there.figures.words == there.quotes.words == "=is:doubtful"
        await pilot.press("d")
        assert there.figures.words == there.quotes.words == ""


async def test_doubt_says_so_where_neither_panel_is_in_sight() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("d")
        assert "Figures and quotes show only what is doubtful" in shown(app)
        await pilot.press("d")
        assert "Figures and quotes show everything again" in shown(app)


async def test_doubt_narrows_and_widens_both_panels() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("d")
        assert board(app).figures.words == board(app).quotes.words == "=is:doubtful"
        await pilot.press("d")
        assert board(app).figures.words == ""


async def test_people_lead_to_their_words() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("4")
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert board(app).people.count == 2
        await pilot.press("j", "enter")
        assert board(app).current is board(app).quotes
        assert board(app).quotes.label == "of Tomas Adeyr-Lund"


async def test_a_query_that_is_not_whole_says_so_and_keeps_the_rows() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", "=", '"', "a")
        assert board(app).headlines.fault != ""
        assert board(app).headlines.count == 7
        await pilot.press("escape")
        assert board(app).headlines.fault == ""
