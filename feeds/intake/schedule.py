"""When a source may be asked again: pure functions of what was answered and the clock."""

import re
from typing import NamedTuple

from feeds.model import SourceState

DEFAULT = 1200
"""Seconds between two requests where nobody set any: news, and validators make each cheap."""
FLOOR = 600
"""No server on the net is asked more often."""
CEILING = 86_400
"""No wait is longer, but Retry-After: publishers send max-age of a year."""
BLIND = 6 * 3600
"""For a server that gives no validator each request is a full download: so much at least, unless the user set less."""
LONGEST_RETRY = 7 * 86_400
"""Retry-After is honoured up to here."""
NONSENSE_RETRY = 30 * 86_400
"""A Retry-After above this is a mistake, and the ordinary back-off holds."""
OFFLINE = 2 * 86_400
"""Seconds for which we believe that there is no network. Who was not asked needs no rest: after a night without one the
news comes with the next interval. But a name whose servers are gone for good answers in the same way."""
BY_HAND = 60
"""Seconds between two requests by hand."""
JITTER = 0.1
"""Share of a wait that is added at random, so that sources do not fall into step."""
SLACK = 1.2
"""A next request further away than the longest that we put one off, times this, says that the clock jumped."""
FURTHEST = 2 * CEILING
"""The longest: a wait, and then a day that a feed wants skipped. What Retry-After puts off is told by `retry_at`."""
_AFTER_HOST = re.compile(r"[/?#\\]")


class Reply(NamedTuple):
    """What one request came to, as far as the schedule cares."""

    good: bool
    """A feed, or 304."""
    http: int | None = None
    error: str | None = None
    """In words, where it is not good."""
    retry_after: int | None = None
    """Seconds, where the answer named a time that makes sense."""
    fresh: int = 0
    """Seconds that max-age or Expires ask for."""
    blind: bool = False
    """The answer gave no validator."""
    local: bool = False
    """The source is on loopback: an interval that the user set is taken as it stands."""
    offline: bool = False
    """There was no network here, so that no server was asked; as far as one can tell (see `OFFLINE`)."""


def is_due(state: SourceState, now: int, *, by_hand: bool = False, local: bool = False) -> bool:
    """Whether a source may be asked now; `by_hand` skips our interval, but never Retry-After, nor 410."""
    if state.gone:
        return False
    if now < state.retry_at <= now + LONGEST_RETRY * SLACK:
        return False
    jumped = state.asked_at is not None and state.asked_at > now + BY_HAND
    if by_hand:
        return local or jumped or state.asked_at is None or now - state.asked_at >= BY_HAND
    return jumped or state.next_at <= now or state.next_at > now + FURTHEST * SLACK


def after(state: SourceState, reply: Reply, interval: int | None, now: int, chance: float) -> SourceState:
    """Return the state after an answer; `interval` is what the user set (seconds), `chance` (0..1) makes the jitter.

    What the feed's document asks for is in `state`: a 304 does not say it again.
    """
    offline = reply.offline and now - (state.failing_since or now) < OFFLINE
    streak = 0 if reply.good else max(state.streak, 1) if offline else state.streak + 1
    doubled, own = (0, 0) if offline else (min(streak, 20), state.wait)
    wait = _when_good(reply, interval, own) if reply.good else _after_error(reply, interval, own, doubled)
    taken_as_it_stands = reply.local and interval is not None
    next_at = now + wait + (0 if taken_as_it_stands else int(wait * JITTER * chance))
    if not taken_as_it_stands:
        next_at = _outside(next_at, state.skip_hours, state.skip_days, chance)
    return state._replace(
        next_at=next_at,
        asked_at=now,
        ok_at=now if reply.good else state.ok_at,
        streak=streak,
        failing_since=None if reply.good else (state.failing_since or now),
        error=None if reply.good else reply.error,
        http=reply.http,
        gone=reply.http == 410,
        interval=wait,
        retry_at=0 if reply.retry_after is None else now + min(reply.retry_after, LONGEST_RETRY),
    )


def _when_good(reply: Reply, interval: int | None, own: int) -> int:
    if reply.local and interval is not None:
        return max(interval, min(reply.fresh, CEILING))
    wait = max(interval or DEFAULT, reply.fresh, own)
    if reply.blind and interval is None:
        wait = max(wait, BLIND)
    return min(max(wait, FLOOR), CEILING)


def _after_error(reply: Reply, interval: int | None, own: int, doubled: int) -> int:
    floor = 0 if reply.local and interval is not None else max(FLOOR, own)
    wait = min(max((interval or DEFAULT) << doubled, floor, reply.fresh), CEILING)
    return max(wait, min(reply.retry_after or 0, LONGEST_RETRY))


def _outside(at: int, hours: int, days: int, chance: float) -> int:
    """Return the first time from `at` on whose hour and weekday (GMT) are not skipped, a day later at most.

    `at` itself where all of them are. Not the full hour: others wait for it too.
    """
    for later in range(8 * 24):
        moment = at if later == 0 else (at // 3600 + later) * 3600 + int(3600 * JITTER * chance)
        # 1970-01-01 was a Thursday.
        if not hours >> moment // 3600 % 24 & 1 and not days >> (moment // 86_400 + 3) % 7 & 1:
            return min(moment, at + CEILING)
    return at


def host_of(address: str) -> str:
    """Return the host that an address names, in lower case: what tells servers apart before one is asked.

    Never raises, as urllib's does: links come from outside, and some are no addresses.
    """
    host = _AFTER_HOST.split(address.partition("://")[2], 1)[0].rpartition("@")[2].lower()
    return f"{host.partition(']')[0]}]" if host.startswith("[") else host.partition(":")[0]


def is_loopback(address: str) -> bool:
    """Whether an address names this machine: `localhost`, 127.0.0.0/8 or ::1."""
    host = host_of(address)
    return host in ("localhost", "[::1]") or host.endswith(".localhost") or _is_127(host)


def _is_127(name: str) -> bool:
    parts = name.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdecimal() for part in parts)
