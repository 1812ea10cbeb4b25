"""Several processes on one archive: one run at a time, marks at any time, readers never wait."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from feeds.archive import Archive, ArchiveLocked, RunUnderWay, open_archive
from tests.feeds.archive.making import answer, article, read

ROOT = Path(__file__).resolve().parents[3]


def python(code: str, *arguments: object) -> "subprocess.Popen[str]":
    """Start a process with the archive's path as its first argument."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


HOLD = """
    import os, sys
    from feeds.archive import open_archive
    with open_archive(sys.argv[1]) as archive, archive.run_lock():
        print("held", flush=True)
        sys.stdin.read()
"""


def test_a_second_run_is_told_whose_turn_it_is_and_a_killed_one_lets_go(archive: Archive) -> None:
    with python(HOLD, archive.path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(RunUnderWay, match=f"process {other.pid}") as raised, archive.run_lock():
            pass
        assert raised.value.pid == other.pid
        archive.mark(["x"], starred=True)  # a mark needs no turn
        other.kill()
    with archive.run_lock():
        pass


def test_a_child_that_outlives_its_run_does_not_hold_the_lock(archive: Archive) -> None:
    code = """
        import os, sys
        from feeds.archive import open_archive
        with open_archive(sys.argv[1]) as archive, archive.run_lock():
            parent = os.getpid()
            if not os.fork():
                os.kill(parent, 9)
                print(os.getpid(), flush=True)
                sys.stdin.read()
                os._exit(0)
            sys.stdin.read()
    """
    with python(code, archive.path) as other:
        assert other.stdout is not None
        child = int(other.stdout.readline())
        other.wait()
        with archive.run_lock():
            os.kill(child, 0)  # it lives, and the lock is ours


def test_the_same_process_may_not_run_twice_either(archive: Archive) -> None:
    with open_archive(archive.path) as other, archive.run_lock(), pytest.raises(RunUnderWay), other.run_lock():
        pass


STORE = """
    import sys
    from feeds.archive import open_archive
    from tests.feeds.archive.making import WIRES, answer, article, read
    who = sys.argv[2]
    with open_archive(sys.argv[1]) as archive:
        for n in range(60):
            source = WIRES._replace(key=f"{who}{n}")
            ships = article("1", f"Pier {who} held {n + 1} ships.", source=source)
            archive.store("r", answer(ships, source=source), read, n)
            archive.mark([f"{who}{n}"], seen=True)
        archive.store("r", answer(article("both", "Shared 7 ships.")), read, 1)
"""


def test_two_writers_at_once_both_store_everything(archive: Archive) -> None:
    writers = [python(STORE, archive.path, who) for who in ("a", "b")]
    for writer in writers:
        out, said = writer.communicate(timeout=50)
        assert (writer.returncode, out, said) == (0, "", "")
    assert archive.count("headlines") == 121
    assert len(archive.keys("figures")) == 121
    assert archive.db.execute("SELECT count(*) FROM mark WHERE seen IS NOT NULL").fetchone()[0] == 120


def test_what_another_process_stored_is_seen_at_once(archive: Archive) -> None:
    before = archive.data_version()
    assert archive.data_version() == before
    with open_archive(archive.path) as other:
        other.store("r", answer(article("a.txt", "5 ships.")), read, 100)
    assert archive.data_version() != before
    assert len(archive.keys("figures")) == 1


def test_a_reader_does_not_wait_for_a_writer(archive: Archive) -> None:
    archive.store("r", answer(article("a.txt", "5 ships.")), read, 100)
    with open_archive(archive.path) as other:
        other.db.execute("BEGIN IMMEDIATE")
        other.db.execute("DELETE FROM figure")
        archive.db.execute("PRAGMA busy_timeout = 0")
        assert len(archive.keys("figures")) == 1
        other.db.execute("ROLLBACK")


def test_a_lock_that_never_opens_is_named(archive: Archive) -> None:
    with open_archive(archive.path) as other:
        other.db.execute("BEGIN IMMEDIATE")
        archive.db.execute("PRAGMA busy_timeout = 20")
        with pytest.raises(ArchiveLocked, match="another process is writing"):
            archive.store("r", answer(article("a.txt", "5 ships.")), read, 100)


def test_a_text_that_another_process_stored_meanwhile_is_not_stored_twice(archive: Archive) -> None:
    given = article("a.txt", "5 ships.")

    def slow(asked: object) -> object:
        with open_archive(archive.path) as other:
            other.store("r", answer(given), read, 100)
        return read(given)

    done = archive.store("r", answer(given), slow, 200)  # type: ignore[arg-type]
    assert done.found == ()
    assert archive.article(given.id).row.first_seen == 100


def test_signals_do_not_tear_a_lock(archive: Archive) -> None:
    with python(HOLD, archive.path) as other:
        assert other.stdout is not None
        other.stdout.readline()
        other.send_signal(signal.SIGTERM)
        other.wait()
    with archive.run_lock():
        pass


PASS_BY = (
    "import sys\nfrom feeds.archive import open_archive\nwith open_archive(sys.argv[1]) as a: print(a.last_look())"
)


def test_a_second_connection_of_one_process_takes_no_locks_from_the_first(archive: Archive) -> None:
    # POSIX locks belong to the process: any close() of the file drops them all, and the next process to come and go
    # would take itself for the last one and unlink the log under the connection that is still open.
    archive.store("r", answer(article("a.txt", "5 ships.")), read, 100)
    with open_archive(archive.path, create=False):
        pass
    with python(PASS_BY, archive.path) as other:
        other.communicate()
    archive.set_last_look(5)
    with python(PASS_BY, archive.path) as other:
        assert other.communicate()[0].strip() == "5"
