"""From a library, and from what is fitted, to a project."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from fashiongan.errors import ImageError
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import GarmentImage
from fashiongan.project.project import UNNOTED, KeptBody, KeptFit, KeptPicture, Noted, Project
from fashiongan.run_manifest import sha256


@dataclass(frozen=True, slots=True)
class Chosen:
    """A picture of a library that is to go elsewhere: its file, and what is noted of it."""

    path: Path
    noted: Noted = UNNOTED

    def unworded(self) -> "Chosen":
        """The same without what was written about it, which may name somebody; its star stays."""
        return replace(self, noted=Noted(starred=self.noted.starred))

    def png(self) -> bytes:
        """Its very bytes.

        Raises
        ------
        ImageError : the file was lost
        """
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise ImageError(f"{self.path} cannot be read ({error.strerror}); leave this picture out.") from error


def gather(chosen: Sequence[Chosen], body: KeptBody | None, look: FittedGarment | None = None) -> Project:
    """A project of chosen pictures, who is dressed, and what they wear; its picture comes along if it was not chosen.

    Raises
    ------
    ImageError : a picture was lost or damaged
    """
    pictures = [KeptPicture(one.png(), one.noted) for one in chosen]
    if look is None or body is None:
        return Project(tuple(pictures), body)
    images = [one.image for one in look.worn]
    places = _places(pictures, images)
    pictures += [KeptPicture(image.png()) for image, place in zip(images, places, strict=True) if place is None]
    free = iter(range(len(chosen), len(pictures)))
    fits = [_kept(one, next(free) if place is None else place) for one, place in zip(look.worn, places, strict=True)]
    from fashiongan.garment.export import glb_of  # trimesh, which the window opens sooner without.

    return Project(tuple(pictures), body, tuple(fits), glb_of(look))


def _kept(worn: FittedGarment, picture: int) -> KeptFit:
    """How a garment was cut, and what its papers are known by once they are made again."""
    from fashiongan.garment.printing.files import PAPER_ENDINGS, paper  # reportlab, too.

    files = {str(kind): sha256(paper(worn, kind)) for kind in PAPER_ENDINGS}
    return KeptFit(picture, worn.ease, worn.size, str(worn.fabric.name), worn.painted, files)


def _places(pictures: Sequence[KeptPicture], wanted: Sequence[GarmentImage]) -> list[int | None]:
    """Which of the pictures each wanted one is; None for none of them."""
    found: list[int | None] = [None] * len(wanted)
    for place, picture in enumerate(pictures):
        image = picture.image()
        found = [place if _same(image, one) else before for one, before in zip(wanted, found, strict=True)]
    return found


def _same(one: GarmentImage, other: GarmentImage) -> bool:
    return np.array_equal(one.rgba, other.rgba) and one.provenance() == other.provenance()
