"""What a project holds, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.measurements import RANGES_MM, REQUIRED, BodyMeasurements, Figure
from fashiongan.errors import ProjectError
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.image import GarmentImage, garment_image_from, provenance_in
from fashiongan.library.entry import Entry

ENDING = ".fgan"
Arrays = Mapping[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person noted of a picture."""

    starred: bool = False
    board: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""

    @classmethod
    def of(cls, entry: Entry) -> "Noted":
        """What is noted in a library."""
        return cls(entry.starred, entry.board, entry.tags, entry.note)


UNNOTED = Noted()


@dataclass(frozen=True)
class KeptPicture:
    """A picture as its very file, which says exactly how it was made."""

    png: bytes
    noted: Noted = UNNOTED

    def image(self, name: str = "a picture of the project") -> GarmentImage:
        """The picture, opened.

        Raises
        ------
        ImageError : it cannot be read, or is none of ours
        """
        return garment_image_from(self.png, name)

    def provenance(self, name: str = "a picture of the project") -> dict[str, Any]:
        """What it says of itself; its pixels are not looked at.

        Raises
        ------
        ImageError : it is none of ours
        """
        return provenance_in(self.png, name)


@dataclass(frozen=True)
class KeptBody:
    """Who is dressed. Values in millimetres by name, as in a measurement file; `arrays` : of a scan, by name, exact.

    doubts : why a value is not to be trusted, by name
    """

    figure: Figure
    values_mm: Mapping[str, float]
    uncertainties_mm: Mapping[str, float] = field(default_factory=dict)
    doubts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    arrays: Arrays = field(default_factory=dict)

    @classmethod
    def of(cls, body: BodyMeasurements) -> "KeptBody":
        """Somebody with plain measurements."""
        return cls(body.figure, body.given())

    def measurements(self) -> BodyMeasurements:
        """What a body is fitted to: the four that every body needs, and of the others those that nobody doubts.

        Raises
        ------
        MeasurementError : the values cannot be right together
        ProjectError : one of the four is missing
        """
        usable = {name: value for name, value in self.values_mm.items() if name in REQUIRED or name not in self.doubts}
        if missing := [name for name in REQUIRED if name not in usable]:
            raise ProjectError(f"The project has no {', '.join(missing)}, which every body needs; measure again.")
        return BodyMeasurements(self.figure, **{name: value for name, value in usable.items() if name in RANGES_MM})


@dataclass(frozen=True)
class KeptFit:
    """How a garment was cut and put on.

    picture : its place in the project; size : "" is made to measure; fabric : that it was draped of, which follows from
    the picture and stands here for people; texture : what the cloth shows; files : SHA-256 of what is made of it again,
    by the end of its name; before_enlarging : of the picture that this one was enlarged from
    """

    picture: int
    ease: Ease
    size: str
    fabric: str
    texture: Texture = Texture.PICTURE
    files: Mapping[str, str] = field(default_factory=dict)
    before_enlarging: bool = False


@dataclass(frozen=True)
class Project:
    """pictures : in order; body : None if nobody is dressed; worn : from the inside out; glb : the dressed body, or
    empty; fitted : garments that were put on the body one by one, each alone; environment : in which it was written"""

    pictures: tuple[KeptPicture, ...] = ()
    body: KeptBody | None = None
    worn: tuple[KeptFit, ...] = ()
    glb: bytes = b""
    fitted: tuple[KeptFit, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        for one in (*self.worn, *self.fitted):
            if not 0 <= one.picture < len(self.pictures):
                raise ProjectError(f"Picture {one.picture} was fitted, but the project has {len(self.pictures)}.")
