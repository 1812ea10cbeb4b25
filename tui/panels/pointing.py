"""The cursor of a list that follows the reader from mark to mark."""

from typing import Any

from tui.panels.panel import ListPanel
from tui.panels.shelf import FIRST
from tui.widgets.rows import LazyRows


def point_at(panel: ListPanel[Any], article: str, item: str) -> None:
    """Put a panel's cursor on the figure or quote with this id, where it shows those of the article.

    The other panels hear nothing of it: the reader is there already.
    """
    rows = panel.list.rows
    if panel.narrowed.article != article or not isinstance(rows, LazyRows):
        return
    found = (at for at in range(min(len(rows), FIRST)) if getattr(rows.row(at), "id", "") == item)
    at = next(found, None)
    if at is not None:
        panel.list.showing = True
        panel.list.move_to(at)
        panel.list.showing = False
        panel.chosen = panel.row
