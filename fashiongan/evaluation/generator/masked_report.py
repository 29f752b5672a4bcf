"""The evaluation report of filled silhouettes: the cut of one held-out garment in the cloth of another.

Three things are told apart: whether the network knows where the garment is (it is cut along the silhouette anyway),
whether the cloth is that of the swatch that was given, and whether what comes out looks like garments. Beside it stand
silhouettes filled with one plain colour, and real garments.
"""

import logging
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import torch
from PIL import Image
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.captions import with_row_names
from fashiongan.evaluation.generator.report import LEAST_PICTURES, Space
from fashiongan.evaluation.kid import bootstrap_kid
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.masked_generator import MaskedGenerator, covered
from fashiongan.networks.style_encoder import StyleEncoder
from fashiongan.training.generator.styles import style_statistics
from fashiongan.training.grid import picture_grid

logger = logging.getLogger(__name__)
_CLOTH = [list(VOCABULARY).index(name) for name in ("pattern", "fabric")]
_PART = 8
SHEET_COLUMNS = 8
NEAR = 5
Encode = Callable[[Tensor], Tensor]


def evaluate_filling(
    network: MaskedGenerator, encoder: StyleEncoder, spaces: dict[str, Space], test: TrainingSet, pictures: int
) -> tuple[dict[str, Any], Image.Image]:
    """What is known of a masked generator, and a sheet: cuts above cloths above what was made.

    Parameters
    ----------
    spaces : feature spaces by name
    test : garments that nothing was trained on; at most half lend their cuts, each to the cloth of the one before it,
        and what is made is held against the others

    Raises
    ------
    DatasetError : too few pictures
    """
    rows, rest = _halves(len(test), pictures)
    real, cloth_of = test.rgba[rows], torch.arange(len(rows)).roll(1)
    codes = encoder.code(style_statistics(encoder, real, 0))  # (N, V, W), whole garments first
    swatches = codes[:, 1]
    labels, lab = test.labels[rows], test.lab[rows]
    asked_labels = labels.clone()
    asked_labels[:, _CLOTH] = labels[cloth_of][:, _CLOTH]
    asked = Conditions(asked_labels, lab[cloth_of], swatches[cloth_of])
    made, believed = _filled(network, asked, real[:, 3:].float() / 255)
    flat = _flat(mean_rgb(real)[cloth_of], real[:, 3:])
    ways = {"filled": made, "one plain colour": flat}
    others = test.rgba[rest]
    report: dict[str, Any] = {
        "pictures": len(rows),
        "silhouette_iou": _iou(believed, real[:, 3:]),
        "style": {name: _retrieved(_codes(encoder, one), swatches, cloth_of) for name, one in ways.items()},
        "kid": {
            name: {space: asdict(bootstrap_kid(see(one), see(others))) for space, see in spaces.items()}
            for name, one in {**ways, "the garment itself": real}.items()
        },
    }
    report["style"]["the garment itself"] = _retrieved(codes[:, 0], swatches, torch.arange(len(rows)))
    logger.info("%s", report)
    return report, _sheet(real, real[cloth_of], made)


def _halves(garments: int, pictures: int) -> tuple[Tensor, Tensor]:
    """Rows that lend their cuts, and other ones to hold what was made against."""
    order = torch.randperm(garments, generator=torch.Generator().manual_seed(0))
    used = min(pictures, garments // 2)
    if used < LEAST_PICTURES:
        raise DatasetError(
            f"{used} pictures are too few to measure by; give {LEAST_PICTURES} or more, of twice as many."
        )
    return order[:used], order[used:]


def mean_rgb(rgba: Tensor) -> Tensor:
    """(N, 3, 1, 1) uint8 mean colour of what is opaque in (N, 4, S, S) uint8."""
    solid = (rgba[:, 3:] > 200).float()
    total = solid.sum((2, 3), keepdim=True).clamp(min=1)
    return ((rgba[:, :3].float() * solid).sum((2, 3), keepdim=True) / total).round().byte()


def _flat(rgb: Tensor, alpha: Tensor) -> Tensor:
    return torch.cat([rgb.expand(-1, -1, *alpha.shape[2:]), alpha], dim=1)


@torch.inference_mode()
def _filled(network: MaskedGenerator, asked: Conditions, coverage: Tensor) -> tuple[Tensor, Tensor]:
    """(N, 4, S, S) uint8 pictures, and (N, 1, S, S) uint8 alpha as the network believes."""
    latents = torch.randn(len(coverage), network.shape.total_latent_width, generator=torch.Generator().manual_seed(0))
    whole, believed = [], []
    for rows in torch.split(torch.arange(len(latents)), _PART):
        part = asked.each(lambda one, rows=rows: one[rows])  # type: ignore[misc]
        made = network(latents[rows], part, coverage[rows])
        whole.append(covered(made, coverage[rows]))
        believed.append(made[:, 3:])
    return _bytes(torch.cat(whole)), _bytes(torch.cat(believed))


def _bytes(made: Tensor) -> Tensor:
    return ((made + 1) * 127.5).round().clamp(0, 255).byte()


def _iou(first: Tensor, second: Tensor) -> float:
    """Mean over pictures of the area that two alphas share, of the area that either has."""
    a, b = first > 127, second > 127
    both, either = ((one.flatten(1).sum(1)).float() for one in (a & b, a | b))
    return float((both / either.clamp(min=1)).mean())


@torch.inference_mode()
def _codes(encoder: StyleEncoder, rgba: Tensor) -> Tensor:
    return torch.cat([encoder(part.float() / 127.5 - 1) for part in torch.split(rgba, _PART)])


def _retrieved(codes: Tensor, swatches: Tensor, own: Tensor) -> dict[str, float]:
    """How often the swatch that was given is the most similar of all, or among the five most similar."""
    alike = functional.normalize(codes.float(), dim=1) @ functional.normalize(swatches.float(), dim=1).T
    better = (alike > alike.gather(1, own[:, None])).sum(1)
    return {"first": float((better == 0).float().mean()), "of_five": float((better < NEAR).float().mean())}


def _sheet(cuts: Tensor, cloths: Tensor, made: Tensor) -> Image.Image:
    count = 2 * SHEET_COLUMNS
    rows = zip(*(torch.split(one[:count], SHEET_COLUMNS) for one in (cuts, cloths, made)), strict=True)
    cells = torch.cat([row for three in rows for row in three]).float() / 127.5 - 1
    sheet = picture_grid(cells, SHEET_COLUMNS)
    return with_row_names(sheet, ["cut", "cloth", "made"] * (-(-len(cuts[:count]) // SHEET_COLUMNS)))


def filling_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    lines = [
        f"{report['pictures']} cuts in the cloth of others; silhouette IoU {report['silhouette_iou']:.3f}",
        f"{'':22}{'own swatch':>12}{'of five':>10}{'KID incep.':>14}{'KID garm.':>14}",
    ]
    for name, style in report["style"].items():
        kids = [f"{one['value']:.1f} ± {one['deviation']:.1f}" for one in report["kid"].get(name, {}).values()]
        lines.append(f"{name:22}{style['first']:>12.0%}{style['of_five']:>10.0%}" + "".join(f"{k:>14}" for k in kids))
    return "\n".join(lines)
