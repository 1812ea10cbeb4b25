"""`copydesk status`: the desk at a glance; `--short` for a status line."""

from typing import TYPE_CHECKING

from tui.desk import archive_of, config_of, format_options, hint_if_empty
from tui.narration import DONE
from tui.output import write_line

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from feeds.archive import Archive, Selection
    from feeds.config import Config
    from tui.records import Record

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
        if not args.short:
            hint_if_empty(archive)
    if args.format == "jsonl":
        from tui.output import write_json
        from tui.records import timed

        write_json(timed(record))
    elif args.short:
        write_line(_short(record, utc=args.utc))
    else:
        _print(record, utc=args.utc)
    return DONE


def _record(archive: "Archive", config: "Config", *, short: bool) -> "Record":
    """Return the status; a short one says nothing of figures and quotes, which take longest to count."""
    from feeds.archive import Selection

    shown = Selection(sources=tuple(source.key for source in config.sources))
    states = [(source.name, archive.source_state(source.key)) for source in config.sources]
    failing = {name: state.error or "failed" for name, state in states if state.streak}
    last = next(iter(archive.runs(1)), None)
    held = None if short else archive.counts(shown)
    headlines = held.headlines if held else archive.count("headlines", shown)
    return {
        "type": "status",
        "schema": 1,
        "headlines": headlines,
        "figures": held.figures if held else None,
        "quotes": held.quotes if held else None,
        "new": _new(archive, shown) if archive.last_look() else headlines,
        "sources": len(config.sources),
        "failing": list(failing),
        "errors": failing,
        "outdated": None if short else archive.outdated(),
        "last_run": last.status if last else None,
        "finished": last.finished if last else None,
        "next_at": min((state.next_at for _, state in states if state.next_at), default=None),
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
