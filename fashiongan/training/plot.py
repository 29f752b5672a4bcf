"""The losses of a run as curves, drawn from its log."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from fashiongan.errors import TrainingError
from fashiongan.json_files import parsed_json

WIDTH_PX, PANEL_PX, MARGIN_PX = 900, 170, 48
SMOOTHED_OVER = 15
_INK, _FAINT, _LINE = "#23211f", "#d8d4cc", "#2f5d8a"
Columns = dict[str, NDArray[np.float64]]
_NOT_LOSSES = ("step", "images", "seconds")


def read_log(run_dir: Path) -> Columns:
    """Every column of a run's log by name, (rows,) each; a last half line is left out.

    Raises
    ------
    TrainingError : no log, or fewer than two rows
    """
    path = run_dir / "log.jsonl"
    try:
        rows = _rows(path)
    except (OSError, UnicodeDecodeError) as error:
        raise TrainingError(f"{path} cannot be read ({error}); give the folder of a run.") from error
    if len(rows) < 2:
        raise TrainingError(f"{path} has {len(rows)} rows, too few to draw; let the run go on for a while.")
    return _columns(rows)


def read_scores(run_dir: Path) -> Columns | None:
    """Every column of a run's scores by name; None where there are fewer than two."""
    path = run_dir / "scores.jsonl"
    rows = _rows(path) if path.exists() else []
    return _columns(rows) if len(rows) > 1 else None


def _rows(path: Path) -> list[dict[str, float]]:
    rows = []
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            row = parsed_json(line)
        except ValueError:
            continue
        if isinstance(row, dict) and row and all(type(value) in (int, float) for value in row.values()):
            rows.append(row)
    return rows


def _columns(rows: list[dict[str, float]]) -> Columns:
    return {name: np.array([row.get(name, np.nan) for row in rows], np.float64) for name in rows[-1]}


def draw_curves(log: Columns, scores: Columns | None = None) -> Image.Image:
    """One panel a loss over the pictures seen, then one a score: each value faint, their moving mean dark."""
    panels = [(name, columns) for columns in (log, scores) if columns for name in columns if name not in _NOT_LOSSES]
    picture = Image.new("RGB", (WIDTH_PX, len(panels) * PANEL_PX), "white")
    draw = ImageDraw.Draw(picture)
    for index, (name, columns) in enumerate(panels):
        known = np.isfinite(columns[name])  # A column may be younger than the run.
        _panel(draw, index * PANEL_PX, name, columns["images"][known], columns[name][known])
    return picture


def _panel(
    draw: ImageDraw.ImageDraw, top: int, name: str, images: NDArray[np.float64], values: NDArray[np.float64]
) -> None:
    font = ImageFont.load_default(size=13)
    low, high = float(values.min()), float(values.max())
    left, right, upper, lower = MARGIN_PX, WIDTH_PX - 16, top + 26, top + PANEL_PX - 22
    draw.text((left, top + 6), name, fill=_INK, font=font)
    draw.line([(left, upper), (left, lower), (right, lower)], fill=_FAINT)
    for value, height in ((high, upper), (low, lower)):
        draw.text((left - 6, height), f"{value:.2g}", fill=_INK, font=font, anchor="rm")
    draw.text((right, lower + 4), f"{images[-1]:,.0f} pictures", fill=_INK, font=font, anchor="ra")
    x = np.asarray(left + (images - images[0]) / max(images[-1] - images[0], 1) * (right - left))
    for series, color, width in ((values, _FAINT, 1), (_moving_mean(values), _LINE, 2)):
        y = np.asarray(lower - (series - low) / max(high - low, 1e-9) * (lower - upper))
        draw.line(list(zip(x.tolist(), y.tolist(), strict=True)), fill=color, width=width)


def _moving_mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
    window = min(SMOOTHED_OVER, len(values))
    padded = np.pad(values, (window // 2, window - 1 - window // 2), mode="edge")
    return np.asarray(np.convolve(padded, np.full(window, 1 / window), mode="valid"))
