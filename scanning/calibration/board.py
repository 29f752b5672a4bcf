"""The ChArUco board: what it looks like, and how to print it in true size."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from fashiongan.errors import CalibrationError
from fashiongan.files import write_atomically

_MM_PER_INCH = 25.4
_PIXELS_PER_MM = 10
_MARGIN_MM = 17.0
_PAPER_MM = {"A4": (210.0, 297.0), "A3": (297.0, 420.0), "A2": (420.0, 594.0), "A1": (594.0, 841.0), "A0": (841, 1189)}


@dataclass(frozen=True, slots=True)
class BoardSpec:
    """A chessboard with an ArUco marker in every white square; the default fills a sheet of A4."""

    columns: int = 7
    rows: int = 10
    square_mm: float = 25.0
    marker_mm: float = 18.0

    def __post_init__(self) -> None:
        if not (3 <= self.columns <= 20 and 3 <= self.rows <= 20):
            raise CalibrationError(f"a board of {self.columns} x {self.rows} squares does not work; take 3 to 20 each.")
        if not (5 <= self.square_mm <= 200 and 0.4 * self.square_mm <= self.marker_mm <= 0.9 * self.square_mm):
            raise CalibrationError(
                f"squares of {self.square_mm:g} mm with markers of {self.marker_mm:g} mm do not work; take squares "
                "of 5 to 200 mm and markers of about 0.7 times that."
            )

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the chessboard."""
        return self.columns * self.square_mm, self.rows * self.square_mm

    def opencv_board(self) -> Any:
        """OpenCV's board; its corners are in millimetres, x right, y down, from the top left corner."""
        import cv2

        # A large dictionary of small markers holds enough for 20 x 20 squares.
        markers = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_4X4_250)
        return cv2.aruco.CharucoBoard((self.columns, self.rows), self.square_mm, self.marker_mm, markers)


def board_picture(spec: BoardSpec) -> Image.Image:
    """The bare board in grey, 10 pixels a millimetre."""
    width_px, height_px = (round(side * _PIXELS_PER_MM) for side in spec.size_mm)
    return Image.fromarray(np.asarray(spec.opencv_board().generateImage((width_px, height_px), marginSize=0)))


def write_board(spec: BoardSpec, path: Path) -> str:
    """Write a board to print, as PDF on the smallest sheet that holds it, or as PNG; gives the paper's name.

    Raises
    ------
    CalibrationError : the name ends neither with .pdf nor with .png
    OutputError : the place cannot be written to
    """
    paper, sheet_mm = _sheet(spec)
    if path.suffix.lower() == ".png":
        buffer = io.BytesIO()
        dpi = _PIXELS_PER_MM * _MM_PER_INCH
        board_picture(spec).save(buffer, "PNG", dpi=(dpi, dpi))
        write_atomically(path, buffer.getvalue())
    elif path.suffix.lower() == ".pdf":
        write_atomically(path, _pdf(spec, sheet_mm))
    else:
        raise CalibrationError(f"{path.name} is neither .pdf nor .png; name the board board.pdf.")
    return paper


def _sheet(spec: BoardSpec) -> tuple[str, tuple[float, float]]:
    width_mm, height_mm = spec.size_mm[0] + 2 * _MARGIN_MM, spec.size_mm[1] + 2 * _MARGIN_MM
    for name, (across, along) in _PAPER_MM.items():
        if width_mm <= across and height_mm <= along:
            return name, (across, along)
        if width_mm <= along and height_mm <= across:
            return f"{name} landscape", (along, across)
    return f"{width_mm:.0f} x {height_mm:.0f} mm", (width_mm, height_mm)


def _pdf(spec: BoardSpec, sheet_mm: tuple[float, float]) -> bytes:
    from reportlab.lib.units import mm
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    width_mm, height_mm = spec.size_mm
    left_mm, bottom_mm = (sheet_mm[0] - width_mm) / 2, (sheet_mm[1] - height_mm) / 2
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(sheet_mm[0] * mm, sheet_mm[1] * mm), invariant=1)
    picture = ImageReader(board_picture(spec))
    canvas.drawImage(picture, left_mm * mm, bottom_mm * mm, width_mm * mm, height_mm * mm)
    canvas.setFont("Helvetica", 8)
    words = (
        f"{spec.columns} x {spec.rows} squares of {spec.square_mm:g} mm, markers {spec.marker_mm:g} mm. Print at "
        f"100 %; the board must measure {width_mm:g} x {height_mm:g} mm. Glue it to a flat stiff plate."
    )
    canvas.drawCentredString(sheet_mm[0] / 2 * mm, (bottom_mm - 7) * mm, words)
    canvas.save()
    return buffer.getvalue()
