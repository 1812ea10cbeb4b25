"""What no committed file may name: an address of a package registry, a place on the machine it was written on."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BESIDE = re.compile(r"\.ci/|scripts/benches/|scripts/learn_")
"""The rooms that may look at the gold sets beside the project."""

# Spelt in parts, so that this file is no finding of its own.
REGISTRIES = re.compile("|".join(["pypi" + r"\.(?:org|io)", "python" + "hosted", "index" + r"-url\s*[=:]\s*http"]))
PLACES = re.compile("|".join([r"(?<![\w.:/])/" + "work/", r"(?<![\w.:/])/" + "root/", r"(?<![\w.:/])/" + "tmp/bash_"]))
WRITERS = re.compile(
    r"\b(?:" + "|".join(["cla" + "ude", "anthr" + "opic", "chat" + "gpt", "co-auth" + "ored-by"]) + r")\b",
    re.IGNORECASE,
)


def committed() -> list[Path]:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]  # somebody else's checkout is looked at too
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def findings(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in committed():
        if pattern is WRITERS and "data" in path.parts:  # a list of forenames holds forenames
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    return found


@pytest.mark.parametrize("pattern", [REGISTRIES, PLACES, WRITERS], ids=["registries", "places", "writers"])
def test_no_committed_file_names(pattern: re.Pattern[str]) -> None:
    assert findings(pattern) == []


def test_only_the_measuring_rooms_look_beside_the_project() -> None:
    named = {finding.partition(":")[0] for finding in findings(re.compile(r"\.\./shared|\"shared\""))}
    assert [name for name in sorted(named) if not BESIDE.match(name) and name != "tests/test_house_words.py"] == []


def test_the_environment_is_never_committed() -> None:
    assert not [path for path in committed() if {".venv", "__pycache__", "dist"} & set(path.relative_to(ROOT).parts)]
