"""The reader while it is hidden, and how much of it a step from mark to mark draws."""

from typing import TYPE_CHECKING, cast

from rich.cells import cell_len

from tests.tui.boards import board, board_app, shown
from tests.tui.fakes import NOW
from tui.panels.heading import heading
from tui.panels.layout import Mark, lay_out, mark_at

if TYPE_CHECKING:
    from tests.tui.fakes import FakeArchive


async def test_another_mark_may_be_asked_for_while_the_reader_is_hidden() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("3", "j")
        await pilot.resize_terminal(4, 4)
        there.reader.page.show_mark("second", 0)
        there.reader.page.show_mark("second", 2)
        assert not app.notes


async def test_a_step_from_mark_to_mark_draws_only_the_lines_of_both() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("0", "]")
        page = there.reader.page
        kept = {number: page.draw(number, page.width) for number in range(page.size.height)}
        page.action_next_mark()
        drawn = [number for number, strip in kept.items() if page.draw(number, page.width) is not strip]
        assert 0 < len(drawn) <= 4


async def test_many_marks_are_counted_as_any_other_number_is_written() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("0")
        page = there.reader.page
        page.body = page.body._replace(marks=[*page.body.marks] * 200)
        page.now = 1234
        assert there.reader.place.startswith("mark 1,235 of 1,800")


async def test_a_search_in_the_article_says_how_often_and_where() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("0", "/", *"will", "enter")
        assert "0 Reader /will" in shown(app)
        assert "2 hits · Esc" in shown(app)
        assert board(app).keys.place == "hit 1 of 2"
        await pilot.press("n")
        assert board(app).keys.place == "hit 2 of 2"
        await pilot.press("]")
        assert board(app).keys.place.startswith("mark ")
        assert " of 9" in board(app).keys.place  # as many as without the search
        await pilot.press("escape", "/", *"zzz", "enter", "n")
        assert "not found · Esc" in shown(app)
        await pilot.press("escape")
        assert "not found" not in shown(app)
        assert board(app).current is board(app).reader


async def test_the_note_of_the_chosen_mark_stands_out_and_goes_to_the_foot_where_it_has_no_margin() -> None:
    app = board_app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("0", "]")
        there, page = board(app), board(app).reader.page
        assert there.keys.place == "mark 1 of 9"
        lines = [page._draw(line, page.width) for line in range(len(page.head), page.virtual_size.height)]
        now = page.inks()["first-now"]
        said = [segment.text for line in lines for segment in line if segment.style == now]
        assert said == ["more than 220,000 litres", ">220,000 litres · measure"]
        await pilot.press("]")
        lines = [page.draw(line, page.width) for line in range(len(page.head), page.virtual_size.height)]
        said = [segment.text for line in lines for segment in line if segment.style == now]
        assert said == ["$3.2bn", "$3.2bn · the ministry · money"]
        await pilot.resize_terminal(120, 36)
        assert there.keys.place == "mark 2 of 9 · 90% $3.2bn · the ministry · money"


async def test_what_stands_above_an_article_is_never_cut_short() -> None:
    app = board_app()
    archive = cast("FakeArchive", app.shelf.archive)
    odd = "date not believed: mer, 16 nov 2022 00:38:15 +0100 (the feed says it in a language that is not English)"
    stored = archive.article("a7")
    stored = stored._replace(article=stored.article._replace(notes=(odd,)))
    for width in 30, 50, 90:
        said = [" ".join(cell.text for cell in line) for line in heading(stored, width, NOW)]
        assert max(map(cell_len, said)) <= width
        assert odd in " ".join(said)


async def test_no_line_above_an_article_begins_or_ends_with_what_parts_two_things() -> None:
    app = board_app()
    stored = cast("FakeArchive", app.shelf.archive).article("a7")
    row = stored.row._replace(published=None, source_name="news.ellery.example/feeds/harbour-and-coast/all/latest.xml")
    for width in range(30, 90):
        lines = ["".join(cell.text for cell in line) for line in heading(stored._replace(row=row), width, NOW)]
        assert not [line for line in lines if line.strip().startswith("·") or line.strip().endswith("·")]
        assert max(map(cell_len, lines)) <= width
        assert row.source_name in "".join(lines)


async def test_an_empty_page_says_what_helps() -> None:
    app = board_app([])
    async with app.run_test(size=(120, 36)):
        assert "No article is chosen." in shown(app)


async def test_a_click_goes_to_the_mark_or_to_that_of_the_note_and_the_lists_follow() -> None:
    app = board_app()
    async with app.run_test(size=(200, 60)) as pilot:
        await pilot.press("j", "0")
        there = board(app)
        page = there.reader.page
        lines = ["".join(cell.text for cell in page._draw(at, page.width)) for at in range(page.virtual_size.height)]
        row, line = next((at, line) for at, line in enumerate(lines) if "$3.2bn, the ministry" in line)
        await pilot.click("#page", offset=(line.index("$3.2bn") + 2, row))
        assert page.mark
        assert page.mark.tone == "first"
        assert there.keys.place.startswith("mark 2 of 9")
        assert there.figures.row
        assert there.figures.row.figure.text == "$3.2bn"
        row, line = next((at, line) for at, line in enumerate(lines) if "Tomas Adeyr-Lund · denied" in line)
        await pilot.click("#page", offset=(line.index("denied", page._column), row))
        assert page.mark
        assert page.mark.tone == "second"
        assert there.quotes.row
        assert there.quotes.row.quote.speaker == "Tomas Adeyr-Lund"
        assert there.current is there.reader
        await pilot.click("#page", offset=(1, 5))  # nothing is marked there
        assert page.mark.tone == "second"


async def test_the_lists_follow_from_mark_to_mark_only_where_they_are_of_the_article() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("0", "]", "]")
        assert there.figures.list.cursor == 0
        await pilot.press("1", "j", "0", "]", "]")
        assert there.figures.row
        assert there.figures.row.figure.text == "$3.2bn"
        await pilot.press("1", "j")
        assert there.figures.list.cursor == 0


async def test_a_click_on_the_link_shows_it_before_it_is_opened() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        page = board(app).reader.page
        row = next(at for at, line in enumerate(page.head) if any(cell.tone == "link" for cell in line))
        await pilot.click("#page", offset=(4, row))
        await pilot.pause(0.1)
        assert "Enter opens it in your browser" in shown(app)


def test_the_mark_under_a_cell_is_the_one_on_top() -> None:
    text = "港 rose “by 5% or so” today"
    body = lay_out(text, [Mark(7, 18, "second", item=0), Mark(11, 13, "first", item=0)], 60)
    assert [mark_at(body, 0, cell) for cell in (0, 3, 9, 12, 13, 14, 17, 40, -1)] == [
        None, None, 0, 1, 1, 0, 0, None, None,
    ]  # fmt: skip
    assert mark_at(body, 1, 3) is None
