"""A run killed at any moment leaves an archive that opens and holds every source that was reported as stored."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.feeds.archive import killing


@pytest.mark.timeout(120)
def test_fifty_kills_lose_nothing_that_was_reported_as_stored(path: Path) -> None:
    killer = [sys.executable, killing.__file__, str(path), "50", "20250725"]
    done = subprocess.run(killer, capture_output=True, text=True, check=False, timeout=110)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-500:]
    assert len(done.stdout.splitlines()) == 50
