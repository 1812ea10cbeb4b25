"""Does the program find everything that is expected in the real article beside the project?"""

import json
import pathlib
import subprocess
import sys
from typing import Any

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
Row = dict[str, Any]


def matches(wanted: Row, row: Row) -> bool:
    for field, value in wanted.items():
        if field.endswith("_any"):
            got = str(row.get(field.removesuffix("_any")) or "").casefold()
            if not any(str(choice).casefold() in got for choice in value):
                return False
        elif row.get(field) != value:
            return False
    return True


def judge(name: str, expected: Row, reading: Row) -> list[str]:
    missing = []
    for what in ("figures", "quotes"):
        missing += [
            f"{name}: no {what[:-1]} like {wanted}"
            for wanted in expected[what]
            if not any(matches(wanted, row) for row in reading[what])
        ]
    real = sorted((f for f in reading["figures"] if f["salience"] > 0), key=lambda f: -f["salience"])
    top = [f["value"] for f in real[: expected["top_by_salience_within"]]]
    missing += [
        f"{name}: {v} is not among the first by salience, {top}" for v in expected["top_must_hold"] if v not in top
    ]
    for words in expected["never_a_figure"]:
        missing += [
            f"{name}: {words!r} is a figure: {f['text']!r}" for f in real if words.casefold() in f["text"].casefold()
        ]
    return missing


def main() -> int:
    if not SEEDS.exists():
        print(f"{SEEDS} is not here; nothing to check")
        return 0
    missing = []
    for name, expected in json.loads((SEEDS / "expected.json").read_text(encoding="utf-8")).items():
        command = [ROOT / ".venv/bin/copydesk", "extract", "--format", "jsonl", SEEDS / name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        reading = json.loads(done.stdout)
        if (reading["date"] or "")[:10] != expected["date"]:
            missing.append(f"{name}: the date is {reading['date']}, not {expected['date']}")
        missing += judge(name, expected, reading)
    print("\n".join(missing) or "everything expected is found")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
