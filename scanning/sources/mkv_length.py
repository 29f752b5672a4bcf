"""Whether a Matroska file is as long as its own head says: a copy that was cut is not.

Source: RFC 8794, sections 4 to 6 (sizes); RFC 9559, section 5.1 (the segment is all that follows the head).
"""

from pathlib import Path

HEAD_BYTES = 4096
ID_BYTES = 4
SEGMENT = b"\x18\x53\x80\x67"


def what_is_missing(path: Path) -> str:
    """In words, what a file lacks at its end; empty if it is whole, or too damaged to tell."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    segment = sum(_size(head, ID_BYTES))
    if head[segment + ID_BYTES :][:ID_BYTES] != SEGMENT:
        return ""
    begin = segment + 2 * ID_BYTES
    width, size = _size(head, begin)
    if size == (1 << 7 * width) - 1:
        return "it was never closed"
    missing = begin + width + size - path.stat().st_size
    return f"its last {missing} bytes are missing" if missing > 0 else ""


def _size(head: bytes, at: int) -> tuple[int, int]:
    """Bytes that a size takes, told by the zeros it begins with, and the size; zeros where the head ends."""
    if not head[at : at + 1].strip(b"\0"):
        return 0, 0
    width = 9 - head[at].bit_length()
    return width, int.from_bytes(head[at : at + width], "big") & ((1 << 7 * width) - 1)
