"""What a fault comes to: one message on stderr that says what to do, and its exit code."""

import errno
import os
import sys

from feeds.config import ConfigError, PathError
from tui.narration import BUSY, CONFIG, FAULT, INT, PIPE, USAGE, UsageMistakeError, say


def told(fault: BaseException) -> int:
    """Tell the user of a fault and return the exit code."""
    if isinstance(fault, BrokenPipeError):
        _drop_stdout()
        return PIPE
    if isinstance(fault, KeyboardInterrupt):
        return INT
    if isinstance(fault, UsageMistakeError | PathError):
        say(str(fault))
        return USAGE
    if isinstance(fault, ConfigError):
        say(str(fault))
        return CONFIG
    code = _of_archive(fault)
    if code is None:
        code = FAULT
        say(_in_words(fault))
    return code


def _of_archive(fault: BaseException) -> int | None:
    """Known by name: the archive is imported by the verbs that use it, and by no other."""
    names = {kind.__name__ for kind in type(fault).__mro__}
    codes = {"RunUnderWay": BUSY, "ArchiveTooNew": CONFIG, "ArchiveError": FAULT}
    for name, code in codes.items():
        if name in names:
            say(str(fault))
            return code
    return None


def _in_words(fault: BaseException) -> str:
    if isinstance(fault, OSError) and fault.errno is not None:
        if fault.filename is None and fault.errno in (errno.ENOSPC, errno.EIO, errno.EBADF, errno.EFBIG):
            _drop_stdout()
            return f"cannot write to stdout: {'it is closed' if fault.errno == errno.EBADF else fault.strerror}"
        if isinstance(fault, FileNotFoundError) and fault.filename is None:  # os.getcwd's
            return "the folder that this was started in is not there any more; go to another"
        return f"{fault.filename}: {fault.strerror}" if fault.filename else str(fault.strerror)
    if isinstance(fault, OSError) and str(fault):
        return str(fault)
    if os.environ.get("COPYDESK_TRACE"):
        import traceback  # for whoever asked for it

        traceback.print_exception(fault)
    return f"this is a fault in copydesk: {type(fault).__name__}: {fault}; COPYDESK_TRACE=1 shows where"


def _drop_stdout() -> None:
    """Point stdout at nothing: the interpreter flushes it once more when it leaves, and would fail once more."""
    if sys.stdout is not None:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
