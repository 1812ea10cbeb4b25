"""What is made from the table of verbs: man page and completion."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tui.usage.completing import SHELLS
from tui.usage.manual import page
from tui.usage.table import Verb, verbs

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def table() -> list[Verb]:
    return list(verbs())


def test_the_shipped_man_page_is_the_one_of_the_table() -> None:
    shipped = (ROOT / "docs" / "copydesk.1").read_text()
    assert shipped == page(), "run: python -m tui.usage.manual > docs/copydesk.1"


def test_the_man_page_is_good_roff(tmp_path: Path) -> None:
    if shutil.which("groff") is None:
        pytest.skip("no groff here")
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8"], input=page().encode(), capture_output=True, check=True)
    assert done.stderr == b""
    text = done.stdout.decode()
    assert "COPYDESK(1)" in text
    assert "another run is under way" in text


def complete(script: Path, *words: str) -> list[str]:
    code = f'source {script}; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _copydesk; printf "%s\\n" "${{COMPREPLY[@]}}"'
    done = subprocess.run(["bash", "-c", code, "-", *words], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout.split()


def test_bash_completes_verbs_options_and_values(tmp_path: Path, table: list[Verb]) -> None:
    script = tmp_path / "bash"
    script.write_text(SHELLS["bash"](table))
    assert complete(script, "copydesk", "so") == ["source"]
    assert complete(script, "copydesk", "--config", "x", "so") == ["source"]
    assert complete(script, "copydesk", "source", "") == ["add", "list", "rm", "check"]
    assert complete(script, "copydesk", "source", "add", "--n") == ["--name", "--no-check"]
    assert complete(script, "copydesk", "list", "sp") == ["speakers"]


def test_bash_offers_behind_an_option_what_it_takes_and_nothing_else(tmp_path: Path, table: list[Verb]) -> None:
    script = tmp_path / "bash"
    script.write_text(SHELLS["bash"](table))
    formats = ["text", "jsonl", "csv", "markdown"]
    assert complete(script, "copydesk", "list", "--format", "") == formats
    assert complete(script, "copydesk", "list", "--format", "=", "") == formats
    assert complete(script, "copydesk", "list", "--format", "=") == formats
    assert complete(script, "copydesk", "source", "list", "--format", "j") == ["jsonl"]
    assert complete(script, "copydesk", "watch", "add", "a", "b", "--when", "c") == ["crosses", "changes"]
    assert complete(script, "copydesk", "list", "--since", "") == []
    assert complete(script, "copydesk", "--config", "") == []
    assert complete(script, "copydesk", "extract", "") == [], "bash then completes files"


ZSH = """
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z 'fpath=({folder} $fpath); autoload -U compinit; compinit -u -D; zle-line-init() {{ print -n "st""arted" }}'
zpty -w z 'zle -N zle-line-init'
zpty -r -m z seen '*started*'
zpty -w -n z "$1"$'\\t\\t'
zpty -r -m z seen "*$2*"
"""
"""Types into a zsh that waits for it, and ends once it has seen what is to be offered."""


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("copydesk list h", "headlines"),
        ("copydesk list --format ", "markdown"),
        ("copydesk source ", "take sources out"),
        ("copydesk --config x.toml source add --", "--no-check"),
        ("copydesk watch add a b --when c", "crosses"),
    ],
)
def test_zsh_completes_what_stands_behind_a_verb(tmp_path: Path, table: list[Verb], typed: str, offered: str) -> None:
    if shutil.which("zsh") is None:
        pytest.skip("no zsh here")
    (tmp_path / "_copydesk").write_text(SHELLS["zsh"](table))
    code = ZSH.format(folder=tmp_path)
    subprocess.run(["zsh", "-f", "-c", code, "-", typed, offered], capture_output=True, timeout=8, check=True)


@pytest.mark.parametrize(("shell", "check"), [("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute")])
def test_every_script_is_good_shell(shell: str, check: str, tmp_path: Path, table: list[Verb]) -> None:
    text = SHELLS[shell](table)
    for verb in table:
        assert verb.name.split()[-1] in text
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    script = tmp_path / shell
    script.write_text(text)
    assert subprocess.run([shell, check, script], capture_output=True, check=True).stderr == b""
