"""A process of its own that reads one document at a time: what goes wrong in it, goes wrong in it alone.

It reads frames from its standard input, writes frames to its standard output, opens no file for writing, and ends when
its input does. Run as a script; it imports feedparser, the quick readers for what was too large to be read at once, or
the text extractor for pages, and asks nobody.
"""

import json
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from feeds.intake.parsing.document import Document

MEMORY = 1 << 30
"""Bytes of address space; a document that wants more is refused."""
RETIRED = 160 << 20
"""Bytes: a child that grew above this ends after its answer, and gives the memory back."""
LONGEST = 2 << 20
"""Characters of one field that are sent back; a body is cut at half of it anyway."""
FRAME = struct.Struct(">II")
"""Of a request the lengths of head and body; of an answer its length, and 1 where the child ends with it."""


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer frames until there are no more: lengths of head and body, a JSON head, the body."""
    while len(lengths := requests.read(FRAME.size)) == FRAME.size:
        head, body = FRAME.unpack(lengths)
        options = json.loads(requests.read(head))
        answer = json.dumps(_answer(requests.read(body), options)).encode("ascii")
        # It is said that this was the last: a parent that only sees the process may ask once more before it is gone.
        last = _size() > RETIRED
        answers.write(FRAME.pack(len(answer), last) + answer)
        answers.flush()
        if last:
            return


def _answer(body: bytes, options: dict[str, str]) -> dict[str, Any]:
    # Imported after the limits are set, and only what this document needs.
    from feeds.intake.parsing.document import NotAFeedError  # noqa: PLC0415

    try:
        return _page(body, options["page"]) if "page" in options else _feed(body, options["content_type"])
    except NotAFeedError as why:
        return {"not_a_feed": str(why)}
    except MemoryError:
        return {"not_a_feed": f"it needs more than {MEMORY >> 20} MiB to read"}
    except Exception as error:
        return {"not_a_feed": f"unreadable ({type(error).__name__})"}


def _feed(body: bytes, content_type: str) -> dict[str, Any]:
    from feeds.intake.parsing import entries  # noqa: PLC0415

    document = entries.newest(_document(body, content_type))
    kept = [[field[:LONGEST] if isinstance(field, str) else field for field in entry] for entry in document.entries]
    return {**document._asdict(), "entries": kept}


def _document(body: bytes, content_type: str) -> "Document":
    from feeds.intake.parsing import quick  # noqa: PLC0415
    from feeds.intake.parsing.choosing import is_json  # noqa: PLC0415
    from feeds.intake.parsing.prefilter import prefilter  # noqa: PLC0415
    from feeds.intake.parsing.quick_names import UnsureError  # noqa: PLC0415

    if is_json(body):
        from feeds.intake.parsing import jsonfeed  # noqa: PLC0415

        return jsonfeed.read(body)
    filtered = prefilter(body)
    if not quick.is_small(filtered):  # the parent has tried the small ones
        try:
            return quick.read(filtered, content_type)
        except UnsureError:
            pass
    from feeds.intake.parsing import syndication  # noqa: PLC0415 (feedparser: 70 ms)

    return syndication.read(body, content_type)


def _page(html: bytes, address: str) -> dict[str, Any]:
    import trafilatura  # noqa: PLC0415 (400 ms, and only full text needs it)

    found: Any = trafilatura.bare_extraction(
        html, url=address, include_comments=False, include_tables=False, include_images=False, favor_precision=True
    )
    if found is None:
        return {"text": "", "title": ""}
    return {"text": (found.text or "")[:LONGEST], "title": (found.title or "")[:LONGEST]}


def _size() -> int:
    """Return the most memory in bytes that this program has had."""
    try:
        # Linux hands getrusage's peak on to a child: behind a parent of 200 MB every child would be taken for grown.
        status = Path("/proc/self/status").read_bytes().splitlines()
        return next(int(line.split()[1]) << 10 for line in status if line.startswith(b"VmHWM:"))
    except (OSError, StopIteration):
        import resource  # noqa: PLC0415 (POSIX)

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak << 10


def _limit() -> None:
    import contextlib  # noqa: PLC0415
    import resource  # noqa: PLC0415

    for name, value in (("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", 0)):
        # macOS has no working RLIMIT_AS; there the deadline alone holds.
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))


if __name__ == "__main__":
    import signal

    # Ctrl-C is the parent's to answer: it closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.insert(0, str(Path(__file__).resolve().parents[3]))
    _limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
