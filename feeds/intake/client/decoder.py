"""A body's coding undone within a bound: httpx would inflate 2 kB to 2 GB in one piece."""

import zlib
from typing import Any, Protocol

MOST_WIRE = 8 << 20
"""Bytes of one body as sent; the largest of 300 real news feeds has 1.1 MB."""
MOST_DECODED = 16 << 20
"""Bytes of one body after decoding."""


class BadBodyError(Exception):
    """A body that is too big, cut short, or in a coding that was not offered; the message says which."""


class TooBigError(BadBodyError):
    """A body that is too big: asking again will not help."""


class Decoder(Protocol):
    """Takes a body's pieces as they come off the wire."""

    def feed(self, data: bytes) -> bytes:
        """Return what this piece decodes to. Raises `BadBodyError`."""

    def finish(self) -> None:
        """Say that the body is complete. Raises `BadBodyError` where its coding says otherwise."""


def offered() -> str:
    """Return the Accept-Encoding that we can bound: gzip, and br where brotli can stop at a limit (1.2 and up)."""
    return "gzip, br" if _brotli() is not None else "gzip"


def decoder(coding: str) -> Decoder:
    """Return a decoder for the value of Content-Encoding. Raises `BadBodyError` for one that was not offered."""
    names = [name.strip().lower() for name in coding.split(",") if name.strip() and name.strip().lower() != "identity"]
    if not names:
        return _Plain()
    if len(names) > 1:
        raise BadBodyError(f"{len(names)} content codings on top of each other")
    if names[0] in ("gzip", "x-gzip"):
        return _Gzip()
    if names[0] == "br" and (brotli := _brotli()) is not None:
        return _Brotli(brotli)
    raise BadBodyError(f"a content coding that was not offered: {names[0][:20]}")


def _brotli() -> Any:
    try:
        import brotli  # noqa: PLC0415 (only where a request is made)
    except ImportError:
        return None
    return brotli if hasattr(brotli.Decompressor, "can_accept_more_data") else None  # it came with the limit


class _Plain:
    """No coding: the wire's bound is bound enough."""

    def feed(self, data: bytes) -> bytes:
        return data

    def finish(self) -> None:
        pass


class _Bounded:
    """Counts what came out."""

    def __init__(self) -> None:
        self._left = MOST_DECODED

    def _took(self, data: bytes) -> bytes:
        self._left -= len(data)
        if self._left < 0:
            raise TooBigError(f"too big: more than {MOST_DECODED >> 20} MiB when unpacked")
        return data


class _Gzip(_Bounded):
    """gzip, one member after another as RFC 1952 allows."""

    def __init__(self) -> None:
        super().__init__()
        self._inner = zlib.decompressobj(31)

    def feed(self, data: bytes) -> bytes:
        pieces = []
        try:
            while data := data.lstrip(b"\0") if self._inner.eof else data:  # a member may be padded
                if self._inner.eof:
                    self._inner = zlib.decompressobj(31)
                pieces.append(self._took(self._inner.decompress(data, self._left + 1)))
                data = self._inner.unused_data if self._inner.eof else self._inner.unconsumed_tail
        except zlib.error as error:
            raise BadBodyError("not the gzip it is said to be") from error
        return b"".join(pieces)

    def finish(self) -> None:
        if not self._inner.eof:
            raise BadBodyError("cut short: the gzip data has no end")


class _Brotli(_Bounded):
    """Brotli by the reference library, which stops at a limit since 1.2."""

    def __init__(self, brotli: Any) -> None:
        super().__init__()
        self._error = brotli.error
        self._inner = brotli.Decompressor()

    def feed(self, data: bytes) -> bytes:
        pieces = []
        try:
            # Until it gives nothing: that it can take more data does not say that it has given all that it made.
            while piece := self._took(self._inner.process(data, output_buffer_limit=1 << 18)):
                pieces.append(piece)
                data = b""
                if self._inner.is_finished():
                    break
        except self._error as error:
            raise BadBodyError("not the brotli it is said to be") from error
        return b"".join(pieces)

    def finish(self) -> None:
        if not self._inner.is_finished():
            raise BadBodyError("cut short: the brotli data has no end")
