"""The evaluation report of an upscaler: held-out garments and photos, shrunk to a quarter and enlarged again."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from fashiongan.errors import CheckpointError, DatasetError
from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.translators.image_quality import psnr_db, ssim
from fashiongan.tools.upscaling import PictureUpscaler

logger = logging.getLogger(__name__)
FACTOR = 4
SLIDERS = (0.0, 0.5, 1.0)
CROP_PX, CELL_PX = 112, 224
SHEET_ROWS = 4
PRINT_PICTURES = 4
Rgba = NDArray[np.uint8]
Enlarge = Callable[[Rgba], Rgba]
Distance = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True, eq=False)
class HeldOut:
    """(N, S, S, 4) pictures of one kind, straight alpha, S a multiple of 4."""

    name: str
    pictures: Rgba

    def some(self, count: int) -> "HeldOut":
        """At most so many of them, evenly spread."""
        rows = np.linspace(0, len(self.pictures) - 1, min(count, len(self.pictures))).round().astype(int)
        return HeldOut(self.name, self.pictures[rows])


def evaluate_upscaler(
    upscaler: PictureUpscaler, kinds: list[HeldOut], lpips: Distance
) -> tuple[dict[str, Any], Image.Image]:
    """PSNR, SSIM and LPIPS of every way to enlarge on every kind of picture, and crops of all of them side by side.

    Pictures with alpha are judged as they look on white. `print` tells how near pictures that were enlarged from
    their full size come to themselves when they are shrunk again.

    Raises
    ------
    DatasetError : a kind has no picture
    CheckpointError : the upscaler enlarges by another factor than 4
    """
    if upscaler.shape.factor != FACTOR:
        raise CheckpointError(
            f"The upscaler enlarges {upscaler.shape.factor} times, and only those of {FACTOR} times are measured."
        )
    if not all(len(kind.pictures) for kind in kinds):
        raise DatasetError("There is nothing to measure on; give garments and photos of the test split.")
    ways = ways_to_enlarge(upscaler)
    made: dict[str, dict[str, Rgba]] = {kind.name: {} for kind in kinds}
    report: dict[str, Any] = {"kinds": {}, "print": {}, "pictures": {kind.name: len(kind.pictures) for kind in kinds}}
    for kind in kinds:
        real = on_white(kind.pictures)
        report["kinds"][kind.name] = {}
        for name, way in ways.items():
            made[kind.name][name] = enlarged = _all(way, kind.pictures)
            report["kinds"][kind.name][name] = scores = _scores(enlarged, real, lpips)
            logger.info("%d %s, %s: %s", len(real), kind.name, name, scores)
        report["print"][kind.name] = _consistency(ways, kind.some(PRINT_PICTURES))
    return report, _sheet(kinds, made)


def ways_to_enlarge(upscaler: PictureUpscaler) -> dict[str, Enlarge]:
    """Plain ones and ours, by name."""
    ways: dict[str, Enlarge] = {
        "bicubic": lambda rgba: _resized(rgba, FACTOR, Image.Resampling.BICUBIC),
        "lanczos": lambda rgba: _resized(rgba, FACTOR, Image.Resampling.LANCZOS),
    }
    for realism in SLIDERS if upscaler.has_realism else SLIDERS[:1]:
        ways[f"realism {realism:g}"] = lambda rgba, r=realism: upscaler.upscale(rgba, r)  # type: ignore[misc]
    return ways


def _resized(rgba: Rgba, factor: float, how: Image.Resampling) -> Rgba:
    """Resized with premultiplied alpha, so that no colour comes in from under transparent pixels."""
    height, width = (round(length * factor) for length in rgba.shape[:2])
    premultiplied = Image.fromarray(rgba).convert("RGBa").resize((width, height), how)
    return np.asarray(premultiplied.convert("RGBA"))


def _all(way: Enlarge, pictures: Rgba) -> Rgba:
    return np.stack([way(_resized(one, 1 / FACTOR, Image.Resampling.BICUBIC)) for one in pictures])


def on_white(rgba: Rgba) -> Tensor:
    """(N, H, W, 4) to (N, 3, H, W) in [0, 1]."""
    values = torch.from_numpy(np.array(rgba)).permute(0, 3, 1, 2).float() / 255
    return values[:, :3] * values[:, 3:] + 1 - values[:, 3:]


def _scores(made: Rgba, real: Tensor, lpips: Distance) -> dict[str, float]:
    seen = on_white(made)
    alike = {"psnr_db": psnr_db(seen, real), "ssim": ssim(seen, real), "lpips": lpips(seen * 2 - 1, real * 2 - 1)}
    return {name: round(float(values.mean()), 4) for name, values in alike.items()}


def _consistency(ways: dict[str, Enlarge], kind: HeldOut) -> dict[str, float]:
    real = on_white(kind.pictures)
    psnr = {}
    for name, way in ways.items():
        back = [_resized(way(one), 1 / FACTOR, Image.Resampling.BICUBIC) for one in kind.pictures]
        psnr[name] = round(float(psnr_db(on_white(np.stack(back)), real).mean()), 2)
    return psnr


def _sheet(kinds: list[HeldOut], made: dict[str, dict[str, Rgba]]) -> Image.Image:
    """Rows of crops: each way to enlarge, then the truth."""
    rows = []
    for kind in kinds:
        shown = [*made[kind.name].values(), kind.pictures]
        for index in np.linspace(0, len(kind.pictures) - 1, min(SHEET_ROWS, len(kind.pictures))).astype(int):
            rows += [np.concatenate([_cell(pictures[index]) for pictures in shown], axis=1)]
    names = [*made[kinds[0].name], "the picture itself"]
    return with_column_names(Image.fromarray(np.concatenate(rows)), names)


def _cell(rgba: Rgba) -> NDArray[np.uint8]:
    """The middle of a picture on white, enlarged so that its pixels can be seen."""
    start = (rgba.shape[0] - CROP_PX) // 2
    crop = rgba[None, start : start + CROP_PX, start : start + CROP_PX]
    pixels = (on_white(crop)[0] * 255).round().byte().permute(1, 2, 0).numpy()
    return np.asarray(Image.fromarray(pixels).resize((CELL_PX, CELL_PX), Image.Resampling.NEAREST))


def upscale_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    lines = []
    for kind, ways in report["kinds"].items():
        lines.append(f"{kind:14}{report['pictures'][kind]:>6}  PSNR dB    SSIM   LPIPS   back again dB")
        for name, scores in ways.items():
            again = report["print"][kind][name]
            values = f"{scores['psnr_db']:7.2f} {scores['ssim']:7.4f} {scores['lpips']:7.4f} {again:15.2f}"
            lines.append(f"{name:22}{values}")
    return "\n".join(lines)
