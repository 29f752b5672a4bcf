"""The evaluation report of translators between two styles, on garments that they never saw.

Kernel distances say how near the translated garments come to real ones of the style; beside them stand the same
garments untranslated, and other people's real garments of the style, which is as near as can be asked for.
"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from fashiongan.color import delta_e_2000, lab_from_rgb
from fashiongan.dataset.domains import PAIRS, rows_of
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.captions import with_row_names
from fashiongan.evaluation.kid import Features, bootstrap_kid
from fashiongan.training.grid import picture_grid

logger = logging.getLogger(__name__)
LEAST_PICTURES = 8
# Enough other people's garments for a steady floor.
FLOOR_PICTURES = 200
SHEET_COLUMNS, SHEET_HALVES = 8, 2
_SOLID = 128
Space = Callable[[Tensor], Features]
Restyle = Callable[[NDArray[np.uint8]], NDArray[np.uint8]]


@dataclass(frozen=True)
class Side:
    """One style. held_out : (N, 4, S, S) uint8 RGBA to report on; training : (M, 4, S, S) of other people's garments"""

    name: str
    held_out: Tensor
    training: Tensor


def sides_of(held_out: TrainingSet, training: TrainingSet, pair: str) -> tuple[Side, Side]:
    """Both styles of one of the PAIRS.

    Raises
    ------
    DatasetError : no such pair, or too few garments of a style
    """
    if pair not in PAIRS:
        raise DatasetError(f'"{pair}" is not a pair of domains. Known: {", ".join(PAIRS)}.')
    first, second = (_side(held_out, training, name) for name in PAIRS[pair])
    return first, second


def _side(held_out: TrainingSet, training: TrainingSet, name: str) -> Side:
    kept, known = (one.rgba[rows_of(one, name)] for one in (held_out, training))
    if min(len(kept), len(known)) < LEAST_PICTURES:
        raise DatasetError(f"A split has fewer than {LEAST_PICTURES} {name} garments, too few to measure by; add some.")
    some = torch.linspace(0, len(known) - 1, min(len(known), FLOOR_PICTURES)).long()
    return Side(name, kept, known[some])


def evaluate_restyling(
    sides: tuple[Side, Side], restyle: Mapping[str, Restyle], spaces: Mapping[str, Space]
) -> tuple[dict[str, Any], Image.Image]:
    """What is known of the translators into one or both styles, and a sheet of sources above translations.

    Parameters
    ----------
    restyle : translators by the style that they make; with both, the way back is measured, too
    spaces : feature spaces by name
    """
    report: dict[str, Any] = {}
    rows: list[Tensor] = []
    names: list[str] = []
    for source, target in (sides, sides[::-1]):
        if target.name in restyle:
            made = translated(restyle[target.name], source.held_out)
            back = translated(restyle[source.name], made) if source.name in restyle else None
            report[target.name] = _scores(source, target, made, spaces) | _faithful(source.held_out, made, back)
            rows += _sheet_rows(source.held_out, made)
            names += SHEET_HALVES * [source.name, f"made {target.name}"]
            logger.info("%s to %s: %s", source.name, target.name, report[target.name])
    sheet = picture_grid(torch.cat(rows).float() / 127.5 - 1, SHEET_COLUMNS)
    return report, with_row_names(sheet, names)


def translated(restyle: Restyle, rgba: Tensor) -> Tensor:
    """(N, 4, S, S) uint8 RGBA, each put into another style."""
    made = [restyle(one.permute(1, 2, 0).numpy()) for one in rgba]
    return torch.from_numpy(np.stack(made)).permute(0, 3, 1, 2)


def _scores(source: Side, target: Side, made: Tensor, spaces: Mapping[str, Space]) -> dict[str, Any]:
    """Kernel distances to real garments of the target: of translated, of untranslated, and of other real ones."""
    shown = {"translated": made, "untranslated": source.held_out, "floor": target.training}
    kid: dict[str, Any] = {}
    for name, space in spaces.items():
        real = space(target.held_out)
        kid[name] = {which: asdict(bootstrap_kid(space(rgba), real)) for which, rgba in shown.items()}
    return {"pictures": len(made), "targets": len(target.held_out), "kid": kid}


def _faithful(source: Tensor, made: Tensor, back: Tensor | None) -> dict[str, float]:
    """How much changed on the garment, in Delta E 2000, there and back; and how much of its silhouette is kept."""
    scores = {"change": _difference(source, made), "silhouette_iou": silhouette_iou(source, made)}
    return scores if back is None else scores | {"cycle_error": _difference(source, back)}


def _difference(first: Tensor, second: Tensor) -> float:
    """Mean Delta E 2000 inside the alpha of the first, (N, 4, S, S) each."""
    differences = []
    for one, other in zip(first, second, strict=True):
        cloth = (one[3] > _SOLID).numpy()
        labs = (lab_from_rgb(rgba[:3].permute(1, 2, 0).numpy()[cloth]) for rgba in (one, other))
        differences.append(float(delta_e_2000(*labs).mean()))
    return float(np.mean(differences))


def silhouette_iou(first: Tensor, second: Tensor) -> float:
    """Mean intersection over union of the opaque parts of (N, 4, S, S) pictures."""
    solid = [one[:, 3] > _SOLID for one in (first, second)]
    shared, either = (solid[0] & solid[1]).sum((1, 2)), (solid[0] | solid[1]).sum((1, 2))
    return float((shared / either.clamp(min=1)).mean())


def _sheet_rows(source: Tensor, made: Tensor) -> list[Tensor]:
    rows = torch.linspace(0, len(source) - 1, SHEET_HALVES * SHEET_COLUMNS).long()
    return [part for half in rows.view(-1, SHEET_HALVES).T for part in (source[half], made[half])]


def restyle_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    lines = [f"{'':38}{'translated':>12}{'untranslated':>14}{'real':>8}"]
    for style, scores in report.items():
        lines.append(f"to {style}, {scores['pictures']} pictures against {scores['targets']}")
        for space, kid in scores["kid"].items():
            values = [kid[which]["value"] for which in ("translated", "untranslated", "floor")]
            cells = "".join(f"{value:>{width}.1f}" for value, width in zip(values, (12, 14, 8), strict=True))
            lines.append(f"  {f'KID x1000, {space} features':36}{cells}  (sd {kid['translated']['deviation']:.1f})")
        known = [name for name in ("change", "cycle_error", "silhouette_iou") if name in scores]
        lines += [f"  {name.replace('_', ' '):36}{scores[name]:>12.2f}" for name in known]
    return "\n".join(lines)
