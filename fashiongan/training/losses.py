"""Losses of every system, as pure functions of network outputs."""

import torch
from torch import Tensor
from torch.nn import functional


def hinge_discriminator_loss(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Hinge loss of a discriminator; logits of any shape. Source: Lim and Ye, Geometric GAN (2017)."""
    return functional.relu(1 - real_logits.float()).mean() + functional.relu(1 + fake_logits.float()).mean()


def hinge_generator_loss(fake_logits: Tensor) -> Tensor:
    """Hinge loss of a generator: raise the logits of what it makes."""
    return -fake_logits.float().mean()


def sameness_loss(fake_codes: Tensor, real_codes: Tensor, wanted_share: float) -> Tensor:
    """How far two garments made for one request are from being as different as two real garments.

    Parameters
    ----------
    fake_codes : (2N, C) features; rows i and i + N were made for the same request from two latent vectors
    real_codes : (M, C) features of real garments
    wanted_share : wanted distance, as a share of the mean distance between real garments

    Returns
    -------
    scalar, 0 once the wanted distance is reached

    Source: the idea is that of Mao et al., Mode Seeking GAN (2019); measuring in a feature space against real
    distances makes it stop by itself.
    """
    first, second = fake_codes.float().chunk(2)
    real = real_codes.detach().float()
    wanted = wanted_share * (real - real.roll(1, dims=0)).norm(dim=1).mean()
    return functional.relu(1 - (first - second).norm(dim=1) / wanted).mean()


def finite(losses: dict[str, float]) -> bool:
    """Whether no loss is NaN or infinite."""
    return bool(torch.isfinite(torch.tensor(list(losses.values()))).all())
