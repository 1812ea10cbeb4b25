"""The one table of commands: bindings, footer, palette, help screen and the README's key table are made from it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import BindingType

ANYWHERE, BOARD, LIST, ITEMS, READER = "anywhere", "board", "list", "items", "reader"

PLACES: Mapping[str, str] = {
    BOARD: "On the board",
    LIST: "In every list",
    ITEMS: "On a row, or in the reader",
    READER: "In the reader",
    ANYWHERE: "Everywhere",
}
"""Where a command is at hand, as the help names it, in the help's order."""


class Command(NamedTuple):
    """Something that a key does."""

    id: str
    """The name in `[keys]` of config.toml, in the `:` line and in the table of the README."""
    keys: str
    """Keys as Textual names them, parted by commas; the first is the one that is shown."""
    title: str
    """One or two words, for the footer."""
    help: str
    """One sentence, for the help and the palette."""
    place: str
    """Where it is at hand: a key of `PLACES`."""
    footer: bool = False
    """Whether the footer names it."""
    call: str = ""
    """The action, where it is not the id."""

    @property
    def action(self) -> str:
        """The Textual action that it runs."""
        return self.call or self.id.replace("-", "_")

    def key(self, rebound: Mapping[str, str]) -> str:
        """Its first key as one reads it; `rebound` has the user's own keys by id."""
        return self.all_keys(rebound)[0]

    def all_keys(self, rebound: Mapping[str, str]) -> list[str]:
        """All its keys as one reads them."""
        if not rebound.get(self.id, self.keys):
            return [""]
        return [shown(key.strip() or ",") for key in rebound.get(self.id, self.keys).split(",")]


COMMANDS: tuple[Command, ...] = (
    Command("headlines", "1", "Headlines", "Go to the headlines.", BOARD, call="panel('headlines')"),
    Command("figures", "2", "Key figures", "Go to the key figures.", BOARD, call="panel('figures')"),
    Command("quotes", "3", "Quotes", "Go to the quotes.", BOARD, call="panel('quotes')"),
    Command("people", "4", "People", "Go to the people who speak.", BOARD, call="panel('people')"),
    Command("reader", "0", "Reader", "Go to the article.", BOARD, call="panel('reader')"),
    Command("next-panel", "tab", "Next", "Go to the next panel.", BOARD),
    Command("previous-panel", "shift+tab", "Previous", "Go to the panel before.", BOARD),
    Command("back", "escape", "Back", "Back: from the article to its list, then to all rows.", BOARD, footer=True),
    Command("zoom", "z", "Zoom", "The panel over the whole screen, and back.", BOARD, footer=True),
    Command("larger", "+", "Larger", "The panel over half of the screen, then over all of it.", BOARD),
    Command("smaller", "_,-", "Smaller", "The panel back to half of the screen, then to its place.", BOARD),
    Command("turn", "P", "Turn", "The article beside the lists, or below them.", BOARD),
    Command("wider", ">", "Wider", "More room for the article, less for the lists.", BOARD),
    Command("narrower", "<", "Narrower", "Less room for the article, more for the lists.", BOARD),
    Command("refresh", "r", "Refresh", "Ask all sources now.", BOARD, footer=True),
    Command("search", "ctrl+f", "Search", "Search the whole archive.", BOARD),
    Command("sources", "S", "Sources", "Every source with its state; add, take out, ask one.", BOARD),
    Command("runs", "L", "Runs", "The refreshes and what they brought.", BOARD),
    Command("down", "j,down", "Down", "One row down.", LIST),
    Command("up", "k,up", "Up", "One row up.", LIST),
    Command("first", "g,home", "First", "To the first row.", LIST),
    Command("last", "G,end", "Last", "To the last row.", LIST),
    Command("page-down", "pagedown", "Page down", "A screenful down.", LIST),
    Command("page-up", "pageup", "Page up", "A screenful up.", LIST),
    Command("half-down", "ctrl+d", "Half down", "Half a screenful down.", LIST),
    Command("half-up", "ctrl+u", "Half up", "Half a screenful up.", LIST),
    Command("open", "enter", "Open", "Open the row: read it in its article.", LIST, footer=True),
    Command("filter", "/", "Filter", "Narrow the rows as you type; /! leaves out what fits.", ITEMS, footer=True),
    Command("link", "o", "Link", "Open the article's link, after showing it.", ITEMS, footer=True),
    Command("copy", "y", "Copy", "Copy a citation to the clipboard.", ITEMS, footer=True),
    Command("seen", "m", "Seen", "Mark the row as seen, or as not seen.", ITEMS),
    Command("all-seen", "M", "All seen", "Mark the row and all above it as seen.", ITEMS),
    Command("star", "s", "Star", "Star the row, or take its star away.", ITEMS),
    Command("reject", "x", "Reject", "Reject what was read wrongly, or take that back.", ITEMS),
    Command("undo", "u", "Undo", "Undo the last mark, star or rejection.", ITEMS),
    Command("alike", "l", "Alike", "All figures of the unit, or all words of the speaker.", ITEMS),
    Command("doubt", "d", "Doubt", "Only what is doubtful, such as no speaker; or all again.", ITEMS),
    Command("revisions", "v", "Revisions", "What each change of the article took out and put in.", ITEMS),
    Command("trend", "t", "Trend", "The values of the figure's unit over time.", ITEMS),
    Command("next-mark", "]", "Next mark", "To the next figure or quote in the article.", READER, footer=True),
    Command("previous-mark", "[", "Mark before", "To the figure or quote before.", READER),
    Command("next-hit", "n", "Next hit", "To the next place where the words of / stand.", READER),
    Command("previous-hit", "N", "Hit before", "To the place before where the words of / stand.", READER),
    Command("everything", "i", "All marks", "Mark dates, terms and the like too, or no longer.", READER),
    Command("reader-down", "j,down", "Down", "One line down.", READER, call="down"),
    Command("reader-up", "k,up", "Up", "One line up.", READER, call="up"),
    Command("reader-first", "g,home", "Top", "To the top.", READER, call="first"),
    Command("reader-last", "G,end", "End", "To the end.", READER, call="last"),
    Command("reader-page-down", "pagedown,space", "Page down", "A screenful down.", READER, call="page_down"),
    Command("reader-page-up", "pageup,b", "Page up", "A screenful up.", READER, call="page_up"),
    Command("reader-half-down", "ctrl+d", "Half down", "Half a screenful down.", READER, call="half_down"),
    Command("reader-half-up", "ctrl+u", "Half up", "Half a screenful up.", READER, call="half_up"),
    Command("help", "?", "Help", "All keys, as they are now.", ANYWHERE, footer=True),
    Command("palette", "ctrl+p", "Palette", "Find a command by its name.", ANYWHERE, call="app.command_palette"),
    Command("command", ":", "Command", "Type a command by its name; Tab completes it.", ANYWHERE),
    Command("notes", "E", "Notes", "What the board has said: every past note in full.", ANYWHERE),
    Command("theme", "T", "Theme", "Choose the colours.", ANYWHERE),
    Command("suspend", "ctrl+z", "Suspend", "To the shell; fg there comes back.", ANYWHERE),
    Command("quit", "q", "Quit", "Leave the board.", ANYWHERE, footer=True, call="app.quit"),
)


NAMES = {
    "escape": "Esc", "enter": "Enter", "tab": "Tab", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "down": "↓", "up": "↑", "left": "←", "right": "→", "space": "Space",
}  # fmt: skip
"""Keys that have a name on the keyboard."""


def shown(key: str) -> str:
    """Return a key as one reads it: `ctrl+d` is `^d`."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    marks = "".join({"ctrl": "^", "shift": "⇧", "alt": "⌥"}.get(name, name + "+") for name in held)
    return marks + NAMES.get(last, last)


def at(*places: str) -> Iterable[Command]:
    """Return the commands at hand in some places, in the table's order."""
    return (command for command in COMMANDS if command.place in places)


def bindings(*places: str) -> "list[BindingType]":
    """Textual's bindings for some places; each has its id, so that `[keys]` can change it."""
    from textual.binding import Binding  # `config check` reads the table without a screen

    return [
        Binding(command.keys, command.action, command.title, show=False, id=command.id, tooltip=command.help)
        for command in at(*places)
    ]


TOGETHER = ((LIST, ITEMS, BOARD, ANYWHERE), (READER, ITEMS, BOARD, ANYWHERE))
"""Places whose keys are at hand at the same time."""


class KeyFault(NamedTuple):
    """What is wrong with one of a user's own keys."""

    id: str
    """The name in `[keys]` that is at fault."""
    words: str


def faults(rebound: Mapping[str, str]) -> list[str]:
    """Return what is wrong with a user's own keys: commands that do not exist, and keys that mean two things."""
    return [fault.words for fault in key_faults(rebound)]


def key_faults(rebound: Mapping[str, str]) -> list[KeyFault]:
    """Return what is wrong with a user's own keys, each with the name that it stands under."""
    known = [command.id for command in COMMANDS]
    said = [KeyFault(name, _unknown(name, known)) for name in rebound if name not in known]
    for places in TOGETHER:
        meant: dict[str, str] = {}
        for command in at(*places):
            for key in rebound.get(command.id, command.keys).split(","):
                first = meant.setdefault(key.strip(), command.id)
                if first != command.id:
                    words = f"the key {shown(key.strip())!r} means both {first!r} and {command.id!r}"
                    said.append(KeyFault(command.id if command.id in rebound else first, words))
    return list(dict.fromkeys(said))


def _unknown(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # for the message of a mistake only

    near = get_close_matches(name, known, 1)
    return f"there is no command {name!r} to give a key to" + (f"; did you mean {near[0]!r}?" if near else "")
