import pytest
import torch

from fashiongan.networks.person_unet import PersonUnet, PersonUnetShape


def test_maps_keep_their_size_and_change_their_channels() -> None:
    network = PersonUnet(PersonUnetShape(5, 3, told_width=4, width=2, downs=3))
    assert network(torch.zeros(2, 5, 32, 16), torch.zeros(2, 4)).shape == (2, 3, 32, 16)


def test_what_is_told_changes_what_is_made() -> None:
    torch.manual_seed(0)
    network = PersonUnet(PersonUnetShape(2, 1, told_width=4, width=4, downs=2))
    maps = torch.rand(1, 2, 16, 16)
    first, again, other = (network(maps, told) for told in (torch.zeros(1, 4), torch.zeros(1, 4), torch.ones(1, 4)))
    assert torch.equal(first, again)
    assert (first - other).abs().max() > 1e-3


def test_where_nothing_is_told_nothing_is_wanted() -> None:
    network = PersonUnet(PersonUnetShape(3, 2, width=2, downs=2))
    assert network(torch.zeros(1, 3, 8, 8), torch.zeros(1, 0)).shape == (1, 2, 8, 8)


@pytest.mark.parametrize("told", [0, 113])
def test_the_network_that_is_trained_has_at_most_six_million_weights(told: int) -> None:
    network = PersonUnet(PersonUnetShape(11, 12, told_width=told))
    assert sum(parameter.numel() for parameter in network.parameters()) < 6e6
