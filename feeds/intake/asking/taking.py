"""What a body amounts to: the Answer of each source that asked for it; nothing that an unchanged feed needs."""

import time
from collections.abc import Sequence

from feeds.intake import cleaning
from feeds.intake.asking.desk import Desk, Job
from feeds.intake.asking.fulltext import TEASER, not_undone, wanted
from feeds.intake.client import waits
from feeds.intake.client.fetch import Fetched
from feeds.intake.parsing import entries
from feeds.intake.parsing.document import Document, NotAFeedError
from feeds.intake.schedule import Reply
from feeds.model import Answer, Source, SourceState


async def taken(
    desk: Desk, members: Sequence[tuple[Source, SourceState]], fetched: Fetched, began: float
) -> list[Answer] | Reply:
    """Return the answers of sources with one address to a body that came from it; what is wrong where it is no feed."""
    try:
        document = await desk.parsed(fetched.body, fetched.headers.get("content-type", ""))
        return [_good(desk, source, state, fetched, document, began) for source, state in members]
    except NotAFeedError as why:
        return Reply(good=False, http=fetched.status, error=cleaning.one_line(f"not a feed: {why}"))


def _good(desk: Desk, source: Source, state: SourceState, fetched: Fetched, document: Document, began: float) -> Answer:
    articles = entries.articles(document, source.key, fetched.address, desk.now)
    moved_to = fetched.moved_to or state.moved_to
    state = state._replace(
        etag=fetched.etag,
        last_modified=fetched.last_modified,
        moved_to=moved_to if moved_to != source.where else None,
        title=entries.heading(document) or state.title,
        wait=document.wait,
        skip_hours=document.skip_hours,
        skip_days=document.skip_days,
        note=entries.left_out(document),
    )
    reply = Reply(
        good=True,
        http=fetched.status,
        fresh=waits.fresh(fetched.headers, desk.now),
        blind=fetched.etag is fetched.last_modified is None,
    )
    ms = int((time.monotonic() - began) * 1000)
    after = desk.after(source, state, reply)
    answer = Answer(source, "ok", after, articles, ms=ms, asides=entries.asides(document))
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
