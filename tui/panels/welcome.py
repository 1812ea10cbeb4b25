"""The welcome of the first start: what one sees, how to add sources, and which key helps; any key takes it away."""

from textual.widgets import Static

TEXT = """\
Welcome. These articles come with copydesk, and everything in them is invented.
Your own: [b]S[/b] then [b]a[/b], or in a shell  copydesk source add PATH_OR_URL
[b]1 2 3 4 0[/b] panels · [b]Enter[/b] reads · [b]/[/b] filters · [b]?[/b] all keys · any key takes this away"""


class Welcome(Static):
    """Three lines over the foot of the board."""

    def __init__(self) -> None:
        super().__init__(TEXT, id="welcome")
        self.border_title = "copydesk"
