from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.ownership import Ownership, owners_of
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import TrainingError
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.networks.taste_network import SEEN, TasteNetwork, TasteShape
from fashiongan.taste.recommender import TasteModel, build_taste
from fashiongan.training.losses import preferred_loss
from fashiongan.training.taste.dvbpr import DvbprRecipe, DvbprSettings
from fashiongan.training.taste.finishing import finish_taste
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
TINY = DvbprSettings(width=4, batch=4, seed=5)


@pytest.fixture(scope="module")
def owned(tiny_garments: Path) -> tuple[TrainingSet, Ownership]:
    garments = load_training_set(tiny_garments, Split.TRAIN, 128)
    return garments, owners_of(tiny_garments, garments)


def recipe(owned: tuple[TrainingSet, Ownership]) -> DvbprRecipe:
    return DvbprRecipe(*owned, TINY, CPU)


def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(owned: tuple[TrainingSet, Ownership]) -> None:
    through = recipe(owned)
    through.step()
    state = through_a_file(through.state())
    expected = through.step()
    resumed = recipe(owned)
    resumed.restore(state)
    assert resumed.step() == expected
    assert same(through.state(), resumed.state())


def test_weights_are_exported_finished_and_loaded(
    owned: tuple[TrainingSet, Ownership], tiny_checkpoints: Path, tmp_path: Path
) -> None:
    trained = recipe(owned)
    trained.step()
    trained.export(tmp_path / "weights.safetensors", {"steps": 1})
    raw = load_weights(Checkpoint("taste", tmp_path / "weights.safetensors", "", "taste"), CPU)
    finish_taste(raw, GarmentGenerator.load(tiny_checkpoints, CPU), tmp_path / "finished.safetensors", pictures=3)
    loaded = load_weights(Checkpoint("taste", tmp_path / "finished.safetensors", "", "taste"), CPU)
    model = TasteModel(loaded.checkpoint, build_taste(loaded), CPU)
    assert model.parts.drawn.shape == (3, 4)
    assert len(model.parts.population) == len(owned[1].names)
    assert loaded.header["training"] == {"steps": 1}


def test_a_run_is_not_gone_on_with_other_settings(owned: tuple[TrainingSet, Ownership]) -> None:
    with pytest.raises(TrainingError, match="choose another --run"):
        DvbprRecipe(*owned, replace(TINY, seed=6), CPU).restore(recipe(owned).state())


def test_one_person_alone_teaches_no_taste(owned: tuple[TrainingSet, Ownership]) -> None:
    alone = Ownership(["a"], torch.zeros(len(owned[0]), dtype=torch.long))
    with pytest.raises(TrainingError, match="two people or more"):
        DvbprRecipe(owned[0], alone, TINY, CPU)


@pytest.mark.parametrize("change", [{"width": 1}, {"batch": 0}, {"seed": -1}])
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but it is"):
        replace(TINY, **change)  # type: ignore[arg-type]


def test_preference_is_counted_over_pairs_of_two_people() -> None:
    liked = torch.tensor([[3.0, 3, 1], [3, 3, 1], [0, 5, 2]])
    loss, right = preferred_loss(liked, torch.tensor([0, 0, 1]))
    wanted = torch.nn.functional.softplus(-torch.tensor([2.0, 2, 2, -3])).mean()
    assert torch.allclose(loss, wanted)
    assert right.item() == 0.75


def test_the_first_axes_are_those_on_which_garments_differ_and_views_do_not() -> None:
    random = torch.Generator().manual_seed(0)
    views = torch.randn(3, 200, SEEN, generator=random)
    views[:, :, 0] = torch.randn(200, generator=random)
    network = TasteNetwork(TasteShape(1))
    network.fit_axes(views)
    assert int(network.head.weight[0].abs().argmax()) == 0
