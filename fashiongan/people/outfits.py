"""What people wear: real garments of a set, cut, sewn and draped on a body, and dyed in the cloth of others."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import BOTTOMS, Category
from fashiongan.body.fitting import FittedBody
from fashiongan.dataset.labels import GarmentLabel, Split, read_labels, table_beside
from fashiongan.dataset.pictures import read_pictures
from fashiongan.errors import DatasetError
from fashiongan.garment.atlas import pack
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.texture import TEXTURE_PX, Texture, paint
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.image import GarmentImage

GARMENT_PX = 256
DRESS_SHARE = 0.2
_TOPS = tuple(one for one in Category if one not in BOTTOMS and one is not Category.DRESS)
_NO_CODE = DesignCode(*(np.zeros(width, np.float16) for width in (8, 8, 6)))


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """Garments of one split, without lettering, by category."""

    source: Path
    labels: dict[Category, list[GarmentLabel]]

    @classmethod
    def load(cls, source: Path, split: Split) -> "Wardrobe":
        """Read the labels of a garment set; its pictures are read one by one, the first at once to see if they can be.

        Raises
        ------
        DatasetError : labels or pictures cannot be read, or nothing can be worn
        """
        own = [one for one in read_labels(table_beside(source)) if one.split is split and not one.has_logo]
        labels = {category: [one for one in own if one.attributes.category is category] for category in Category}
        worn = {category: found for category, found in labels.items() if found}
        if not set(_TOPS) & set(worn) or not BOTTOMS & set(worn):
            raise DatasetError(f"{source} has no tops or no bottoms in split {split}, so nobody can be dressed.")
        wardrobe = cls(source, worn)
        wardrobe.picture(next(iter(worn.values()))[0])
        return wardrobe

    def draw(self, kinds: Iterable[Category], random: np.random.Generator) -> GarmentLabel:
        """One garment; every category that is there is drawn equally often."""
        there = [kind for kind in Category if kind in set(kinds) and kind in self.labels]
        found = self.labels[there[random.integers(len(there))]]
        return found[random.integers(len(found))]

    def outfit(self, random: np.random.Generator) -> tuple[GarmentLabel, ...]:
        """A dress, or a bottom with a top over it."""
        if Category.DRESS in self.labels and random.random() < DRESS_SHARE:
            return (self.draw((Category.DRESS,), random),)
        return self.draw(BOTTOMS, random), self.draw(_TOPS, random)

    def picture(self, label: GarmentLabel) -> GarmentImage:
        """The garment of a label.

        Raises
        ------
        DatasetError : its picture is missing or damaged
        """
        (rgba,) = read_pictures(self.source, [label.image], GARMENT_PX)
        if isinstance(rgba, DatasetError):
            raise rgba
        return GarmentImage(rgba, Idea(label.attributes, label.attributes, _NO_CODE, "photo"), "photo", "")


def dressed(body: FittedBody, dimensions: Dimensions, images: Iterable[GarmentImage]) -> tuple[FittedGarment, ...]:
    """Put garments on one after the other.

    Raises
    ------
    GarmentError : one does not come out sound
    """
    worn: tuple[FittedGarment, ...] = ()
    for image in images:
        worn = (*worn, fit_garment(image, body, dimensions, over=worn))
    return worn


def dyed(one: FittedGarment, cloth: GarmentImage) -> FittedGarment:
    """The same garment of the fabric of another picture.

    Raises
    ------
    GarmentError : that picture shows no garment
    """
    return replace(one, texture=_tile(one, cloth))


def _tile(one: FittedGarment, cloth: GarmentImage) -> NDArray[np.uint8]:
    return paint(one.pattern, pack(one.pattern, TEXTURE_PX), cloth, Texture.TILE)
