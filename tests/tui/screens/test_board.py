"""The board: what is chosen in one panel shows in the others, and every key goes where it says."""

import pytest
from textual.pilot import Pilot

from tests.tui.boards import board, board_app, shown
from tui.app import Copydesk


def focused(app: Copydesk) -> str:
    return board(app).current.WHAT


async def settled(pilot: Pilot[None]) -> None:
    """Wait for what runs behind the keys."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_first_screen_shows_all_panels_and_the_newest_article() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)):
        screen = shown(app)
        for part in ("1 Headlines", "2 Key figures", "3 Quotes", "0 Reader", "Markets fall as bond yields"):
            assert part in screen
        assert focused(app) == "headlines"
        assert board(app).figures.count == 35


async def test_choosing_a_headline_narrows_figures_and_quotes_and_shows_the_text() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j")
        there = board(app)
        assert there.figures.count == 5
        assert there.quotes.count == 4
        assert "of this article" in shown(app)
        assert there.reader.stored is not None
        assert there.reader.stored.row.id == "a6"
        await pilot.press("escape")
        assert there.figures.count == 35
        assert "of this article" not in shown(app)


@pytest.mark.parametrize(
    ("panel", "tone", "words"), [("2", "first", "$3.2bn"), ("3", "second", "It will take 24 to 48 weeks.")]
)
async def test_choosing_a_figure_or_a_quote_marks_it_in_the_reader(panel: str, tone: str, words: str) -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(panel, "j")
        reader = board(app).reader
        assert reader.stored is not None
        assert reader.page.now is not None
        mark = reader.page.body.marks[reader.page.now]
        assert mark.tone == tone
        assert reader.stored.article.text[mark.start : mark.end] == words
        line = reader.page.body.line_at(mark.start) + len(reader.page.head)
        assert 0 <= line - reader.page.scroll_offset.y < reader.page.size.height


async def test_enter_opens_in_the_reader_and_escape_goes_back() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "enter")
        assert focused(app) == "reader"
        assert board(app).reader.page.now is not None
        await pilot.press("escape")
        assert focused(app) == "quotes"


async def test_tab_goes_round() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        seen = []
        for _ in range(len(board(app).panels)):
            seen.append(focused(app))
            await pilot.press("tab")
        assert seen == [panel.WHAT for panel in board(app).panels]
        assert focused(app) == "headlines"
        await pilot.press("shift+tab")
        assert focused(app) == "reader"


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
@pytest.mark.parametrize(("key", "panel"), [("1", "headlines"), ("2", "figures"), ("3", "quotes"), ("0", "reader")])
async def test_numbers_go_to_panels_at_every_size(size: tuple[int, int], key: str, panel: str) -> None:
    app = board_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press(key)
        assert focused(app) == panel
        assert board(app).current.region.area > 0
        assert app.focused is not None


async def test_a_narrow_terminal_shows_one_panel_at_a_time() -> None:
    app = board_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "2 Key figures" not in shown(app).split("\n", 1)[1]
        await pilot.press("3", "j", "enter")
        assert "It will take 24 to 48 weeks" in shown(app)
        assert board(app).reader.page.now is not None


async def test_the_filter_narrows_while_one_types() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *"harb")
        there = board(app).headlines
        await settled(pilot)
        assert there.count == 1
        await pilot.press("enter")
        assert focused(app) == "headlines"
        await pilot.press("/", "home", "!", "enter")
        await settled(pilot)
        assert there.count == 6
        await pilot.press("escape")
        assert there.count == 7


async def test_a_panel_that_is_narrowed_says_how_many_rows_are_left() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *"harbour")
        await pilot.pause(0.2)
        assert "1 · Esc for all" in shown(app)
        await pilot.press("escape", "2", "l")
        await pilot.pause(0.2)
        assert f"{board(app).figures.count:,} · Esc for all" in shown(app)


async def test_escape_in_the_filter_shows_all_again() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *"zzz")
        await settled(pilot)
        assert board(app).headlines.count == 0
        assert "Nothing fits zzz" in shown(app)
        await pilot.press("escape")
        assert board(app).headlines.count == 7
        assert focused(app) == "headlines"


async def test_zoom_shows_the_panel_alone_and_back() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("2", "z")
        assert board(app).figures.size.width > 100
        assert not board(app).headlines.display
        await pilot.press("z")
        assert board(app).headlines.display
        await pilot.press("+")
        assert board(app).figures.size.height > board(app).headlines.size.height
        await pilot.press("+", "_", "_")
        assert board(app).headlines.display


async def test_the_reader_stands_beside_the_lists_or_below() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        assert there.reader.region.x > there.headlines.region.x
        await pilot.press("P")
        assert there.reader.region.y > there.headlines.region.y
        assert there.reader.region.x == there.headlines.region.x


async def test_marks_and_hits_in_the_reader() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("0", "]", "]")
        reader = board(app).reader
        assert reader.page.now == 1
        await pilot.press("[", "[")
        assert reader.page.now == len(reader.page.body.marks) - 1
        await pilot.press("/", *"Ellery", "enter")
        assert reader.page.now is not None
        assert reader.page.body.marks[reader.page.now].tone == "found"
        await pilot.press("n", "N", "escape")
        assert focused(app) == "reader"
        assert all(mark.tone != "found" for mark in reader.page.body.marks)


async def test_copying_takes_the_words_with_their_source() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("3", "y")
        assert app.clipboard.startswith("“Nobody expects this to be quick,” — Orla Venn, the harbour master\n")
        assert "Ellery Wire" in app.clipboard
        assert app.clipboard.endswith("https://ellery.example/7")
        await pilot.press("0", "y")
        assert "220,000" in app.clipboard or "Markets fall" in app.clipboard


async def test_the_link_is_shown_in_full_before_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("tui.screens.items.open_link", opened.append)
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("o")
        assert "https://ellery.example/7" in shown(app)
        await pilot.press("escape")
        assert opened == []
        await pilot.press("o", "enter")
        assert opened == ["https://ellery.example/7"]


async def test_help_names_every_key_and_runs_what_is_chosen() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("?", *"key", "space", *"figures", "enter")
        assert focused(app) == "figures"


async def test_a_key_of_the_users_own_counts_and_is_shown() -> None:
    app = board_app(keys={"zoom": "f5"})
    async with app.run_test(size=(120, 36)) as pilot:
        assert "f5 Zoom" in shown(app)
        await pilot.press("z")
        assert board(app).figures.display
        await pilot.press("f5")
        assert not board(app).figures.display


async def test_rows_that_arrive_leave_the_cursor_and_the_reader_where_they_are() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("j", "j")
        there = board(app)
        article = there.reader.stored
        assert article is not None
        there.shelf.archive.titles += ["One more", "And one"]  # type: ignore[attr-defined]
        there.load()
        await settled(pilot)
        assert there.headlines.count == 9
        assert there.headlines.list.cursor == 4
        assert there.reader.stored is not None
        assert there.reader.stored.row.id == article.row.id


async def test_a_chosen_mark_outlives_a_reader_that_is_hidden() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("0", "]", "]")
        await pilot.resize_terminal(4, 4)
        await pilot.press("1", "0")
        there = board(app)
        assert (there.reader.page.mark, there.reader.place) == (None, "0 marks")
        await pilot.resize_terminal(120, 36)
        assert there.reader.page.mark is not None
        assert there.keys.place.startswith("mark 2 of")


async def test_the_filter_is_typed_behind_its_sign_and_a_wrong_query_is_said_beside_it() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("/", *"Ellery")
        foot = shown(app).splitlines()[-1]
        assert foot.startswith(" /Ellery")
        assert foot.endswith("1 of 2 ")
        await pilot.press(*["backspace"] * 6, *"=foo:1")
        foot = shown(app).splitlines()[-1]
        assert foot.startswith(" /=foo:1")
        assert "there is no field 'foo:'" in foot
        await pilot.press("escape")
        assert "? Help" in shown(app).splitlines()[-1]


async def test_the_reader_shows_what_the_filter_has_found() -> None:
    app = board_app()
    async with app.run_test(size=(120, 36)) as pilot:
        there = board(app)
        await pilot.press("/", *"Council", "enter")
        assert there.reader.stored is not None
        assert there.reader.stored.row.title.startswith("Council")
        assert there.figures.label == "of this article"
        await pilot.press("escape", "escape", "/", *"zzz", "enter")
        assert there.reader.stored.row.title.startswith("Council")
