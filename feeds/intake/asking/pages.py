"""Fetching article pages after the feeds have answered: one at a time to a host, with a pause, and not for ever."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator

from feeds.driving import Stop
from feeds.intake.asking import fulltext
from feeds.intake.asking.desk import Desk, Job
from feeds.intake.client import fetch
from feeds.intake.client.address import parsed, place
from feeds.intake.client.decoder import TooBigError
from feeds.intake.client.faults import FetchError
from feeds.intake.parsing.document import NotAFeedError
from feeds.intake.schedule import host_of, is_loopback
from feeds.model import Answer, Article

PAUSE = 1.0
"""Seconds between two pages of one host."""
AT_ONCE = 8
"""Hosts that are asked at once."""
BUDGET = 60.0
"""Seconds for all pages of one run; what is left over comes with the next."""
MOST = 4 << 20
"""Bytes of one page as sent."""


async def read_pages(desk: Desk, jobs: list[Job], stop: Stop | None) -> AsyncIterator[Answer]:
    """Yield a second answer for each source with the articles whose page was read; `stop` ends the reading early."""
    hosts: dict[str, deque[tuple[int, Article]]] = {}
    for number, job in enumerate(jobs):
        for article in job.articles:
            host = host_of(article.link or "")
            if host not in desk.resting:
                hosts.setdefault(host, deque()).append((number, article))
    lanes = deque(hosts.values())
    found: list[list[Article]] = [[] for _ in jobs]
    workers = [asyncio.create_task(_work(desk, jobs, lanes, found)) for _ in range(min(AT_ONCE, len(lanes)))]
    stopping = asyncio.create_task((stop or asyncio.Event()).wait())
    all_done = asyncio.create_task(asyncio.wait(workers))
    try:
        await asyncio.wait([all_done, stopping], timeout=BUDGET, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (*workers, stopping, all_done):
            task.cancel()
        await asyncio.gather(*workers, stopping, all_done, return_exceptions=True)
    for job, articles in zip(jobs, found, strict=True):
        if articles:
            yield job.answer._replace(articles=tuple(articles), asides=(), ms=0, more=True)


async def _work(
    desk: Desk, jobs: list[Job], lanes: deque[deque[tuple[int, Article]]], found: list[list[Article]]
) -> None:
    while lanes:
        lane = lanes.popleft()
        while lane:
            number, article = lane.popleft()
            try:
                found[number].append(await _read(desk, jobs[number].answer, article))
            except Exception:
                break
            if lane and not is_loopback(article.link or ""):
                await asyncio.sleep(PAUSE)


async def _read(desk: Desk, answer: Answer, article: Article) -> Article:
    source = answer.source
    typed = place(parsed(source.where))
    # The password goes to the typed host alone, and its certificate alone is not checked: its pages go as the feed did.
    verify = not source.unverified
    wanted = fetch.Wanted(article.link or "", accept=fetch.PAGES, typed=typed, most=MOST, verify=verify)
    for_good = article._replace(stamp=article.stamp + fulltext.NO_PAGE)
    try:
        fetched = await desk.fetch(wanted, source.options)
        if fetched.status in (404, 410, 401, 402, 403, 451):
            return for_good
        if fetched.status != 200:
            raise FetchError(f"status {fetched.status}")
        text = await desk.page(fetched.body, fetched.address)
    except (TooBigError, NotAFeedError):
        return for_good
    return fulltext.reread(article, text, fetched.body, fetched.address)
