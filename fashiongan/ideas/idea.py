"""What a picture is drawn from: attributes, and the numbers that the generator is given beside them."""

import base64
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.errors import VocabularyError

Numbers = NDArray[np.float16]
BOLDNESS = "boldness"


@dataclass(frozen=True, eq=False)
class DesignCode:
    """The continuous part of an idea, in half precision so that a file holds exactly what was drawn.

    latent : (Z,) shape first, cloth last; style : (W,) code of the style encoder; lab : (6,) CIELAB of the two colours
    that the network draws in
    """

    latent: Numbers
    style: Numbers
    lab: Numbers

    def to_dict(self) -> dict[str, str]:
        """The numbers as base64 text, ready for JSON."""
        parts = {"latent": self.latent, "style": self.style, "lab": self.lab}
        return {name: base64.b64encode(part.astype("<f2").tobytes()).decode("ascii") for name, part in parts.items()}

    def to_text(self) -> str:
        """The same in one word."""
        return ".".join(self.to_dict().values())

    @classmethod
    def from_text(cls, text: str) -> "DesignCode":
        """Read back `to_text`; KeyError or ValueError where it is something else."""
        return cls.from_dict(dict(zip(("latent", "style", "lab"), text.split("."), strict=False)))

    @classmethod
    def from_dict(cls, known: dict[str, str]) -> "DesignCode":
        """Read back `to_dict`; KeyError, TypeError or ValueError where it is something else."""
        parts = [np.frombuffer(base64.b64decode(known[name]), "<f2") for name in ("latent", "style", "lab")]
        if len(parts[2]) != 6 or not all(np.isfinite(part).all() for part in parts):
            raise ValueError("its numbers are not those of an idea")
        return cls(*(part.astype(np.float16) for part in parts))


@dataclass(frozen=True, slots=True)
class Boldness:
    """How far the weights that draw are on their way to creative ones, above 0 to 1, and which: their SHA-256."""

    share: float
    sha256: str

    def __post_init__(self) -> None:
        if not 0 < self.share <= 1:
            raise ValueError(f"its creativity is {self.share:g}, which is not above 0 and at most 1")


@dataclass(frozen=True, eq=False)
class Idea:
    """asked : what the designer gave; attributes : the whole garment, open ones filled in; origin : how the idea came
    about, for people to read; boldness : of the weights, or None where they are as they were released."""

    asked: GarmentAttributes
    attributes: GarmentAttributes
    code: DesignCode
    origin: str
    boldness: Boldness | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain values, ready for JSON; the same idea gives the same picture."""
        bold = {BOLDNESS: asdict(self.boldness)} if self.boldness else {}
        return bold | {
            "asked": self.asked.to_dict(),
            "attributes": self.attributes.to_dict(),
            "code": self.code.to_dict(),
            "origin": self.origin,
        }

    @classmethod
    def from_dict(cls, known: dict[str, Any]) -> "Idea":
        """Read back `to_dict`; KeyError, TypeError or ValueError where it is something else."""
        asked, attributes = attributes_from(known["asked"]), whole_attributes_from(known["attributes"])
        bold = known.get(BOLDNESS)
        boldness = Boldness(float(bold["share"]), str(bold["sha256"])) if bold else None
        return cls(asked, attributes, DesignCode.from_dict(known["code"]), str(known["origin"]), boldness)


def whole_attributes_from(words: dict[str, Any]) -> GarmentAttributes:
    """Attributes from plain values, none of them open; ValueError where they are something else."""
    attributes = attributes_from(words)
    if len(attributes.colors) != 2 or any(getattr(attributes, name) is None for name in VOCABULARY):
        raise ValueError("its attributes are not whole")
    return attributes


def attributes_from(words: dict[str, Any]) -> GarmentAttributes:
    """Attributes from plain values; ValueError where they are something else."""
    try:
        given = {name: word for name, word in words.items() if name != "colors"}
        return GarmentAttributes.parse(given, tuple(words.get("colors", ())))
    except (VocabularyError, AttributeError) as error:
        raise ValueError(f"its attributes are not ours: {error}") from error
