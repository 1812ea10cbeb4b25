"""The status line: how the sources are, what a run is doing, when the next begins; it keeps the board up to date."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual import on
from textual.message import Message
from textual.reactive import reactive

from feeds.archive import ArchiveError
from feeds.config import ConfigError
from tui.panels import words
from tui.panels.config_change import import_list
from tui.pulse import LOOK, Pulse
from tui.refresher import Refresher, RunOver, RunStep
from tui.widgets.bar import Bar
from tui.widgets.cells import Cell, cut, steady
from tui.widgets.rows import Line
from tui.widgets.telling import Telling

if TYPE_CHECKING:
    from feeds.config import Config
    from tui.panels.shelf import Shelf

SOON = 0.1
"""Seconds after which the sources are looked at: behind the first paint."""

BETWEEN = "  ·  "
"""What parts two things that the line says."""

LEAST = 20
"""Cells that what is wrong needs to be told; with fewer, when the sources are asked gives way."""

NAMED = 3
"""Failing sources that are named; the others are counted."""

BUSY = 75
"""The exit status that says that another run is under way."""

QUIET = (0, 3, 4, 10, 130, 143)
"""Exit statuses that need no note: the line itself names failing sources."""


class Standing(NamedTuple):
    """How the desk stands."""

    sources: int = 0
    failing: tuple[str, ...] = ()
    """The names of the sources whose last answer was a failure."""
    last: int | None = None
    """When the last run ended."""
    next: int | None = None
    """When the next one begins."""
    new: int = 0
    """Articles first seen since the last look."""
    fault: str = ""
    """Why the last run could not go on."""
    done: int | None = None
    """While a run is under way: how many sources have answered."""
    asked: int = 0
    """While a run is under way: how many are asked."""
    pace: tuple[int, ...] = ()
    """How many articles each of the last hours had, the oldest first."""
    now: int = 0
    """The time of all this."""

    @property
    def bar(self) -> str:
        """How far the run under way is; empty where there is none, or nobody to ask."""
        if self.done is None or not self.asked:
            return ""
        return f"{'━' * (self.done * 12 // max(1, self.asked)):╌<12} {self.done}/{self.asked}"


class Status(Telling, Bar):
    """One line at the foot of the board."""

    standing: reactive[Standing] = reactive(Standing())
    """What it says."""

    @dataclass
    class Looked(Message):
        """The sources and runs were looked at."""

        failing: tuple[str, ...]
        """The names of the sources that fail."""
        last: int | None
        """When the last run ended."""
        new: int
        """Articles since the last look."""
        pace: tuple[int, ...]
        """How many articles each of the last hours had."""

    @dataclass
    class Wrote(Message):
        """The archive holds something else than before."""

    def __init__(self, shelf: "Shelf", config: "Config", *, live: bool) -> None:
        """`live`: whether it refreshes by itself; a test may not want that."""
        super().__init__(id="status")
        self.shelf = shelf
        self.refresher = Refresher(config.arguments(), self.post_message)
        self.pulse = Pulse(config, self.refresher, self._wrote)
        self._live = live
        self.set_reactive(Status.standing, Standing(sources=len(shelf.keys)))
        self._sparing = config.slow_link
        """Whether what moves by itself is left out, because each byte is waited for."""
        self._by_hand = False
        """Whether the user asked for the run under way, and wants to hear what came of it."""

    def on_mount(self) -> None:
        """Look at the archive, and go on looking."""
        self.set_timer(SOON, self.look)
        self.pulse.look(self.shelf.archive.data_version())
        if self._live:
            self.set_interval(LOOK, self._beat)

    async def on_unmount(self) -> None:
        """Leave no run behind."""
        await self.refresher.stop()

    def _beat(self) -> None:
        self._renew()
        self.pulse.beat(self.shelf.archive.data_version(), self.shelf.now())
        self.run_worker(self._look_at_files, thread=True, group="files", exclusive=True, exit_on_error=False)
        if not self._sparing and self.standing.now // 60 != self.shelf.now() // 60:
            self.look()

    def _renew(self) -> None:
        """Go on with the file that has taken the place of the archive, where one has."""
        try:
            renewed = self.shelf.renewed()
        except (ArchiveError, OSError) as fault:
            self.notify(str(fault), title="The archive cannot be opened", severity="error", markup=False)
            return
        if renewed:
            self.notify("The archive is another file now; the board shows that one.", markup=False)
            self._wrote()

    def _look_at_files(self) -> None:
        if changed := self.pulse.look_at_files():
            self.app.call_from_thread(self.refresher.start, changed)

    def _wrote(self) -> None:
        self.look()
        self.post_message(self.Wrote())

    def run_now(self) -> None:
        """Ask all sources by hand."""
        if self.refresher.start([]):
            self.pulse.postpone(self.shelf.now())
            self._by_hand = True
        else:
            self.notify("A refresh is under way already.", markup=False)

    def change(self, does: "Callable[[Config], Config]", *, ask: bool = True) -> None:
        """Take the configuration as `does` makes it, and `ask` what is due in it. Raises what `does` raises."""
        self._take(does(self.pulse.config))
        if ask:
            self.refresher.start()

    def import_list(self, place: str) -> None:
        """Add the feeds of an OPML file or address, and ask them: the bar of this line shows how far that is.

        The reading is done in a thread: 2,000 feeds take a second, and an address as long as it likes.
        """
        read = partial(self._read_list, place)
        self.run_worker(read, thread=True, group="import", exclusive=True, exit_on_error=False)

    def _read_list(self, place: str) -> None:
        try:
            done = import_list(self.pulse.config, place)
        except (OSError, ValueError, LookupError, ConfigError) as fault:
            self.app.call_from_thread(
                self.notify, str(fault), title="The configuration stays as it is", severity="error", markup=False
            )
        else:
            self.app.call_from_thread(self._imported, *done)

    def _imported(self, config: "Config", said: str) -> None:
        self.change(lambda _: config)
        self.notify(said, timeout=5, markup=False)

    def _take(self, config: "Config") -> None:
        self.pulse.config = config
        self.shelf.keys = tuple(source.key for source in config.sources)
        self._wrote()

    def look(self) -> None:
        """Read from the archive how the sources are."""
        self.run_worker(self._look, thread=True, group="look", exclusive=True, exit_on_error=False)

    def _look(self) -> None:
        self.post_message(self.Looked(*self.shelf.standing()))

    @on(Looked)
    def _looked(self, message: Looked) -> None:
        message.stop()
        self.standing = self.standing._replace(
            sources=len(self.shelf.keys),
            failing=message.failing,
            last=message.last,
            next=int(self.pulse.next_at) or None,
            new=message.new,
            pace=message.pace,
            now=self.shelf.now(),
        )

    @on(RunStep)
    def _step(self, message: RunStep) -> None:
        line, it = message.line, self.standing
        if line.get("type") == "run_started":
            self.standing = it._replace(done=0, asked=int(line.get("sources", 0)))
        elif line.get("type") == "source_result" and not self._sparing:
            self.standing = it._replace(done=(it.done or 0) + 1)
        elif line.get("type") == "run_finished" and self._by_hand:
            self.notify(words.found(line), timeout=3, markup=False)

    @on(RunOver)
    def _over(self, message: RunOver) -> None:
        self._by_hand = False
        failed = message.status not in (*QUIET, BUSY)
        said = steady(message.words.splitlines()[-1]) if message.words else f"exit status {message.status}"
        self.standing = self.standing._replace(done=None, fault=said if failed else "")
        self.shelf.look(first=True)
        if not self.pulse.look(self.shelf.archive.data_version()):
            self.look()
        if message.status == BUSY:
            self.notify("Another refresh is under way; its news will show here too.", markup=False)
        elif failed:
            self.notify(said, title="The refresh could not go on", severity="error", markup=False)

    # Drawing

    def cells(self, width: int) -> Line:
        """Return how the sources are on the left, and when they are asked on the right, where a run's bar stands too.

        What there is no room for is left out, the least urgent first: the articles of each hour, and what is new.
        """
        it = self.standing
        left, right = [Cell(" "), self._sources(it)], [self._asked(it), Cell(" ")]
        room = width - sum(cell_len(cell.text) for cell in (*left, *right)) - len(BETWEEN)
        if room < LEAST and not it.bar and (it.fault or it.failing):  # what is wrong before what is usual
            room, right = room + cell_len(right[0].text), right[1:]
        for cell in self._wrong(it):
            said = Cell(cut(cell.text, room - len(BETWEEN)), cell.tone)
            if said.text:
                left += [Cell(BETWEEN, "faint"), said]
                room -= len(BETWEEN) + cell_len(said.text)
        new, pace = f"● {it.new:,} new", f"{words.spark(it.pace)} {sum(it.pace):,} in {len(it.pace)}h"
        if it.new and room >= len(BETWEEN) + cell_len(new):
            left += [Cell(BETWEEN, "faint"), Cell(new, "accent")]
            room -= len(BETWEEN) + cell_len(new)
        if any(it.pace) and not self._sparing and room >= len(BETWEEN) + cell_len(pace):
            right[:0] = [Cell(pace, "dim"), Cell(BETWEEN, "faint")]
            room -= len(BETWEEN) + cell_len(pace)
        return (*left, Cell(" " * (room + len(BETWEEN))), *right)

    def _sources(self, it: Standing) -> Cell:
        return Cell(words.plural(it.sources, "source"), "dim" if it.failing or it.fault else "good")

    def _wrong(self, it: Standing) -> Iterator[Cell]:
        if it.fault:
            yield Cell(f"✗ {it.fault}", "alarm")
        if it.failing:
            more = f" and {len(it.failing) - NAMED} more" if len(it.failing) > NAMED else ""
            yield Cell(f"✗ {len(it.failing)} failing: {steady(', '.join(it.failing[:NAMED]))}{more}", "alarm")

    def _asked(self, it: Standing) -> Cell:
        if it.bar:
            return Cell(f"asking {it.asked}" if self._sparing else it.bar, "accent")
        last = f"asked {words.clock(it.last, it.now)}" if it.last is not None else ""
        after = f"next {words.clock(it.next, it.now)}" if it.next is not None else ""
        return Cell(" · ".join(part for part in (last, after) if part), "dim")
