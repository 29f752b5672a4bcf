"""Are designed garments liked better than sampled ones, and no less real?

The ascent is not its own judge: preference is also counted by a second taste network that was trained from another
seed, and by tastes in Inception's features, which no ascent looks through.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from fashiongan.attributes import GarmentAttributes
from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.kid import Features, bootstrap_kid
from fashiongan.evaluation.taste.trials import won
from fashiongan.evaluation.taste.ways import nearest_mean
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.style_picture import StylePicture
from fashiongan.taste.design import Climb, design_idea
from fashiongan.taste.profile import TasteProfile
from fashiongan.taste.recommender import TasteModel

logger = logging.getLogger(__name__)
Rgba = NDArray[np.uint8]
Space = Callable[[Tensor], Features]
SHOWN_STARS = 40
INCEPTION = "inception"
_ROUNDS = 200


@dataclass(frozen=True, eq=False)
class Designs:
    """What was drawn for one person. rows : of what they own; designed, sampled : (H, W, 4) each"""

    rows: Tensor
    profile: TasteProfile
    designed: list[Rgba]
    sampled: list[Rgba]


def profile_of(model: TasteModel, garments: TrainingSet, rows: Tensor) -> TasteProfile:
    """The profile of somebody who stars photos of what they own."""
    shown = [garments.rgba[row].permute(1, 2, 0).numpy() for row in rows[:SHOWN_STARS].tolist()]
    profile = model.empty()
    for place, rgba in enumerate(shown):
        profile = profile.toggled(model.star(StylePicture(rgba, True, f"garment {place}", "")))
    return profile


def design_for(
    model: TasteModel, generator: GarmentGenerator, garments: TrainingSet, rows: Tensor, climb: Climb, seeds: range
) -> Designs:
    """For somebody who owns these garments: designs, and what the same seeds give when nobody's taste is asked."""
    profile = profile_of(model, garments, rows)
    taste, nothing = model.fit(profile), GarmentAttributes()
    ideas = [design_idea(generator, model, taste, nothing, seed, lambda share, what: None, climb) for seed in seeds]
    sampled = [generator.draw(generator.imagine(nothing, seed)).rgba for seed in seeds]
    return Designs(rows, profile, [generator.draw(idea).rgba for idea in ideas], sampled)


def design_for_all(
    model: TasteModel,
    generator: GarmentGenerator,
    garments: TrainingSet,
    ownership: Ownership,
    climb: Climb,
    pictures: int,
) -> list[Designs]:
    """So many designs, and as many samples, for everybody who owns five garments or more."""
    done = []
    for number, rows in enumerate(ownership.wardrobes().values()):
        seeds = range(number * pictures, (number + 1) * pictures)
        done.append(design_for(model, generator, garments, rows, climb, seeds))
        logger.info("designed for person %d", number + 1)
    return done


def preference_gain(
    designs: Sequence[Designs], models: dict[str, TasteModel], garments: TrainingSet, inception: Space
) -> dict[str, Any]:
    """By each judge: how often a design is liked better than a sample, with its error over people."""
    shares: dict[str, list[float]] = {name: [] for name in models}
    for name, model in models.items():
        for one in designs:
            taste = model.fit(profile_of(model, garments, one.rows))
            likes = [
                torch.from_numpy(taste.preference(np.stack([model.code(rgba) for rgba in rgbas])))
                for rgbas in (one.designed, one.sampled)
            ]
            shares[name].append(won(*likes))
    shares[INCEPTION] = [_in_space(one, garments, inception) for one in designs]
    return {name: _mean_and_error(each) for name, each in shares.items()}


def _in_space(one: Designs, garments: TrainingSet, space: Space) -> float:
    """By how near pictures are to what somebody owns, from where drawn garments are on the whole."""
    photos, drawn = (torch.from_numpy(space(rgba)) for rgba in (garments.rgba, _stacked(one.designed + one.sampled)))
    own, usual = photos[one.rows], drawn[len(one.designed) :].mean(0)
    everything = torch.cat([own - photos.mean(0), drawn - usual])
    scores = nearest_mean(everything)(torch.arange(len(own)), torch.arange(len(own), len(everything)))
    return won(scores[: len(one.designed)], scores[len(one.designed) :])


def realism(designs: Sequence[Designs], garments: TrainingSet, spaces: dict[str, Space]) -> dict[str, Any]:
    """KID x1000 of designed and of sampled pictures against real garments, with their errors.

    Raises
    ------
    DatasetError : too few pictures
    """
    designed = _stacked([rgba for one in designs for rgba in one.designed])
    sampled = _stacked([rgba for one in designs for rgba in one.sampled])
    if len(designed) < 8:
        raise DatasetError(f"{len(designed)} designs are too few for KID; give --pictures 8 or more.")
    report: dict[str, Any] = {}
    for name, space in spaces.items():
        real = space(garments.rgba)
        kids = {"designed": space(designed), "sampled": space(sampled)}
        report[name] = {which: asdict(bootstrap_kid(found, real)) for which, found in kids.items()}
    return report


def _stacked(pictures: list[Rgba]) -> Tensor:
    """(N, 4, S, S) uint8."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()


def _mean_and_error(shares: list[float]) -> dict[str, float]:
    error = float(np.std(shares, ddof=1) / len(shares) ** 0.5) if len(shares) > 1 else float("nan")
    return {"value": round(float(np.mean(shares)), 4), "error": round(error, 4)}
