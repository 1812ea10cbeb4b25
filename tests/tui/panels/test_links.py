"""Only addresses that cannot be anything else reach a browser, and never a shell."""

import subprocess
import sys

import pytest

from tui.panels.links import may_open, open_link


@pytest.mark.parametrize(
    "link", ["https://ellery.example/a", "http://ellery.example", "HTTPS://ellery.example:8443/?a=b;c&d#e"]
)
def test_web_addresses_may_be_opened(link: str) -> None:
    assert may_open(link)


@pytest.mark.parametrize(
    "link",
    [
        None, "", "javascript:alert(1)", "file:///etc/passwd", "https://", "https:///path", "//ellery.example",
        "https://ellery.example/a b", "https://ellery.example/\x1b[2J", "https://ellery.example/\n", "-https://x.example",
        "https://-x.example", "https://user:word@ellery.example", "https://ellery.example\\@evil.example",
        "https://ellery.example/\x85", "https://ellery.example/" + "a" * 2048,
    ],
)  # fmt: skip
def test_anything_else_may_not(link: str | None) -> None:
    assert not may_open(link)
    with pytest.raises(ValueError, match="may not be opened"):
        open_link(link or "")


def test_the_address_is_one_argument_after_two_dashes(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[list[str], dict[str, object]]] = []
    monkeypatch.setattr(subprocess, "Popen", lambda command, **more: called.append((command, more)))
    open_link("https://ellery.example/?a=$(id)")
    [(command, more)] = called
    assert command == [sys.executable, "-P", "-m", "webbrowser", "--", "https://ellery.example/?a=$(id)"]
    assert "shell" not in more
    assert more["stdout"] is more["stderr"] is subprocess.DEVNULL
