import pytest
import torch

from fashiongan.networks.image_features import OUTPUTS
from fashiongan.networks.likeness_network import BANDS, LikenessNetwork, LikenessShape
from fashiongan.training.features import frozen_features

_FINEST = next(iter(OUTPUTS.values()))


@pytest.fixture(scope="module")
def network() -> LikenessNetwork:
    torch.manual_seed(0)
    made = LikenessNetwork(LikenessShape(width=4)).eval()
    made.features.load_state_dict(frozen_features().state_dict())
    torch.nn.init.normal_(made.axes)
    return made


def test_places_have_unit_length(network: LikenessNetwork) -> None:
    places = network(torch.rand(3, 3, 64, 64) * 2 - 1)
    assert places.shape == (3, 4)
    assert torch.allclose(places.norm(dim=1), torch.ones(3), atol=1e-5)


def test_means_are_told_apart_from_top_to_bottom_but_not_from_left_to_right(network: LikenessNetwork) -> None:
    split = torch.ones(1, 3, 128, 128)
    split[:, :, :64] = -1
    means = [network.see(one)[0, : BANDS * _FINEST] for one in (split, split.flip(2), split.mT, split.mT.flip(3))]
    upside_down, mirrored = (float((one - other).norm()) for one, other in (means[:2], means[2:]))
    assert upside_down > 5 * mirrored
