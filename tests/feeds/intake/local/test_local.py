"""Folders, files and feed files: the files are the truth, unchanged ones are not read, and no event loop is needed."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path

import pytest

from feeds.intake import Settings, collect
from feeds.model import Answer, Source, SourceState
from tests.feeds.intake.loopback import rss

TEXT = "25 July, 2025\nslug-{}\n\nThe text of it. It ends.\n"


def drive(answers: AsyncIterator[Sequence[Answer]]) -> Iterator[Sequence[Answer]]:
    """Run a generator that never waits, without an event loop."""
    while True:
        try:
            answers.__anext__().__await__().send(None)
        except StopIteration as got:
            yield got.value
        except StopAsyncIteration:
            return


class Place:
    """One source on disk, asked again and again."""

    def __init__(self, kind: str, where: Path) -> None:
        self.source = Source("place", "place", kind, str(where))
        self.state = SourceState()
        self.known: dict[str, str] = {}

    def ask(self) -> Answer:
        ((answer,),) = drive(collect([(self.source, self.state)], Settings(), lambda _: self.known))
        self.state = answer.state
        self.known |= {article.guid: article.stamp for article in answer.articles}
        return answer


def test_a_folder_as_it_comes(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT.format("b"))
    (tmp_path / "a.MD").write_text(TEXT.format("a"))
    (tmp_path / "empty.txt").touch()
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(TEXT.format("h"))
    (tmp_path / "inner.txt").mkdir()
    (tmp_path / "gone.txt").symlink_to("/nowhere/at/all")
    (tmp_path / "round.txt").symlink_to("round.txt")
    answer = Place("folder", tmp_path).ask()
    assert [article.guid for article in answer.articles] == ["a.MD", "b.txt"]
    assert answer.status == "ok"
    assert answer.present == frozenset(("a.MD", "b.txt"))
    assert answer.notes == (
        "inner.txt: a folder, not a file",
        "empty.txt: empty",
        "gone.txt: a link to nothing",
        "round.txt: too many levels of symbolic links",
    )
    assert answer.asides == ("1 other file skipped (articles are *.txt and *.md)",)


def test_between_two_runs(tmp_path: Path) -> None:
    for n in range(4):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n))
    place = Place("folder", tmp_path)
    assert len(place.ask().articles) == 4
    again = place.ask()
    assert (again.status, again.articles) == ("not_modified", ())
    (tmp_path / "1.txt").write_text(TEXT.format(1) + "More of it.\n")
    (tmp_path / "2.txt").unlink()
    (tmp_path / "4.txt").write_text(TEXT.format(4))
    after = place.ask()
    assert [article.guid for article in after.articles] == ["1.txt", "4.txt"]
    assert after.present == frozenset(("0.txt", "1.txt", "3.txt", "4.txt"))


def test_many_files_are_only_looked_at_the_second_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for n in range(2_000):
        (tmp_path / f"{n}.txt").write_text("25 July, 2025\na-slug\n\nText.")
    place = Place("folder", tmp_path)
    assert len(place.ask().articles) == 2_000
    monkeypatch.setattr("feeds.intake.local.seedfile.read_seed", None)
    assert place.ask().status == "not_modified"


def test_an_unreadable_folder_or_file_is_an_error_of_the_source(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    folder, file, odd = (
        Place("folder", tmp_path / "none"),
        Place("file", tmp_path / "a.txt"),
        Place("folder", tmp_path / "a.txt"),
    )
    assert [place.ask().state.error for place in (folder, file, odd)] == ["no such folder", "empty", "not a folder"]
    assert folder.ask().state.streak == 2
    (tmp_path / "none").mkdir()
    assert (folder.ask().status, folder.state.streak, folder.state.failing_since) == ("ok", 0, None)


def test_a_file_that_goes_bad_is_still_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT.format("a"))
    place = Place("folder", tmp_path)
    place.ask()
    path.write_bytes(b"\x00")
    assert place.ask().present == frozenset(("a.txt",))


def test_a_feed_file_is_read_once_while_it_is_the_same(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(rss("One", "Two"))
    place = Place("feedfile", path)
    assert [article.title for article in place.ask().articles] == ["One", "Two"]
    assert place.state.title == "Harbour News"
    assert place.ask().status == "not_modified"
    path.write_bytes(rss("Three"))
    assert [article.title for article in place.ask().articles] == ["Three"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "not a feed: an HTML page"),
        (b"", "not a feed: empty"),
        (b"just words", "not a feed: it begins with no XML"),
        (None, "no such file or directory"),
    ],
)
def test_what_is_no_feed_file(tmp_path: Path, data: bytes | None, error: str) -> None:
    path = tmp_path / "feed.xml"
    if data is not None:
        path.write_bytes(data)
    assert Place("feedfile", path).ask().state.error == error


def test_a_feed_file_that_is_cut_off_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(b'<?xml version="1.0"?>\n<rs')
    assert (Place("feedfile", path).ask().state.error or "").startswith("not a feed")


def test_a_name_that_is_no_text_is_still_one_article(tmp_path: Path) -> None:
    (tmp_path / "caf\x1b.txt").write_text(TEXT.format("c"))
    answer = Place("folder", tmp_path).ask()
    assert [article.guid for article in answer.articles] == ["caf.txt"]


def test_a_run_over_files_loads_nothing_of_the_net(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format("a"))
    (tmp_path / "f.xml").write_bytes(rss("One"))
    code = (
        "import sys\n"
        "from feeds.intake import Settings, collect\n"
        "from feeds.model import Source, SourceState\n"
        f"asked = [(Source('a', 'a', 'folder', {str(tmp_path)!r}), SourceState()),"
        f" (Source('f', 'f', 'feedfile', {str(tmp_path / 'f.xml')!r}), SourceState())]\n"
        "answers = collect(asked, Settings(), lambda _: {})\n"
        "try:\n"
        "    for _ in range(2): \n"
        "        try: answers.__anext__().send(None)\n"
        "        except StopIteration as got: assert got.value[0].articles, got.value\n"
        "finally:\n"
        "    print(sorted({'asyncio', 'httpx', 'feedparser', 'lxml', 'html', 'json'} & sys.modules.keys()))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[4])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "[]"


def test_two_files_whose_names_read_the_same_are_not_one_article_that_changes_with_every_run(tmp_path: Path) -> None:
    for number, name in enumerate((b"storm\xfe.txt", b"storm\xff.txt")):
        (tmp_path / os.fsdecode(name)).write_text(TEXT.format(number))
    place = Place("folder", tmp_path)
    assert [article.title for article in place.ask().articles] == ["Slug 0"]
    again = place.ask()
    assert again.articles == ()
    assert again.notes == ("storm.txt: another file's name reads the same",)
