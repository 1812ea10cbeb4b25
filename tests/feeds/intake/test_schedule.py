"""What is told from an address before it is asked."""

import pytest

from feeds.intake.schedule import CEILING, DEFAULT, Reply, after, host_of, is_loopback
from feeds.intake.schedule import OFFLINE as NO_NETWORK
from feeds.model import SourceState

OFFLINE = Reply(good=False, error="there is no network", offline=True)
DOWN = Reply(good=False, error="connection refused")


@pytest.mark.parametrize(
    ("address", "host", "local"),
    [
        ("https://News.example/rss", "news.example", False),
        ("http://news.example:8080?q=@localhost/", "news.example", False),
        ("http://ana:secret@localhost:8000/f", "localhost", True),
        ("http://desk.localhost/f", "desk.localhost", True),
        ("http://127.0.0.9/f", "127.0.0.9", True),
        ("http://127.example/f", "127.example", False),
        ("http://[::1]:8000/f", "[::1]", True),
        ("http://[2001:db8::1]/f", "[2001:db8::1]", False),
        ("http://[::1.example/f", "[::1.example]", False),
        ("no address", "", False),
    ],
)
def test_the_host_of_an_address(address: str, host: str, local: bool) -> None:
    assert (host_of(address), is_loopback(address)) == (host, local)


def test_a_night_without_a_network_is_no_reason_to_wait_a_day_for_the_news() -> None:
    state, now = SourceState(ok_at=50), 100
    for _ in range(30):
        state = after(state, OFFLINE, None, now, 0.0)
        assert state.next_at - now == DEFAULT
        now = state.next_at
    assert (state.streak, state.failing_since, state.error) == (1, 100, "there is no network")
    assert after(state, Reply(good=True), None, now, 0.0).streak == 0


def test_a_name_that_cannot_be_looked_up_for_days_is_no_lack_of_a_network() -> None:
    state, now = SourceState(), 100
    while now < 100 + NO_NETWORK:
        state = after(state, OFFLINE, None, now, 0.0)
        now = state.next_at
    assert state.streak == 1
    for streak in (2, 3, 4):
        state = after(state, OFFLINE, None, now, 0.0)
        assert (state.streak, state.interval) == (streak, DEFAULT << streak)


def test_a_server_that_is_down_is_left_alone_for_as_long_as_before_when_the_network_is_back() -> None:
    state = SourceState()
    for _ in range(4):
        state = after(state, DOWN, None, 100, 0.0)
    asleep = after(state, OFFLINE, None, 200, 0.0)
    assert (asleep.streak, asleep.failing_since) == (4, 100)
    assert after(asleep, DOWN, None, 300, 0.0).next_at - 300 == min(DEFAULT << 5, CEILING)
