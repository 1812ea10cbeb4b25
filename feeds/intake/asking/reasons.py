"""Why an address gave nothing, in words for the board, the log and JSONL: every string from outside is cleaned."""

import asyncio
import errno
import os
import socket
import ssl
from collections.abc import Mapping
from http import HTTPStatus

from feeds.intake import cleaning
from feeds.intake.client.decoder import BadBodyError
from feeds.intake.client.faults import FetchError, UnaskedError
from feeds.intake.client.guard import GuardError

_STATUS = {
    401: "it wants a user and a password (401)",
    403: "it refuses us (403)",
    404: "nothing is there (404)",
    410: "gone for good (410): not asked again",
    429: "it asks us to come less often (429)",
    503: "it is not available at the moment (503)",
}


def of_status(status: int, headers: Mapping[str, str]) -> str:
    """Return what an HTTP status that is no success says."""
    if headers.get("cf-mitigated", "").lower() == "challenge":
        return f"it answers programs with a challenge (cf-mitigated, {status})"
    if status in _STATUS:
        return _STATUS[status]
    try:
        return f"{HTTPStatus(status).phrase.lower()} ({status})"
    except ValueError:
        return f"status {status}"


def of_error(error: BaseException) -> str:
    """Return what an exception says, one clean line."""
    return cleaning.one_line(_words(error))


def is_offline(error: BaseException) -> bool:
    """Whether an exception says that there is no network here, so that no server heard of us.

    A lookup that nobody answers in time says so too: where packets get lost, the resolver finds out later than we do;
    and so does a proxy that is not there, as that of an office is not at home.
    """
    if isinstance(error, UnaskedError):
        return True
    if isinstance(error, socket.gaierror):
        return error.errno == socket.EAI_AGAIN
    return isinstance(error, OSError) and error.errno in (errno.ENETUNREACH, errno.ENETDOWN)


def _words(error: BaseException) -> str:
    if isinstance(error, BaseExceptionGroup):
        return _words(error.exceptions[0])
    if isinstance(error, (FetchError, BadBodyError, GuardError)):
        return str(error)
    if isinstance(error, socket.gaierror):
        return f"its name {'cannot be looked up:' if is_offline(error) else 'has no address, or there is'} no network"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"TLS failed: {(error.reason or 'no reason given').replace('_', ' ').lower()}"
    if isinstance(error, OSError):
        # asyncio's strerror repeats the address; the number's own words say what happened.
        words = os.strerror(error.errno) if error.errno else str(error)
        return (words or type(error).__name__).lower()
    if isinstance(error, asyncio.CancelledError):
        return "interrupted"
    return f"unexpected: {type(error).__name__}"
