import pytest
import torch
from torch import nn

from fashiongan.claimed_size import no_larger_than


def test_a_network_that_is_as_large_as_its_tensors_is_built() -> None:
    network = nn.Linear(2000, 2000)
    with no_larger_than(network.state_dict()):
        nn.Linear(2000, 2000)


@pytest.mark.parametrize("make", [lambda: nn.Linear(10**9, 10**9), lambda: nn.Embedding(10**7, 16)])
def test_a_network_far_larger_than_its_tensors_is_not(make: object) -> None:
    with pytest.raises(ValueError, match="far larger than the file"), no_larger_than({"a": torch.zeros(9)}):
        make()  # type: ignore[operator]


def test_a_hundred_thousand_layers_of_one_number_are_not() -> None:
    with pytest.raises(ValueError, match="far larger than the file"), no_larger_than({"a": torch.zeros(9)}):
        nn.ModuleList(nn.Linear(1, 1) for _ in range(100_000))


def test_a_billion_small_layers_are_not_either() -> None:
    with pytest.raises(ValueError, match="far larger than the file"), no_larger_than({"a": torch.zeros(9)}):
        nn.ModuleList(nn.Conv2d(64, 64, 3) for _ in range(10**9))
