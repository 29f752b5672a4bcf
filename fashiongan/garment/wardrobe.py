"""Every block by the category that it cuts."""

from collections.abc import Callable

import numpy as np

from fashiongan.attributes import Category
from fashiongan.body.population import served_mm
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
    GarmentError : these dimensions give no sound pattern
    """
    block = BLOCKS[style.attributes.category or Category.TSHIRT]
    try:
        return block(body, style)
    except GarmentError as error:
        raise GarmentError(f"{error}{_beyond(body)}") from error


def _beyond(body: Dimensions) -> str:
    """Which measurement is farthest outside what patterns are made for, and the nearest inside; "" if none is."""
    served = served_mm()
    values = {name: float(getattr(body, name)) for name in served}
    nearest = {name: float(np.clip(value, *served[name])) for name, value in values.items()}
    worst = max(values, key=lambda name: abs(values[name] / nearest[name] - 1))
    if values[worst] == nearest[worst]:
        return ""
    return f" {worst} is {values[worst]:.0f}; the nearest that patterns are made for is {nearest[worst]:.0f}."
