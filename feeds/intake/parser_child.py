"""A process of its own that parses one document at a time: what goes wrong in it, goes wrong in it alone (rule 16).

It reads frames from its standard input, writes frames to its standard output, opens no file for writing, and ends when
its input does. Run as a script; it imports feedparser and nothing of the network.
"""

import json
import struct
import sys
from typing import Any, BinaryIO

MEMORY = 1 << 30
"""Bytes of address space; a document that wants more is refused."""
RETIRED = 160 << 20
"""Bytes: a child that grew above this ends after its answer, and gives the memory back."""
LONGEST = 2 << 20
"""Characters of one field that are sent back; a body is cut at half of it anyway."""
FRAME = struct.Struct(">II")


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer frames until there are no more: lengths of head and body, a JSON head, the body."""
    from feeds.intake import syndication  # noqa: PLC0415 (after the limits are set)

    while len(lengths := requests.read(FRAME.size)) == FRAME.size:
        head, body = FRAME.unpack(lengths)
        options = json.loads(requests.read(head))
        answer = json.dumps(_answer(syndication.read, requests.read(body), options)).encode("ascii")
        answers.write(FRAME.pack(len(answer), 0) + answer)
        answers.flush()
        if _size() > RETIRED:
            return


def _answer(read: Any, body: bytes, options: dict[str, str]) -> dict[str, Any]:
    from feeds.intake.document import NotAFeedError  # noqa: PLC0415 (as above)
    from feeds.intake.entries import newest  # noqa: PLC0415

    try:
        document = read(body, options["content_type"])
    except NotAFeedError as why:
        return {"not_a_feed": str(why)}
    except MemoryError:
        return {"not_a_feed": f"it needs more than {MEMORY >> 20} MiB to read"}
    except Exception as error:
        return {"not_a_feed": f"unreadable ({type(error).__name__})"}
    kept = [[field[:LONGEST] if isinstance(field, str) else field for field in entry] for entry in newest(document)]
    return {**document._asdict(), "entries": kept}


def _size() -> int:
    import resource  # noqa: PLC0415 (POSIX)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _limit() -> None:
    import contextlib  # noqa: PLC0415
    import resource  # noqa: PLC0415

    for name, value in (("RLIMIT_AS", MEMORY), ("RLIMIT_FSIZE", 0), ("RLIMIT_CORE", 0), ("RLIMIT_NPROC", 0)):
        # macOS has no working RLIMIT_AS; there the deadline alone holds.
        with contextlib.suppress(ValueError, OSError, AttributeError):
            resource.setrlimit(getattr(resource, name), (value, value))


if __name__ == "__main__":
    import signal
    from pathlib import Path

    # Ctrl-C is the parent's to answer: it closes our input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    _limit()
    serve(sys.stdin.buffer, sys.stdout.buffer)
