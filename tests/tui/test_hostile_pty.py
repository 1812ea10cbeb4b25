"""Text from outside in every panel, screen, note and copy: it shows as it stands, and no byte of it acts."""

import re
from pathlib import Path

import pytest

from tests.tui.terminal import Terminal

MARKUP = "[LIVE] [/] [@click=app.quit]x[/] [bold red]loud[/bold red] $5 {x} %s"
ACTS = "\x1b]0;owned\x07\x1b[2J\x1b[31;1m\x1b]8;;https://x.example\x1b\\\x9b5m\u202e\u2066\x1bPq\x1b\\\x1b[6n\x00\x08"
"""A title for the window, a cleared screen, a colour, a link, C1, bidi, a picture, a question, NUL and backspace."""

FORBIDDEN = (
    *(b"\x1b]0;", b"\x1b]2;", b"\x1b]8;", b"\x1b[2J", b"\x1b[31;1m", b"\x1b[6n", b"\x1bPq", b"\x00"),
    *(b"\xc2\x9b", b"\xe2\x80\xae", b"\xe2\x81\xa6"),
)
"""What would act: a title, a link, a cleared screen, a colour, a question, a picture, NUL, and C1 and bidi as UTF-8."""

ITEM = """<item><guid>{n}</guid><title>{title} {n}</title><link>https://e.example/{n}?[/][bold]</link>
<author>Ann {act}Marsh {markup}</author><pubDate>Fri, 25 Jul 2025 1{n}:00:00 GMT</pubDate>
<description>{text}</description></item>"""


def escaped(text: str) -> str:
    """As XML; what XML forbids as a reference, which feeds do hold and parsers do hand on."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", lambda found: f"&#{ord(found[0])};", text)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A configuration with a feed of hostile items, and a source that is not there, both named by somebody hostile."""
    text = (
        f"“We {ACTS}stay, {MARKUP} and more,” said Ann {ACTS}Marsh, the {MARKUP} minister. More than 2,000 {ACTS}boats "
        f"{MARKUP} sank, the ministry of {ACTS}ports said. “It cost $5m {MARKUP},” said Ann Marsh."
    )
    items = "".join(
        ITEM.format(n=n, title=escaped(MARKUP + ACTS), act=escaped(ACTS), markup=escaped(MARKUP), text=escaped(text))
        for n in range(3)
    )
    title = escaped(MARKUP + ACTS)
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{items}</channel></rss>'
    (tmp_path / "feed.xml").write_bytes(feed.encode())
    config = tmp_path / "config.toml"
    sources = {"[/] [LIVE] wire": tmp_path / "feed.xml", "[@click=app.quit]gone[/]": tmp_path / "[/] nowhere"}
    config.write_text("".join(f"[[source]]\nname = '{name}'\npath = '{path}'\n" for name, path in sources.items()))
    return config


WALK = (
    (("1",), "[LIVE] [/] [@click=app.quit]x[/]"),
    (("y",), "Copied"),
    (("s", "m", "u"), "[LIVE]"),
    (("2", "G"), ">2,000"),
    (("x", "u"), ">2,000"),
    (("t",), "Trend"),
    (("esc", "3"), "[LIVE] [/]"),
    (("y",), "Copied"),
    (("enter",), "] Next mark"),
    (("]", "y", "i"), "[@click=app.quit]"),
    (("/",), "words in this article"),
    (("[", "/", "]"), "[/]"),
    (("enter",), "] Next mark"),
    (("esc", "esc", "4"), "” Ann Marsh"),
    (("enter",), "3 Quotes · of Ann"),
    (("1",), "2 of 3"),
    (("/",), "words · !words"),
    (("[", "/"), "1 Headlines /[/"),
    (("enter",), "Enter Open"),
    (("esc", "o"), "?[/][bold]"),
    (("y", "S"), "[@click=app.quit]gone[/]"),
    (("j", "k", "y", "r"), "[/]"),
    (("esc", "L"), "[@click=app.quit]gone[/]"),
    (("esc", "\x06"), "words in any article"),
    (tuple("boats"), "[LIVE] [/]"),
    (("esc", ":"), "a command’s name"),
    (("[", "/", "]"), "Nothing fits"),
    (("esc", "E"), "[LIVE] [/]"),
    (("esc", "P", "z"), "[LIVE]"),
    (("z", "P", "q"), ""),
)
"""Keys, and what then stands on the screen, literally."""


def test_it_shows_as_it_stands_and_nothing_acts(desk: Path) -> None:
    with Terminal("--config", str(desk), home=desk.parent) as terminal:
        terminal.until("1 of 3")
        terminal.until("failing: [@click=app.quit]gone[/]")
        for keys, words in WALK:
            terminal.press(*keys)
            terminal.until(words)
        assert terminal.end() == 0
        assert terminal.restored
        for acts in FORBIDDEN:
            assert acts not in terminal.bytes, acts
