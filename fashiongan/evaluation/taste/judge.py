"""A score for tastes in training: how often what people own is told wrongly from what others own."""

import logging
from collections.abc import Callable
from pathlib import Path

import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.ownership import owners_of
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import DatasetError
from fashiongan.evaluation.taste.trials import Others, auc, leave_one_out
from fashiongan.evaluation.taste.ways import nearest_mean
from fashiongan.networks.taste_network import TASTE_PX
from fashiongan.taste.recommender import seen_on_white
from fashiongan.training.taste.dvbpr import TasteLearner

logger = logging.getLogger(__name__)


def taste_judge(learner: Callable[[], TasteLearner], data: Path) -> Callable[[], float] | None:
    """1 - AUC of what `learner` gives at the time, by the mean of what is owned; None where nobody owns enough."""
    try:
        garments = load_training_set(data, Split.VAL, TASTE_PX)
        ownership = owners_of(data, garments)
        if not ownership.wardrobes():
            raise DatasetError("nobody in the validation split owns five garments")
    except DatasetError as error:
        logger.warning("The best weights are not kept apart, because they cannot be judged: %s", error)
        return None
    with torch.inference_mode():
        network = learner().network
        pictures = seen_on_white(garments.rgba.float() / 127.5 - 1)
        seen = torch.cat([network.see(part.to(network.centre.device)) for part in torch.split(pictures, 64)]).clone()
    trials = leave_one_out(ownership, Others.ANY, torch.zeros(len(garments), 1), garments.labels[:, 0])

    def judge() -> float:
        # In float: what is seen never changes, only the head does.
        with torch.inference_mode():
            codes = learner().network.code(seen).cpu()
        return 1 - auc(trials, nearest_mean(codes)).value

    return judge
