"""Where a latent vector comes from: always from seeds, so that a picture's metadata can make it again."""

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from fashiongan.errors import RequestError

MAX_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class LatentSource:
    """The vector of `seed`; each turn (toward, distance 0-1) goes that far of the way to the vector of another seed."""

    seed: int
    turns: tuple[tuple[int, float], ...] = ()

    def __post_init__(self) -> None:
        for seed in (self.seed, *(toward for toward, _ in self.turns)):
            if not 0 <= seed <= MAX_SEED:
                raise RequestError(f"seed is {seed}, but a seed is 0 to {MAX_SEED}.")
        for _, distance in self.turns:
            if not 0 <= distance <= 1:
                raise RequestError(f"distance is {distance:g}, but it is 0 (the same) to 1 (another garment).")

    def turned(self, toward: int, distance: float) -> "LatentSource":
        """One more turn from here.

        Raises
        ------
        RequestError : a seed or distance out of range
        """
        return LatentSource(self.seed, (*self.turns, (toward, distance)))

    def vector(self, width: int) -> Tensor:
        """(1, width) a normal random vector; in between, a spherical mean, which is as long as its ends."""
        vector = _normal(self.seed, width)
        for toward, distance in self.turns:
            vector = _slerp(vector, _normal(toward, width), distance)
        return vector

    @property
    def seeds(self) -> set[int]:
        """Every seed that took part."""
        return {self.seed, *(toward for toward, _ in self.turns)}

    def to_dict(self) -> dict[str, Any]:
        """The source as plain values, ready for JSON."""
        return {"seed": self.seed, "turns": [list(turn) for turn in self.turns]}

    @classmethod
    def from_dict(cls, known: dict[str, Any]) -> "LatentSource":
        """Read back `to_dict`; KeyError, TypeError or ValueError where it is something else."""
        return cls(int(known["seed"]), tuple((int(toward), float(share)) for toward, share in known["turns"]))


def _normal(seed: int, width: int) -> Tensor:
    return torch.randn(1, width, generator=torch.Generator().manual_seed(seed))


def _slerp(start: Tensor, end: Tensor, share: float) -> Tensor:
    """Turn one vector towards another on the sphere. Source: Shoemake, Animating Rotation (1985)."""
    directions = [vector / vector.norm() for vector in (start, end)]
    angle = torch.arccos((directions[0] * directions[1]).sum().clamp(-1, 1))
    if angle < 1e-6:
        return start
    return (torch.sin((1 - share) * angle) * start + torch.sin(share * angle) * end) / torch.sin(angle)
