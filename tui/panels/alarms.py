"""What the watch rules raise, on the board: a note, and as the rule asks the bell and a notice on the desktop.

Whoever judged them: the run of this board, or another process that refreshes the archive.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from feeds.config import ConfigError
from tui.widgets.cells import steady

if TYPE_CHECKING:
    from feeds.alerts import Due
    from feeds.config import Config
    from feeds.config.watch import Actions
    from tui.panels.shelf import Shelf

SHOWN = 30.0
"""Seconds for which the note of an alert stays."""


class Alarms:
    """Looks for new alerts, and makes them heard."""

    def __init__(self, shelf: "Shelf", config: "Config") -> None:
        self._shelf = shelf
        self._config = config
        self._first = True

    def look(self, notify: Callable[..., None], ring: Callable[[], object], send: Callable[[str], object]) -> None:
        """Mark the rows of alerts, and tell those that came since the last look.

        `notify` shows a note, `ring` rings the bell, `send` writes to the terminal.
        """
        if not self._config.watches:
            return
        raised = self._shelf.alerts()
        if self._first:  # what is older than the board is marked, and was told then
            self._first = False
            return
        actions = self._actions() if raised else {}
        for rule, its in _by_rule(raised).items():
            self._tell(rule, its, notify)
            if rule in actions and actions[rule].bell:
                ring()
            if rule in actions and actions[rule].notice:
                from tui.runs.notice import notice

                send(notice(f"{rule}: {its[0].alert.message}"))

    def _tell(self, rule: str, raised: "Sequence[Due]", notify: Callable[..., None]) -> None:
        more = f"  (and {len(raised) - 1} more)" if len(raised) > 1 else ""
        words = steady(raised[0].alert.message) + more
        notify(words, title=f"Watch: {steady(rule)}", severity="warning", timeout=SHOWN, markup=False)

    def _actions(self) -> "Mapping[str, Actions]":
        from feeds.config.watch import watches

        try:
            return {watch.rule.name: watch.actions for watch in watches(self._config)}
        except ConfigError:  # its run has told
            return {}


def _by_rule(raised: "Sequence[Due]") -> dict[str, list[Any]]:
    rules: dict[str, list[Any]] = {}
    for due in raised:
        rules.setdefault(due.alert.rule, []).append(due)
    return rules
