import pytest
import torch

from fashiongan.training.losses import finite, hinge_discriminator_loss, hinge_generator_loss, sameness_loss


def test_hinge_is_zero_once_both_margins_are_met() -> None:
    assert hinge_discriminator_loss(torch.tensor([1.0, 3.0]), torch.tensor([-1.0, -2.0])).item() == 0
    assert hinge_discriminator_loss(torch.tensor([0.0]), torch.tensor([0.0])).item() == 2
    assert hinge_generator_loss(torch.tensor([2.0, 4.0])).item() == -3


def test_sameness_is_one_for_equal_pairs_and_zero_for_pairs_as_different_as_real_ones() -> None:
    real = torch.tensor([[0.0, 0.0], [3.0, 4.0]])
    equal = torch.ones(4, 2)
    apart = torch.tensor([[0.0, 0.0], [3.0, 4.0], [0.0, 0.0], [3.0, 4.0]])
    assert sameness_loss(equal, real, 1.0).item() == pytest.approx(1)
    assert sameness_loss(apart, real, 1.0).item() == 0


def test_nan_is_not_finite() -> None:
    assert finite({"a": 1.0})
    assert not finite({"a": 1.0, "b": float("nan")})
