"""bzip2 by several threads: all that was packed comes out, and nothing that is damaged."""

import bz2
import io
import os
import random
import threading
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vt_sdk.bulk import bzip2
from vt_sdk.bulk.bzip2 import DamagedError, unpacked
from vt_sdk.bulk.lines import text_of as text_of_batch
from vt_sdk.drivers.background import Switch
from vt_sdk.errors import InvalidResponseError


def text_of(packed: bytes, max_bytes: int = 1 << 40) -> bytes:
    return b"".join(unpacked(io.BytesIO(packed), max_bytes, 2))


_texts = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda s, n: random.Random(s).randbytes(n), st.integers(), st.integers(0, 250_000)),
    st.builds(lambda b, n: b * n, st.binary(min_size=1, max_size=5), st.integers(0, 60_000)),
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_texts, st.integers(1, 9)), min_size=1, max_size=4))
def test_what_was_packed_comes_out(streams: list[tuple[bytes, int]]) -> None:
    packed = b"".join(bz2.compress(content, level) for content, level in streams)
    assert text_of(packed) == bz2.decompress(packed)


@pytest.mark.parametrize("wrong", [b"", b"B", b"BZh9", b"<html>" * 99, bz2.compress(b"") * 100_000])
def test_what_bzip2_did_not_pack_is_refused(wrong: bytes) -> None:
    with pytest.raises(DamagedError, match="not what bzip2 packs"):
        text_of(wrong)


@pytest.mark.parametrize("after", [b"\0", b"B", b"BZh9", bz2.compress(b"x")[:-1]])
def test_what_comes_after_the_last_stream_is_damage(after: bytes) -> None:
    pieces = unpacked(io.BytesIO(bz2.compress(b"all of it") + after), 1 << 40, 2)
    assert next(pieces) == b"all of it"
    with pytest.raises(DamagedError, match="cut off"):
        list(pieces)


def test_more_than_is_allowed_does_not_come_out() -> None:
    packed = bz2.compress(bytes(250_000), 1)
    assert len(text_of(packed, 250_000)) == 250_000
    with pytest.raises(InvalidResponseError, match="more than 249999 bytes"):
        text_of(packed, 249_999)


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.integers(), st.integers(0, 10**9), st.booleans())
def test_damage_is_noticed_and_nothing_wrong_comes_out(seed: int, where: int, cut: bool) -> None:
    content = random.Random(seed).randbytes(220_000)
    packed = bz2.compress(content, 1)
    bit = where % (len(packed) * 8)
    place, flip = bit // 8, 1 << bit % 8
    damaged = packed[:place]
    if not cut:
        damaged += bytes([packed[place] ^ flip]) + packed[place + 1 :]
    pieces: list[bytes] = []
    try:
        pieces.extend(unpacked(io.BytesIO(damaged), 1 << 40, 2))
    except DamagedError:
        assert content.startswith(b"".join(pieces))
    else:
        # Bits that say nothing: the size of blocks, as long as they fit, and the padding.
        assert b"".join(pieces) == content
        assert place == 3 or place == len(packed) - 1


def test_what_looks_like_a_mark_is_put_together_again() -> None:
    content = random.Random(1).randbytes(80_000)
    packed = bz2.compress(content, 1)
    (block, end) = list(bzip2._parts(io.BytesIO(packed)))
    assert (block.next_header, end.next_header) == (None, b"")
    size = block.size // 3
    first = bzip2._Part(block.header, block.bits >> (block.size - size), size)
    rest = bzip2._Part(block.header, block.bits & ((1 << block.size - size) - 1), block.size - size)
    assert b"".join(first.joined(rest).unpacked()) == content
    with pytest.raises(DamagedError):
        first.unpacked()


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="no way to take processors away")
@pytest.mark.parametrize("processors", [1, 2])
def test_as_many_threads_unpack_as_the_process_has_processors(processors: int) -> None:
    packed = io.BytesIO(bz2.compress(random.Random(0).randbytes(5_000_000)))
    before = os.sched_getaffinity(0)
    if len(before) < processors:
        pytest.skip("the machine has too few of them")
    os.sched_setaffinity(0, sorted(before)[:processors])
    try:
        with closing(text_of_batch(packed, 1 << 40, Switch(0))) as pieces:
            assert next(pieces)
            names = [thread.name for thread in threading.enumerate()]
    finally:
        os.sched_setaffinity(0, before)
    assert sum("bzip2" in name for name in names) == processors
