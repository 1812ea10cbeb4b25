"""When a source may be asked again, and what is told from an address before it is asked."""

import pytest

from feeds.intake.schedule import BLIND, CEILING, DEFAULT, FLOOR, Reply, after, host_of, is_due, is_loopback
from feeds.intake.schedule import OFFLINE as NO_NETWORK
from feeds.model import SourceState

OFFLINE = Reply(good=False, error="there is no network", offline=True)
NOW, HOUR, DAY, WEEK, YEAR = 1_795_000_000, 3600, 86_400, 7 * 86_400, 365 * 86_400
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


def test_who_waits_for_an_hour_is_spread_over_its_beginning_and_who_skips_all_of_them_waits_for_none() -> None:
    good, at = Reply(good=True), 10 * 3600 + 50 * 60  # with the default interval 11:10 on 1 January 1970, a Thursday
    skipping = SourceState(skip_hours=1 << 11 | 1 << 12)
    assert [after(skipping, good, None, at, chance).next_at - 13 * 3600 for chance in (0, 0.5, 1)] == [0, 180, 360]
    for state in (SourceState(skip_hours=(1 << 24) - 1), SourceState(skip_days=(1 << 7) - 1)):
        assert after(state, good, None, at, 0).next_at == at + DEFAULT
    longest = after(SourceState(skip_days=0b0110000), Reply(good=True, fresh=YEAR), None, at, 1)
    assert longest.next_at > at + 2 * CEILING
    assert not is_due(longest, at)  # a wait and a skipped day are no clock that jumped
    weekdays = SourceState(skip_days=0b0011111)
    assert after(weekdays, good, None, at, 0).next_at == at + DEFAULT + CEILING


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


@pytest.mark.parametrize(
    ("state", "by_hand", "local", "due"),
    [
        (SourceState(), False, False, True),
        (SourceState(next_at=NOW), False, False, True),
        (SourceState(next_at=NOW + 1), False, False, False),
        (SourceState(next_at=NOW + 1), True, False, True),
        (SourceState(asked_at=NOW - 59), True, False, False),
        (SourceState(asked_at=NOW - 60), True, False, True),
        (SourceState(asked_at=NOW - 1), True, True, True),
        (SourceState(asked_at=NOW - 1, retry_at=NOW + 1, next_at=NOW + 1), True, True, False),
        (SourceState(asked_at=NOW - 1, retry_at=NOW + WEEK, next_at=NOW + WEEK), True, False, False),
        (SourceState(asked_at=NOW - 1, retry_at=NOW + WEEK, next_at=NOW + WEEK), False, False, False),
        (SourceState(gone=True), True, True, False),
        # The clock was set back since: what was asked in the future is asked again, and waits as before.
        (SourceState(asked_at=NOW + 61, next_at=NOW + 99), False, False, True),
        (SourceState(asked_at=NOW + 61, next_at=NOW + 99), True, False, True),
        (SourceState(asked_at=NOW + 60, next_at=NOW + 99), False, False, False),
        (SourceState(next_at=NOW + 3 * DAY), False, False, True),
        (SourceState(next_at=NOW + 2 * DAY), False, False, False),
        (SourceState(asked_at=NOW + 9 * YEAR, retry_at=NOW + 9 * YEAR, next_at=NOW + 9 * YEAR), True, False, True),
    ],
)
def test_when_a_source_is_due(state: SourceState, *, by_hand: bool, local: bool, due: bool) -> None:
    assert is_due(state, NOW, by_hand=by_hand, local=local) is due


@pytest.mark.parametrize(
    ("reply", "interval", "wait"),
    [
        (Reply(good=True), None, DEFAULT),
        (Reply(good=True), 60, FLOOR),
        (Reply(good=True), 99 * DAY, CEILING),
        (Reply(good=True, fresh=HOUR), None, HOUR),
        (Reply(good=True, fresh=HOUR), 2 * HOUR, 2 * HOUR),
        (Reply(good=True, fresh=YEAR), None, CEILING),
        (Reply(good=True, blind=True), None, BLIND),
        (Reply(good=True, blind=True), HOUR, HOUR),
        (Reply(good=True, blind=True, local=True), 5, 5),
        (Reply(good=True, fresh=HOUR, local=True), 5, HOUR),
        (Reply(good=True, fresh=YEAR, local=True), 5, CEILING),
        (Reply(good=True, local=True), None, DEFAULT),
        (DOWN, None, 2 * DEFAULT),
        (DOWN, 60, FLOOR),
        (DOWN._replace(local=True), 5, 10),
        (DOWN._replace(fresh=3 * HOUR), None, 3 * HOUR),
        (DOWN._replace(retry_after=3 * DAY), None, 3 * DAY),
        (DOWN._replace(retry_after=3 * DAY, local=True), 5, 3 * DAY),
        (DOWN._replace(retry_after=5), None, 2 * DEFAULT),
        (DOWN._replace(retry_after=20 * DAY), None, WEEK),
    ],
)
def test_how_long_a_source_is_left_alone(reply: Reply, interval: int | None, wait: int) -> None:
    state = after(SourceState(), reply, interval, NOW, 0.0)
    assert (state.interval, state.next_at) == (wait, NOW + wait)
    most = after(SourceState(), reply, interval, NOW, 1.0).next_at - NOW
    assert most == (wait if reply.local and interval else int(wait * 1.1))
    assert state.retry_at == (NOW + min(reply.retry_after, WEEK) if reply.retry_after else 0)
