"""`copydesk diff`: what is new, changed or gone since a time or a run, and which figures moved."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, format_options
from tui.narration import DONE, UsageMistakeError

if TYPE_CHECKING:
    from feeds.archive import Archive

EXAMPLES = """
copydesk diff --since last                # since the last run began
copydesk diff --since 2025-07-25T06:00Z --format jsonl | jq 'select(.type == "figure")'
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "--since", metavar="last|WHEN|RUN", default="last", help="a run by its id, or 24h, 2025-07-25, …"
    )
    format_options(parser, ("text", "jsonl"))


def run(args: Namespace) -> int:
    """Print the changes, the newest first."""
    from feeds.archive import Selection
    from tui.lines.differing import show

    config = config_of(args)
    with archive_of(config) as archive:
        since = _since(args.since, archive)
        show(archive.diff(since, Selection(sources=tuple(s.key for s in config.sources))), args.format, utc=args.utc)
    return DONE


def _since(words: str, archive: "Archive") -> int:
    import time

    from tui.desk.choosing import moment_of

    runs = archive.runs(1 if words == "last" else 1000)
    if words == "last":
        if not runs:
            raise UsageMistakeError("nothing was refreshed yet; `copydesk refresh` reads the sources")
        return runs[0].started
    known = next((run.started for run in runs if run.id == words), None)
    if known is not None:
        return known
    try:
        return moment_of("--since", words, int(time.time()))
    except UsageMistakeError as fault:
        raise UsageMistakeError(f"{fault}, or a run as `copydesk list runs` names it") from None
