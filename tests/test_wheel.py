"""The wheel by itself, far from the repository: it holds all that it needs and leaves no trace."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", into],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = into.glob("*.whl")
    return built


class Installed:
    """An environment that holds only the wheel; what that depends on is lent by the one that runs the tests."""

    def __init__(self, at: Path, wheel: Path) -> None:
        self.at = at
        self.home = at / "home"
        self.home.mkdir(parents=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", at / "env"], check=True)
        self.pip("install", "--no-index", "--no-deps", "--no-compile", str(wheel))
        (self.site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    @property
    def site(self) -> Path:
        return next((self.at / "env" / "lib").glob("python*/site-packages"))

    @property
    def command(self) -> str:
        return str(self.at / "env" / "bin" / "copydesk")

    @property
    def environment(self) -> dict[str, str]:
        return {"HOME": str(self.home), "PATH": os.defpath, "TERM": "xterm-256color", "LANG": "C.UTF-8", "TZ": "UTC"}

    def pip(self, *arguments: str) -> None:
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(self.at / "env")]
        subprocess.run([*pip, *arguments], check=True, capture_output=True, cwd=self.at)

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.command, *arguments], capture_output=True, text=True, cwd=self.home, env=self.environment, check=False
        )


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return Installed(tmp_path_factory.mktemp("far") / "away", wheel)


def test_it_holds_the_packages_the_seeds_and_every_file_that_is_not_code(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for seed in (ROOT / "seeds").iterdir():
        assert f"feeds/seeds/{seed.name}" in names
    for package in ("feeds", "tui"):
        for path in (ROOT / package).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts:
                assert path.relative_to(ROOT).as_posix() in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"feeds", "tui"}


def test_it_runs_from_its_own_files(installed: Installed) -> None:
    done = installed.run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("copydesk ")
    where = subprocess.run(
        [installed.at / "env" / "bin" / "python", "-c", "import feeds, tui; print(feeds.__file__, tui.__file__)"],
        capture_output=True, text=True, cwd=installed.home, check=True,
    )  # fmt: skip
    assert all(path.startswith(str(installed.site)) for path in where.stdout.split())


def test_it_goes_without_a_trace(wheel: Path, tmp_path: Path) -> None:
    there = Installed(tmp_path / "away", wheel)
    before = set(there.site.iterdir())
    there.pip("uninstall", "--yes", "copydesk")
    left = {path.name for path in before if path.exists()}
    assert left == {"lent.pth"}
    assert not Path(there.command).exists()
