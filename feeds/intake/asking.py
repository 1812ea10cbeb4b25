"""Asking one address: the request that its state calls for, and the Answer that what came back amounts to."""

import random
import time
from collections.abc import Iterable
from typing import NamedTuple

from feeds.intake import cleaning, entries, fetch, reasons, schedule, waits
from feeds.intake.desk import Desk, Job
from feeds.intake.document import Document, NotAFeedError
from feeds.intake.fulltext import TEASER, not_undone, wanted
from feeds.intake.schedule import Reply
from feeds.model import Answer, Source, SourceState

LONGEST_VALIDATOR = 8192
"""A longer ETag is not stored: it would be sent back with every request."""
FORGIVING = 3
"""After so many failures in a row a stored move is forgotten, and the user's own address asked again."""


class Group(NamedTuple):
    """Sources with one address: asked once, answered each."""

    host: str
    address: str
    members: list[tuple[Source, SourceState]]


def groups(asked: Iterable[tuple[Source, SourceState]]) -> list[Group]:
    """Return the sources by address (rule 15: the same address twice is one request)."""
    found: dict[str, Group] = {}
    for source, state in asked:
        if state.where != source.where:
            state = SourceState(title=state.title, ok_at=state.ok_at, where=source.where)  # noqa: PLW2901
        address = state.moved_to or source.where
        host = address.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].lower()
        key = "\n".join((address, *sorted(f"{name}={value}" for name, value in source.options.items())))
        found.setdefault(key, Group(host, address, [])).members.append((source, state))
    return list(found.values())


async def ask(desk: Desk, group: Group) -> list[Answer]:
    """Return the answers of a group's sources. Never raises for what the other side does."""
    if group.host in desk.resting:
        return [Answer(source, "skipped", state) for source, state in group.members]
    began = time.monotonic()
    try:
        question = _question(group)
        fetched = await desk.fetch(question, group.members[0][0].options)
    except Exception as error:
        reply = Reply(good=False, error=reasons.of_error(error))
        return [_failed(desk, source, state, reply, began) for source, state in group.members]
    if fetched.status in (429, 503):
        desk.resting.add(group.host)
    if fetched.status == 304 and question.etag is question.last_modified is None:
        reply = Reply(good=False, http=304, error="it says nothing changed since we never asked (304)")
    elif fetched.status == 304:
        return [_unchanged(desk, source, state, fetched, began) for source, state in group.members]
    elif fetched.status in (200, 226):
        try:
            content_type = fetched.headers.get("content-type", "")
            document = await desk.parsed(fetched.body, content_type)
            return [_good(desk, source, state, fetched, document, began) for source, state in group.members]
        except NotAFeedError as why:
            reply = Reply(good=False, http=fetched.status, error=cleaning.one_line(f"not a feed: {why}"))
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
        typed=fetch.place(fetch.parsed(source.where)),
        verify=source.options.get("verify", "true").lower() not in ("false", "no", "0"),
    )


def _refusal(fetched: fetch.Fetched, now: int) -> Reply:
    return Reply(
        good=False,
        http=fetched.status,
        error=reasons.of_status(fetched.status, fetched.headers),
        retry_after=waits.retry_after(fetched.headers, now) if fetched.status in (429, 503) else None,
        fresh=waits.fresh(fetched.headers, now) if fetched.status in (429, 503) else 0,
    )


def _failed(desk: Desk, source: Source, state: SourceState, reply: Reply, began: float) -> Answer:
    after = _after(desk, source, state, reply)
    if after.moved_to and after.streak >= FORGIVING:
        after = after._replace(moved_to=None, etag=None, last_modified=None)
    return Answer(source, "error", after, ms=_ms(began))


def _unchanged(desk: Desk, source: Source, state: SourceState, fetched: fetch.Fetched, began: float) -> Answer:
    etag, last_modified = _short(fetched.etag), _short(fetched.last_modified)
    if etag or last_modified:
        state = state._replace(etag=etag or state.etag, last_modified=last_modified or state.last_modified)
    reply = Reply(good=True, http=304, fresh=waits.fresh(fetched.headers, desk.now))
    return Answer(source, "not_modified", _after(desk, source, state, reply), ms=_ms(began))


def _good(
    desk: Desk, source: Source, state: SourceState, fetched: fetch.Fetched, document: Document, began: float
) -> Answer:
    articles = entries.articles(document, source.key, fetched.address, desk.now)
    etag, last_modified = _short(fetched.etag), _short(fetched.last_modified)
    moved_to = fetched.moved_to or state.moved_to
    state = state._replace(
        etag=etag,
        last_modified=last_modified,
        moved_to=moved_to if moved_to != source.where else None,
        title=entries.heading(document) or state.title,
    )
    reply = Reply(
        good=True,
        http=fetched.status,
        fresh=waits.fresh(fetched.headers, desk.now),
        wait=document.wait,
        skip_hours=document.skip_hours,
        skip_days=document.skip_days,
        blind=etag is last_modified is None,
    )
    answer = Answer(
        source, "ok", _after(desk, source, state, reply), articles, None, entries.notes(document), _ms(began)
    )
    return answer if source.full_text == "never" else _with_pages(desk, answer)


def _with_pages(desk: Desk, answer: Answer) -> Answer:
    """Note the pages that are wanted for an answer, and keep what an earlier page gave from being undone."""
    if answer.source.full_text == "auto" and all(len(article.text) >= TEASER for article in answer.articles):
        return answer
    known = desk.known(answer.source.key)
    articles = wanted(answer.source, answer.articles, known)
    answer = answer._replace(articles=not_undone(answer.articles, known))
    if articles:
        desk.jobs.append(Job(answer, articles))
    return answer


def _after(desk: Desk, source: Source, state: SourceState, reply: Reply) -> SourceState:
    reply = reply._replace(local=schedule.is_loopback(source.where))
    interval = source.interval if source.interval is not None else desk.settings.interval
    chance = random.random()  # noqa: S311 (jitter, no secret)
    return schedule.after(state, reply, interval, desk.now, chance)


def _short(validator: bytes | None) -> bytes | None:
    return validator if validator and len(validator) <= LONGEST_VALIDATOR else None


def _ms(began: float) -> int:
    return int((time.monotonic() - began) * 1000)
