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


def taken(queries: "Sequence[SavedQuery]", rebound: Mapping[str, str]) -> list[tuple[int, str]]:
    """Return what is wrong with the keys of saved queries: which query (from 0), and what its key means already."""
    meant = {key.strip(): one.id for one in COMMANDS for key in rebound.get(one.id, one.keys).split(",")}
    said = []
    for number, one in enumerate(queries):
        for key in (one.key or "").split(","):
            if key.strip() in meant:
                words = f"the key {shown(key.strip())!r} of the query {one.name!r} means {meant[key.strip()]!r} already"
                said.append((number, words))
            elif key:
                meant[key.strip()] = one.name
    return said
