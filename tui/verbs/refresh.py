"""`copydesk refresh`: one run, or runs without end."""

import gc
import sys
from typing import TYPE_CHECKING

from feeds.spans import seconds
from tui.desk import config_of
from tui.narration import UsageMistakeError

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from feeds.archive import Archive
    from feeds.config import Config
    from tui.runs.alerting import Alerter
    from tui.runs.log import Log
    from tui.runs.running import Orders

YOUNG = 200_000
"""New objects after which the interpreter looks for cycles. With the 50,000 of other verbs that was a thirtieth of a
run that brings 30,000 articles. A board, which has keys to answer, does it more often and a little at a time."""

EXAMPLES = """
copydesk refresh --quiet                             # what is due; for cron
copydesk refresh --now wires                         # this source, due or not
copydesk refresh --format jsonl | jq -r 'select(.type == "headline") | .title'
copydesk refresh --watch --interval 15m --log-format json --log-file ~/desk.log
"""


def options(parser: "ArgumentParser") -> None:
    """Name the arguments."""
    how = "ask at once, due or not: these sources, or all where none is named"
    between = "between two requests to a source (default: the configuration's, else 20m)"
    parser.add_argument("--now", nargs="*", action="extend", metavar="SOURCE", help=how)
    parser.add_argument("--watch", action="store_true", help="go on until a signal ends it")
    parser.add_argument("--interval", metavar="LENGTH", help=between)
    parser.add_argument("--format", choices=("text", "jsonl"), default="text", help="of the output (default: text)")
    parser.add_argument("--log-format", choices=("text", "logfmt", "json"), help="of the messages on stderr")
    parser.add_argument("--log-file", metavar="FILE", help="messages go there; SIGHUP opens it anew")
    parser.add_argument("--log-level", choices=("debug", "info", "warning", "error"), help="the least that is logged")
    parser.add_argument("--exit-code", action="store_true", help="exit with 10 where there was something new")
    parser.add_argument("--quiet", action="store_true", help="no line for each headline; failures and the log stay")


def run(args: "Namespace") -> int:
    """Refresh the desk."""
    if args.quiet and args.format == "jsonl":
        raise UsageMistakeError("--quiet leaves nothing on stdout, --format jsonl asks for all of it; choose one")
    if args.exit_code and args.watch:
        raise UsageMistakeError("--exit-code is for one run, and --watch ends by a signal only; choose one")
    config = config_of(args)
    orders = _orders(args, config)
    log = _log(args, config)
    gc.set_threshold(YOUNG)
    from feeds.archive import open_archive
    from feeds.driving import drive
    from tui.runs.running import Runner, Told
    from tui.runs.telling import Teller

    progress = log.form == "text" and log.file is None and sys.stderr.isatty()
    with open_archive(config.archive_file) as archive:
        if archive.note:
            log.warning(archive.note)
        teller = Teller(args.format, log, progress=progress, quiet=args.quiet)
        told = Told(teller, log, _alerter(config, archive, log))
        return drive(Runner(config, archive, orders, told).work())


def _alerter(config: "Config", archive: "Archive", log: "Log") -> "Alerter | None":
    if not config.watches:
        return None
    from feeds.config.watch import watches
    from tui.runs.alerting import Alerter

    return Alerter(archive, config, watches(config), log)


def _orders(args: "Namespace", config: "Config") -> "Orders":
    from tui.desk.choosing import source_keys
    from tui.runs.running import Orders

    asked = _length(args.interval) if args.interval else None
    file = args.log_file or config.log.get("file")
    return Orders(
        interval=asked or config.interval,
        asked_interval=asked,
        by_hand=args.now is not None,
        only=source_keys(args.now or (), config),
        watch=args.watch,
        tell_new=args.exit_code,
        reopen=args.watch and bool(file or not sys.stderr.isatty()),
    )


def _length(words: str) -> int:
    try:
        length = seconds(words)
    except ValueError as fault:
        raise UsageMistakeError(f"--interval: {fault}") from None
    if length < 1:
        raise UsageMistakeError("--interval: at least a second")
    return length


def _log(args: "Namespace", config: "Config") -> "Log":
    from tui.runs.log import Log

    file = args.log_file or config.log.get("file")
    form = args.log_format or config.log.get("format") or ("logfmt" if args.watch or file else "text")
    level = (
        args.log_level or config.log.get("level") or ("info" if form != "text" or sys.stderr.isatty() else "warning")
    )
    return Log(form, file, level)
