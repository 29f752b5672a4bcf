"""Whether a Matroska file is as long as its own head says: a copy that was cut is not.

Source: RFC 8794, sections 4 to 6 (sizes); RFC 9559, section 5.1 (the segment is all that follows the head).
"""

from pathlib import Path

HEAD_BYTES = 4096
ID_BYTES = 4
SEGMENT = b"\x18\x53\x80\x67"


def missing_bytes(path: Path) -> int | None:
    """How many bytes a file lacks at its end; None if it does not say how long it is to be."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    segment = ID_BYTES + sum(_size(head, ID_BYTES))
    begin = segment + ID_BYTES
    width, size = _size(head, begin)
    # All ones stand for an unknown size.
    if head[segment:begin] != SEGMENT or size == (1 << 7 * width) - 1:
        return None
    return max(begin + width + size - path.stat().st_size, 0)


def _size(head: bytes, at: int) -> tuple[int, int]:
    """Bytes that a size takes, told by the zeros it begins with, and the size; zeros where the head ends."""
    if not head[at : at + 1].strip(b"\0"):
        return 0, 0
    width = 9 - head[at].bit_length()
    return width, int.from_bytes(head[at : at + width], "big") & ((1 << 7 * width) - 1)
