"""What is asked of the generator, as plain values: nothing heavy is loaded to ask."""

from dataclasses import dataclass
from typing import Any

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import RequestError
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.latent import MAX_SEED

MAX_COUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class Controls:
    """How pictures are drawn. truncation : 0 (all as the most typical) to 1 (as varied as garments are); creativity : 0
    (as garments are) to 1 (hard to place); style : a picture to take the cloth from."""

    truncation: float = 1.0
    creativity: float = 0.0
    style: StylePicture | None = None

    def __post_init__(self) -> None:
        for name in ("truncation", "creativity"):
            if not 0 <= getattr(self, name) <= 1:
                raise RequestError(f"{name} is {getattr(self, name):g}, but it is 0 to 1.")

    def to_dict(self) -> dict[str, float | str | None]:
        """Plain values; the style picture by its hash."""
        style = self.style.sha256 if self.style else None
        return {"truncation": self.truncation, "creativity": self.creativity, "style": style}


USUAL = Controls()


@dataclass(frozen=True, slots=True)
class GenerationRequest:
    """So many garments with these attributes; picture i has the seed `seed + i`."""

    attributes: GarmentAttributes
    count: int = 1
    seed: int = 0
    controls: Controls = USUAL

    def __post_init__(self) -> None:
        if not 1 <= self.count <= MAX_COUNT:
            raise RequestError(f"count is {self.count}, but 1 to {MAX_COUNT} pictures can be asked for.")
        if not 0 <= self.seed <= MAX_SEED - self.count + 1:
            raise RequestError(
                f"seed is {self.seed}, but for {self.count} pictures it is 0 to {MAX_SEED - self.count + 1}."
            )

    def to_dict(self) -> dict[str, Any]:
        """Plain values."""
        asked = {"attributes": self.attributes.to_dict(), "count": self.count, "seed": self.seed}
        return asked | {"controls": self.controls.to_dict()}
