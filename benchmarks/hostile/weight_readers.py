"""Every reader of weights: a network is built, filled, and used once, as a wrong label or code is only found in use."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.hostile.seeds import ASKED, garment
from benchmarks.hostile.weight_seeds import BASE_SHA256, GENERATOR, base_generator
from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import Checkpoint, Weights, load_weights
from fashiongan.generator.creative import build_creative, build_twin, refuse_other_base
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader, build_reader
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.originality.check import Originality, build_originality
from fashiongan.people.framing import whole_frame
from fashiongan.taste.recommender import TasteModel, build_taste
from fashiongan.tools.composing import Composer, build_composer, foreground_of
from fashiongan.tools.masking import SilhouetteFiller, build_filler
from fashiongan.tools.redress_parts import build_redress
from fashiongan.tools.redressing import Redresser
from fashiongan.tools.region import Region
from fashiongan.tools.restyling import Restyler, build_translators, preparation_of
from fashiongan.tools.sketch_request import SketchRequest
from fashiongan.tools.sketching import SketchTranslator, build_sketch_generator
from fashiongan.tools.upscaling import build_upscaler

CPU = torch.device("cpu")
Pixels = NDArray[np.uint8]
GROUND = np.full((48, 48, 3), 200, np.uint8)


def _generator(weights: Weights) -> object:
    drawing = GarmentGenerator(weights.checkpoint, build_generator(weights), CPU)
    return drawing.draw(drawing.imagine(GarmentAttributes(), 3))


def _creative(weights: Weights) -> object:
    build_twin(weights, base_generator(), BASE_SHA256).network(0.5)
    return build_creative(weights)


def _restyle(weights: Weights) -> object:
    return [
        Restyler(style, one, CPU, weights.checkpoint, preparation_of(weights, style)).restyle(_rgba())
        for style, one in build_translators(weights).items()
    ]


def _upscaler(weights: Weights) -> object:
    return build_upscaler(weights, CPU)


def _masked(weights: Weights) -> object:
    refuse_other_base(weights, BASE_SHA256)
    filler, silhouette = SilhouetteFiller(weights.checkpoint, build_filler(weights), CPU), _silhouette()
    filler.words(silhouette, GarmentAttributes())
    return filler.fill(silhouette, _idea())


def _composer(weights: Weights) -> object:
    composer = Composer(weights.checkpoint, build_composer(weights), CPU, foreground_of(weights))
    return composer.compose_on(GROUND, Region(8, 8, 24, 24), composer.generator.imagine(GarmentAttributes(), 3))


def _sketch(weights: Weights) -> object:
    lines = np.zeros((256, 256), bool)
    lines[40:216, [60, 196]] = True
    return SketchTranslator(weights.checkpoint, build_sketch_generator(weights), CPU).draw(SketchRequest(lines))


def _redress(weights: Weights) -> object:
    redresser = Redresser(weights.checkpoint, build_redress(weights), CPU)
    seen, idea = redresser.parse(GROUND, whole_frame(48, 48)), _idea()
    regions, changed = redresser.new_regions(seen, idea)
    return redresser.painted(seen, idea, regions, changed)


def _originality(weights: Weights) -> object:
    check = Originality(weights.checkpoint, *build_originality(weights), CPU)
    return [check.index.words(one.row) for one in check.check(_rgba()).matches]


def _taste(weights: Weights) -> object:
    model = TasteModel(weights.checkpoint, build_taste(weights), CPU)
    star = model.star(garment())
    return model.rank([_rgba()], model.fit(replace(model.empty(), stars=(star,))))


def _reader(weights: Weights) -> object:
    return GarmentReader(build_reader(weights), CPU).read(_rgba())


def _rgba() -> Pixels:
    return garment(size_px=64).rgba


def _silhouette() -> Pixels:
    silhouette = np.zeros((256, 256), np.uint8)
    silhouette[60:200, 80:180] = 255
    return silhouette


def _idea() -> Idea:
    widths = GENERATOR.total_latent_width, GENERATOR.style_width, 6
    return Idea(ASKED, garment().attributes, DesignCode(*(np.zeros(one, np.float16) for one in widths)), "drawn")


USED: dict[str, Callable[[Weights], object]] = {
    "conditional": _generator,
    "upscaler": _upscaler,
    "restyle": _restyle,
    "creative": _creative,
    "masked": _masked,
    "mcgan": _composer,
    "pix2pix": _sketch,
    "fashiongan": _redress,
    "originality": _originality,
    "taste": _taste,
    "reader": _reader,
}


def read_weights(path: Path, system: str) -> object:
    """Weights of a system, read and used; the hash of a manifest has been checked before."""
    return USED[system](load_weights(Checkpoint(system, path, "", system), CPU))
