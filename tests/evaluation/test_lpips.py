import pytest
import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.evaluation.lpips import Lpips


@pytest.fixture(scope="module")
def lpips() -> Lpips:
    return Lpips()


@pytest.fixture(scope="module")
def stripes() -> Tensor:
    """(2, 3, 48, 48): stripes down, stripes across."""
    wave = torch.sin(torch.arange(48) * 0.9).expand(3, 48, 48)
    return torch.stack([wave, wave.transpose(1, 2)])


def test_a_picture_is_like_itself(lpips: Lpips, stripes: Tensor) -> None:
    assert lpips(stripes, stripes).tolist() == [0, 0]


def test_it_does_not_matter_which_picture_comes_first(lpips: Lpips, stripes: Tensor) -> None:
    assert torch.allclose(lpips(stripes, stripes.flip(0)), lpips(stripes.flip(0), stripes), atol=1e-6)


def test_blurred_stripes_are_less_alike_than_brighter_ones_of_the_same_squared_error(
    lpips: Lpips, stripes: Tensor
) -> None:
    blurred = functional.avg_pool2d(stripes, 5, 1, 2)
    brighter = stripes + (blurred - stripes).square().mean().sqrt()
    assert (lpips(stripes, blurred) > 2 * lpips(stripes, brighter)).all()
