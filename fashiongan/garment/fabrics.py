"""How fabrics hang: weight, stiffness and surface of five common ones.

Typical values of their kind, not of one cloth: bending and stretch as the Kawabata Evaluation System measures them
(Kawabata, The Standardization and Analysis of Hand Evaluation, 1980), between warp and weft.
"""

from dataclasses import dataclass
from enum import StrEnum

from fashiongan.attributes import Category
from fashiongan.attributes import Fabric as Word


class FabricName(StrEnum):
    """The presets."""

    JERSEY = "jersey"
    SHIRTING = "shirting"
    DENIM = "denim"
    WOOL = "wool"
    SILK = "silk"


@dataclass(frozen=True, slots=True)
class Fabric:
    """One fabric.

    weight_g_m2 : per area; stretch_n_m : tension that would double its length; bending_un_m : bending rigidity, uN m;
    thickness_mm : of one layer; friction : against skin and cloth, 0 to 1; roughness : of its surface in pictures
    """

    name: FabricName
    weight_g_m2: float
    stretch_n_m: float
    bending_un_m: float
    thickness_mm: float
    friction: float
    roughness: float


FABRICS = {
    one.name: one
    for one in (
        Fabric(FabricName.JERSEY, 160, 1_200, 2.0, 0.6, 0.5, 0.90),
        Fabric(FabricName.SHIRTING, 120, 12_000, 7.0, 0.25, 0.4, 0.85),
        Fabric(FabricName.DENIM, 400, 16_000, 60.0, 0.9, 0.5, 0.95),
        Fabric(FabricName.WOOL, 250, 7_500, 12.0, 0.6, 0.5, 0.92),
        Fabric(FabricName.SILK, 70, 14_000, 2.5, 0.15, 0.25, 0.45),
    )
}

_OF_WORDS = {
    Word.JERSEY: FabricName.JERSEY,
    Word.KNIT: FabricName.JERSEY,
    Word.DENIM: FabricName.DENIM,
    Word.LEATHER: FabricName.DENIM,
    Word.QUILTED: FabricName.DENIM,
    Word.LACE: FabricName.SILK,
}
_OF_CATEGORIES = {
    Category.SHIRT: FabricName.SHIRTING,
    Category.BLOUSE: FabricName.SILK,
    Category.JACKET: FabricName.WOOL,
    Category.BLAZER: FabricName.WOOL,
    Category.SKIRT: FabricName.WOOL,
    Category.TROUSERS: FabricName.WOOL,
    Category.SHORTS: FabricName.WOOL,
    Category.DRESS: FabricName.SHIRTING,
}


def fabric_of(word: Word | None, category: Category | None) -> Fabric:
    """The preset for what a picture's fabric is called; of woven, other and none, what such garments are made of."""
    named = _OF_WORDS.get(word) if word else None
    return FABRICS[named or (_OF_CATEGORIES.get(category) if category else None) or FabricName.JERSEY]
