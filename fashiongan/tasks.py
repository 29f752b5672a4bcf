"""What the studio can be asked to draw: plain data, each with a count and plain values to tell it by."""

from dataclasses import dataclass, field
from typing import Any

from fashiongan.attributes import GarmentAttributes
from fashiongan.color import Color
from fashiongan.errors import RequestError
from fashiongan.generator.request import MAX_COUNT, GenerationRequest
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.latent import MAX_SEED
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.place import Place
from fashiongan.tools.realism import DEFAULT_REALISM
from fashiongan.tools.sketch_picture import SketchPicture

MAX_PUSH = 8.0


@dataclass(frozen=True, slots=True)
class Variations:
    """So many pictures like one: the same again at distance 0, another garment of the same description at 1."""

    liked: GarmentImage
    count: int = 1
    distance: float = 0.0
    seed: int = 0
    change: Change = Change.LOOK

    def __post_init__(self) -> None:
        _refuse_count(self.count)
        _refuse_seed(self.seed, self.count)
        if not 0 <= self.distance <= 1:
            raise RequestError(f"distance is {self.distance:g}, but it is 0 (the same) to 1 (another garment).")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        how = {"count": self.count, "distance": self.distance, "seed": self.seed, "change": str(self.change)}
        return {"vary": self.liked.provenance(), **how}


@dataclass(frozen=True, slots=True)
class Blend:
    """So many pictures between two, at equal steps."""

    first: GarmentImage
    second: GarmentImage
    count: int = 1

    def __post_init__(self) -> None:
        _refuse_count(self.count)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        return {"blend": [self.first.provenance(), self.second.provenance()], "count": self.count}


@dataclass(frozen=True, slots=True)
class Mix:
    """The shape of one picture in the cloth of another."""

    shape: GarmentImage
    cloth: GarmentImage
    count: int = field(default=1, init=False)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        return {"shape": self.shape.provenance(), "cloth": self.cloth.provenance()}


@dataclass(frozen=True, slots=True)
class Steering:
    """A picture pushed along a direction: `count` steps from -amount to amount, or one of amount."""

    liked: GarmentImage
    direction: str
    amount: float = 2.0
    count: int = 1

    def __post_init__(self) -> None:
        _refuse_count(self.count)
        if not -MAX_PUSH <= self.amount <= MAX_PUSH:
            raise RequestError(f"the amount is {self.amount:g}, but it is {-MAX_PUSH:g} to {MAX_PUSH:g}.")

    def push(self, index: int) -> float:
        """How far picture `index` is pushed."""
        return self.amount if self.count == 1 else self.amount * (2 * index / (self.count - 1) - 1)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        return {
            "steer": self.liked.provenance(),
            "direction": self.direction,
            "amount": self.amount,
            "count": self.count,
        }


@dataclass(frozen=True, slots=True)
class Moulding:
    """A picture under several sliders at once: some way towards another one, and pushed along directions."""

    liked: GarmentImage
    pushes: tuple[tuple[str, float], ...] = ()
    toward: GarmentImage | None = None
    share: float = 0.0
    count: int = field(default=1, init=False)

    def __post_init__(self) -> None:
        for name, amount in self.pushes:
            if not -MAX_PUSH <= amount <= MAX_PUSH:
                raise RequestError(f"{name} is {amount:g}, but it is {-MAX_PUSH:g} to {MAX_PUSH:g}.")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        toward = {"toward": self.toward.provenance(), "share": self.share} if self.toward else {}
        return {"mould": self.liked.provenance(), "pushes": dict(self.pushes)} | toward


@dataclass(frozen=True, slots=True)
class Recoloring:
    """The same garment in other colours."""

    liked: GarmentImage
    colors: tuple[Color, ...]
    count: int = field(default=1, init=False)

    def __post_init__(self) -> None:
        if not 1 <= len(self.colors) <= 2:
            raise RequestError(f"{len(self.colors)} colours were given, but a garment takes one or two.")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; pictures by what they say of themselves."""
        return {"recolor": self.liked.provenance(), "colors": [color.hex for color in self.colors]}


@dataclass(frozen=True, slots=True)
class FromPhoto:
    """The generator's own version of a real garment."""

    photo: StylePicture
    asked: GarmentAttributes
    count: int = field(default=1, init=False)

    def __post_init__(self) -> None:
        if not self.photo.cut_out:
            raise RequestError(
                f"No garment stands out in {self.photo.name}; photograph it on a plain ground, or cut it out first."
            )

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the photo by its hash."""
        return {"photo": self.photo.sha256, "attributes": self.asked.to_dict()}


@dataclass(frozen=True, slots=True)
class FromSketch:
    """Garments for a sketch; picture i has the seed `seed + i`, which chooses the colour if none is asked for."""

    sketch: SketchPicture
    asked: GarmentAttributes
    count: int = 1
    seed: int = 0

    def __post_init__(self) -> None:
        _refuse_count(self.count)
        _refuse_seed(self.seed, self.count)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the sketch by its hash."""
        asked = {"attributes": self.asked.to_dict(), "count": self.count, "seed": self.seed}
        return {"sketch": self.sketch.sha256, **asked}


@dataclass(frozen=True, slots=True)
class IntoPhoto:
    """Garments inside a photo, each in the same place; picture i has the seed `seed + i`.

    garment : one that was chosen, to be put there itself if the weights can draw it
    """

    place: Place
    asked: GarmentAttributes
    count: int = 1
    seed: int = 0
    garment: GarmentImage | None = None

    def __post_init__(self) -> None:
        _refuse_count(self.count)
        _refuse_seed(self.seed, self.count)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the photo by its hash."""
        where = {"compose": self.place.sha256, "region": str(self.place.region)}
        known = {"garment": self.garment.provenance()} if self.garment else {}
        return where | {"attributes": self.asked.to_dict(), "count": self.count, "seed": self.seed} | known


@dataclass(frozen=True, slots=True)
class Restyling:
    """The same garment in another style."""

    source: GarmentImage | OtherPicture
    style: str
    count: int = field(default=1, init=False)

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the picture by what it says of itself."""
        return {"restyle": self.source.provenance(), "style": self.style}


@dataclass(frozen=True, slots=True)
class Upscaling:
    """The same picture four times as wide and high; realism 0 keeps to what is there, 1 adds most detail."""

    source: GarmentImage | OtherPicture
    realism: float = DEFAULT_REALISM
    count: int = field(default=1, init=False)

    def __post_init__(self) -> None:
        if not 0 <= self.realism <= 1:
            raise RequestError(f"realism is {self.realism:g}, but it is 0 (nothing made up) to 1 (most detail).")

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the picture by what it says of itself."""
        return {"upscale": self.source.provenance(), "realism": self.realism}


Drawing = GenerationRequest | Variations | Blend | Mix | Steering | Moulding | Recoloring | FromPhoto | ForTaste
# Made of other pictures, in the workshop.
Reworking = FromSketch | IntoPhoto | FillSilhouette | Redressing | Restyling | Upscaling
Task = Drawing | Reworking


def _refuse_count(count: int) -> None:
    if not 1 <= count <= MAX_COUNT:
        raise RequestError(f"count is {count}, but 1 to {MAX_COUNT} pictures can be asked for.")


def _refuse_seed(seed: int, count: int) -> None:
    if not 0 <= seed <= MAX_SEED - count + 1:
        raise RequestError(f"seed is {seed}, but it is 0 to {MAX_SEED - count + 1}.")
