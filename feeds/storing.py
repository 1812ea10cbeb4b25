"""What a run does with the answers that come in: read what is new in them, store it, and say what came of it."""

import time
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from feeds.archive import Archive
from feeds.careful import Careful, ReadText
from feeds.driving import Stop
from feeds.model import Answer, Article, Found, Reading, SourceDone, SourceState

PART = 200
"""Files of a folder that are stored at a time: about half a second of reading."""
TOGETHER = 600_000
"""What feeds bring that is stored at a time, by `_weight`: 600 short items, or 100 long ones, are half a second of
reading, and some 50 ms in which others cannot write. Three times 200 short ones cost a quarter more."""

Result = TypeVar("Result")


class Stamps:
    """What is stored of a source, by a connection of its own: intake asks while a thread stores, or not at all."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._archive: Archive | None = None

    def known(self, key: str) -> Mapping[str, str]:
        """Return {guid: stamp}."""
        if self._archive is None:
            self._archive = Archive(self._path)
        return self._archive.known(key)

    def close(self) -> None:
        """Let go of the file."""
        if self._archive is not None:
            self._archive.close()


class Storing:
    """Stores the answers of one run."""

    def __init__(
        self, archive: Archive, run: str, read: ReadText, before: Mapping[str, SourceState], stop: Stop | None
    ) -> None:
        self._archive = archive
        self._run = run
        self._read = read
        self._before = before
        self._stop = stop

    @property
    def stopped(self) -> bool:
        """Whether the run is to end."""
        return self._stop is not None and self._stop.is_set()

    async def store(self, answers: Sequence[Answer]) -> AsyncIterator[SourceDone]:
        """Store answers that are ready, those without articles at once, and yield what came of each."""
        quiet = [answer for answer in answers if not answer.articles and answer.present is None]
        if told := [answer for answer in quiet if answer.status != "skipped"]:
            self._archive.remember(told)
        now = int(time.time())
        for answer in quiet:
            yield SourceDone(self._run, now, answer)
        full = [answer for answer in answers if answer.articles or answer.present is not None]
        for group in _together(full):
            if self.stopped:
                break
            for done in await self._group(group):
                yield done

    async def _group(self, answers: Sequence[Answer]) -> Sequence[SourceDone]:
        """Store answers in one transaction; where one of them cannot be stored, each by itself."""
        if len(answers) == 1:
            return [await self._in_parts(answers[0])]
        careful = [Careful(self._read) for _ in answers]
        readers = {answer.source.key: reader for answer, reader in zip(answers, careful, strict=True)}

        def read(article: Article) -> Reading:
            return readers[article.source](article)

        try:
            store = partial(self._archive.store_all, self._run, answers, read, int(time.time()))
            stored = await _off_the_loop(store)
        except (UnicodeError, OverflowError):  # which of them it is shows by itself
            return [await self._in_parts(answer) for answer in answers]
        return [_with_notes(done, reader.notes) for done, reader in zip(stored, careful, strict=True)]

    async def _in_parts(self, answer: Answer) -> SourceDone:
        """Store an answer with articles: a feed's at once, all or nothing, a folder of more than `PART` part by part.

        What is read of a folder is then seen at once and survives a kill, and `stop` is heard in time. The new state
        comes with the last part: what was left out is asked for again. So is a part that cannot be stored: the others
        are, and the source has failed.
        """
        found, notes = list[Found](), list[str]()
        done, wrong = SourceDone("", 0, answer), None
        for part in _parts(answer, self._before[answer.source.key]):
            given = part._replace(status=wrong.status, state=wrong.state) if wrong else part
            store = partial(self._one, given, answer.state)
            # Files are asked before any address: nothing waits for their storing.
            done = await _off_the_loop(store) if answer.source.kind == "feed" else store()
            if done.answer.status != given.status:
                wrong = done.answer
            found += done.found
            notes += done.answer.notes
            if self.stopped:
                break
        return done._replace(answer=done.answer._replace(notes=tuple(notes)), found=tuple(found))

    def _one(self, answer: Answer, asked: SourceState) -> SourceDone:
        """Store an answer, or a part of the one that `asked` tells when, and when the next is due."""
        careful = Careful(self._read)
        now = int(time.time())
        try:
            done = self._archive.store(self._run, answer, careful, now)
        except (UnicodeError, OverflowError) as error:  # text that SQLite cannot take: this source's fault, no other's
            failed = _failed(answer, self._before[answer.source.key], asked, f"cannot be stored: {error}", now)
            return self._archive.store(self._run, failed, careful, now)
        return _with_notes(done, careful.notes)


def _with_notes(done: SourceDone, notes: Sequence[str]) -> SourceDone:
    return done._replace(answer=done.answer._replace(notes=(*done.answer.notes, *notes))) if notes else done


def _together(answers: Sequence[Answer]) -> Iterator[Sequence[Answer]]:
    """Yield answers in groups of at most `TOGETHER`, each of one transaction, and no source twice in one."""
    group: dict[str, Answer] = {}
    held = 0
    for answer in answers:
        weight = _weight(answer)
        if group and (answer.source.key in group or held + weight > TOGETHER):
            yield [*group.values()]
            group, held = {}, 0
        group[answer.source.key] = answer
        held += weight
    if group:
        yield [*group.values()]


def _weight(answer: Answer) -> int:
    """Return what an answer costs to store, in characters of text; a folder is stored by itself."""
    return TOGETHER if answer.source.kind != "feed" else sum(len(article.text) + 400 for article in answer.articles)


def _parts(answer: Answer, before: SourceState) -> list[Answer]:
    # A feed has 2,000 articles at most and comes with validators; a folder may have any number of files.
    if len(answer.articles) <= PART or answer.source.kind != "folder":
        return [answer]
    starts = range(0, len(answer.articles), PART)
    parts = [answer._replace(articles=answer.articles[start : start + PART]) for start in starts]
    return [*(part._replace(state=before, present=None, notes=()) for part in parts[:-1]), parts[-1]]


async def _off_the_loop(work: Callable[[], Result]) -> Result:
    """Work in a thread, so that the other sources go on being fetched; to the end, even when cancelled."""
    import asyncio  # noqa: PLC0415 (40 ms, and where there is no loop there is nobody to wait)

    under_way = asyncio.get_running_loop().run_in_executor(None, work)
    try:
        return await asyncio.shield(under_way)
    except asyncio.CancelledError:
        await asyncio.wait([under_way])
        raise


def _failed(answer: Answer, before: SourceState, asked: SourceState, why: str, now: int) -> Answer:
    """Return the answer as a failure: old validators, so that the next answer is asked for in full."""
    state = before._replace(
        next_at=asked.next_at,
        asked_at=asked.asked_at,
        streak=before.streak + 1,
        failing_since=before.failing_since or now,
        error=why,
        http=asked.http,
    )
    return answer._replace(status="error", state=state, articles=(), present=None)
