"""The log: three forms, levels, a file that can be moved away, journald."""

import json
import os
from pathlib import Path

import pytest

from feeds.model import Answer, RunFinished, RunStarted, Source, SourceDone, SourceState
from tui.runs.log import Log
from tui.runs.runlog import RunLog

SOURCE = Source("wires", "wires", "folder", "/news/wires")
FAILED = Answer(
    SOURCE,
    "error",
    SourceState(error='no "such" folder', http=503, streak=3, failing_since=1753423200, next_at=1753430400),
    notes=("photo.txt: not a text",),
)
PARTIAL = RunFinished("r1", 1753423200, "partial", 1, 1, 2, 3, 1, 61_000, 0, ("wires",))


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().err.splitlines()


def test_text_is_sentences(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    log = Log("text")
    RunLog(log).tell(RunStarted("r1", 0, 4, 1), 0)
    RunLog(log).tell(SourceDone("r1", 0, FAILED), 0)
    RunLog(log).tell(PARTIAL, 3)
    first, note, last = said(capsys)
    assert first.startswith('copydesk: wires: no "such" folder, 3 times since 2025-07-2')
    assert "; next try 2025-07-2" in first
    assert note == "copydesk: wires: photo.txt: not a text"
    assert last == "copydesk: 4 sources, 1 failed (wires): 3 new articles, 1 changed in 1m 1s"


def test_logfmt_quotes_what_needs_it(capsys: pytest.CaptureFixture[str]) -> None:
    log = Log("logfmt", level="warning")
    RunLog(log).tell(SourceDone("r1", 0, FAILED), 0)
    log.info("not said")
    failed, note = said(capsys)
    assert failed.partition(" ")[2] == (
        'level=warning event="source failed" source=wires error="no \\"such\\" folder" http=503 streak=3 '
        "since=2025-07-25T06:00:00Z next=2025-07-25T08:00:00Z"
    )
    assert failed.startswith("ts=20")
    assert note.endswith('event=note source=wires message="photo.txt: not a text"')


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    log = Log("json")
    RunLog(log).tell(PARTIAL, 3)
    (line,) = said(capsys)
    fields = json.loads(line)
    assert [fields[name] for name in ("level", "event", "exit", "failing")] == ["warning", "run finished", 3, "wires"]


def test_a_file_is_private_appended_to_and_opened_anew(tmp_path: Path) -> None:
    place = tmp_path / "log" / "desk.log"
    log = Log("logfmt", str(place))
    log.info("one")
    place.rename(tmp_path / "old")
    log.info("two")
    log.reopen()
    log.error("three", fault="x")
    assert [line.rpartition("event=")[2] for line in (tmp_path / "old").read_text().splitlines()] == ["one", "two"]
    assert place.read_text().endswith("level=error event=three fault=x\n")
    assert place.stat().st_mode & 0o777 == 0o600
    log.close()
    log = Log("text", str(place))
    log.warning("four")
    log.close()
    assert place.read_text().splitlines()[1].endswith(" copydesk: four")


def test_journald_gets_priorities_and_no_times(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stderr = os.fstat(2)
    monkeypatch.setenv("JOURNAL_STREAM", f"{stderr.st_dev}:{stderr.st_ino}")
    log = Log("logfmt")
    log.warning("late")
    log.info("well", new=True)
    assert said(capsys) == ["<4>level=warning event=late", "<6>level=info event=well new=true"]
    monkeypatch.setenv("JOURNAL_STREAM", "1:1")
    Log("logfmt").info("elsewhere")
    assert said(capsys)[0].startswith("ts=")


def test_what_a_source_says_in_every_run_is_logged_once_and_its_recovery_too(
    capsys: pytest.CaptureFixture[str],
) -> None:
    good = Answer(SOURCE, "not_modified", SourceState(), notes=("a.txt: empty",), asides=("1 other file skipped",))
    runs = RunLog(Log("logfmt"))
    for answer in (
        good,
        FAILED,
        good,
        Answer(SOURCE, "skipped", SourceState()),
        good,
        Answer(SOURCE, "ok", SourceState()),
    ):
        runs.tell(SourceDone("r1", 0, answer), 0)
    events = [line.partition("event=")[2].partition(" since")[0] for line in said(capsys)]
    assert events == [
        'note source=wires message="a.txt: empty"',
        'note source=wires message="1 other file skipped"',
        '"source failed" source=wires error="no \\"such\\" folder" http=503 streak=3',
        'note source=wires message="photo.txt: not a text"',
        'note source=wires message="a.txt: empty"',
        'note source=wires message="1 other file skipped"',
        '"source recovered" source=wires status=not_modified',
    ]
