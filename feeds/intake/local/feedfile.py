"""A feed document on disk: read as it would be over HTTP, and not at all while the file is the same."""

import os
from typing import TYPE_CHECKING

from feeds.intake.local.ondisk import RefusedError, failed, good, read_bytes, stamp
from feeds.model import Answer, Source, SourceState

if TYPE_CHECKING:
    from collections.abc import Callable

    from feeds.intake.parsing.choosing import Parser


def ask_feedfile(source: Source, state: SourceState, parser: "Callable[[], Parser]", now: int) -> Answer:
    """Return the items of a feed file. The file's stamp stands where a server's ETag would.

    `parser` is called for a file that has changed.
    """
    try:
        if state.error is None and state.where == source.where and state.etag == stamp(os.stat(source.where)).encode():
            return Answer(source, "not_modified", good(state, source, now))
    except OSError:
        pass  # reading it names the reason
    return _read(source, state, parser(), now)


def _read(source: Source, state: SourceState, parser: "Parser", now: int) -> Answer:
    from feeds.intake.parsing import entries  # noqa: PLC0415 (5 ms, and most files have not changed)
    from feeds.intake.parsing.document import NotAFeedError  # noqa: PLC0415

    try:
        body, stat = read_bytes(source.where)
        document = parser.read(body)
    except (RefusedError, NotAFeedError) as why:
        prefix = "not a feed: " if isinstance(why, NotAFeedError) else ""
        return failed(source, state._replace(etag=None), now, f"{prefix}{why}")
    articles = entries.articles(document, source.key, "", now)
    state = good(state, source, now)._replace(
        etag=stamp(stat).encode(),
        title=entries.heading(document) or state.title,
        note=entries.left_out(document),
    )
    return Answer(source, "ok", state, articles, asides=entries.asides(document))
