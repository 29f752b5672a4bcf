from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import VOCABULARY
from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError
from fashiongan.evaluation.taste.gain import design_for_all, preference_gain, realism
from fashiongan.evaluation.taste.report import evaluate_ranking
from fashiongan.evaluation.taste.sheet import design_sheet, ranking_sheet, taste_table
from fashiongan.evaluation.taste.trials import Others
from fashiongan.evaluation.taste.ways import HISTOGRAM, look_at
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.taste.design import Climb
from fashiongan.taste.recommender import TasteModel
from tests.taste.weights import add_taste

CPU = torch.device("cpu")


def garments() -> TrainingSet:
    """Five red and five blue squares, in two halves of one category."""
    rgba = torch.zeros(10, 4, 64, 64, dtype=torch.uint8)
    rgba[:, 3, 8:56, 8:56] = 255
    rgba[:5, 0], rgba[5:, 2] = 200, 200
    noise = torch.randint(0, 30, (10, 3, 64, 64), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    rgba[:, :3] += noise
    labels = torch.zeros(10, len(VOCABULARY), dtype=torch.long)
    return TrainingSet([str(i) for i in range(10)], rgba, labels, torch.zeros(10, 6), torch.ones(10, dtype=torch.bool))


PEOPLE = Ownership(["red", "blue"], torch.tensor([0] * 5 + [1] * 5))


@pytest.fixture
def model(tiny_checkpoints: Path) -> TasteModel:
    add_taste(tiny_checkpoints)
    return TasteModel.load(tiny_checkpoints, CPU)


def test_who_only_wears_red_is_told_by_the_colour_histogram(model: TasteModel) -> None:
    report = evaluate_ranking(look_at(garments(), PEOPLE, model), PEOPLE, garments(), model)
    assert set(report) == {str(kind) for kind in Others}
    assert report[str(Others.ANY)][HISTOGRAM]["value"] == 1


def test_without_anybody_who_owns_enough_nothing_is_reported(model: TasteModel) -> None:
    alone = Ownership([str(i) for i in range(10)], torch.arange(10))
    with pytest.raises(DatasetError, match="owns five"):
        evaluate_ranking(look_at(garments(), alone, model), alone, garments(), model)


def test_the_best_of_many_is_liked_better_than_any_one_and_everything_is_shown(
    model: TasteModel, tiny_checkpoints: Path
) -> None:
    generator, shown = GarmentGenerator.load(tiny_checkpoints, CPU), garments()
    designs = design_for_all(model, generator, shown, PEOPLE, Climb(starts=6, steps=0), pictures=4)

    def space(rgba: torch.Tensor) -> np.ndarray:
        return rgba.double().mean((2, 3)).numpy()

    gain = preference_gain(designs, {"itself": model}, shown, space)
    assert gain["itself"]["value"] > 0.5
    kid = realism(designs, shown, {"means": space})
    ranking = evaluate_ranking(look_at(shown, PEOPLE, model), PEOPLE, shown, model)
    table = taste_table(
        {
            "split": "test",
            "ranking": ranking,
            "known_people": {"value": 0.7, "error": 0.01, "people": 2},
            "designs": {"0": {"preferred": gain, "kid": kid}},
        }
    )
    assert "0 steps" in table
    assert design_sheet(designs, shown).size[0] == ranking_sheet(designs, model, shown, PEOPLE).size[0]
