"""Whose turn it is when many addresses of many hosts are due."""

from feeds.intake.asking.network import Turns
from feeds.intake.asking.one import groups
from feeds.model import Source, SourceState


def turns(**feeds: int) -> Turns:
    addresses = [f"http://{host}.example/{n}" for host, many in feeds.items() for n in range(many)]
    return Turns(groups((Source(where, where, "feed", where), SourceState()) for where in addresses))


def taken(waiting: Turns) -> str:
    queue = waiting.take()
    return queue.popleft().address if queue else ""


def test_a_host_has_a_second_request_only_when_no_other_waits() -> None:
    waiting = turns(a=3, b=1)
    first = {taken(waiting), taken(waiting)}
    assert first == {"http://a.example/0", "http://b.example/0"}
    assert [taken(waiting), taken(waiting)] == ["http://a.example/1", ""]


def test_those_that_failed_are_asked_last() -> None:
    addresses = [f"http://a.example/{n}" for n in range(5)]
    asked = [(Source(a, a, "feed", a), SourceState(streak=n % 2, where=a)) for n, a in enumerate(addresses)]
    queue = Turns(groups(asked)).take()
    assert queue is not None
    assert [group.address[-1] for group in queue] == list("02413")


def test_hosts_go_round_until_all_are_asked() -> None:
    waiting = turns(a=4, b=2)
    order = []
    while (queue := waiting.take()) is not None:
        order.append(queue.popleft().host)
        waiting.put(queue)
    assert sorted(order[:4]) == ["a.example"] * 2 + ["b.example"] * 2
    assert order[4:] == ["a.example"] * 2
