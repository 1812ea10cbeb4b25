"""The Sources screen on a desk of its own: what is typed there ends in the configuration."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from feeds.archive import open_archive
from feeds.archive.layout.findings import SourceRow
from feeds.config import load
from feeds.intake import Settings
from feeds.model import Source, SourceState
from feeds.refresh import run as refresh
from tests.tui.boards import board, shown
from tui.app import Copydesk
from tui.panels.status import Status
from tui.refresher import Refresher
from tui.screens.sources import Sources, _state


async def type_in(pilot: Pilot[None], place: Path) -> None:
    """Put a path into the line that is typed in, and send it."""
    pilot.app.screen.query_one("#where", Input).value = str(place)
    await pilot.press("enter")


FEEDS = '<outline type="rss" text="{n}" xmlUrl="http://127.0.0.1:9/{n}.xml"/>'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wires").mkdir()
    (tmp_path / "wires" / "a.txt").write_text("25 July, 2025\na\n\nNight ferry stays\n\nIt cost $3m.\n")
    feeds = "".join(FEEDS.format(n=n) for n in range(40))
    (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body>{feeds}</body></opml>')
    config = tmp_path / "config.toml"
    config.write_text(f'archive = "{tmp_path}/desk.sqlite3"\n[[source]]\nname = "wires"\npath = "{tmp_path}/wires"\n')
    return config


async def test_a_list_of_feeds_is_read_behind_the_keys_and_then_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = Copydesk(load(desk), live=False)
    runs: list[object] = []
    monkeypatch.setattr(Refresher, "start", lambda _, sources=None: runs.append(sources))
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("S", "i")
        await type_in(pilot, desk.parent / "feeds.opml")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Reading " in app.notes[1].words
        status = board(app).status
        assert len(status.pulse.config.sources) == 41
        assert len(load(desk).sources) == 41
        assert "40 feeds added" in app.notes[0].words
        assert runs == [None]
        status.standing = status.standing._replace(done=10, asked=41)
        await pilot.pause()
        assert "Sources ━━╌╌╌╌╌╌╌╌╌╌ 10/41" in shown(app)


async def test_a_source_whose_certificate_nobody_checks_is_shown_in_the_tone_of_an_alarm(desk: Path) -> None:
    with desk.open("a") as file:
        file.write('[[source]]\nname = "own"\nurl = "https://127.0.0.1:9/f"\nverify = false\n')
    app = Copydesk(load(desk), live=False)
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("S")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Sources)
        assert "certificate not checked · https://127.0.0.1:9/f" in shown(app)
        own = screen.paints()[1](140)
        assert own[-1].tone == "alarm"
        assert any(cell.tone == "alarm" for cell in screen.whole(1))


async def test_what_is_not_kept_of_a_source_stands_where_the_failing_say_what_is_wrong(desk: Path) -> None:
    (desk.parent / "wires" / "photo.txt").write_bytes(b"\0")
    config = load(desk)
    with open_archive(config.archive_file) as archive:
        _ = [event async for event in refresh(archive, config.sources, Settings())]
    app = Copydesk(config, live=False)
    async with app.run_test(size=(140, 36)) as pilot:
        await pilot.press("S")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, Sources)
        assert "photo.txt: not a text: it holds NUL bytes" in shown(app)
        assert [screen.paints()[0](140)[-1].tone, screen.whole(0)[-1].tone] == ["warn", "warn"]


async def test_what_is_no_list_is_said_and_nothing_changes(desk: Path) -> None:
    app = Copydesk(load(desk), live=False)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("S", "i")
        await type_in(pilot, desk)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "The configuration stays as it is" in shown(app)
    assert len(load(desk).sources) == 1


async def test_a_source_is_paused_edited_and_taken_out(desk: Path) -> None:
    app = Copydesk(load(desk), live=False)
    (desk.parent / "other").mkdir()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("S", "p")
        assert "‖ paused" in shown(app)
        assert load(desk).sources[0].paused
        await pilot.press("p", "e")
        await type_in(pilot, desk.parent / "other")
        await pilot.pause()
        assert load(desk).sources[0].where == str(desk.parent / "other")
        await pilot.press("d")
        assert "d again takes wires out" in app.notes[0].words
        assert load(desk).own
        await pilot.press("d")
        assert not load(desk).own


async def test_a_move_takes_back_the_first_of_the_two_keys_that_take_a_source_out(desk: Path) -> None:
    with desk.open("a") as file:
        file.write(f'[[source]]\nname = "other"\npath = "{desk.parent}"\n')
    app = Copydesk(load(desk), live=False)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("S", "d", "j", "k", "d")
        assert len(load(desk).sources) == 2


async def test_the_cursor_stays_on_its_source_when_another_begins_to_fail(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.open("a") as file:
        file.write(f'[[source]]\nname = "other"\npath = "{desk.parent}"\n')
    monkeypatch.setattr(Status, "look", lambda _: None)  # it would say, some time, how the sources really are
    app = Copydesk(load(desk), live=False)
    failing = SourceRow("other", "other", "folder", "", (), "error", SourceState(streak=1, error="no"), 0, 0, 0, None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("S")
        monkeypatch.setattr(app.shelf, "sources", lambda: [failing])
        status = board(app).status
        status.standing = status.standing._replace(failing=("other",))
        await pilot.pause()
        screen = shown(app)
        assert screen.index("✗ failed 1x") < screen.index("wires  ")
        await pilot.press("p")
        assert [source.paused for source in load(desk).sources] == [True, False]


@pytest.mark.parametrize(("status", "streak", "said"), [("", 0, "not yet"), ("ok", 0, "✓ ok"), ("", 2, "failed 2x")])
def test_a_source_that_a_run_knows_but_has_not_asked_is_not_ok(status: str, streak: int, said: str) -> None:
    place = "https://port.example/rss"
    row = SourceRow(place, place, "feed", place, (), status, SourceState(streak=streak), 0, 0, 0, None)
    assert said in _state(Source(place, place, "feed", place), row)[0]
