"""What a sketch translator makes, for people to look at: a sheet and a table."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.translators.sketch_report import HAND_SEEDS, HandDrawn

CELL_PX = 192
ACROSS = 3


def drawn_sheet(drawn: list[HandDrawn]) -> Image.Image:
    """Three drawings a row, each with what was made of it beside it, on white."""
    width = 1 + len(drawn[0].made)
    sheet = Image.new("RGB", (ACROSS * width * CELL_PX, -(-len(drawn) // ACROSS) * CELL_PX), "white")
    for index, one in enumerate(drawn):
        row, column = divmod(index, ACROSS)
        for step, rgba in enumerate([one.page, *one.made]):
            sheet.paste(_cell(rgba), ((column * width + step) * CELL_PX, row * CELL_PX))
    return with_column_names(sheet, ACROSS * ["drawing", *(f"seed {seed}" for seed in HAND_SEEDS)])


def _cell(rgba: NDArray[np.uint8]) -> Image.Image:
    picture = Image.fromarray(rgba)
    plain = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    return plain.resize((CELL_PX, CELL_PX), Image.Resampling.LANCZOS)


def sketch_table(report: dict[str, Any]) -> str:
    """The report for people to read: each way to a garment in a row."""
    lines = [
        f"{report['pictures']} of split {report['split']}".ljust(34)
        + f"{'LPIPS':>8}{'edge F1':>10}{'recall':>8}{'IoU':>8}"
    ]
    for name, score in report["ways"].items():
        lines.append(_line(name, score))
    lines.append(_line("the garment itself", report["real"]))
    drawn = report["drawn"]
    return "\n".join(
        [*lines, "", f"drawn by hand: edge F1 {drawn['edge_f1']:.3f}, recognised {drawn['recognised']:.0%}"]
    )


def _line(name: str, score: dict[str, float]) -> str:
    edges = f"{score['edge_f1']:>10.3f}{score['edge_recall']:>8.3f}"
    return f"{name:34}{score['lpips']:>8.3f}{edges}{score['silhouette_iou']:>8.3f}"
