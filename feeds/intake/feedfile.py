"""A feed document on disk: read as it would be over HTTP, and not at all while the file is the same."""

from pathlib import Path

from feeds.intake import entries
from feeds.intake.document import NotAFeedError
from feeds.intake.folder import failed, good
from feeds.intake.parsing import Parser
from feeds.intake.seedfile import RefusedError, read_bytes, stamp
from feeds.model import Answer, Source, SourceState


def ask_feedfile(source: Source, state: SourceState, parser: Parser, now: int) -> Answer:
    """Return the items of a feed file. The file's stamp stands where a server's ETag would."""
    path = Path(source.where)
    try:
        if state.error is None and state.where == source.where and state.etag == stamp(path.stat()).encode():
            return Answer(source, "not_modified", good(state, source, now))
    except OSError:
        pass  # reading it names the reason
    try:
        body, stat = read_bytes(path)
        document = parser.read(body)
    except (RefusedError, NotAFeedError) as why:
        prefix = "not a feed: " if isinstance(why, NotAFeedError) else ""
        return failed(source, state._replace(etag=None), now, f"{prefix}{why}")
    articles = entries.articles(document, source.key, "", now)
    state = good(state, source, now)._replace(etag=stamp(stat).encode(), title=entries.heading(document) or state.title)
    return Answer(source, "ok", state, articles, notes=entries.notes(document))
