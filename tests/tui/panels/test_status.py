"""What stands where on the status line, and what has no room there."""

from typing import TYPE_CHECKING, cast

import pytest
from rich.cells import cell_len

from tests.tui.boards import config
from tests.tui.fakes import NOW, FakeShelf
from tui.panels.status import Standing, Status

if TYPE_CHECKING:
    from tui.panels.shelf import Shelf

REST = Standing(sources=12, last=NOW - 60, next=NOW + 1140, now=NOW, pace=(0, 3, 1), new=7)


def line(standing: Standing, width: int) -> str:
    status = Status(cast("Shelf", FakeShelf(["One"])), config(), live=False)
    status.set_reactive(Status.standing, standing)
    return "".join(cell.text for cell in status.cells(width))


@pytest.mark.parametrize("width", [40, 80, 120, 200])
@pytest.mark.parametrize("failing", [(), ("Ellery Wire", "Port", "Night Desk", "Harbour")])
def test_a_run_moves_nothing_on_the_left_and_every_line_is_full(width: int, failing: tuple[str, ...]) -> None:
    rest = REST._replace(failing=failing)
    still, running = line(rest, width), line(rest._replace(done=4, asked=12), width)
    assert cell_len(still) == cell_len(running) == width
    same = min(width - 27, 60)
    assert still[:12] == running[:12] == " 12 sources "
    if width >= 80:
        assert still[: same - 30] == running[: same - 30]
        assert running.endswith(" ━━━━╌╌╌╌╌╌╌╌ 4/12 ")
        assert " · next " in still[-17:]


def test_what_is_urgent_has_the_room() -> None:
    said = line(REST._replace(fault="the disk is full: nothing was stored " * 3, failing=("Port",)), 80)
    assert "✗ the disk is full" in said
    assert "▁" not in said
    assert "new" not in said
    roomy = line(REST, 120)
    assert "● 7 new" in roomy
    assert "▁█▄ 4 in 3h" in roomy


def test_the_sources_are_counted_before_anything_is_known() -> None:
    status = Status(cast("Shelf", FakeShelf(["One"])), config(), live=False)
    assert "".join(cell.text for cell in status.cells(40)).startswith(" 1 source ")


def test_a_small_terminal_says_what_is_wrong_rather_than_when() -> None:
    said = line(REST._replace(failing=("Port",)), 40)
    assert said == " 12 sources  ·  ✗ 1 failing: Port       "
    assert line(REST, 40).endswith("next 08:19 ")
