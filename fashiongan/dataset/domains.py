"""Style domains: two sets of garments without pairs, told apart by their labels and measured colours."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from fashiongan.attributes import BOTTOMS, VOCABULARY, Category, Fabric, Pattern
from fashiongan.dataset.augment import composite
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError

LEAST_PICTURES = 5
# CIELAB lightness of the main colour; what lies between is in neither domain.
DARK_BELOW, LIGHT_ABOVE = 35.0, 65.0
# Prints and blocks of colour are no patterned cloth.
_NOT_CLOTH = (Pattern.SOLID, Pattern.GRAPHIC, Pattern.BLOCK)
_DRESSES = (Category.DRESS,)


@dataclass(frozen=True, slots=True)
class Domain:
    """Pictures of one domain.

    name : the word for it; shown : (N, 4, S, S) uint8, RGB on white and alpha; kinds : (N,) int64, pictures of the same
    kind may be exchanged; may_flip : (N,) bool
    """

    name: str
    shown: Tensor
    kinds: Tensor
    may_flip: Tensor

    def __post_init__(self) -> None:
        if len(self.shown) < LEAST_PICTURES:
            raise DatasetError(
                f"{self.name} has {len(self.shown)} pictures, too few to learn from; give at least {LEAST_PICTURES}, "
                "better some hundred."
            )

    def __len__(self) -> int:
        return len(self.shown)


@dataclass(frozen=True, slots=True)
class DomainPair:
    """Two domains that are translated into each other."""

    first: Domain
    second: Domain

    @property
    def name(self) -> str:
        return f"{self.first.name}-{self.second.name}"


_Rule = Callable[[TrainingSet], Tensor]


def _is(garments: TrainingSet, attribute: str, *words: str) -> Tensor:
    order = [str(word) for word in VOCABULARY[attribute]]
    wanted = torch.tensor([order.index(word) for word in words])
    return torch.isin(garments.labels[:, list(VOCABULARY).index(attribute)], wanted)


def _bottoms(garments: TrainingSet) -> Tensor:
    return _is(garments, "category", *BOTTOMS)


def _tops(garments: TrainingSet) -> Tensor:
    return ~_is(garments, "category", *BOTTOMS, *_DRESSES)


_RULES: dict[str, _Rule] = {
    "solid": lambda one: _tops(one) & _is(one, "pattern", Pattern.SOLID),
    "patterned": lambda one: _tops(one) & ~_is(one, "pattern", *_NOT_CLOTH),
    "denim": lambda one: _bottoms(one) & _is(one, "fabric", Fabric.DENIM),
    "chino": lambda one: _bottoms(one) & ~_is(one, "fabric", Fabric.DENIM),
    "light": lambda one: one.lab[:, 0] > LIGHT_ABOVE,
    "dark": lambda one: one.lab[:, 0] < DARK_BELOW,
}
PAIRS = {"solid-patterned": ("solid", "patterned"), "denim-chino": ("denim", "chino"), "light-dark": ("light", "dark")}


def rows_of(garments: TrainingSet, name: str) -> Tensor:
    """(N,) int64, the garments of a domain; none with lettering, which a network would garble.

    Raises
    ------
    DatasetError : no such domain
    """
    if name not in _RULES:
        raise DatasetError(f'"{name}" is not a domain. Known: {", ".join(_RULES)}.')
    return torch.nonzero(_RULES[name](garments) & garments.may_flip)[:, 0]


def domain_of(garments: TrainingSet, name: str) -> Domain:
    """The garments of a domain, as translators see them.

    Raises
    ------
    DatasetError : no such domain, or too few such garments
    """
    rows = rows_of(garments, name)
    kinds = garments.labels[rows, list(VOCABULARY).index("category")]
    return Domain(name, on_white(garments.rgba[rows]), kinds, garments.may_flip[rows])


def pair_of(garments: TrainingSet, name: str) -> DomainPair:
    """One of the PAIRS.

    Raises
    ------
    DatasetError : no such pair, or too few such garments
    """
    if name not in PAIRS:
        raise DatasetError(f'"{name}" is not a pair of domains. Known: {", ".join(PAIRS)}; or give two folders.')
    first, second = (domain_of(garments, one) for one in PAIRS[name])
    return DomainPair(first, second)


def on_white(rgba: Tensor) -> Tensor:
    """(N, 4, S, S) uint8 with straight alpha to RGB on white and alpha, as translators see garments."""
    made = torch.empty_like(rgba)
    for rows in torch.split(torch.arange(len(rgba)), 64):
        part = rgba[rows].float() / 127.5 - 1
        shown = composite(part, torch.ones(len(rows), 3, 1, 1))
        made[rows] = torch.cat([(shown + 1) * 127.5, rgba[rows, 3:].float()], dim=1).round().byte()
    return made
