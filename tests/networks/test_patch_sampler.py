import pytest
import torch

from fashiongan.networks.patch_sampler import PatchSampler, garment_positions


def test_codes_are_of_length_one_and_belong_to_their_places() -> None:
    torch.manual_seed(0)
    sampler = PatchSampler((3, 5), width=64)
    maps = [torch.randn(2, 3, 6, 4), torch.randn(2, 5, 2, 2)]
    positions = [torch.tensor([0, 23, 7]), torch.tensor([3])]
    codes = sampler(maps, positions)
    assert [one.shape for one in codes] == [(2, 3, 64), (2, 1, 64)]
    assert torch.allclose(codes[0].norm(dim=-1), torch.ones(2, 3), atol=1e-5)
    alone = sampler.coders[0](maps[0][1, :, 5, 3])
    assert torch.allclose(codes[0][1, 1], alone / alone.norm(), atol=1e-5)


def test_positions_lie_on_the_garment_and_are_all_different() -> None:
    alpha = torch.zeros(1, 1, 32, 32)
    alpha[:, :, :16, :16] = 1
    (chosen,) = garment_positions(alpha, [(8, 8)], 12, torch.Generator().manual_seed(0))
    rows, columns = chosen // 8, chosen % 8
    assert len(set(chosen.tolist())) == 12
    assert int(rows.max()) < 4
    assert int(columns.max()) < 4


@pytest.mark.parametrize("garment", [0.0, 1.0])
def test_there_are_never_more_positions_than_places(garment: float) -> None:
    alpha = torch.full((2, 1, 8, 8), garment)
    (chosen,) = garment_positions(alpha, [(2, 2)], 256, torch.Generator().manual_seed(0))
    assert sorted(chosen.tolist()) == [0, 1, 2, 3]
