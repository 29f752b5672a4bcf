"""The drawing of a report: a body from front, side and back with numbered tapes, the numbers in the margins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from fashiongan.body.definitions import BY_NAME, DEFINITIONS, Kind
from fashiongan.body.model import Floats
from scanning.body_picture import View, extent_mm, near_half, projected, shaded_body

TAPE, FAR_TAPE, LEADER, TEXT = (HexColor(code) for code in ("#c2410c", "#e6b89f", "#9aa2ae", "#1c2430"))
FONT_PT, TITLE_PT = 7.0, 22.0
# Between numbers, from the body to them, and what they need in all.
LABEL_STEP_PT, LABEL_GAP_PT, LABELS_PT = 8.4, 10.0, 24.0
# So near to the middle a tape has no side of its own.
NEARLY_PT = 6.0
PICTURE_DPI = 200


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawing of the body, and the measurements that are shown on it."""

    title: str
    view: View
    names: tuple[str, ...]


# Two a row.
PANELS = (
    Panel(
        "Girths",
        View.FRONT,
        tuple(one.name for one in DEFINITIONS if one.kind in (Kind.HEAD_GIRTH, Kind.SMALL_GIRTH, Kind.LARGE_GIRTH)),
    ),
    Panel(
        "Front",
        View.FRONT,
        (
            *("neck_breadth_mm", "biacromial_mm", "shoulder_length_mm", "across_front_mm", "bust_point_width_mm"),
            *("front_neck_to_waist_mm", "neck_to_waist_over_bust_mm", "neck_to_bust_point_mm"),
            *("waist_breadth_mm", "hip_breadth_mm"),
        ),
    ),
    Panel(
        "Heights and profile",
        View.SIDE,
        (
            *(one.name for one in DEFINITIONS if one.kind is Kind.HEIGHT),
            *("armscye_width_mm", "bust_depth_mm", "waist_depth_mm", "outside_leg_mm"),
            *("waist_to_hip_mm", "body_rise_mm", "front_rise_mm", "back_rise_mm", "total_crotch_mm"),
        ),
    ),
    Panel(
        "Back",
        View.BACK,
        (
            *("across_shoulder_mm", "shoulder_mm", "across_back_mm", "seat_point_width_mm"),
            *("back_waist_mm", "scye_depth_mm", "bust_back_mm", "waist_back_mm", "hip_back_mm"),
            *("back_neck_to_wrist_mm", "arm_length_mm", "upper_arm_length_mm"),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class _Placing:
    """How millimetres of one view become points of the page."""

    view: View
    left_pt: float
    bottom_pt: float
    scale: float
    origin_mm: tuple[float, float]

    def points(self, line: Floats) -> Floats:
        flat, _ = projected(line, self.view)
        return np.asarray((flat - self.origin_mm) * self.scale + [self.left_pt, self.bottom_pt])


class BodyChart(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A drawing that fills a given width and height in points."""

    def __init__(
        self,
        vertices: Floats,
        faces: NDArray[np.int32],
        lines_mm: Mapping[str, Floats],
        numbers: Mapping[str, int],
        width_pt: float,
        height_pt: float,
    ) -> None:
        super().__init__()
        self.vertices, self.faces, self.lines_mm, self.numbers = vertices, faces, lines_mm, numbers
        self.width, self.height = width_pt, height_pt

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Reportlab asks how large it is."""
        return self.width, self.height

    def draw(self) -> None:
        """Reportlab lets it draw, the lower left corner at the origin of `self.canv`."""
        rows = [PANELS[first : first + 2] for first in range(0, len(PANELS), 2)]
        room_pt = self.height / len(rows) - TITLE_PT
        scale = min(self._scale(row, room_pt) for row in rows)
        for index, row in enumerate(rows):
            self._draw_row(row, scale, self.height - (index + 1) * self.height / len(rows))

    def _scale(self, row: Sequence[Panel], room_pt: float) -> float:
        """Points a millimetre, such that each drawing of a row fits its column with its numbers."""
        extents = [extent_mm(self.vertices, panel.view) for panel in row]
        widest_mm, tallest_mm = (max(one[side + 2] - one[side] for one in extents) for side in (0, 1))
        return min((self.width / len(row) - 2 * LABELS_PT) / widest_mm, room_pt / tallest_mm)

    def _draw_row(self, row: Sequence[Panel], scale: float, bottom_pt: float) -> None:
        column_pt = self.width / len(row)
        for index, panel in enumerate(row):
            left, bottom, right, top = extent_mm(self.vertices, panel.view)
            width_pt = scale * (right - left)
            x = index * column_pt + (column_pt - width_pt) / 2
            self._draw_panel(panel, _Placing(panel.view, x, bottom_pt, scale, (left, bottom)), x, x + width_pt)
            self.canv.setFillColor(TEXT)
            self.canv.setFont("Helvetica-Bold", 9)
            self.canv.drawString(index * column_pt, bottom_pt + scale * (top - bottom) + 4, panel.title)

    def _draw_panel(self, panel: Panel, placing: _Placing, left_pt: float, right_pt: float) -> None:
        picture = shaded_body(self.vertices, self.faces, panel.view, placing.scale * PICTURE_DPI / 72)
        height_pt = picture.height * 72 / PICTURE_DPI
        self.canv.drawImage(
            ImageReader(picture), left_pt, placing.bottom_pt, right_pt - left_pt, height_pt, mask="auto"
        )
        lines = {name: self.lines_mm[name] for name in panel.names if name in self.lines_mm and name in self.numbers}
        # Of a height only the landmark is drawn: a dozen plumb lines would hide the body.
        lines = {name: line[:1] if BY_NAME[name].kind is Kind.HEIGHT else line for name, line in lines.items()}
        for line in lines.values():
            _draw_tape(self.canv, placing, line)
        self._label({name: placing.points(line) for name, line in lines.items()}, left_pt, right_pt)

    def _label(self, points: Mapping[str, Floats], left_pt: float, right_pt: float) -> None:
        """Numbers in the nearer margin, spread so that none covers another; level girths alternate."""
        ends: dict[bool, list[tuple[float, float, str]]] = {True: [], False: []}
        for name, corners in points.items():
            offset = corners[:, 0].mean() - (left_pt + right_pt) / 2
            on_left = offset < 0 if abs(offset) > NEARLY_PT else len(ends[True]) <= len(ends[False])
            corner = corners[corners[:, 0].argmin() if on_left else corners[:, 0].argmax()]
            ends[on_left].append((float(corner[1]), float(corner[0]), name))
        for on_left, wanted in ends.items():
            x = left_pt - LABEL_GAP_PT if on_left else right_pt + LABEL_GAP_PT
            wanted.sort(reverse=True)
            places = spread([one[0] for one in wanted], LABEL_STEP_PT)
            for (y, corner_x, name), place in zip(wanted, places, strict=True):
                self._draw_label(x, place, corner_x, y, str(self.numbers[name]), on_left)

    def _draw_label(self, x: float, y: float, corner_x: float, corner_y: float, text: str, on_left: bool) -> None:
        self.canv.setStrokeColor(LEADER)
        self.canv.setLineWidth(0.35)
        self.canv.line(x, y, corner_x, corner_y)
        self.canv.setFillColor(TEXT)
        self.canv.setFont("Helvetica", FONT_PT)
        write = self.canv.drawRightString if on_left else self.canv.drawString
        write(x - 1.5 if on_left else x + 1.5, y - FONT_PT * 0.35, text)


def spread(wanted: Sequence[float], step: float) -> list[float]:
    """Places for numbers that fall, at least `step` apart, each crowd centred on where its numbers want to be."""
    crowds: list[list[float]] = []
    for place in wanted:
        crowds.append([place])
        while len(crowds) > 1 and _spread_out(crowds[-2], step)[-1] - step < _spread_out(crowds[-1], step)[0]:
            last = crowds.pop()
            crowds[-1] += last
    return [place for crowd in crowds for place in _spread_out(crowd, step)]


def _spread_out(crowd: list[float], step: float) -> list[float]:
    top = sum(crowd) / len(crowd) + step * (len(crowd) - 1) / 2
    return [top - step * index for index in range(len(crowd))]


def _draw_tape(canvas: Canvas, placing: _Placing, line: Floats) -> None:
    points = placing.points(line)
    if len(points) == 1:
        canvas.setFillColor(TAPE)
        canvas.circle(*points[0], 1.3, stroke=0, fill=1)
        return
    near = near_half(line, placing.view)
    for before, color, width in ((False, FAR_TAPE, 0.5), (True, TAPE, 0.9)):
        canvas.setStrokeColor(color)
        canvas.setLineWidth(width)
        for index in np.flatnonzero(near == before):
            canvas.line(*points[index], *points[index + 1])
