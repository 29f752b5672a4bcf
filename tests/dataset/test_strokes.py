import pytest
import torch

from fashiongan.dataset.strokes import draw_hand, ink_of, line_profile, sketched


def straight_line(size: int = 64) -> torch.Tensor:
    lines = torch.zeros(1, 1, size, size)
    lines[:, :, :, size // 2] = 1
    return lines


@pytest.mark.parametrize(("cut", "width_px"), [(0.2, 3.6), (0.4, 2.7), (0.75, 1.5)])
def test_the_cut_of_a_profile_is_the_width_of_a_line(cut: float, width_px: float) -> None:
    # A Gaussian of 1 px falls to the cut at sqrt(2 ln(1 / cut)) on either side.
    ink = ink_of(line_profile(straight_line()), cut)
    assert ink[0, 0, 32].sum().item() == pytest.approx(width_px, abs=0.55)


def test_paper_without_lines_stays_white_under_any_hand() -> None:
    blank = torch.zeros(16, 1, 64, 64)
    assert sketched(blank, blank, draw_hand(16, torch.Generator().manual_seed(0))).max() == 0


def test_a_hand_keeps_most_of_an_outline_within_some_pixels() -> None:
    lines = straight_line(128).repeat(32, 1, 1, 1)
    hand = draw_hand(32, torch.Generator().manual_seed(1)).upright()
    ink = sketched(lines, torch.zeros_like(lines), hand) > 0.5
    far = ink.clone()
    far[:, :, :, 64 - 16 : 64 + 17] = False
    assert far.sum() == 0
    drawn_rows = ink.any(3).float().mean()
    assert 0.75 < drawn_rows < 1


def test_the_same_seed_is_the_same_hand() -> None:
    lines = straight_line().repeat(2, 1, 1, 1)
    first, second = (sketched(lines, lines, draw_hand(2, torch.Generator().manual_seed(5))) for _ in range(2))
    assert torch.equal(first, second)
