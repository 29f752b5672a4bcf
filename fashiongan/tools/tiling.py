"""Large pictures in pieces that overlap, so that memory stays bounded however large they are."""

from collections.abc import Iterator
from dataclasses import dataclass

TILE_PX, OVERLAP_PX = 128, 16


@dataclass(frozen=True, slots=True)
class Span:
    """Along one side of a picture, in pixels: what a tile answers for, and what it looks at to do so."""

    start: int
    end: int
    seen_start: int
    seen_end: int

    @property
    def seen(self) -> slice:
        """What is looked at."""
        return slice(self.seen_start, self.seen_end)

    def answered(self, factor: int) -> slice:
        """What is answered for, in a picture that is so many times as large."""
        return slice(self.start * factor, self.end * factor)

    def within(self, factor: int) -> slice:
        """The same, counted from where the tile's own enlarged picture begins."""
        return slice((self.start - self.seen_start) * factor, (self.end - self.seen_start) * factor)


def tiles(height: int, width: int, tile: int = TILE_PX, overlap: int = OVERLAP_PX) -> Iterator[tuple[Span, Span]]:
    """The tiles of a picture, row by row, as spans down and across; each pixel is answered for by exactly one."""
    for down in spans(height, tile, overlap):
        for across in spans(width, tile, overlap):
            yield down, across


def spans(length: int, tile: int, overlap: int) -> list[Span]:
    """A side of a picture in spans of at most `tile`, each seeing `overlap` more at both ends where there is more."""
    starts = range(0, length, tile)
    ends = [min(start + tile, length) for start in starts]
    return [
        Span(start, end, max(0, start - overlap), min(length, end + overlap))
        for start, end in zip(starts, ends, strict=True)
    ]
