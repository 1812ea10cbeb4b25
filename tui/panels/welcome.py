"""The welcome of the first start: what one sees, how to add sources, and which key helps; any key takes it away."""

from textual.widgets import Static

TEXT = """\
Welcome. These articles come with copydesk and are all invented.
Your own: [b]S[/b] then [b]a[/b], or in a shell  copydesk source add PATH_OR_URL
[b]1 2 3 4 0[/b] panels · [b]Enter[/b] reads · [b]/[/b] filters · [b]?[/b] keys · any key closes this"""
"""No line is longer than 74 cells, the room that 80 columns leave inside the frame."""


class Welcome(Static):
    """Three lines over the foot of the board."""

    def __init__(self) -> None:
        super().__init__(TEXT, id="welcome")
        self.border_title = "copydesk"
