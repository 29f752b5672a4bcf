"""Losses of every system, as pure functions of network outputs."""

import torch
from torch import Tensor
from torch.nn import functional

from fashiongan.networks.shared_statistics import shared_mean


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
    fake_codes : (2N, C) features; rows 2i and 2i + 1 were made for the same request from two latent vectors
    real_codes : (M, C) features of real garments
    wanted_share : wanted distance, as a share of the mean distance between real garments

    Returns
    -------
    scalar, 0 once the wanted distance is reached

    Source: the idea is that of Mao et al., Mode Seeking GAN (2019); measuring in a feature space against real
    distances makes it stop by itself.
    """
    wanted = wanted_share * shared_mean(pair_distances(real_codes.detach()).mean())
    return functional.relu(1 - pair_distances(fake_codes) / wanted).mean()


def pair_distances(codes: Tensor) -> Tensor:
    """(N,) distances between rows 2i and 2i + 1 of (2N, C)."""
    distances: Tensor = torch.linalg.vector_norm(codes[0::2].float() - codes[1::2].float(), dim=1)
    return distances


def style_loss(made: Tensor, asked: Tensor) -> Tensor:
    """How far the cloth of what was made is from the style that was asked: 0 to 2, of (B, W) codes."""
    return (1 - functional.cosine_similarity(made.float(), asked.float(), dim=1)).mean()


def finite(losses: dict[str, float]) -> bool:
    """Whether no loss is NaN or infinite."""
    return bool(torch.isfinite(torch.tensor(list(losses.values()))).all())


def pooled(features: list[Tensor]) -> Tensor:
    """(B, C) of the two coarsest maps, where a difference means another garment rather than another pixel."""
    return torch.cat([one.float().mean((2, 3)) for one in features[2:]], dim=1)


def spread(codes: Tensor) -> Tensor:
    """Mean distance of (B, C) codes to their mean."""
    distance: Tensor = torch.linalg.vector_norm(codes - codes.mean(0), dim=1).mean()
    return distance


def relativistic_loss(truer: Tensor, falser: Tensor) -> Tensor:
    """How far one side's logits are from standing above the mean of the other's, and the other's from below it.

    The discriminator's loss with real logits first, the generator's with fake logits first; of any shape.

    Source: Jolicoeur-Martineau, The relativistic discriminator (2018), https://arxiv.org/abs/1807.00734; halved as in
    the code of Wang et al., ESRGAN (2018).
    """
    above, below = truer.float() - falser.float().mean(), falser.float() - truer.float().mean()
    return (functional.softplus(-above).mean() + functional.softplus(below).mean()) / 2


def least_squares_discriminator_loss(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Half the squared distances to 1 for real and 0 for fake logits. Source: Mao et al., LSGAN (2017)."""
    real, fake = ((one.float() - aim) ** 2 for one, aim in ((real_logits, 1.0), (fake_logits, 0.0)))
    return 0.5 * (real.mean() + fake.mean())


def least_squares_generator_loss(fake_logits: Tensor) -> Tensor:
    """Squared distance of logits to that of real pictures, 1."""
    return ((fake_logits.float() - 1) ** 2).mean()


def patch_contrast_loss(made_codes: Tensor, source_codes: Tensor, temperature: float = 0.07) -> Tensor:
    """How hard it is to find, for each patch of what was made, the source's patch of the same place among all others.

    Parameters
    ----------
    made_codes, source_codes : (B, P, C) of length 1; row p of both is the same place

    Source: Park et al., CUT (2020), equation 3; only patches of the same picture are told apart, and only the made one
    learns from it.
    """
    alike = made_codes.float() @ source_codes.float().detach().transpose(1, 2) / temperature  # (B, P, P)
    places = torch.arange(alike.shape[1], device=alike.device).expand(alike.shape[:2])
    return functional.cross_entropy(alike.transpose(1, 2), places)


def cross_entropy_discriminator_loss(real_logits: Tensor, fake_logits: Tensor) -> Tensor:
    """Cross-entropy of a discriminator, real and fake together. Source: Goodfellow et al., GAN (2014)."""
    return functional.softplus(-real_logits.float()).mean() + functional.softplus(fake_logits.float()).mean()


def cross_entropy_generator_loss(fake_logits: Tensor) -> Tensor:
    """Cross-entropy of a generator that wants its pictures taken for real ones, the form that does not saturate."""
    return functional.softplus(-fake_logits.float()).mean()


def feature_distance(made: list[Tensor], wanted: list[Tensor]) -> Tensor:
    """Mean L1 distance of lists of feature maps, each measured in its own mean size, so that none outweighs the others.

    Source: Johnson et al., Perceptual Losses (2016), with the L1 and the many scales of Wang et al., pix2pixHD (2018).
    """
    distances = [
        (a.float() - b.float()).abs().mean() / b.float().abs().mean().clamp(min=1e-6)
        for a, b in zip(made, wanted, strict=True)
    ]
    return torch.stack(distances).mean()


def preferred_loss(liked: Tensor, owner: Tensor) -> tuple[Tensor, Tensor]:
    """Bayesian personalised ranking in a batch, and the share of pairs in the right order.

    Parameters
    ----------
    liked : (B, B) how much the owner of garment i likes garment j
    owner : (B,) int64; everybody shall like an own garment better than each of other people

    Source: Rendle et al., BPR (2009), with all other people's garments of the batch for the one drawn.
    """
    gain = liked.diagonal()[:, None] - liked
    others = (owner[:, None] != owner[None]).float()
    pairs = others.sum().clamp(min=1)
    right = (gain.detach() > 0).float()
    return (functional.softplus(-gain) * others).sum() / pairs, (right * others).sum() / pairs


def silhouette_loss(made_alpha: Tensor, coverage: Tensor) -> Tensor:
    """Mean distance of alpha in [-1, 1] to coverage, 0 to 1: 0 if a garment ends as its silhouette does, at most 1."""
    return ((made_alpha.float() + 1) / 2 - coverage).abs().mean()
