"""The wheel in an empty environment with all that it needs: seconds to install, first runs, what it leaves."""

import os
import pathlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def timed(name: str, command: Sequence[str | pathlib.Path], **how: Any) -> str:
    """Run a command, print how long it took, and return what it said; stop where it fails."""
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, **how)
    print(f"{name:<28} {time.monotonic() - began:6.2f} s   exit {done.returncode}")
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    return str(done.stdout)


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        far = pathlib.Path(folder)
        (far / "home").mkdir()
        timed("build the wheel", [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", far], cwd=ROOT)
        (wheel,) = far.glob("*.whl")
        timed("make an empty environment", [sys.executable, "-m", "venv", far / "env"])
        site = next((far / "env" / "lib").glob("python*/site-packages"))
        pip: list[str | pathlib.Path] = [far / "env/bin/python", "-m", "pip", "--disable-pip-version-check"]
        empty = {path.name for path in site.iterdir()}
        timed("pip install the wheel", [*pip, "install", "--quiet", wheel], cwd=far)
        packages = timed("pip list", [*pip, "list", "--format", "freeze"], cwd=far).splitlines()
        command = far / "env/bin/copydesk"
        alone = {"HOME": str(far / "home"), "PATH": os.defpath, "TZ": "UTC", "LANG": "C.UTF-8"}
        for verb in (
            ["--version"],
            ["refresh"],
            ["list", "figures", "--limit", "5"],
            ["list", "quotes", "--limit", "5"],
        ):
            said = timed("copydesk " + " ".join(verb), [command, *verb], cwd=far / "home", env=alone)
            print(f"    {said.splitlines()[0][:100]}\n    ... {len(said.splitlines())} lines")
        timed("pip uninstall", [*pip, "uninstall", "--yes", "copydesk"], cwd=far)
        left = {path.name for path in site.iterdir()} - empty
        ours = sorted(name for name in left if name.startswith(("copydesk", "feeds", "tui")))
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file()) >> 20
        print(f"wheel {wheel.stat().st_size >> 10} KiB; {len(packages)} packages; environment {size} MiB")
        print(f"of ours left behind: {ours or 'nothing'}")
    return 1 if ours else 0


if __name__ == "__main__":
    sys.exit(main())
