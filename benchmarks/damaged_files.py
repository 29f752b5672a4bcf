"""The damages that a recording meets: cut copies, flipped bits, lost blocks, garbage, wrong names."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np

HEADER_BYTES, TAIL_BYTES, BLOCK_BYTES = 4096, 3000, 4000
CUTS, FLIPS, BLOCKS, TAILS = 20, 8, 8, 6


def damaged(content: bytes, generator: np.random.Generator) -> Iterator[tuple[str, bytes]]:
    """Name and content of 116 damaged copies of a whole file."""
    yield "empty", b""
    yield "a picture", _picture()
    for size in (16, 4096, 100_000):
        yield f"{size} random bytes", generator.bytes(size)
        yield f"its first bytes, then {size} random ones", content[:16] + generator.bytes(size)
    for number in range(CUTS):
        yield f"cut {number}", content[: _anywhere(generator, 1, len(content))]
    for lost in (1, 40, 200, 5000):
        yield f"last {lost} bytes lost", content[:-lost]
    for count in (1, 20, 200):
        for number in range(FLIPS):
            yield f"{count} bytes flipped, {number}", _flipped(content, generator, count, 0, len(content))
            yield f"{count} header bytes flipped, {number}", _flipped(content, generator, count, 12, HEADER_BYTES)
    for number in range(BLOCKS):
        at = _anywhere(generator, 0, len(content))
        yield f"block of garbage {number}", _replaced(content, at, generator.bytes(BLOCK_BYTES))
        yield f"block of zeros {number}", _replaced(content, at, bytes(BLOCK_BYTES))
        yield f"block missing {number}", content[:at] + content[at + BLOCK_BYTES :]
    for number in range(TAILS):
        at = max(0, len(content) - TAIL_BYTES)
        yield f"garbage in the index {number}", _replaced(content, at, generator.bytes(TAIL_BYTES // (number + 1)))
        yield f"index bytes flipped {number}", _flipped(content, generator, number + 1, at, len(content))


def _anywhere(generator: np.random.Generator, start: int, end: int) -> int:
    return int(generator.integers(start, end))


def _flipped(content: bytes, generator: np.random.Generator, count: int, start: int, end: int) -> bytes:
    changed = bytearray(content)
    for at in generator.integers(start, min(end, len(content)), count):
        changed[at] ^= int(generator.integers(1, 256))
    return bytes(changed)


def _replaced(content: bytes, at: int, block: bytes) -> bytes:
    return (content[:at] + block + content[at + len(block) :])[: len(content)]


def _picture() -> bytes:
    """A PNG of one grey pixel."""
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x80")),
        (b"IEND", b""),
    )
    parts = [
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)
