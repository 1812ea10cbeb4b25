"""What stands still is composed once, and anew as soon as something of it changes."""

from textual.app import App, ComposeResult
from textual.geometry import Region

from tui.widgets.kept import Kept


class Sign(Kept):
    DEFAULT_CSS = "Sign { height: 3; }"
    words = "one"

    def render(self) -> str:
        return self.words


class Signs(App[None]):
    def compose(self) -> ComposeResult:
        yield Sign()


def lines(sign: Sign) -> list[str]:
    return [strip.text.strip() for strip in sign.render_lines(Region(0, 0, *sign.outer_size))]


async def test_lines_are_kept_until_they_are_to_be_painted() -> None:
    app = Signs()
    async with app.run_test(size=(20, 4)) as pilot:
        sign = app.query_one(Sign)
        assert lines(sign)[0] == "one"
        sign.words = "two"
        assert lines(sign)[0] == "one"
        sign.refresh()
        assert lines(sign)[0] == "two"
        kept = sign.render_lines(Region(0, 0, *sign.outer_size))
        assert sign.render_lines(Region(0, 0, *sign.outer_size)) is kept
        sign.border_title = "title"
        sign.styles.border = ("round", "red")
        await pilot.pause()
        assert "title" in lines(sign)[0]
        sign.styles.color = "blue"
        await pilot.pause()
        assert sign.render_lines(Region(0, 0, *sign.outer_size)) is not kept
