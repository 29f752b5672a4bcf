"""The evaluation report of taste weights: are garments of new people told from others', and is it taste or light?"""

import logging
from dataclasses import asdict
from typing import Any

import numpy as np
import torch

from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.taste.trials import SAMPLED, Others, Score, Trial, auc, leave_one_out
from fashiongan.evaluation.taste.ways import SeenGarments, all_ways
from fashiongan.taste.recommender import TasteModel

logger = logging.getLogger(__name__)


def evaluate_ranking(
    held_out: SeenGarments, ownership: Ownership, train: TrainingSet, model: TasteModel
) -> dict[str, Any]:
    """AUC of every way against every kind of others.

    Raises
    ------
    DatasetError : nobody owns enough
    """
    if not ownership.wardrobes():
        raise DatasetError("Nobody in the held-out split owns five garments, so no taste can be tried; add pictures.")
    ways = all_ways(held_out, train, model)
    report: dict[str, Any] = {}
    for others in Others:
        trials = leave_one_out(ownership, others, held_out.lighting, held_out.garments.labels[:, 0])
        report[str(others)] = {name: _rounded(trials, score) for name, score in ways.items()}
        logger.info("%d trials, others %s", len(trials), others)
    return report


def evaluate_known_people(train: TrainingSet, ownership: Ownership, model: TasteModel) -> dict[str, Any]:
    """The paper's own form: the garment that was kept from the training of each of its people, by their learnt taste.

    Raises
    ------
    DatasetError : the weights were trained on other people
    """
    if len(model.parts.population) != len(ownership.names):
        raise DatasetError(
            f"The weights know {len(model.parts.population)} people, and the training split has "
            f"{len(ownership.names)}; give the data that they were trained on."
        )
    random, held = np.random.default_rng(0), ownership.held_rows()
    codes = torch.from_numpy(np.stack([model.code(one.permute(1, 2, 0).numpy()) for one in train.rgba[held]]))
    trials = []
    for place, row in enumerate(held.tolist()):
        person = int(ownership.owner[row])
        others = random.permutation([other for other in range(len(held)) if other != place])[:SAMPLED]
        trials.append(Trial(person, place, torch.tensor([person]), torch.from_numpy(others)))
    return _rounded(trials, lambda known, rows: codes[rows] @ model.parts.population[known[0]])


def _rounded(trials: list[Trial], score: Score) -> dict[str, float]:
    return {name: round(value, 4) for name, value in asdict(auc(trials, score)).items()}
