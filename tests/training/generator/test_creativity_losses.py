import math

import numpy as np
import pytest
import torch
from torch.nn import functional

from fashiongan.training.generator.creativity_losses import can_loss, holistic_loss, sharma_mittal_loss

SHARES = np.array([0.7, 0.2, 0.1])
LOGITS = torch.tensor(np.log(SHARES))[None]


def test_can_is_least_where_every_class_is_as_likely_as_chance() -> None:
    """The logit whose sigmoid is 1/4 is -log 3; there the loss is 4 entropies of a coin that falls 1 in 4."""
    least = torch.full((1, 4), -math.log(3), requires_grad=True)
    loss = can_loss(least)
    coin = -(0.25 * math.log(0.25) + 0.75 * math.log(0.75))
    assert loss.item() == pytest.approx(4 * coin)
    (slope,) = torch.autograd.grad(loss, least)
    assert slope.abs().max() < 1e-6


def test_holistic_is_the_mean_of_minus_log_shares() -> None:
    assert holistic_loss(LOGITS).item() == pytest.approx(-np.log(SHARES).mean(), rel=1e-5)
    assert holistic_loss(torch.full((2, 5), 3.0)).item() == pytest.approx(math.log(5))


def test_sharma_mittal_is_its_formula() -> None:
    alpha, beta = 0.6, 1.7
    inside = ((1 / 3) ** (1 - alpha) * SHARES**alpha).sum()
    expected = (inside ** ((1 - beta) / (1 - alpha)) - 1) / (beta - 1)
    assert sharma_mittal_loss(LOGITS, alpha, beta).item() == pytest.approx(expected, rel=1e-4)


def test_sharma_mittal_ends_in_the_divergences_of_renyi_tsallis_and_kullback() -> None:
    alpha = 0.4
    inside = ((1 / 3) ** (1 - alpha) * SHARES**alpha).sum()
    renyi, tsallis = np.log(inside) / (alpha - 1), (inside - 1) / (alpha - 1)
    kullback = (SHARES * np.log(3 * SHARES)).sum()
    assert sharma_mittal_loss(LOGITS, alpha, 1.0).item() == pytest.approx(renyi, rel=1e-4)
    assert sharma_mittal_loss(LOGITS, alpha, 0.999).item() == pytest.approx(renyi, rel=1e-2)
    assert sharma_mittal_loss(LOGITS, alpha, alpha).item() == pytest.approx(tsallis, rel=1e-4)
    assert sharma_mittal_loss(LOGITS, 1.0, 1.0).item() == pytest.approx(kullback, rel=1e-4)
    assert sharma_mittal_loss(LOGITS, 0.999, 1.001).item() == pytest.approx(kullback, rel=1e-2)


@pytest.mark.parametrize(("alpha", "beta"), [(0.5, 0.5), (1.0, 1.0), (2.0, 0.5), (0.5, 3.0)])
def test_sharma_mittal_is_zero_for_equal_shares_alone(alpha: float, beta: float) -> None:
    assert sharma_mittal_loss(torch.full((2, 7), -1.5), alpha, beta).item() == pytest.approx(0, abs=1e-6)
    assert sharma_mittal_loss(functional.one_hot(torch.tensor([3, 0])) * 4.0, alpha, beta).item() > 0.1


def test_certain_classes_give_finite_losses_and_slopes() -> None:
    for loss in (can_loss, holistic_loss, lambda one: sharma_mittal_loss(one, 0.5, 0.5)):
        certain = torch.tensor([[80.0, -80.0, 0.0]], requires_grad=True)
        made = loss(certain)
        made.backward()
        assert torch.isfinite(made)
        assert torch.isfinite(certain.grad).all()
