"""Codings undone within a bound, whatever they would grow to and however they are cut."""

import gzip
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from feeds.intake.client.decoder import MOST_DECODED, BadBodyError, decoder

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "br": partial(brotli.compress, quality=5),
    "identity": bytes,
}
NEWS = b"The harbour is open again. " * 400


def undone(coding: str, packed: bytes, piece: int = 1 << 16) -> bytes:
    undoing = decoder(coding)
    found = b"".join(undoing.feed(packed[start : start + piece]) for start in range(0, len(packed), piece))
    undoing.finish()
    return found


@pytest.mark.parametrize("coding", PACKERS)
@given(body=st.binary(max_size=5000), piece=st.integers(1, 600))
def test_what_was_packed_comes_out_wherever_it_is_cut(coding: str, body: bytes, piece: int) -> None:
    assert undone(coding, PACKERS[coding](body), piece) == body


@pytest.mark.parametrize("coding", ["gzip", "br"])
def test_a_bomb_takes_no_more_memory_than_the_bound(coding: str) -> None:
    bomb = PACKERS[coding](bytes(64 << 20))
    undoing = decoder(coding)
    tracemalloc.start()
    try:
        with pytest.raises(BadBodyError, match="too big: more than 16 MiB when unpacked"):
            undoing.feed(bomb)
        assert tracemalloc.get_traced_memory()[1] < 2.5 * MOST_DECODED
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("coding", PACKERS)
@pytest.mark.parametrize("size", [1 << 18, 1 << 19, 600_000, 3_000_000])
def test_what_grows_much_comes_out_whole(coding: str, size: int) -> None:
    body = (NEWS * 300)[:size]
    for piece in (1400, 1 << 16):
        assert undone(coding, PACKERS[coding](body), piece) == body


def test_exactly_as_much_as_the_bound_allows() -> None:
    for coding in ("gzip", "br"):
        assert len(undone(coding, PACKERS[coding](bytes(MOST_DECODED)))) == MOST_DECODED
        with pytest.raises(BadBodyError):
            undone(coding, PACKERS[coding](bytes(MOST_DECODED + 1)))
    with pytest.raises(BadBodyError, match="too big"):  # in many members, each small
        undone("gzip", gzip.compress(bytes(1 << 20)) * 17)


@pytest.mark.parametrize("piece", [1, 7, 1 << 16])
def test_gzip_of_several_members_with_padding(piece: int) -> None:
    packed = gzip.compress(b"One. ") + bytes(9) + gzip.compress(b"Two.") + bytes(70)
    assert undone("x-gzip", packed, piece) == b"One. Two."


@pytest.mark.parametrize("coding", ["gzip", "br"])
@pytest.mark.parametrize("cut", [1, 5, 9])
def test_what_is_cut_short_is_no_body(coding: str, cut: int) -> None:
    with pytest.raises(BadBodyError, match="cut short"):
        undone(coding, PACKERS[coding](NEWS)[:-cut])


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", b"<rss/>"),
        ("gzip", zlib.compress(NEWS)),
        ("gzip", gzip.compress(NEWS) + b"<!-- served by -->"),
        ("gzip", gzip.compress(NEWS)[:-8] + bytes(8)),
        ("br", b"<rss/>" * 9),
        ("br", brotli.compress(NEWS) + b"<!-- served by -->"),
    ],
    ids=["XML", "zlib", "more behind", "checksum", "XML as br", "more behind br"],
)
def test_what_is_something_else_is_no_body(coding: str, packed: bytes) -> None:
    with pytest.raises(BadBodyError, match=f"not the {'brotli' if coding == 'br' else 'gzip'} it is said to be"):
        undone(coding, packed)


@pytest.mark.parametrize("coding", ["zstd", "deflate", "compress", "gzip, gzip", "br, gzip", "\x1b[2J"])
def test_a_coding_that_was_not_offered_is_refused(coding: str) -> None:
    with pytest.raises(BadBodyError):
        decoder(coding)
