"""The saved queries of the configuration as commands of the board, apart from the table that the widgets know."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tui.commands import BOARD, COMMANDS, Command, shown

if TYPE_CHECKING:
    from feeds.config import SavedQuery


def saved(queries: "Sequence[SavedQuery]") -> tuple[Command, ...]:
    """Return the saved queries of a configuration as commands, each with the key that it has there."""
    return tuple(
        Command(f"@{one.name}", one.key or "", one.name, f"Saved query: {one.query}", BOARD, call=f"saved({number})")
        for number, one in enumerate(queries)
    )


def taken(queries: "Sequence[SavedQuery]", rebound: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the keys of saved queries: those that mean something already."""
    meant = {key.strip(): one.id for one in COMMANDS for key in rebound.get(one.id, one.keys).split(",")}
    said = []
    for one in queries:
        if one.key and one.key in meant:
            said.append(f"the key {shown(one.key)!r} of the query {one.name!r} means {meant[one.key]!r} already")
        meant[one.key or ""] = one.name
    return said
