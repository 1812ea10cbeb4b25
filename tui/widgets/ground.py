"""What lies under other widgets and says nothing itself."""

from textual.containers import Container


class Ground(Container):
    """A container that is covered by what it holds: its own lines are not composed for every frame (6 % of a key)."""

    BLANK = True
