"""Designing for a taste, as a task: plain values, told by what is liked."""

from dataclasses import dataclass
from typing import Any

from fashiongan.generator.request import GenerationRequest
from fashiongan.taste.board import Liked, described


@dataclass(frozen=True, slots=True)
class ForTaste:
    """Garments for somebody's taste; design i has the seed `seed + i` of the request, and keeps to its words."""

    liked: Liked
    request: GenerationRequest

    @property
    def count(self) -> int:
        return self.request.count

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the taste by its hash."""
        return described(self.liked) | {"request": self.request.to_dict()}
