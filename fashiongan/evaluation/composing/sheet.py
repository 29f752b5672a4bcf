"""What a composer makes, for people to look at: a sheet and a table."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.composing.report import OURS, REAL, SEEDS, Made

CELL_PX = 192
ROWS, ACROSS = 8, 2
_SHOWN = ("category", "sleeve", "length", "pattern")
_FRAME = "#e02020"


def compose_sheet(made: list[Made]) -> Image.Image:
    """Two photos a row: each with its region, what was composed there with three seeds, and what was pasted."""
    shown = [made[index] for index in np.linspace(0, len(made) - 1, min(len(made), ROWS * ACROSS)).astype(int)]
    columns = 2 + len(SEEDS)
    sheet = Image.new("RGB", (ACROSS * columns * CELL_PX, -(-len(shown) // ACROSS) * CELL_PX), "white")
    for index, one in enumerate(shown):
        row, column = divmod(index, ACROSS)
        pictures = [_with_region(one), *(image.rgba for image in one.composed), one.pasted[0].rgba]
        for step, rgba in enumerate(pictures):
            sheet.paste(_cell(rgba), ((column * columns + step) * CELL_PX, row * CELL_PX))
    names = ["photo and region", *(f"seed {seed}" for seed in SEEDS), f"seed {SEEDS[0]}, pasted"]
    return with_column_names(sheet, ACROSS * names)


def _with_region(one: Made) -> NDArray[np.uint8]:
    place = one.held_out.place
    picture = Image.fromarray(place.photo.rgba).convert("RGB")
    left, top, width, height = place.region.box
    ImageDraw.Draw(picture).rectangle((left, top, left + width - 1, top + height - 1), outline=_FRAME, width=2)
    return np.asarray(picture)


def _cell(rgba: NDArray[np.uint8]) -> Image.Image:
    cell = Image.new("RGB", (CELL_PX, CELL_PX), "white")
    picture = Image.fromarray(rgba).convert("RGB")
    picture.thumbnail((CELL_PX, CELL_PX), Image.Resampling.LANCZOS)
    cell.paste(picture, ((CELL_PX - picture.width) // 2, (CELL_PX - picture.height) // 2))
    return cell


def compose_table(report: dict[str, Any]) -> str:
    """The report for people to read: each way in a row."""
    head = f"{report['photos']} photos of split {report['split']}".ljust(34)
    lines = [head + f"{'KID x1000':>12}{'background L1':>15}{'mask IoU':>10}{'region IoU':>12}"]
    for name, score in report["ways"].items():
        numbers = f"{score['background_l1']:>15.2f}{score['mask_iou']:>10.3f}{score['region_iou']:>12.3f}"
        lines.append(f"{name:34}{score['kid']['value']:>12.1f}{numbers}")
    lines.append(f"{REAL:34}{report['real']['kid']['value']:>12.1f}")
    lines += ["", f"{'read as asked':34}" + "".join(f"{name:>10}" for name in _SHOWN)]
    for name, right in [*((n, s["right"]) for n, s in report["ways"].items()), (REAL, report["real"]["right"])]:
        lines.append(f"{name:34}" + "".join(f"{right[word]:>10.0%}" for word in _SHOWN))
    return "\n".join([*lines, "", f"outside of {OURS} regions, kept to the last bit: {report['kept_outside']:.2%}"])
