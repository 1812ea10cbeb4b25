"""The children that parse: killed at the deadline or above their memory, replaced, and named as the source's error."""

import json
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from feeds.intake.parsing import entries, parser_child
from feeds.intake.parsing.choosing import MOST_JSON, Parser, at_once
from feeds.intake.parsing.document import NotAFeedError
from feeds.intake.parsing.parser_child import FRAME, RETIRED
from feeds.intake.parsing.parser_pool import Pool
from tests.feeds.intake.loopback import rss

# feedparser is quadratic in the attributes of one element: 20,000 of them take it some 7 s, these a minute and a half.
ATTRIBUTES = (
    b"<rss version='2.0'><channel><item " + b" ".join(b"a%d='1'" % n for n in range(80_000)) + b"/></channel></rss>"
)


def test_a_document_that_takes_too_long_costs_a_child_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    pool = Pool(size=1)
    try:
        assert pool.read(rss("One")).entries[0].title == "One"
        with monkeypatch.context() as hasty:  # for this alone: on a busy machine a child needs a second to start
            hasty.setattr(pool, "_deadline", 1.0)
            with pytest.raises(NotAFeedError, match="took longer than 1 s"):
                pool.read(ATTRIBUTES)
        assert pool.read(rss("Two")).entries[0].title == "Two"
    finally:
        pool.close()


def test_what_feedparser_raises_is_the_source_s_error() -> None:
    pool = Pool(size=1)
    try:
        with pytest.raises(NotAFeedError, match="an HTML page"):
            pool.read(b"<html><body>Hello</body></html>")
        document = pool.read(b'<?xml version="1.0" encoding="punycode"?>' + rss("Odd").partition(b"?>")[2])
        assert [entry.title for entry in document.entries] == ["Odd"]
    finally:
        pool.close()


def test_a_parent_that_is_large_itself_wears_out_no_children() -> None:
    large = bytearray(b"x") * (RETIRED + (32 << 20))
    pool = Pool(size=1)
    try:
        used = []
        for title in ("One", "Two", "Three"):
            assert pool.read(rss(title)).entries[0].title == title
            used.append(set(pool._alive))
        assert used[0] == used[1] == used[2], len(large)
    finally:
        pool.close()


@pytest.mark.parametrize(("size", "answers"), [(RETIRED + 1, [1]), (RETIRED, [0, 0])])
def test_a_child_that_has_grown_says_that_an_answer_is_its_last(
    size: int, answers: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser_child, "_size", lambda: size)
    head, body = b'{"content_type": ""}', rss("One")
    asked, answered = BytesIO(2 * (FRAME.pack(len(head), len(body)) + head + body)), BytesIO()
    parser_child.serve(asked, answered)
    answered.seek(0)
    flags = []
    while frame := answered.read(FRAME.size):
        length, last = FRAME.unpack(frame)
        flags.append(last)
        assert json.loads(answered.read(length))["entries"]
    assert flags == answers


def test_of_very_many_items_the_newest_are_kept() -> None:
    # feedparser alone would need more than the deadline for them.
    items = "".join(
        f'<item><title>Item {n}</title><guid isPermaLink="false">g{n}</guid>'
        f"<pubDate>Sun, 22 Nov 2026 {n // 3600:02}:{n // 60 % 60:02}:{n % 60:02} GMT</pubDate></item>"
        for n in range(25_000)
    )
    with Parser() as parser:
        document = parser.read(rss(extra=items))
    assert [entry.title for entry in document.entries[:2]] == ["Item 24999", "Item 24998"]
    assert len({entry.guid for entry in document.entries}) == entries.MOST
    assert entries.asides(document) == ("25,000 items: the newest 2,000 are kept",)


def test_a_closed_pool_starts_nobody() -> None:
    pool = Pool(size=1)
    pool.close()
    with pytest.raises(NotAFeedError):
        pool.read(rss("One"))


def test_a_large_json_feed_is_read_where_it_can_be_killed() -> None:
    head, end = b'{"version": "https://jsonfeed.org/version/1.1", "items": [', b"{}]}"
    large = head + b'{"id": "1", "content_text": "%s"},' % (b"sea " * (MOST_JSON // 4)) + end
    bomb = head + b"{}," * ((7 << 20) // 3) + end  # 12 s and 700 MB
    assert at_once(large) is at_once(bomb) is None
    with Parser() as parser:
        document = parser.read(large)
    assert (document.version, document.entries[0].guid) == ("json11", "1")


LIMITED = """
from feeds.intake.parsing import parser_child
parser_child._limit()
for does in (lambda: bytearray(parser_child.MEMORY), lambda: print("x", file=open(PLACE, "w"), flush=True)):
    try:
        does()
    except (MemoryError, OSError) as error:
        print(type(error).__name__)
"""


def test_a_child_can_neither_write_a_file_nor_take_all_memory(tmp_path: Path) -> None:
    program = (
        f"PLACE = {str(tmp_path / 'x')!r}\nimport signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n{LIMITED}"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=30, check=False)
    assert done.stdout.split() == (["MemoryError"] if sys.platform != "darwin" else []) + ["OSError"]
    assert (tmp_path / "x").read_bytes() == b""


def test_a_document_that_wants_too_much_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(parser_child, "_document", greedy)
    head, answered = b'{"content_type": ""}', BytesIO()
    parser_child.serve(BytesIO(FRAME.pack(len(head), 1) + head + b"x"), answered)
    assert b"it needs more than 1024 MiB to read" in answered.getvalue()


def test_a_child_does_not_hear_ctrl_c_and_one_that_died_is_replaced() -> None:
    pool = Pool(size=1)
    try:
        assert pool.read(rss("One")).entries[0].title == "One"
        (child,) = pool._alive
        child._process.send_signal(signal.SIGINT)
        assert pool.read(rss("Two")).entries[0].title == "Two"
        assert pool._alive == {child}
        child._process.kill()
        child._process.wait()
        assert pool.read(rss("Three")).entries[0].title == "Three"
        assert child not in pool._alive
    finally:
        pool.close()
