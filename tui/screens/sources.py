"""Every source with its state, its last answer, its next try, what is stored of it, and its error in words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input

from feeds.archive.layout.findings import SourceRow
from feeds.config import ConfigError
from feeds.model import Source
from tui.panels import words
from tui.panels.config_change import add_source, change_source, move_source, remove_source
from tui.screens.listing import Columns, Listing
from tui.widgets.cells import Cell
from tui.widgets.rows import Line

if TYPE_CHECKING:
    from tui.panels.status import Standing, Status

UNVERIFIED = "certificate not checked"
"""What is said of a source whose server nobody makes sure of."""
COLUMNS = Columns((16, 13, 5, 10, 8, 8, 7), (14, 13, 0, 9, 8, 0, 0), right=(2, 3, 4, 5, 6))


class Sources(Listing):
    """The sources of the desk."""

    NAME: ClassVar[str] = "Sources"
    HINT: ClassVar[str] = "a add · e edit · p pause · i OPML · d remove · r ask · R all · Esc"
    BINDINGS: ClassVar[list[BindingType]] = [
        ("a", "add", "Add"),
        ("e", "edit", "Edit"),
        ("p", "pause", "Pause"),
        ("i", "import", "Import"),
        ("d", "remove", "Take out"),
        ("r", "ask", "Ask"),
        ("R", "ask_all", "Ask all"),
        ("y", "copy", "Copy"),
    ]
    EMPTY: ClassVar[tuple[str, ...]] = ("There is no source.", "a adds a folder, a file or an address")

    def __init__(self, status: "Status") -> None:
        """`status` owns the runs and the configuration."""
        super().__init__()
        self._status = status
        self._sources: Sequence[Source] = ()
        self._known: Mapping[str, SourceRow] = {}
        self._does: Callable[[str], str] = self._add
        """What becomes of the line that is typed."""
        self._sure = ""
        """The key of the source that another `d` takes out."""

    def head(self, width: int) -> Line:
        """Name the columns."""
        return _line(
            width, ("source", "state", "asked", "next", "articles", "figures", "quotes", "where, or what is wrong")
        )

    def paints(self) -> Sequence[Callable[[int], Line]]:
        """Return what draws each source, those that fail first."""
        self._known = known = {row.key: row for row in self._status.shelf.sources()}
        sources = self._status.pulse.config.sources
        self._sources = sorted(sources, key=lambda one: not (one.key in known and known[one.key].state.streak))
        now = self._status.shelf.now()
        return [
            partial(_row, source=source, called=self._called(source), row=known.get(source.key), now=now)
            for source in self._sources
        ]

    def keys(self) -> Sequence[int]:
        """Return one for each source: one that begins to fail goes to the top, and the cursor stays on its own."""
        return [hash(source.key) for source in self._sources]

    def begin(self) -> None:
        """Fill the list, and follow a run: how far it is stands in the frame."""
        super().begin()
        self.watch(self._status, "standing", self._follow, init=False)
        self.watch(self.list, "cursor", self._doubt, init=False)

    def _follow(self, standing: "Standing") -> None:
        self.query_one("#box").border_title = Content(f"{self.NAME} {standing.bar}".strip())
        if standing.done is None:
            self.fill()

    def _doubt(self) -> None:
        self._sure = ""

    def whole(self, index: int) -> Line:
        """Say where the source is, and all that is wrong with it."""
        source = self._sources[index]
        row = self._known.get(source.key)
        tags = f" · {', '.join(source.tags)}" if source.tags else ""
        lines = [Cell(f"{self._called(source)} · {source.where}{tags}", "strong")]
        if source.unverified:
            lines.append(Cell(UNVERIFIED, "alarm"))
        if row is not None:
            now = self._status.shelf.now()
            counts = ((row.articles, "article"), (row.figures, "figure"), (row.quotes, "quote"))
            asked = f"asked {words.ago(row.state.asked_at, now)} · " if row.state.asked_at else ""
            lines.append(Cell(asked + ", ".join(words.plural(count, one) for count, one in counts)))
            if row.state.streak:
                lines.append(Cell(f"{row.state.error} · {_failing(row, now)}", "alarm"))
            elif row.state.note:
                lines.append(Cell(row.state.note, "warn"))
        return tuple(lines)

    def _called(self, source: Source) -> str:
        return self._status.shelf.called(source)

    def _chosen(self) -> Source | None:
        return self._sources[self.list.cursor] if self._sources else None

    def action_ask(self) -> None:
        """Ask the source now."""
        if source := self._chosen():
            started = self._status.refresher.start([source.name])
            said = f"Asking {self._called(source)}…" if started else "A refresh is under way already."
            self.notify(said, timeout=3, markup=False)

    def action_ask_all(self) -> None:
        """Ask all sources now."""
        self._status.run_now()

    def action_copy(self) -> None:
        """Copy the path or the address."""
        if source := self._chosen():
            self.app.copy_to_clipboard(source.where)
            self.notify(source.where, title="Copied", timeout=3, markup=False)

    def action_add(self) -> None:
        """Type a folder, a file or an address."""
        self._ask("a folder, a file or https://…", self._add)

    def action_edit(self) -> None:
        """Type another folder, file or address for the source; its articles stay."""
        if source := self._chosen():
            self._ask("another folder, file or address", partial(self._move, source.key), source.where)

    def action_pause(self) -> None:
        """Ask the source no longer, or again."""
        if source := self._chosen():
            self._edit(partial(self._pause, source))

    def action_import(self) -> None:
        """Type the name of an OPML file."""
        self._ask("an OPML file of another feed reader, or its address", self._import)

    def _ask(self, prompt: str, does: Callable[[str], str], value: str = "") -> None:
        if not self.query("#where"):
            self._does = does
            line = Input(value, placeholder=prompt, id="where", compact=True, select_on_focus=False)
            self.query_one("#box").mount(line)
            self.query_one("#box").border_subtitle = Content(f"{prompt} · Enter · Esc")
            line.focus()

    @on(Input.Submitted, "#where")
    def _typed(self, message: Input.Submitted) -> None:
        message.stop()
        self._close_line()
        if said := message.value.strip():
            self._edit(lambda: self._does(said))

    def action_remove(self) -> None:
        """Take the source out of the configuration, when asked twice; its articles stay."""
        source = self._chosen()
        if source and self._sure == source.key:
            self._edit(partial(self._remove, source))
        elif source:
            self._sure = source.key
            self.notify(f"d again takes {self._called(source)} out; its articles stay", timeout=5, markup=False)

    def _edit(self, does: Callable[[], str]) -> None:
        try:
            self.notify(does(), timeout=5, markup=False)
        except (OSError, ValueError, LookupError, ConfigError) as fault:
            self.notify(str(fault), title="The configuration stays as it is", severity="error", markup=False)
        self.fill()

    # What becomes of the configuration; each says so

    def _add(self, place: str) -> str:
        self._status.change(partial(add_source, place=place))
        return f"{place} is watched from now on"

    def _move(self, key: str, place: str) -> str:
        self._status.change(partial(move_source, key=key, place=place))
        return f"It is at {place} now; its articles stay"

    def _pause(self, source: Source) -> str:
        self._status.change(partial(change_source, key=source.key, paused=not source.paused))
        return f"{self._called(source)} is {'asked again' if source.paused else 'not asked while it is paused'}"

    def _remove(self, source: Source) -> str:
        self._status.change(partial(remove_source, name=source.name), ask=False)
        return f"{self._called(source)} is not watched any more; its articles stay in the archive"

    def _import(self, place: str) -> str:
        self._status.import_list(place)
        return f"Reading {place}…"

    def action_leave(self) -> None:
        """Leave the line that is typed in, or the screen."""
        if self.query("#where"):
            self._close_line()
        else:
            self.leave()

    def _close_line(self) -> None:
        self.query("#where").remove()
        self.query_one("#box").border_subtitle = Content(self.HINT)
        self.list.focus()


def _row(width: int, *, source: Source, called: str, row: SourceRow | None, now: int) -> Line:
    state, tone = _state(source, row)
    where, last = (f"{UNVERIFIED} · {source.where}", "alarm") if source.unverified else (source.where, "dim")
    if row is None:
        return _line(width, (called, state, "", "", "", "", "", where), tone, last)
    asked = words.age(row.state.asked_at, now) if row.state.asked_at else ""
    after = words.ahead(row.state.next_at, now) if source.kind == "feed" else "on change"
    after = "" if source.paused or row.state.gone else after
    counts = (f"{row.articles:,}", f"{row.figures:,}", f"{row.quotes:,}")
    if row.state.streak:
        where, last = f"{row.state.error} · {_failing(row, now)}", "alarm"
    elif row.state.note and not source.unverified:
        where, last = row.state.note, "warn"
    return _line(width, (called, state, asked, after, *counts, where), tone, last)


def _failing(row: SourceRow, now: int) -> str:
    since = row.state.failing_since
    return f"failing since {words.clock(since, now)}" if since else f"failed {words.plural(row.state.streak, 'time')}"


def _state(source: Source, row: SourceRow | None) -> tuple[str, str]:
    if source.paused:
        return "‖ paused", "dim"
    if row is None or not (row.status or row.state.streak):  # a run makes them known before it asks them
        return "· not yet", "dim"
    if row.state.gone:
        return "✗ gone", "alarm"
    return (f"✗ failed {row.state.streak}x", "alarm") if row.state.streak else ("✓ ok", "good")


def _line(width: int, texts: Sequence[str], state: str = "ink", last: str = "ink") -> Line:
    return COLUMNS.line(width, texts, {0: "strong", 1: state, 7: last})
