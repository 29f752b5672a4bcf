"""Where a latent vector comes from: always from seeds, so that a picture's metadata can make it again."""

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor

from fashiongan.errors import RequestError

MAX_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class LatentSource:
    """The vector of `seed`, turned `distance` (0-1) of the way towards the vector of `toward`."""

    seed: int
    toward: int | None = None
    distance: float = 0.0

    def __post_init__(self) -> None:
        for seed in (self.seed, self.toward or 0):
            if not 0 <= seed <= MAX_SEED:
                raise RequestError(f"seed is {seed}, but a seed is 0 to {MAX_SEED}.")
        if not 0 <= self.distance <= 1:
            raise RequestError(f"distance is {self.distance:g}, but it is 0 (the same) to 1 (another garment).")

    def vector(self, width: int) -> Tensor:
        """(1, width) a normal random vector; in between, a spherical mean, which is as long as its ends."""
        own = _normal(self.seed, width)
        return own if self.toward is None else _slerp(own, _normal(self.toward, width), self.distance)

    def to_dict(self) -> dict[str, Any]:
        """The source as plain values, ready for JSON."""
        return asdict(self)


def _normal(seed: int, width: int) -> Tensor:
    return torch.randn(1, width, generator=torch.Generator().manual_seed(seed))


def _slerp(start: Tensor, end: Tensor, share: float) -> Tensor:
    """Turn one vector towards another on the sphere. Source: Shoemake, Animating Rotation (1985)."""
    directions = [vector / vector.norm() for vector in (start, end)]
    angle = torch.arccos((directions[0] * directions[1]).sum().clamp(-1, 1))
    if angle < 1e-6:
        return start
    return (torch.sin((1 - share) * angle) * start + torch.sin(share * angle) * end) / torch.sin(angle)
