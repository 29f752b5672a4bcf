"""What was checked or calibrated, as rows to print, as JSON, and as a picture to keep."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from fashiongan.files import write_atomically

_WIDTH_PX = 1100
_MARGIN_PX = 40
_LINE_PX = 46
_FONT_PX = 24
_TITLE_PX = 34
_INK = (32, 34, 38)
_GREY = (120, 124, 130)
_COLORS = {True: (22, 120, 70), False: (180, 40, 36), None: _GREY}
_WORDS = {True: "pass", False: "FAIL", None: ""}


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what, how much, what it has to keep, and whether it does; passed is None where nothing is judged."""

    name: str
    value: str
    limit: str = ""
    passed: bool | None = None
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A title, its rows, and the numbers behind them for JSON."""

    title: str
    rows: tuple[Row, ...]
    figures: Mapping[str, Any]

    @property
    def passed(self) -> bool:
        """Whether no row failed."""
        return all(row.passed is not False for row in self.rows)

    def as_json(self) -> dict[str, Any]:
        """Ready for json.dumps."""
        return {"title": self.title, "passed": self.passed, "rows": [asdict(row) for row in self.rows], **self.figures}

    def lines(self) -> list[str]:
        """For a terminal."""
        wide = max((len(row.name) for row in self.rows), default=0)
        long = max((len(row.value) for row in self.rows), default=0)
        texts = [
            f"{row.name:{wide}}  {row.value:>{long}}  {row.limit:12}{_WORDS[row.passed]}".rstrip()
            + (f": {row.advice}" if row.advice else "")
            for row in self.rows
        ]
        return [self.title, *texts]


def report_picture(report: Report) -> Image.Image:
    """The rows as a picture, green where they pass and red where they fail."""
    lines = sum(2 if row.advice else 1 for row in report.rows)
    picture = Image.new("RGB", (_WIDTH_PX, 2 * _MARGIN_PX + 80 + lines * _LINE_PX), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((_MARGIN_PX, _MARGIN_PX), report.title, _INK, ImageFont.load_default(_TITLE_PX))
    y_px = _MARGIN_PX + 80
    for row in report.rows:
        _draw_row(draw, row, y_px)
        y_px += _LINE_PX * (2 if row.advice else 1)
    return picture


def write_report(report: Report, path: Path) -> None:
    """Write the picture as PNG.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    buffer = io.BytesIO()
    report_picture(report).save(buffer, "PNG")
    write_atomically(path, buffer.getvalue())


def _draw_row(draw: ImageDraw.ImageDraw, row: Row, y_px: int) -> None:
    font = ImageFont.load_default(_FONT_PX)
    ends: Sequence[tuple[int, str, str, tuple[int, int, int]]] = (
        (_MARGIN_PX, row.name, "la", _INK),
        (620, row.value, "ra", _INK),
        (680, row.limit, "la", _GREY),
        (_WIDTH_PX - _MARGIN_PX, _WORDS[row.passed], "ra", _COLORS[row.passed]),
    )
    draw.line((_MARGIN_PX, y_px - 8, _WIDTH_PX - _MARGIN_PX, y_px - 8), (228, 230, 233))
    for x_px, text, anchor, color in ends:
        draw.text((x_px, y_px), text, color, font, anchor=anchor)
    if row.advice:
        draw.text((_MARGIN_PX + 24, y_px + _LINE_PX - 8), row.advice, _COLORS[False], font)
