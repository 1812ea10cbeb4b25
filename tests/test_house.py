"""What holds for the whole house rather than for one room."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def test_lock_files_name_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.lock"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, lock.name
        assert "--hash=sha256:" in text, lock.name


def test_no_file_has_outgrown_its_room() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "check_sizes.py"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
