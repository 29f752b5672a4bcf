"""Damage that knows nothing of formats: flips, cuts, blocks twice or gone, numbers far too large or below 0."""

import re

import numpy as np

Random = np.random.Generator
EXTREMES = (0, -1, 1, 2**31 - 1, 2**63 - 1, -(2**31), 2**32 - 1, 2**16 - 1, 255)
NUMBERS_IN_TEXT: tuple[str, ...] = (
    "0",
    "-1",
    "2147483647",
    "9223372036854775807",
    "1e400",
    "-1e400",
    "NaN",
    "nan",
    "Infinity",
    "1e-320",
)
NUMBERS_IN_TEXT += ("9" * 400, "9" * 5000, "0x" + "f" * 5000, "1:1:1:1", ".inf", "1_0", "٣", "", "null", "true", "[]")
_NUMBER = re.compile(rb"-?\d+(\.\d+)?")


def flipped(content: bytes, random: Random) -> bytes:
    """One to some hundred bits turned over, anywhere or near the beginning, where headers are."""
    changed = bytearray(content)
    end = len(content) if random.random() < 0.5 else min(len(content), 512)
    for at in random.integers(0, max(end, 1), int(2 ** random.uniform(0, 8))) if content else ():
        changed[at] ^= 1 << int(random.integers(8))
    return bytes(changed)


def cut(content: bytes, random: Random) -> bytes:
    """Cut short, or its beginning lost."""
    at = _anywhere(content, random)
    return content[:at] if random.random() < 0.8 else content[at:]


def doubled(content: bytes, random: Random) -> bytes:
    """A block that comes twice, or some hundred times."""
    at, size = _anywhere(content, random), int(2 ** random.uniform(0, 13))
    times = 2 if random.random() < 0.8 else 300
    return content[:at] + content[at : at + size] * times + content[at + size :]


def without_block(content: bytes, random: Random) -> bytes:
    """A block that is gone, or zeros, or garbage."""
    at, size = _anywhere(content, random), int(2 ** random.uniform(0, 13))
    block = content[at : at + size]
    instead = (b"", bytes(len(block)), random.bytes(len(block)))[int(random.integers(3))]
    return content[:at] + instead + content[at + size :]


def with_extreme_field(content: bytes, random: Random) -> bytes:
    """A length or number field of 1 to 8 bytes set to something extreme, in either order of bytes."""
    size = int(random.choice((1, 2, 4, 8)))
    value: int = EXTREMES[int(random.integers(len(EXTREMES)))] % 256**size
    field = value.to_bytes(size, "little" if random.random() < 0.5 else "big")
    end = len(content) if random.random() < 0.4 else min(len(content), 256)
    at = int(random.integers(max(end - size, 1)))
    return content[:at] + field + content[at + size :]


def with_extreme_number(content: bytes, random: Random) -> bytes:
    """A number that is written out, replaced by one that cannot be."""
    found: list[re.Match[bytes]] = list(_NUMBER.finditer(content))
    if not found:
        return flipped(content, random)
    one = found[int(random.integers(len(found)))]
    other = NUMBERS_IN_TEXT[int(random.integers(len(NUMBERS_IN_TEXT)))]
    return content[: one.start()] + other.encode() + content[one.end() :]


def spliced(content: bytes, random: Random) -> bytes:
    """Two places of the file exchanged."""
    first, second = sorted((_anywhere(content, random), _anywhere(content, random)))
    return content[:first] + content[second:] + content[first:second]


PLAIN = (flipped, flipped, cut, doubled, without_block, with_extreme_field, with_extreme_field, spliced)
TEXT = (flipped, cut, doubled, without_block, with_extreme_number, with_extreme_number, spliced)


def _anywhere(content: bytes, random: Random) -> int:
    return int(random.integers(len(content) + 1))
