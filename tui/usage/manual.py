"""The man page, made from the table of verbs: `python -m tui.usage.manual > docs/copydesk.1`."""

import sys
from collections.abc import Iterable, Iterator

from feeds import __version__
from feeds.query.terms import FIELDS
from tui.narration import EXITS
from tui.usage.table import Option, Verb, verbs


def page() -> str:
    """Return the page in roff, man(7)."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield f'.TH COPYDESK 1 "" "copydesk {__version__}" "User Commands"'
    yield from _section("NAME", "copydesk \\- the copy desk for the terminal: headlines, key figures and quotes")
    yield ".SH SYNOPSIS"
    yield ".B copydesk"
    yield "[\\fIPATH\\fR\\&...]"
    yield ".br"
    yield ".B copydesk"
    yield "\\fIVERB\\fR [\\fIOPTION\\fR\\&...]"
    yield ".SH DESCRIPTION"
    for paragraph in DESCRIPTION.strip().split("\n\n"):
        yield ".PP"
        yield _escaped(" ".join(paragraph.split()))
    yield ".SH VERBS"
    for verb in verbs():
        yield from _verb(verb)
    yield ".SH QUERIES"
    yield _escaped(QUERIES)
    yield from _rows((f"{name}:", what) for name, what in FIELDS.items())
    for heading, rows in (("EXIT STATUS", EXITS), ("FILES", FILES), ("ENVIRONMENT", ENVIRONMENT)):
        yield f".SH {heading}"
        yield from _rows(rows)


def _rows(rows: Iterable[tuple[object, str]]) -> Iterator[str]:
    for name, meaning in rows:
        yield from (".TP", f".B {_escaped(str(name))}", _escaped(meaning))


def _verb(verb: Verb) -> Iterator[str]:
    yield f".SS {_escaped(verb.name)}"
    yield _escaped(f"{verb.what[:1].upper()}{verb.what[1:]}.")
    for option in verb.options:
        if option.names not in SHARED:
            yield from _option(option)
    if verb.examples:
        yield from (".PP", "Examples:", ".PP", ".nf", ".RS 4")
        yield from map(_escaped, verb.examples)
        yield from (".RE", ".fi")


def _option(option: Option) -> Iterator[str]:
    value = f" \\fI{_escaped(option.value)}\\fR" if option.names and option.value else ""
    names = ", ".join(f"\\fB{_escaped(name)}\\fR" for name in option.names) or f"\\fI{_escaped(option.value)}\\fR"
    yield from (".TP", f"{names}{value}", _escaped(option.help or "(no more to say)"))


def _section(heading: str, words: str) -> Iterator[str]:
    yield from (f".SH {heading}", words)


def _escaped(words: str) -> str:
    text = words.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(mark if mark.isascii() else f"\\[u{ord(mark):04X}]" for mark in text)
    return f"\\&{text}" if text[:1] in (".", "'") else text


SHARED = {("-h", "--help"), ("--config",), ("--archive",), ("--path",)}
"""Options of every verb: they are described once, with the files."""

DESCRIPTION = """
copydesk watches news sources (folders of plain-text articles, RSS, Atom and JSON feeds), reads every article, and puts
the headlines, the key figures and the quotes on one board. Every figure and every quote is one key away from the
sentence that says it.

Without a verb it opens the board: on the sources of the configuration, on the PATHs (files, folders, addresses), or
on the articles that come with the program. The verbs work without a terminal: data goes to stdout, messages to stderr,
and the exit status says what became of it.

Every verb but extract, schema and completion takes --config FILE (the configuration), --archive FILE (where everything
is kept), and --path PATH (may be repeated), which stands in for the sources of the configuration. The board
takes --slow-link too: it then sends few bytes to its terminal, as over a slow SSH link.
"""

QUERIES = (
    'The board, search, list, export, brief and watch rules take the same queries: words and "phrases" in title and '
    "text, word* for a beginning, - for not, or, parentheses, @name for a saved query, and FIELD:VALUE:"
)

FILES = (
    ("~/.config/copydesk/config.toml", "The configuration; $XDG_CONFIG_HOME is honoured."),
    ("~/.local/share/copydesk/archive.sqlite3", "What is stored; $XDG_DATA_HOME is honoured."),
)
"""Where things are."""

ENVIRONMENT = (
    ("COPYDESK_CONFIG", "The configuration, where --config names none."),
    ("COPYDESK_TRACE", "Where set, a fault of the program prints where it happened."),
    ("NO_COLOR", "Where set, the board has no colours."),
)
"""What is listened to."""

if __name__ == "__main__":
    sys.stdout.write(page())
