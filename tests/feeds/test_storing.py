"""Which answers of a run are one transaction, and what a source keeps of an answer that is stored in parts."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from feeds import storing
from feeds.archive import Archive, open_archive
from feeds.model import Answer, Reading, Source, SourceDone, SourceState
from feeds.storing import PART, Storing
from tests.feeds.archive.making import ASKED, COAST, WIRES, answer, article, read_text

BEFORE = SourceState(etag=b'W/"0"', next_at=500, asked_at=5)


class Watched(Archive):
    """An archive that says what each of its transactions held."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.transactions: list[list[tuple[str, int]]] = []
        """For each: the keys of the sources, and how many articles each brought."""

    def store_all(self, run: str, answers: Sequence[Answer], read: Any, now: int) -> tuple[SourceDone, ...]:
        self.transactions.append([(one.source.key, len(one.articles)) for one in answers])
        return super().store_all(run, answers, read, now)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Watched]:
    with Watched(tmp_path / "archive.sqlite3") as opened:
        yield opened


def feed(key: str) -> Source:
    return COAST._replace(key=key, name=key.title(), where=f"https://{key}.example/rss")


def brought(source: Source, many: int, text: str = "{} ships.") -> Answer:
    given = (article(str(n), text.format(n), f"{source.name} {n}", source) for n in range(many))
    return answer(*given, source=source)


async def stored(archive: Archive, *answers: Answer, read: Any = read_text) -> list[SourceDone]:
    before = dict.fromkeys((one.source.key for one in answers), BEFORE)
    room = Storing(archive, "r", read, before, None)
    return [done async for done in room.store(answers)]


async def test_feeds_that_come_together_are_one_transaction_up_to_a_weight(
    archive: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b, c = feed("a"), feed("b"), feed("c")
    given = brought(a, 2), brought(b, 1), brought(c, 1)
    monkeypatch.setattr(storing, "TOGETHER", sum(map(storing._weight, given[:2])))
    done = await stored(archive, *given)
    assert archive.transactions == [[("a", 2), ("b", 1)], [("c", 1)]]
    assert [(one.answer.source.key, one.new) for one in done] == [("a", 2), ("b", 1), ("c", 1)]
    assert archive.count("headlines") == 4


async def test_folders_and_second_answers_are_apart(archive: Watched) -> None:
    a, b = feed("a"), feed("b")
    later = answer(article("0", "9 ships.", source=a), source=a)
    done = await stored(archive, brought(a, 1), brought(WIRES, 1), brought(b, 1), later, later)
    assert archive.transactions == [[("a", 1)], [("wires", 1)], [("b", 1), ("a", 1)], [("a", 1)]]
    assert [(one.new, one.changed) for one in done] == [(1, 0), (1, 0), (1, 0), (0, 1), (0, 0)]


async def test_answers_without_articles_are_told_first_and_need_no_transaction_of_their_own(archive: Watched) -> None:
    a, b = feed("a"), feed("b")
    await stored(archive, brought(a, 1), brought(b, 1))
    archive.transactions.clear()
    quiet = Answer(b, "not_modified", ASKED._replace(etag=b"2"))
    done = await stored(archive, brought(a, 2), quiet, Answer(COAST, "skipped", ASKED._replace(etag=b"3")))
    assert [one.answer.source.key for one in done] == ["b", "coast", "a"]
    assert archive.transactions == [[("a", 2)]]
    assert (archive.source_states()["b"].etag, "coast" in archive.source_states()) == (b"2", False)


async def test_what_cannot_be_stored_or_read_is_its_sources_fault_alone(archive: Watched) -> None:
    def breaks(text: str, title: str | None) -> Reading:
        if "7 ships" in text:
            raise RecursionError("too deep")
        return read_text(text)

    good, bad, deep = brought(feed("a"), 1), brought(feed("b"), 1, "\ud800"), brought(feed("c"), 1, "7 ships.")
    done = await stored(archive, good, bad, deep, read=breaks)
    assert [(one.answer.status, one.new) for one in done] == [("ok", 1), ("error", 0), ("ok", 1)]
    assert [len(one.answer.notes) for one in done] == [0, 0, 1]
    assert archive.source_states()["b"].etag == BEFORE.etag
    assert (archive.source_states()["b"].error or "").startswith("cannot be stored: ")
    done = await stored(archive, good, brought(feed("c"), 1, "7 ships. "), read=breaks)
    assert [len(one.answer.notes) for one in done] == [0, 1]  # in one transaction, each has its own notes


@pytest.mark.parametrize("kind", ["feed", "feedfile"])
async def test_a_big_feed_is_one_transaction(archive: Watched, kind: str) -> None:
    (done,) = await stored(archive, brought(feed("a")._replace(kind=kind), 3 * PART))
    assert archive.transactions == [[("a", 3 * PART)]]
    assert done.new == 3 * PART
    bad = brought(feed("b"), 2 * PART)
    articles = (*bad.articles, article("last", "\ud800", "Last", feed("b")))
    (done,) = await stored(archive, bad._replace(articles=articles))
    assert (done.answer.status, done.new, archive.known("b"), archive.source_states()["b"].etag) == (
        "error", 0, {}, BEFORE.etag,
    )  # fmt: skip


@pytest.mark.parametrize(("many", "parts"), [(PART, [PART]), (PART + 1, [PART, 1]), (2 * PART, [PART, PART])])
async def test_a_big_folder_is_stored_in_parts(archive: Watched, many: int, parts: list[int]) -> None:
    given = brought(WIRES, many)._replace(notes=("one item without a title",))
    (done,) = await stored(archive, given)
    assert archive.transactions == [[("wires", part)] for part in parts]
    assert (done.new, done.answer.notes, done.answer.articles) == (many, ("one item without a title",), ())
    assert archive.source_states()["wires"] == ASKED


async def test_the_new_state_comes_with_the_last_part(archive: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storing, "PART", 2)
    etags: list[bytes | None] = []

    def look(text: str, title: str | None) -> Reading:
        with open_archive(archive.path) as other:
            etags.append(other.source_states().get("wires", SourceState()).etag)
        return read_text(text)

    await stored(archive, brought(WIRES, 5), read=look)
    assert etags == [None, None, BEFORE.etag, BEFORE.etag, BEFORE.etag]
    assert archive.source_states()["wires"] == ASKED


async def test_a_part_that_cannot_be_stored_is_asked_for_again_and_the_others_are_stored(
    archive: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storing, "PART", 2)
    given = brought(WIRES, 6)
    articles = [one._replace(text="\ud800") if n == 2 else one for n, one in enumerate(given.articles)]
    (done,) = await stored(archive, given._replace(articles=tuple(articles)))
    assert archive.known("wires").keys() == {"0", "1", "4", "5"}
    assert (done.answer.status, done.new) == ("error", 4)
    state = archive.source_states()["wires"]
    assert (state.etag, state.streak) == (BEFORE.etag, 1)
    assert (state.asked_at, state.next_at) == (ASKED.asked_at, ASKED.next_at)  # not with every run until then
    assert (state.error or "").startswith("cannot be stored: ")
