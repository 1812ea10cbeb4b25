"""`copydesk status`: the desk at a glance; `--short` for a status line."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, format_options
from tui.narration import DONE
from tui.output import write_line

if TYPE_CHECKING:
    from feeds.archive import Archive, Selection
    from feeds.config import Config
    from tui.records import Record

EXAMPLES = """
copydesk status
set -g status-right '#(copydesk status --short)'     # in tmux.conf
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--short", action="store_true", help="one short line")
    format_options(parser, ("text", "jsonl"))


def run(args: Namespace) -> int:
    """Print how many there are of each, what fails, and the last run."""
    config = config_of(args)
    with archive_of(config) as archive:
        record = _record(archive, config)
    if args.format == "jsonl":
        from tui.output import write_json
        from tui.records import timed

        write_json(timed(record))
    elif args.short:
        write_line(_short(record, utc=args.utc))
    else:
        _print(record, utc=args.utc)
    return DONE


def _record(archive: "Archive", config: "Config") -> "Record":
    from feeds.archive import Selection

    keys = tuple(source.key for source in config.sources)
    rows = [row for row in archive.sources() if row.key in keys]
    runs = archive.runs(1)
    shown = Selection(sources=keys)
    counts = archive.counts(shown)
    return {
        "type": "status",
        "schema": 1,
        "headlines": counts.headlines,
        "figures": counts.figures,
        "quotes": counts.quotes,
        "new": _new(archive, shown) if archive.last_look() else counts.headlines,
        "sources": len(config.sources),
        "failing": [row.name for row in rows if row.state.streak],
        "errors": {row.name: row.state.error for row in rows if row.state.streak},
        "last_run": runs[0].status if runs else None,
        "finished": runs[0].finished if runs else None,
        "next_at": min((row.state.next_at for row in rows if row.state.next_at), default=None),
    }


def _new(archive: "Archive", shown: "Selection") -> int:
    import time

    from tui.choosing import narrowed

    return archive.count("headlines", narrowed(shown, "is:new", "headlines", int(time.time())))


def _short(record: "Record", *, utc: bool) -> str:
    from tui.formats import short

    last = short(record["finished"], utc=utc)
    parts = [f"{record['new']} new"]
    if record["failing"]:
        parts.append(f"{len(record['failing'])} failing")
    parts.append(last[11:] if last else "never refreshed")
    return " · ".join(parts)


def _print(record: "Record", *, utc: bool) -> None:
    from tui.formats import number_words, short

    write_line(f"stored    {number_words(record, 'headlines', 'figures', 'quotes')}; {record['new']} new")
    write_line(f"sources   {record['sources']}, {len(record['failing'])} failing")
    for name, error in record["errors"].items():
        write_line(f"          {name}: {error or 'failed'}")
    last = (
        f"{record['last_run']}, {short(record['finished'], utc=utc) or 'not over'}"
        if record["last_run"]
        else "none yet"
    )
    write_line(f"last run  {last}")
    if record["next_at"]:
        write_line(f"next      {short(record['next_at'], utc=utc)}")
