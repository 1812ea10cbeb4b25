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
    assert complete(script, "copydesk", "source", "")[:4] == ["add", "list", "rm", "check"]
    assert complete(script, "copydesk", "source", "add", "--n") == ["--name", "--no-check"]
    assert complete(script, "copydesk", "list", "sp") == ["speakers"]
    assert set(complete(script, "copydesk", "list", "--format", "j")) == {"jsonl"}


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
