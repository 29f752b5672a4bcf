"""The evaluation report of a sketch translator: on held-out garments beside baselines, and on drawings by hand."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.attributes import Category, GarmentAttributes, Pattern
from fashiongan.color import Color
from fashiongan.dataset.augment import composite
from fashiongan.dataset.color_hints import one_color
from fashiongan.dataset.drawn_garments import drawn_garment
from fashiongan.dataset.garment_strokes import DRAWN
from fashiongan.dataset.sketches import SketchSet, draw_upright, main_colors, open_words, unpacked
from fashiongan.dataset.strokes import ink_of, line_profile
from fashiongan.dataset.thinning import Lines, thinned
from fashiongan.evaluation.translators.edge_score import edge_score, edges_of
from fashiongan.generator.reader import GarmentReader
from fashiongan.recolor import match_colors
from fashiongan.tools.sketch_picture import sketch_lines
from fashiongan.tools.sketch_request import SketchRequest
from fashiongan.tools.sketching import SketchTranslator

logger = logging.getLogger(__name__)
Rgba = NDArray[np.uint8]
Distance = Callable[[Tensor, Tensor], Tensor]
COLOR_WAY = "sketch and colour"
NEAREST_PX = 32
HAND_SEEDS = (0, 1, 2)


@dataclass(frozen=True, eq=False)
class HeldOut:
    """One held-out garment as it was sketched. ink : (1, 1, S, S); lines : (S, S); main : (1, 3) in [-1, 1]"""

    rgba: Rgba
    ink: Tensor
    lines: Lines
    main: Tensor
    words: Tensor


@dataclass(frozen=True, eq=False)
class HandDrawn:
    """A drawing by script with what was made of it: (640, 640, 4) page, (256, 256, 4) garments, one a seed."""

    category: Category
    page: Rgba
    lines: Lines
    made: list[Rgba]


def sketch_held_out(sketches: SketchSet, count: int) -> list[HeldOut]:
    """So many garments, evenly from all, each sketched by one hand: the same every time."""
    garments = sketches.garments
    rows = torch.linspace(0, len(sketches) - 1, min(count, len(sketches))).long()
    found = []
    for row in torch.split(rows, 1):
        ink = draw_upright(sketches, row, torch.Generator().manual_seed(int(row)))
        rgba = garments.rgba[row[0]].permute(1, 2, 0).numpy()
        lines = thinned((ink[0, 0] > 0.5).numpy())
        found.append(HeldOut(rgba, ink, lines, main_colors(garments, row), garments.labels[row]))
    return found


def evaluate_sketches(
    translator: SketchTranslator,
    train: SketchSet,
    test: list[HeldOut],
    lpips: Distance,
    drawn: list[HandDrawn],
    reader: GarmentReader,
) -> dict[str, Any]:
    """Every number of the report, ready for JSON."""
    ways: dict[str, Callable[[HeldOut], Rgba]] = {
        COLOR_WAY: lambda one: _translated(translator, one, with_words=False),
        "sketch, colour and words": lambda one: _translated(translator, one, with_words=True),
        "colour filled in": _filled,
        "nearest garment, recoloured": NearestGarment(train).of,
    }
    report: dict[str, Any] = {"pictures": len(test), "ways": {}}
    for name, make in ways.items():
        report["ways"][name] = scores = _scores(test, [make(one) for one in test], lpips)
        logger.info("%d pictures, %s: %s", len(test), name, scores)
    report["real"] = _scores(test, [one.rgba for one in test], lpips)
    report["drawn"] = _drawn_scores(drawn, reader)
    return report


def draw_by_hand(translator: SketchTranslator) -> list[HandDrawn]:
    """The twelve drawings, with what is made of each for three seeds; only the category is said."""
    done = []
    for category in DRAWN:
        page = drawn_garment(category, seed=0)
        lines = sketch_lines(page)
        requests = [SketchRequest(lines, GarmentAttributes(category), seed) for seed in HAND_SEEDS]
        done.append(HandDrawn(category, page, lines, [translator.draw(one) for one in requests]))
    return done


def _translated(translator: SketchTranslator, one: HeldOut, with_words: bool) -> Rgba:
    words = one.words if with_words else open_words(1)
    return translator.translate(one.ink, one_color(one.main, one.ink.shape[-1]), words)


def _filled(one: HeldOut) -> Rgba:
    """The true outline, filled with the main colour: what a designer gets from a paint bucket."""
    rgb = np.rint((one.main[0].numpy() + 1) * 127.5).astype(np.uint8)
    return np.dstack([np.broadcast_to(rgb, (*one.rgba.shape[:2], 3)), one.rgba[..., 3]])


class NearestGarment:
    """Finds the training garment whose lines lie most like those of a sketch, and gives it the wanted colour."""

    def __init__(self, train: SketchSet) -> None:
        self._train = train
        self._codes = torch.cat([_code(ink_of(line_profile(self._lines(row)))) for row in range(len(train))])

    def _lines(self, row: int) -> Tensor:
        """(1, 1, S, S) the outline and the coarse inner lines."""
        return unpacked(self._train.packed[row][[0, 4]]).amax(0)[None, None]

    def of(self, one: HeldOut) -> Rgba:
        alike = self._codes @ _code(one.ink)[0]
        rgba = self._train.garments.rgba[int(alike.argmax())].permute(1, 2, 0).numpy()
        red, green, blue = (int(channel) for channel in ((one.main[0] + 1) * 127.5).round())
        return match_colors(np.ascontiguousarray(rgba), Pattern.SOLID, *[Color(red, green, blue)] * 2)


def _code(ink: Tensor) -> Tensor:
    """(B, 1, S, S) ink to (B, 1024) unit vectors that forgive small shifts."""
    coarse = functional.adaptive_avg_pool2d(ink, NEAREST_PX)
    soft = functional.avg_pool2d(coarse, 3, stride=1, padding=1).flatten(1)
    return functional.normalize(soft - soft.mean(1, keepdim=True), dim=1)


def _scores(test: list[HeldOut], made: list[Rgba], lpips: Distance) -> dict[str, float]:
    pairs = list(zip(test, made, strict=True))
    edges = [edge_score(edges_of(rgba), one.lines) for one, rgba in pairs]
    return {
        "lpips": _mean(float(lpips(_on_white(one.rgba), _on_white(rgba))) for one, rgba in pairs),
        "edge_f1": _mean(score.f1 for score in edges),
        # The share of drawn lines that the garment shows; F1 also counts folds that nobody drew.
        "edge_recall": _mean(score.recall for score in edges),
        "silhouette_iou": _mean(_iou(one.rgba, rgba) for one, rgba in pairs),
    }


def _drawn_scores(drawn: list[HandDrawn], reader: GarmentReader) -> dict[str, Any]:
    made = [(one, rgba) for one in drawn for rgba in one.made]
    return {
        "edge_f1": _mean(edge_score(edges_of(rgba), one.lines).f1 for one, rgba in made),
        "recognised": _mean(float(reader.read(rgba).category is one.category) for one, rgba in made),
    }


def _on_white(rgba: Rgba) -> Tensor:
    scaled = torch.from_numpy(np.ascontiguousarray(rgba)).permute(2, 0, 1)[None].float() / 127.5 - 1
    return composite(scaled, torch.ones(1, 3, 1, 1))


def _iou(first: Rgba, second: Rgba) -> float:
    a, b = first[..., 3] > 127, second[..., 3] > 127
    return float((a & b).sum() / max((a | b).sum(), 1))


def _mean(values: Iterable[float]) -> float:
    return round(float(np.mean(list(values))), 4)
