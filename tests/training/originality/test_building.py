from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import TrainingError
from fashiongan.networks.likeness_network import LikenessNetwork, LikenessShape
from fashiongan.training.originality.building import IndexSettings, list_garments, nearest_distances, settle


def test_no_picture_of_a_garment_with_a_logo_is_kept(tiny_garments: Path) -> None:
    torch.manual_seed(0)
    network = LikenessNetwork(LikenessShape(4))
    torch.nn.init.normal_(network.axes)
    train = load_training_set(tiny_garments, Split.TRAIN, 128)
    without = train.may_flip.clone()
    without[1] = False
    index = list_garments(settle(network), replace(train, may_flip=without), train)
    assert [jpeg is None for jpeg in index.jpegs] == [row == 1 for row in range(len(train))]


def test_the_nearest_of_an_index_is_as_far_as_pythagoras_says() -> None:
    index = torch.tensor([[0.0, 0.0], [10.0, 0.0]]).numpy()
    places = torch.tensor([[3.0, 4.0], [10.0, 2.0]]).numpy()
    assert nearest_distances(places, index).tolist() == [5, 2]


@pytest.mark.parametrize(("name", "value"), [("width", 1), ("views", 0), ("seed", -1)])
def test_settings_that_cannot_be_are_refused(name: str, value: int) -> None:
    with pytest.raises(TrainingError, match=f"{name} is {value}"):
        IndexSettings(**{name: value})
