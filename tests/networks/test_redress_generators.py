import torch

from fashiongan.networks.redress_generators import (
    LATENT,
    PersonParser,
    RedressShape,
    RegionGenerator,
    TextureGenerator,
    blurred,
    layer_shares,
)
from fashiongan.networks.region_discriminator import RegionDiscriminator

SHAPE = RedressShape((3, 2), style_width=5, width=2, downs=2)
TOLD = (torch.zeros(2, LATENT), torch.tensor([[0, 1], [3, 2]]), torch.eye(3)[:2])


def classes(count: int) -> torch.Tensor:
    """(2, count, 32, 16) the left half of class 0, the right half of the last."""
    maps = torch.zeros(2, count, 32, 16)
    maps[:, 0, :, :8] = maps[:, -1, :, 8:] = 1
    return maps


def test_the_parser_tells_regions_and_body_parts() -> None:
    assert PersonParser(SHAPE)(torch.zeros(1, 3, 32, 16)).shape == (1, 12, 32, 16)


def test_stage_1_takes_open_words_and_gives_regions() -> None:
    assert RegionGenerator(SHAPE)(*TOLD, classes(5), torch.zeros(2, 3, 32, 16)).shape == (2, 7, 32, 16)


def test_stage_2_gives_a_picture_between_minus_one_and_one() -> None:
    looks = (torch.rand(2, 6) * 50, torch.randn(2, 5), torch.zeros(2, 3))
    made = TextureGenerator(SHAPE)(*TOLD, *looks, classes(7), torch.zeros(2, 4, 32, 16))
    assert made.shape == (2, 3, 32, 16)
    assert made.abs().max() <= 1


def test_layers_share_each_pixel_wholly() -> None:
    regions = torch.rand(2, 7, 4, 4)
    regions /= regions.sum(1, keepdim=True)
    assert torch.allclose(layer_shares(regions, torch.eye(3)[:2]).sum(1), torch.ones(2, 4, 4))


def test_a_bottom_is_painted_by_the_first_layer_and_the_top_above_it_by_the_second() -> None:
    regions = torch.zeros(3, 7, 1, 2)
    regions[:, 3, 0, 0] = regions[:, 4, 0, 1] = 1
    top, bottom, dress = layer_shares(regions, torch.eye(3))
    assert top[:2, 0].tolist() == [[1, 0], [0, 1]]
    assert bottom[:2, 0].tolist() == [[0, 1], [1, 0]]
    assert dress[:2, 0].tolist() == top[:2, 0].tolist()


def test_blurred_borders_are_soft_and_plain_places_stay() -> None:
    soft = blurred(classes(2))
    assert (
        soft[0, 0, 5, :].tolist() == [1] * 6 + [torch.tensor(share).item() for share in (0.8, 0.6, 0.4, 0.2)] + [0] * 6
    )


def test_maps_are_judged_beside_their_words() -> None:
    torch.manual_seed(0)
    judge = RegionDiscriminator((3, 2))
    maps, body = torch.rand(1, 7, 64, 64), torch.rand(1, 5, 64, 64)
    first, second = (judge(maps, body, torch.tensor([words])) for words in ([0, 0], [2, 1]))
    assert first.shape[:2] == (1, 1)
    assert not torch.equal(first, second)
