import pytest
import torch
from torch import Tensor

from fashiongan.tools.preparation import Preparation, prepared


def cloth(*, striped: bool) -> tuple[Tensor, Tensor]:
    """A square of dark cloth on white, with or without pale stripes of 4 px, and its alpha."""
    rgb, alpha = torch.ones(1, 3, 64, 64), torch.zeros(1, 1, 64, 64)
    rgb[:, :, 8:56, 8:56], alpha[:, :, 8:56, 8:56] = -0.4, 1
    if striped:
        for top in range(12, 52, 12):
            rgb[:, :, top : top + 4, 8:56] = 0.6
    return rgb, alpha


def spread(rgb: Tensor) -> float:
    return float(rgb[:, :, 12:52, 12:52].std())


def test_stripes_almost_go_and_the_main_colour_stays() -> None:
    rgb, alpha = cloth(striped=True)
    made = prepared(rgb, alpha, Preparation.PLAIN, torch.Generator())
    assert spread(made) < spread(rgb) / 3
    assert abs(float(made[:, :, 12:52, 12:52].median()) + 0.4) < 0.15


def test_what_is_plain_stays_about_as_it_is() -> None:
    rgb, alpha = cloth(striped=False)
    made = prepared(rgb, alpha, Preparation.PLAIN, torch.Generator())
    assert torch.allclose(made, rgb, atol=0.02)


def test_a_print_makes_plain_cloth_uneven() -> None:
    rgb, alpha = cloth(striped=False)
    made = prepared(rgb, alpha, Preparation.PRINT, torch.Generator().manual_seed(1))
    assert spread(made) > 0.05


@pytest.mark.parametrize("how", Preparation)
def test_the_ground_stays_and_the_same_state_gives_the_same(how: Preparation) -> None:
    rgb, alpha = cloth(striped=True)
    one, again = (prepared(rgb, alpha, how, torch.Generator().manual_seed(3)) for _ in range(2))
    assert torch.equal(one, again)
    assert torch.equal((one * (1 - alpha)), rgb * (1 - alpha))


def test_a_picture_without_cloth_is_left_alone() -> None:
    rgb = torch.rand(1, 3, 32, 32)
    assert torch.equal(prepared(rgb, torch.zeros(1, 1, 32, 32), Preparation.PLAIN, torch.Generator()), rgb)
