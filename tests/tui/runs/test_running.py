"""How long runs without a board wait for each other."""

import pytest

from tui.runs.running import pause

DAY = 86_400.0


@pytest.mark.parametrize(
    ("now", "due", "seconds"),
    [
        (1_005, 0, 55),  # files have no time of their own: a look a minute
        (1_005, 1_100, 95),
        (1_005, 9_999, 1_195),
        (1_010 + DAY, 1_100, 1),  # asleep, or the clock was set forward
        (1_005 - DAY, 1_100, 1_200),  # the clock was set back
    ],
)
def test_the_wait_for_the_next_run(now: float, due: float, seconds: float) -> None:
    assert pause(1_000, now, due, 1_200) == seconds
