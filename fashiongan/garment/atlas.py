"""Where each panel lies in the garment's one texture: packed in rows at one scale, with room between them."""

from dataclasses import dataclass

import numpy as np

from fashiongan.garment.curves import Points
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.pattern import Pattern

ROOM_MM = 16.0


@dataclass(frozen=True, slots=True)
class Atlas:
    """size_px : of the square texture; px_per_mm : the same for every panel; corner_mm : panel to its box's lower left
    in the atlas; low_mm : panel to its box's lower left in its own coordinates; box_mm : panel to width and height."""

    size_px: int
    px_per_mm: float
    corner_mm: dict[str, Points]
    low_mm: dict[str, Points]
    box_mm: dict[str, tuple[float, float]]

    def uv(self, mesh: FlatMesh) -> Points:
        """(V, 2) texture coordinates of every flat vertex, v up."""
        uv = np.zeros_like(mesh.flat_mm)
        for panel in mesh.panel_names:
            ids = mesh.vertices_of(panel)
            uv[ids] = mesh.flat_mm[ids] - self.low_mm[panel] + self.corner_mm[panel]
        return uv * self.px_per_mm / self.size_px

    def pixels(self, panel: str) -> tuple[tuple[slice, slice], Points]:
        """The texture rows and columns of a panel's box with a margin, and each pixel's place in it: (h, w, 2) mm."""
        margin = np.full(2, ROOM_MM / 2 - 1)
        low = np.floor((self.corner_mm[panel] - margin) * self.px_per_mm).astype(int).clip(0)
        high = np.ceil((self.corner_mm[panel] + self.box_mm[panel] + margin) * self.px_per_mm).astype(int)
        high = high.clip(max=self.size_px)
        columns = (np.arange(low[0], high[0]) + 0.5) / self.px_per_mm
        rows = (np.arange(low[1], high[1])[::-1] + 0.5) / self.px_per_mm
        places = np.stack(np.meshgrid(columns, rows), axis=-1) - self.corner_mm[panel] + self.low_mm[panel]
        return (slice(self.size_px - high[1], self.size_px - low[1]), slice(low[0], high[0])), places


def pack(pattern: Pattern, size_px: int) -> Atlas:
    """Lay panels out in rows as wide as the two widest panels."""
    panels = {panel.name: panel for panel in pattern.draped}
    boxes = {name: panel.size_mm for name, panel in panels.items()}
    widest = sorted((width for width, _ in boxes.values()), reverse=True)
    row_width = sum(widest[:2]) + 3 * ROOM_MM
    corners, x, y, row_height = {}, ROOM_MM, ROOM_MM, 0.0
    for name in sorted(boxes, key=lambda one: -boxes[one][1]):
        width, height = boxes[name]
        if x + width + ROOM_MM > row_width + 1e-6:
            x, y, row_height = ROOM_MM, y + row_height + ROOM_MM, 0.0
        corners[name] = np.array([x, y])
        x, row_height = x + width + ROOM_MM, max(row_height, height)
    side_mm = max(row_width, y + row_height + ROOM_MM)
    low = {name: panel.outline.min(0) for name, panel in panels.items()}
    return Atlas(size_px, size_px / side_mm, corners, low, boxes)
