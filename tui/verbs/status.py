"""`copydesk status`: the desk at a glance; `--short` for a status line."""

from typing import TYPE_CHECKING

from tui.desk import EMPTY, archive_of, config_of, format_options
from tui.narration import DONE, say
from tui.output import SCHEMA, write_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from feeds.archive import Archive
    from feeds.config import Config
    from tui.lines.records import Record

EXAMPLES = """
copydesk status
set -g status-right '#(copydesk status --short)'     # in tmux.conf
"""


def options(parser: "ArgumentParser") -> None:
    """Name the arguments."""
    parser.add_argument("--short", action="store_true", help="one short line")
    format_options(parser, ("text", "jsonl"))


def run(args: "Namespace") -> int:
    """Print how many there are of each, what fails, and the last run."""
    config = config_of(args)
    with archive_of(config) as archive:
        record = _record(archive, config, short=args.short and args.format == "text")
    if not (args.short or record["last_run"] or record["headlines"]):
        say(EMPTY)
    if args.format == "jsonl":
        from tui.lines.records import timed
        from tui.output import write_json

        write_json(timed(record))
    elif args.short:
        write_line(_short(record, utc=args.utc))
    else:
        _print(record, utc=args.utc)
    return DONE


def _record(archive: "Archive", config: "Config", *, short: bool) -> "Record":
    """Return the status; a short one says nothing of how much there is, which takes longest to count."""
    from feeds.archive import Selection

    shown = Selection(sources=tuple(source.key for source in config.sources))
    found = archive.glance(shown, counted=not short)
    failing = {source.name: found.failing[source.key] for source in config.sources if source.key in found.failing}
    counts = found.counts
    return {
        "type": "status",
        "schema": SCHEMA,
        "headlines": counts.headlines if counts else None,
        "figures": counts.figures if counts else None,
        "quotes": counts.quotes if counts else None,
        "new": found.new,
        "sources": len(config.sources),
        "failing": list(failing),
        "errors": failing,
        "outdated": found.outdated,
        "last_run": found.status,
        "finished": found.finished,
        "next_at": found.next_at,
    }


def _short(record: "Record", *, utc: bool) -> str:
    from tui.lines.formats import short

    last = short(record["finished"], utc=utc)
    parts = [f"{record['new']} new"]
    if record["failing"]:
        parts.append(f"{len(record['failing'])} failing")
    parts.append(last[11:] if last else "never refreshed")
    return " · ".join(parts)


def _print(record: "Record", *, utc: bool) -> None:
    from tui.lines.formats import number_words, short

    write_line(f"stored    {number_words(record, 'headlines', 'figures', 'quotes')}; {record['new']} new")
    write_line(f"sources   {record['sources']}, {len(record['failing'])} failing")
    for name, error in record["errors"].items():
        write_line(f"          {name}: {error}")
    if record["outdated"]:
        write_line(
            f"readings  {record['outdated']} of an older version, or broken off; `copydesk reread` reads them anew"
        )
    last = (
        f"{record['last_run']}, {short(record['finished'], utc=utc) or 'not over'}"
        if record["last_run"]
        else "none yet"
    )
    write_line(f"last run  {last}")
    if record["next_at"]:
        write_line(f"next      {short(record['next_at'], utc=utc)}")
