"""Losses that make a generator draw what a classifier cannot place, as pure functions of its logits.

Sources: Elgammal et al., CAN: Creative Adversarial Networks (2017), https://arxiv.org/abs/1706.07068; Sbai et al.,
DeSIGN: Design Inspiration from Generative Networks (2018), https://arxiv.org/abs/1804.00921, section 3.2. Every loss is
least where all classes are equally likely.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional

# Nearer to 1 than this, an order is taken for 1, where the formulas have limits instead of values.
_NEAR_ONE = 1e-4


def can_loss(logits: Tensor) -> Tensor:
    """Each of K classes by itself, as a yes or no of which 1/K is wanted: binary cross-entropy, summed over classes.

    logits : (B, K) of classes
    """
    wanted = torch.full_like(logits, 1 / logits.shape[1], dtype=torch.float32)
    each = functional.binary_cross_entropy_with_logits(logits.float(), wanted, reduction="none")
    return each.sum(1).mean()


def holistic_loss(logits: Tensor) -> Tensor:
    """Cross-entropy of the classes, which exclude each other, with equal shares: (B, K) logits; at least log K.

    The paper's MCE: -sum 1/K log softmax_k.
    """
    return -functional.log_softmax(logits.float(), dim=1).mean(1).mean()


def sharma_mittal_loss(logits: Tensor, alpha: float, beta: float) -> Tensor:
    """Sharma-Mittal divergence of the classes from equal shares p = 1/K: at least 0.

    SM(p | q) = [(sum p^(1 - alpha) q^alpha)^((1 - beta) / (1 - alpha)) - 1] / (beta - 1), q = softmax. Where beta is
    1 it is Renyi's divergence, where beta is alpha Tsallis', where both are 1 that of Kullback and Leibler.

    logits : (B, K) of classes; alpha : above 0
    """
    log_shares = functional.log_softmax(logits.float(), dim=1)
    renyi = _renyi(log_shares, alpha)
    each = renyi if abs(beta - 1) < _NEAR_ONE else torch.expm1((beta - 1) * renyi) / (beta - 1)
    return each.mean()


def _renyi(log_shares: Tensor, alpha: float) -> Tensor:
    """(B,) Renyi divergence of (B, K) log q from equal shares."""
    log_equal = -math.log(log_shares.shape[1])
    if abs(alpha - 1) < _NEAR_ONE:
        return (log_shares.exp() * (log_shares - log_equal)).sum(1)
    return torch.logsumexp((1 - alpha) * log_equal + alpha * log_shares, dim=1) / (alpha - 1)
