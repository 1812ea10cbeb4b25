"""Asking one address: the request that its state calls for, and the Answer that what came back amounts to."""

import time
from collections.abc import Iterable
from typing import NamedTuple

from feeds.intake.asking.desk import Desk
from feeds.intake.client import fetch, waits
from feeds.intake.client.address import parsed, place
from feeds.intake.schedule import Reply, host_of
from feeds.model import Answer, Source, SourceState

FORGIVING = 3
"""After so many failures in a row a stored move is forgotten, and the user's own address asked again."""


class Group(NamedTuple):
    """Sources with one address: asked once, answered each."""

    host: str
    address: str
    members: list[tuple[Source, SourceState]]


def groups(asked: Iterable[tuple[Source, SourceState]]) -> list[Group]:
    """Return the sources by address (the same address twice is one request)."""
    found: dict[str, Group] = {}
    for source, state in asked:
        if state.where != source.where:
            state = SourceState(title=state.title, ok_at=state.ok_at, where=source.where)  # noqa: PLW2901
        address = state.moved_to or source.where
        key = "\n".join((address, *sorted(f"{name}={value}" for name, value in source.options.items())))
        found.setdefault(key, Group(host_of(address), address, [])).members.append((source, state))
    return list(found.values())


async def ask(desk: Desk, group: Group) -> list[Answer]:
    """Return the answers of a group's sources. Never raises for what the other side does, nor for what it says."""
    if group.host in desk.resting:
        return [Answer(source, "skipped", state) for source, state in group.members]
    began = time.monotonic()
    try:
        return await _answers(desk, group, began)
    except Exception as error:
        from feeds.intake.asking.reasons import is_offline, of_error  # noqa: PLC0415 (most runs have no failures)

        reply = Reply(good=False, error=of_error(error), offline=is_offline(error))
        return [_failed(desk, source, state, reply, began) for source, state in group.members]


async def _answers(desk: Desk, group: Group, began: float) -> list[Answer]:
    question = _question(group)
    fetched = await desk.fetch(question, group.members[0][0].options)
    if fetched.status in (429, 503):
        desk.resting |= {group.host, host_of(fetched.address)}
    if fetched.status == 304 and question.etag is question.last_modified is None:
        reply = Reply(good=False, http=304, error="it says nothing changed since we never asked (304)")
    elif fetched.status == 304:
        return [_unchanged(desk, source, state, fetched, began) for source, state in group.members]
    elif fetched.status in (200, 226):
        from feeds.intake.asking.taking import taken  # noqa: PLC0415 (parsers and more: 30 ms, and an unchanged feed needs none)

        found = await taken(desk, group.members, fetched, began)
        if not isinstance(found, Reply):
            return found
        reply = found
    else:
        reply = _refusal(fetched, desk.now)
    return [_failed(desk, source, state, reply, began) for source, state in group.members]


def _question(group: Group) -> fetch.Wanted:
    source, state = group.members[0]
    same = all((other.etag, other.last_modified) == (state.etag, state.last_modified) for _, other in group.members)
    return fetch.Wanted(
        group.address,
        etag=state.etag if same else None,
        last_modified=state.last_modified if same else None,
        typed=place(parsed(source.where)),
        verify=not source.unverified,
    )


def _refusal(fetched: fetch.Fetched, now: int) -> Reply:
    from feeds.intake.asking.reasons import of_status  # noqa: PLC0415

    return Reply(
        good=False,
        http=fetched.status,
        error=of_status(fetched.status, fetched.headers),
        retry_after=waits.retry_after(fetched.headers, now) if fetched.status in (429, 503) else None,
        fresh=waits.fresh(fetched.headers, now) if fetched.status in (429, 503) else 0,
    )


def _failed(desk: Desk, source: Source, state: SourceState, reply: Reply, began: float) -> Answer:
    after = desk.after(source, state, reply)
    if after.moved_to and after.streak >= FORGIVING:
        after = after._replace(moved_to=None, etag=None, last_modified=None)
    return Answer(source, "error", after, ms=_ms(began))


def _unchanged(desk: Desk, source: Source, state: SourceState, fetched: fetch.Fetched, began: float) -> Answer:
    if fetched.etag or fetched.last_modified:
        state = state._replace(
            etag=fetched.etag or state.etag, last_modified=fetched.last_modified or state.last_modified
        )
    reply = Reply(good=True, http=304, fresh=waits.fresh(fetched.headers, desk.now))
    return Answer(source, "not_modified", desk.after(source, state, reply), ms=_ms(began))


def _ms(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
