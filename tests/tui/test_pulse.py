"""The board moves by itself: at the interval, when files change, and when another process has written."""

from itertools import pairwise
from pathlib import Path

from feeds.model import Source
from tests.tui.boards import config
from tui.pulse import Pulse, stamps
from tui.refresher import Refresher


class Started(Refresher):
    def __init__(self) -> None:
        super().__init__((), lambda message: None)
        self.times = 0

    def start(self, sources: object = None) -> bool:
        self.times += 1
        return True


def test_a_run_begins_at_once_and_then_at_the_interval() -> None:
    started = Started()
    pulse = Pulse(config(), started, lambda: None)
    for now in (0.0, 1.0, 1199.0, 1200.0, 1201.0):
        pulse.beat(1, now)
    assert started.times == 2
    assert pulse.next_at == 2400.0


def test_a_clock_that_is_set_back_puts_no_run_off_by_a_day() -> None:
    started = Started()
    pulse = Pulse(config(), started, lambda: None)
    for now in (86_400.0, 86_401.0, 10.0, 11.0, 1210.0):
        pulse.beat(1, now)
    assert started.times == 3


def test_a_write_of_another_process_is_told_once() -> None:
    told: list[int] = []
    pulse = Pulse(config(), Started(), lambda: told.append(1))
    for version in (1, 1, 2, 2, 3):
        pulse.beat(version, 0.0)
    assert len(told) == 2


def test_stamps_change_with_a_file_that_comes_changes_or_goes(tmp_path: Path) -> None:
    source = Source("wires", "wires", "folder", str(tmp_path))
    seen = [stamps([source])]
    article = tmp_path / "a.txt"
    article.write_text("one")
    seen.append(stamps([source]))
    article.write_text("three")
    seen.append(stamps([source]))
    article.unlink()
    seen.append(stamps([source]))
    assert all(before != after for before, after in pairwise(seen))
    assert stamps([source._replace(kind="feed"), source._replace(paused=True)]) == {}
    assert stamps([source._replace(where="/nowhere")]) == {"wires": (0, 0)}


class UnderWay(Started):
    running = True


def test_a_run_under_way_that_writes_all_the_time_is_told_every_few_seconds_and_at_its_end() -> None:
    told: list[float] = []
    now = [0.0]
    pulse = Pulse(config(), UnderWay(), lambda: told.append(now[0]))
    pulse.look(0)
    for version in range(1, 13):
        now[0] = 100.0 + version
        pulse.beat(version, now[0])
    assert told == [101.0, 106.0, 111.0]
    assert pulse.look(12)
    assert len(told) == 4


def test_a_clock_that_is_set_back_hides_no_news_of_a_run_under_way() -> None:
    told: list[float] = []
    pulse = Pulse(config(), UnderWay(), lambda: told.append(1))
    for version, now in enumerate((86_400.0, 86_410.0, 10.0, 11.0, 15.0)):
        pulse.beat(version, now)
    assert len(told) == 3  # after the lull, at the step back, and after the lull again


def test_whoever_looks_first_is_told_of_a_write_and_nobody_again() -> None:
    told: list[int] = []
    pulse = Pulse(config(), Started(), lambda: told.append(1))
    assert [pulse.look(version) for version in (1, 1, 2, 2)] == [False, False, True, False]
    pulse.beat(2, 0.0)
    assert len(told) == 1
