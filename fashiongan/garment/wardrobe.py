"""Every block by the category that it cuts."""

from collections.abc import Callable

from fashiongan.attributes import Category
from fashiongan.errors import GarmentError
from fashiongan.garment.blocks.blazer import blazer
from fashiongan.garment.blocks.dress import dress
from fashiongan.garment.blocks.hoodie import hoodie
from fashiongan.garment.blocks.jacket import jacket
from fashiongan.garment.blocks.polo import polo
from fashiongan.garment.blocks.shirt import shirt
from fashiongan.garment.blocks.skirt import skirt
from fashiongan.garment.blocks.trousers import trousers
from fashiongan.garment.blocks.tshirt import tshirt
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.style import Style

Block = Callable[[Dimensions, Style], Pattern]

BLOCKS: dict[Category, Block] = {
    Category.TSHIRT: tshirt,
    Category.LONGSLEEVE: tshirt,
    Category.SHIRT: shirt,
    Category.BLOUSE: shirt,
    Category.POLO: polo,
    Category.HOODIE: hoodie,
    Category.JACKET: jacket,
    Category.BLAZER: blazer,
    Category.TANK: tshirt,
    Category.DRESS: dress,
    Category.SKIRT: skirt,
    Category.TROUSERS: trousers,
    Category.SHORTS: trousers,
}


def draft(body: Dimensions, style: Style) -> Pattern:
    """The pattern of a garment for one body; a style without a category is a T-shirt's.

    Raises
    ------
    GarmentError : no block cuts the category, or these dimensions give no sound pattern
    """
    category = style.attributes.category or Category.TSHIRT
    if category not in BLOCKS:
        raise GarmentError(f"A {category} cannot be cut yet. What can: {', '.join(BLOCKS)}.")
    return BLOCKS[category](body, style)
