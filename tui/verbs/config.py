"""`copydesk config path|check`."""

import os
from argparse import ArgumentParser, Namespace

from feeds.config import Config, ConfigError, load, where
from feeds.model import Source
from tui.narration import DONE, say
from tui.output import write_line

EXAMPLES = """
copydesk config check
$EDITOR "$(copydesk config path)"
"""


def options(parser: ArgumentParser) -> None:
    """Name the arguments."""
    what = "print the file's place, or check what it says"
    parser.add_argument("what", choices=("path", "check"), metavar="path|check", help=what)


def run(args: Namespace) -> int:
    """Print the place of the configuration, or what it comes to. A mistake is a ConfigError."""
    if args.what == "path":
        write_line(where(args.config))
        return DONE
    from feeds.config.queries import check
    from feeds.config.watch import watches

    config = load(args.config, paths=args.path, archive=args.archive)
    check(config)
    watches(config)
    _check_keys(config)
    write_line(f"config   {config.file or f'none at {where(args.config)}; the defaults hold'}")
    write_line(f"archive  {config.archive_file}")
    write_line(f"sources  {len(config.sources)}" + ("" if config.own else ", the seeds that come with the program"))
    for source in config.sources:
        if missing := _missing(source):
            say(missing)
    return DONE


def _check_keys(config: Config) -> None:
    """Compare the user's own keys with the board's commands. Raises ConfigError; the board itself only says so."""
    if config.path is None or not (config.keys or config.queries):
        return
    from feeds.config.lines import line_of
    from tui.commands import key_faults
    from tui.saved_queries import taken

    source = config.path.read_text("utf-8-sig")
    for fault in key_faults(config.keys):
        raise ConfigError(config.file, line_of(source, "keys", 0, fault.id), f"[keys] {fault.words}")
    for number, words in taken(config.queries, config.keys):
        raise ConfigError(config.file, line_of(source, "query", number, "key"), f"[[query]] {words}")


def _missing(source: Source) -> str | None:
    if source.kind == "feed" or os.path.exists(source.where):
        return None
    return f"source {source.name}: {source.where} is not there yet"
