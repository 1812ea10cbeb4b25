"""What went wrong, in words; and whether any server heard of it."""

import errno
import socket

import pytest

from feeds.intake.asking.reasons import is_offline, of_error
from feeds.intake.client.faults import FetchError, UnaskedError


@pytest.mark.parametrize(
    ("error", "words", "offline"),
    [
        (socket.gaierror(socket.EAI_AGAIN, "Temporary failure"), "its name cannot be looked up: no network", True),
        (socket.gaierror(socket.EAI_NONAME, "Unknown"), "its name has no address, or there is no network", False),
        (OSError(errno.ENETUNREACH, "said at length"), "network is unreachable", True),
        (OSError(errno.ENETDOWN, "said at length"), "network is down", True),
        (UnaskedError("no answer within 5 s"), "no answer within 5 s", True),
        (FetchError("no connection within 5 s"), "no connection within 5 s", False),
        (ConnectionRefusedError(errno.ECONNREFUSED, "said at length"), "connection refused", False),
        (ValueError("secret"), "unexpected: ValueError", False),
    ],
)
def test_errors_in_words(error: Exception, words: str, offline: bool) -> None:
    assert (of_error(error), is_offline(error)) == (words, offline)
