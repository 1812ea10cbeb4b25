"""The verbs of the command `copydesk`, in one table; Textual is imported for the board alone."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

VERBS = {
    "refresh": "ask the sources that are due; once, or on and on",
    "list": "headlines, figures, quotes, speakers, sources or runs that are stored",
    "search": "articles by words or by any query, the best first, with the words in their sentence",
    "show": "one article, figure or quote with what stands around it",
    "diff": "what is new, changed or gone, and which figures moved",
    "brief": "the news of the last hours on a page",
    "status": "the desk at a glance; --short for a status line",
    "export": "what is stored as JSONL, CSV, Markdown or a copy of the archive",
    "extract": "read figures and quotes in texts, storing nothing",
    "source": "add, list, remove or try out the sources of the configuration",
    "opml": "sources from and for other feed readers",
    "watch": "rules that raise an alert: list, try out, add or remove them",
    "config": "where the configuration is, and whether it is right",
    "archive": "back up, check or shrink the file in which everything is kept",
    "reread": "read again what an older version has read; stars and rejections stay",
    "doctor": "what may be wrong here, and what to do about it",
    "schema": "JSON Schema of every line that is printed as JSONL",
    "serve": "the board in a browser, on this machine; an extra",
    "completion": "the script that completes verbs and options in a shell",
}
"""Every verb and what it does; the module of that name in `tui.verbs` does it. Help, manual, completion read this."""

QUICK = frozenset({"list", "refresh", "status"})
"""The verbs that status lines, scripts and cron run again and again: their plain command lines need no argparse."""

VALUED = frozenset({"--config", "--archive", "--path"})
"""The options that may stand before the verb, each with a value."""


def main() -> int:
    """Run the command line of this process and return its exit status.

    Of what `list` costs, the interpreter's collecting was a tenth: there are no cycles to look for after 700 objects.
    """
    gc.set_threshold(50_000)
    _open()
    status = run(sys.argv[1:])
    leave(status)
    return status


def _open() -> None:
    """Let a closed stdin be an empty one, and a closed stderr one that nobody reads; data that is lost is a fault."""
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115 - open as long as the process is
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115


def leave(status: int) -> None:
    """End the process of a headless verb here and now; that of the board may have a thread that is still writing.

    Taking apart every module, one by one, was a twelfth of what a refresh of 100 feeds costs (57 of 675 million
    instructions). Everything that holds a file or a child has closed it by now, and `run` has flushed stdout; what a
    thread may still do is to look up a name, which takes half a minute where the name server is gone.
    """
    if "textual" not in sys.modules:
        os._exit(status)


def run(argv: Sequence[str]) -> int:
    """Run a command line; stdout is flushed, and every fault is a message and an exit status."""
    try:
        try:
            status = _dispatch(list(argv))
        except SystemExit as leaving:  # argparse: its help, or its usage error
            status = leaving.code if isinstance(leaving.code, int) else 2
        if sys.stdout is not None:
            sys.stdout.flush()
    except BaseException as fault:  # the one place that turns a fault into a message and a code
        from tui.faults import told

        status = told(fault)
    return status


def _dispatch(argv: list[str]) -> int:
    at = _verb_at(argv)
    if at is None and ("--version" in argv or "-V" in argv):
        from feeds import __version__

        os.write(1, f"copydesk {__version__}\n".encode())
        return 0
    if at is None:
        return _board(argv)
    verb = argv.pop(at)
    module = import_module(f"tui.verbs.{verb}")
    argv = _desk_first(argv)
    return int(module.run(_plain(verb, module, argv) or _parsed(verb, module, argv)))


def _plain(verb: str, module: ModuleType, argv: Sequence[str]) -> object:
    if verb not in QUICK:
        return None
    from tui.quick import read

    return read(module, argv)


def _parsed(verb: str, module: ModuleType, argv: Sequence[str]) -> object:
    from tui.usage import parser_for

    return parser_for(verb, module).read(argv)


def _desk_first(argv: Sequence[str]) -> list[str]:
    """Move the options of the desk to the front, so that they may also stand behind `source list`."""
    first: list[str] = []
    rest: list[str] = []
    words = iter(argv)
    for word in words:
        if word == "--":
            return [*first, *rest, word, *words]
        if word in VALUED:
            first += [word, *(value for value in [next(words, None)] if value is not None)]
        elif word.startswith(tuple(f"{option}=" for option in VALUED)):
            first.append(word)
        else:
            rest.append(word)
    return first + rest


def _verb_at(argv: Sequence[str]) -> int | None:
    """Return where the verb stands: the first word that is no option and no option's value."""
    value = False
    for at, word in enumerate(argv):
        if value or word in VALUED:
            value = not value
        elif not word.startswith("-"):
            return at if word in VERBS else None
    return None


def _board(argv: list[str]) -> int:
    from tui import usage

    if "--help" in argv or "-h" in argv:
        usage.overview()
        return 0
    from tui.verbs import board

    return board.run(usage.parser_for("", board).read(argv))
