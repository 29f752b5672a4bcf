"""The evaluation report of the creativity slider: how hard pictures are to place, how new they are, what that costs.

Pictures are read by a reader that no generator was trained against, or its mistakes would pass for creativity. The
slider is measured three ways: weights towards the creative twin's, style codes turned towards another garment's, both.
"""

import logging
import math
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.training_set import TrainingSet
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.errors import DatasetError
from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.generator.attributes import CAS_STEPS, shares, trained_on
from fashiongan.evaluation.generator.report import LEAST_PICTURES, Real, Space
from fashiongan.evaluation.generator.samples import draw, requests_like
from fashiongan.evaluation.kid import bootstrap_kid
from fashiongan.evaluation.manifold import copy_check
from fashiongan.generator.creative import CreativeTwin
from fashiongan.generator.parts import GeneratorParts
from fashiongan.ideas.latent import turned
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.garment_encoder import GarmentEncoder
from fashiongan.training.grid import picture_grid

logger = logging.getLogger(__name__)
STOPS = (0.0, 0.25, 0.5, 0.75, 1.0)
# What is only compared is measured at fewer stops.
COMPARED_STOPS = (0.5, 1.0)
WAYS = {"weights": STOPS, "style": COMPARED_STOPS, "both": COMPARED_STOPS}
JUDGED = {"shape": ("category",), "texture": ("pattern", "fabric")}
SHEET_ROWS = 6
JUDGE_SEED = 1


@dataclass(frozen=True)
class _Measure:
    """What every stop is measured with."""

    judge: GarmentEncoder
    spaces: dict[str, Space]
    real: Real

    def of(self, rgba: Tensor) -> dict[str, Any]:
        read = shares(self.judge, rgba)
        seen = {name: space(rgba) for name, space in self.spaces.items()}
        real, train = self.real.test_features, self.real.train_features
        return {
            "entropy": {what: entropies([read[name] for name in names]) for what, names in JUDGED.items()},
            "novelty": {name: copy_check(one, real[name], train[name]).distance_ratio for name, one in seen.items()},
            "kid": {name: asdict(bootstrap_kid(one, real[name])) for name, one in seen.items()},
        }


def entropies(read: list[Tensor]) -> dict[str, float]:
    """Entropy of (N, K) shares, 0 (certain) to 1 (all words alike), mean over attributes: of each picture in the mean,
    and of all pictures together, which is 1 where all words are drawn equally often."""
    each = [_entropy(one).mean() / math.log(one.shape[1]) for one in read]
    together = [_entropy(one.mean(0)) / math.log(one.shape[1]) for one in read]
    return {"a_picture": float(torch.stack(each).mean()), "together": float(torch.stack(together).mean())}


def _entropy(shares: Tensor) -> Tensor:
    return -torch.xlogy(shares, shares).sum(-1)


def evaluate_creativity(
    parts: GeneratorParts,
    twin: CreativeTwin,
    judge: GarmentEncoder | None,
    spaces: dict[str, Space],
    splits: tuple[TrainingSet, TrainingSet],
    pictures: int,
) -> tuple[dict[str, Any], Image.Image]:
    """The slider at five stops, beside real garments, and a sheet: a request a row, a stop a column.

    Novelty is the median distance to the nearest training garment, as a share of that of other people's real ones.

    Parameters
    ----------
    judge : a reader that the twin was not trained against; None to train one
    spaces : feature spaces by name
    splits : test and train

    Raises
    ------
    DatasetError : too few pictures
    """
    test, train = splits
    if min(len(test), len(train)) < LEAST_PICTURES:
        raise DatasetError(f"A split has fewer than {LEAST_PICTURES} pictures, too few to measure by; add some.")
    real = Real(test, train, *({name: space(one.rgba) for name, space in spaces.items()} for one in splits))
    measure = _Measure(judge or trained_on(train.rgba, train, JUDGE_SEED, CAS_STEPS), spaces, real)
    asked = _requests(test, parts.wardrobe, pictures)
    other = _other_styles(asked, parts.wardrobe)
    report: dict[str, Any] = {"pictures": pictures, "real": measure.of(test.rgba)}
    shown: list[Tensor] = []
    for way, stops in WAYS.items():
        report[way] = {}
        for stop in stops:
            network = parts.network if way == "style" else twin.network(stop)
            turning = asked if way == "weights" else _turned(asked, other, stop)
            made = draw(network, turning, torch.Generator().manual_seed(0))
            report[way][f"{stop:g}"] = scores = measure.of(made)
            logger.info("%s %g: %s", way, stop, scores)
            shown += [made[:SHEET_ROWS]] if way == "weights" else []
    return report, _sheet(shown)


def _requests(test: TrainingSet, wardrobe: Wardrobe, pictures: int) -> Conditions:
    """So many requests, evenly spread over the garments of the split."""
    random = torch.Generator().manual_seed(0)
    asked = requests_like(test, wardrobe, -(-pictures // len(test)), random)
    rows = torch.randperm(len(asked.labels), generator=random)[:pictures]
    return asked.each(lambda one: one[rows])


def _other_styles(asked: Conditions, wardrobe: Wardrobe) -> Tensor:
    """(N, W) for each request the style of a garment of another category, of any if all are of one."""
    unlike = (asked.labels[:, :1] != wardrobe.labels[None, :, 0]).float() + 1e-9
    rows = torch.multinomial(unlike, 1, generator=torch.Generator().manual_seed(1))
    return wardrobe.style[rows[:, 0]]


def _turned(asked: Conditions, other: Tensor, share: float) -> Conditions:
    pairs = zip(asked.style.half().numpy(), other.half().numpy(), strict=True)
    style = np.stack([turned(one, towards, share) for one, towards in pairs]).astype(np.float32)
    return asked._replace(style=torch.from_numpy(style))


def _sheet(shown: list[Tensor]) -> Image.Image:
    """(R, 4, S, S) pictures of each stop, on white."""
    cells = torch.stack(shown, dim=1).flatten(0, 1).float() / 127.5 - 1
    return with_column_names(picture_grid(cells, len(shown)), [f"creativity {stop:g}" for stop in STOPS])


def creativity_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    head = f"{report['pictures']} pictures".ljust(18) + "".join(
        f"{name:>12}" for name in ("shape ent.", "texture ent.", "new, incep.", "new, garm.", "KID incep.", "KID garm.")
    )
    lines = [head, _line("real garments", report["real"])]
    return "\n".join([*lines, *(_line(f"{way} {stop}", one) for way in WAYS for stop, one in report[way].items())])


def _line(name: str, scores: dict[str, Any]) -> str:
    entropy = [scores["entropy"][what]["a_picture"] for what in JUDGED]
    kids = [f"{one['value']:.1f} ± {one['deviation']:.1f}" for one in scores["kid"].values()]
    numbers = [f"{one:.3f}" for one in [*entropy, *scores["novelty"].values()]]
    return name.ljust(18) + "".join(f"{one:>12}" for one in numbers + kids)
