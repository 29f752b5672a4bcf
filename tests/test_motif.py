import pytest
import torch
from torch import Tensor

from fashiongan.motif import MOTIF_CHANNELS, draw_motifs, printed, with_motifs


def drawn(seed: int, count: int = 40, size: int = 64) -> Tensor:
    return draw_motifs(count, size, size + 8, torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("seed", range(5))
def test_motifs_stay_in_range_and_fill_their_place(seed: int) -> None:
    motifs = drawn(seed)
    assert motifs.shape == (40, MOTIF_CHANNELS, 64, 72)
    assert motifs.abs().max() <= 1
    assert (motifs[:, 0].amax((1, 2)) - motifs[:, 0].amin((1, 2))).min() > 0.3


def test_the_same_state_draws_the_same_and_another_another() -> None:
    assert torch.equal(drawn(3), drawn(3))
    assert not torch.equal(drawn(3), drawn(4))


def test_no_two_of_a_batch_are_alike() -> None:
    flat = drawn(0).flatten(1)
    apart = torch.cdist(flat, flat) + torch.eye(len(flat)) * 1e3
    assert apart.min() > 1


def test_some_lie_across_some_along_and_some_both_ways() -> None:
    motifs = drawn(1, count=60)[:, 0]
    down, right = ((motifs.diff(dim=dim)).abs().mean((1, 2)) for dim in (1, 2))
    share = down / (down + right)
    assert (share > 0.85).any()
    assert (share < 0.15).any()
    assert ((share > 0.4) & (share < 0.6)).any()


def test_pictures_stay_as_they_are_beside_their_motifs() -> None:
    rgb = torch.rand(2, 3, 16, 16)
    seen = with_motifs(rgb, torch.Generator().manual_seed(0))
    assert torch.equal(seen[:, :3], rgb)
    assert seen.shape == (2, 3 + MOTIF_CHANNELS, 16, 16)


def test_what_is_printed_stays_a_picture_and_shows_the_motif() -> None:
    grey, motifs = torch.zeros(40, 3, 64, 72), drawn(2)
    made = printed(grey, motifs)
    assert made.abs().max() <= 1
    shown = torch.stack(
        [
            torch.corrcoef(torch.stack([one[1].flatten(), m[0].flatten()]))[0, 1]
            for one, m in zip(made, motifs, strict=True)
        ]
    )
    assert shown.min() > 0.7
