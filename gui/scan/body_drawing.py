"""The lines of a body with its tapes, worked out once; no Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import BodyModel, Floats
from scanning.body_picture import View, projected

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.body_outline import Outline


@dataclass(frozen=True, slots=True)
class TapedShape:
    """(V, 3) vertices in millimetres, Y-up, facing +Z; (F, 3) faces; (N, 3) the way of each tape by name."""

    vertices_mm: Floats
    faces: NDArray[np.int32]
    lines_mm: Mapping[str, Floats]


@dataclass(frozen=True, slots=True)
class BodyDrawing:
    """Outlines of a shape from every side, and its tapes."""

    shape: TapedShape
    outlines: Mapping[View, "Outline"]

    def views_of(self, name: str) -> tuple[View, View]:
        """From where a tape is seen best: from the back what lies on the back, and always from the side."""
        line = self.shape.lines_mm.get(name)
        if line is None or len(line) < 2 or np.allclose(line[0], line[-1]):
            return View.FRONT, View.SIDE
        _, nearness = projected(self.shape.vertices_mm, View.FRONT)
        behind = float(line[:, 2].mean()) < float(nearness.mean()) - 20
        return (View.BACK if behind else View.FRONT), View.SIDE


def draw_body(shape: TapedShape) -> BodyDrawing:
    """Some tenths of a second a view."""
    from scanning.body_outline import outline_of

    return BodyDrawing(shape, {view: outline_of(shape.vertices_mm, shape.faces, view) for view in View})


def somebody_ordinary(model: BodyModel) -> TapedShape:
    """A body to explain measurements on, where nobody was scanned."""
    from fashiongan.body.measuring import BodyMeasurer
    from fashiongan.body.tailoring import tape_body

    body = model.mesh(model.neutral)
    return TapedShape(body.vertices_mm, body.faces, tape_body(body.vertices_mm, BodyMeasurer(model)).lines_mm)
