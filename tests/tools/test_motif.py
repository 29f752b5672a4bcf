import pytest
import torch
from torch import Tensor

from fashiongan.tools.motif import MOTIF_CHANNELS, draw_motifs, printed


def drawn(seed: int, count: int = 40, size: int = 64) -> Tensor:
    return draw_motifs(count, size, size + 8, torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("seed", range(5))
def test_motifs_stay_in_range_and_fill_their_place(seed: int) -> None:
    motifs = drawn(seed)
    assert motifs.shape == (40, MOTIF_CHANNELS, 64, 72)
    assert motifs.abs().max() <= 1
    assert (motifs[:, 3].amax((1, 2)) - motifs[:, 3].amin((1, 2))).min() > 0.3


def test_the_same_state_draws_the_same_and_another_another() -> None:
    assert torch.equal(drawn(3), drawn(3))
    assert not torch.equal(drawn(3), drawn(4))


def test_no_two_of_a_batch_are_alike() -> None:
    flat = drawn(0).flatten(1)
    apart = torch.cdist(flat, flat) + torch.eye(len(flat)) * 1e3
    assert apart.min() > 1


def test_some_lie_across_some_along_and_some_both_ways() -> None:
    motifs = drawn(1, count=60)[:, 3]
    down, right = ((motifs.diff(dim=dim)).abs().mean((1, 2)) for dim in (1, 2))
    share = down / (down + right)
    assert (share > 0.85).any()
    assert (share < 0.15).any()
    assert ((share > 0.4) & (share < 0.6)).any()


def test_where_there_is_no_ink_cloth_stays_and_where_there_is_all_it_takes_the_colour_with_light_and_shade() -> None:
    cloth = torch.full((1, 3, 40, 40), 0.2)
    cloth[:, :, :, 20:24] = -0.2  # A fold.
    motif = torch.full((1, MOTIF_CHANNELS, 40, 40), -0.4)
    motif[:, 3, :20], motif[:, 3, 20:] = -1, 1
    made = printed(cloth, motif)
    assert torch.allclose(made[:, :, :20], cloth[:, :, :20])
    assert (made[:, :, 20:, :8] + 0.4).abs().max() < 0.01
    assert (made[:, :, 20:, 20:24] < made[:, :, 20:, 5:6] - 0.1).all()


@pytest.mark.parametrize("seed", range(3))
def test_what_is_printed_stays_a_picture(seed: int) -> None:
    made = printed(torch.rand(40, 3, 64, 72) * 2 - 1, drawn(seed))
    assert made.shape == (40, 3, 64, 72)
    assert made.abs().max() <= 1
