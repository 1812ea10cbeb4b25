"""The command line's grammar: what every verb takes, and how its help looks."""

import os
from argparse import SUPPRESS, Action, ArgumentError, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from types import ModuleType
from typing import Any, NoReturn

from tui.cli import VERBS

PROGRAM = "--command"
"""The option behind which another program's words stand, to the end of the line."""


class Parser(ArgumentParser):
    """A parser whose usage errors name the nearest option that there is."""

    def __init__(self, **how: Any) -> None:
        """Take what ArgumentParser takes; options are written out, or a new one would break scripts."""
        super().__init__(**{"formatter_class": _formatter, "allow_abbrev": False, **how})

    def read(self, argv: Sequence[str]) -> Namespace:
        """Parse the command line; an option that there is not is named before anything else is found at fault."""
        known = options_of(self)
        for word in argv:
            if word in ("--", PROGRAM):
                break
            if word.startswith("--") and word.partition("=")[0] not in known:
                self.error(_unknown(word.partition("=")[0], known))
        own, program = _apart(argv)
        args = self.parse_args(own)
        if program is not None:
            self._give(args, program)
        return args

    def _give(self, args: Namespace, program: list[str]) -> None:
        if not hasattr(args, PROGRAM.strip("-")):  # of another verb below this one
            self.error(_unknown(PROGRAM, ()))
        if not program:
            self.error(f"argument {PROGRAM}: names no program")
        setattr(args, PROGRAM.strip("-"), program)

    def _parse_optional(self, arg_string: str) -> Any:  # argparse asks it whether a word is an option
        """Take `-is:seen` for what it is where a query may stand: no option of ours is a single dash but -h."""
        if arg_string[:2] != "--" and arg_string not in self._option_string_actions and self._asks():
            return None
        return super()._parse_optional(arg_string)

    def _asks(self) -> bool:
        return any(action.metavar == "QUERY" for action in self._actions)

    def _check_value(self, action: Action, value: object) -> None:  # argparse asks it for each value
        if action.choices is not None and value not in action.choices:
            choices = list(map(str, action.choices))
            near = get_close_matches(str(value), choices, 1)
            advice = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(choices)}"
            here = "" if action.option_strings else " here"
            raise ArgumentError(None if here else action, f"there is no {str(value)!r}{here}; {advice}")
        if isinstance(value, str) and not value.strip():  # a variable of a script that was not set
            raise ArgumentError(action, "is empty")

    def print_help(self, file: Any = None) -> None:  # noqa: ARG002 - argparse names it
        """Print the help as all data is printed: argparse goes on in silence where stdout takes nothing."""
        from tui.output import write_text

        write_text(self.format_help())

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to learn more, and leave with 2."""
        self.exit(2, f"{self.prog}: {message}{' See' if message.endswith('?') else '; see'} {self.prog} --help\n")


def _apart(argv: Sequence[str]) -> tuple[Sequence[str], list[str] | None]:
    """Take from a command line the program and all that is its own: argparse would not let `--` stand among it."""
    words = list(argv)
    ends = words.index("--") if "--" in words else len(words)
    if PROGRAM not in words[:ends]:
        return words, None
    at = words.index(PROGRAM)
    return words[:at], words[at + 1 :]


def _unknown(option: str, known: Iterable[str]) -> str:
    near = get_close_matches(option, known, 1, 0.7)
    return f"there is no {option!r} here" + (f" (did you mean {near[0]}?)" if near else "")


def options_of(parser: ArgumentParser) -> list[str]:
    """Return the options of a parser and of the parsers below it."""
    found = list(parser._option_string_actions)  # noqa: SLF001 - argparse has no public way to list them
    return found + [option for _, _, below in verbs_below(parser) for option in options_of(below)]


def _width() -> int:
    columns = os.environ.get("COLUMNS", "")
    return max(40, min(int(columns), 120)) if columns.isdecimal() else 100


def _formatter(prog: str) -> RawDescriptionHelpFormatter:
    """Make the formatter with a width: without one each argument added would look for the terminal (shutil, 3 ms)."""
    return RawDescriptionHelpFormatter(prog, max_help_position=26, width=_width())


def parser_for(verb: str, module: ModuleType | Any) -> Parser:
    """Return the parser of a verb; the empty verb is the board."""
    parser = Parser(
        prog=f"copydesk {verb}".strip(),
        description=f"{sentence(VERBS[verb])}" if verb else "Open the board.",
        epilog=f"{getattr(module, 'more', str)()}examples:\n{indented(module.EXAMPLES)}",
    )
    module.options(parser)
    _below(parser, module.EXAMPLES)
    if getattr(module, "DESK", True):
        _desk_options(parser, listed=bool(verb))
    return parser


def _below(parser: Parser, examples: str) -> None:
    """Give the verbs below a verb their sentence, and those of its examples that are theirs."""
    for name, what, below in verbs_below(parser):
        its = "".join(f"{line}\n" for line in examples.splitlines() if f"{line} ".startswith(f"{parser.prog} {name} "))
        below.description = sentence(what)
        below.epilog = f"examples:\n{indented(its)}\n\n`{parser.prog} --help` has the options of the desk, too."


def verbs_below(parser: ArgumentParser) -> Iterator[tuple[str, str, ArgumentParser]]:
    """Yield the verbs below a verb: name, what it does, and its own parser."""
    for action in parser._actions:  # noqa: SLF001 - no public way
        if isinstance(action.choices, dict):
            helps = {choice.dest: choice.help or "" for choice in getattr(action, "_choices_actions", ())}
            for name, its in action.choices.items():
                yield name, helps.get(name, ""), its


def _desk_options(parser: Parser, *, listed: bool) -> None:
    """Add what tells one desk from another; the board takes its paths as plain arguments."""
    desk = parser.add_argument_group("the desk")
    desk.add_argument("--config", metavar="FILE", help="the configuration (or COPYDESK_CONFIG)")
    desk.add_argument("--archive", metavar="FILE", help="where everything is kept")
    desk.add_argument("--path", metavar="PATH", action="append", default=[], help=PATH_HELP if listed else SUPPRESS)


PATH_HELP = "watch this file, folder or address instead of the sources of the configuration; may be repeated"


def sentence(words: str) -> str:
    """Return words as a sentence: a capital and a full stop."""
    return f"{words[:1].upper()}{words[1:]}."


def indented(lines: str) -> str:
    """Return lines set in by two blanks."""
    return "\n".join(f"  {line}" for line in lines.strip().splitlines())


def overview() -> None:
    """Print the help of the whole command."""
    from tui.narration import EXITS
    from tui.output import write_text

    width = max(map(len, VERBS)) + 2
    verbs = "\n".join(f"  {name:<{width}}{what}" for name, what in VERBS.items())
    exits = "\n".join(f"  {code:<5}{meaning}" for code, meaning in EXITS)
    write_text(OVERVIEW.format(verbs=verbs, exits=exits))


OVERVIEW = """\
usage: copydesk [PATH…]
       copydesk VERB [OPTION…]

The copy desk for the terminal: headlines, key figures and quotes from folders and feeds.
Without a verb it opens the board: on the sources of the configuration, or on the PATHs (files, folders, addresses).

verbs (each has --help with an example):
{verbs}

options:
  --config FILE   the configuration (else COPYDESK_CONFIG, else ~/.config/copydesk/config.toml)
  --archive FILE  where everything is kept (else ~/.local/share/copydesk/archive.sqlite3)
  --slow-link     the board sends few bytes to the terminal, as over a slow SSH link
  --version       print the version
  --help          print this

exit codes:
{exits}

Data goes to stdout, messages to stderr.
"""
