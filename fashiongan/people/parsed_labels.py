"""The labels of other people's parsings, as our seven regions and our words."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from fashiongan.people.regions import Region

# Bare skin of any part of the body, to be told apart by its place.
SKIN = 15
# The order is the data sets' own; what comes first is no person.
_CO_PARSED = (
    "null accessories bag belt blazer blouse bodysuit boots bra bracelet cape cardigan clogs coat dress earrings flats "
    "glasses gloves hair hat heels hoodie intimate jacket jeans jumper leggings loafers necklace panties pants pumps "
    "purse ring romper sandals scarf shirt shoes shorts skin skirt sneakers socks stockings suit sunglasses sweater "
    "sweatshirt swimwear t-shirt tie tights top vest wallet watch wedges"
)
_DEEPFASHION = (
    "background top outer skirt dress pants leggings headwear eyeglass neckwear belt footwear bag hair face skin ring "
    "wrist-wearing socks gloves necklace rompers earrings tie"
)
CO_PARSED, DEEPFASHION = (tuple(names.split()) for names in (_CO_PARSED, _DEEPFASHION))
DRESS = CO_PARSED.index("dress")
_NAMES: dict[int, str] = {
    Region.GROUND: "null background accessories bag purse wallet",
    Region.HAIR: "hair hat headwear",
    Region.HEAD: "face glasses sunglasses eyeglass earrings",
    Region.TOP: "blazer blouse bodysuit bra cape cardigan coat dress hoodie intimate jacket jumper romper rompers "
    "scarf shirt suit sweater sweatshirt swimwear t-shirt tie top vest outer neckwear",
    Region.BOTTOM: "belt jeans leggings panties pants shorts skirt",
    Region.LEGS: "boots clogs flats heels loafers pumps sandals shoes sneakers socks stockings tights wedges footwear",
    Region.ARMS: "bracelet gloves necklace ring watch wrist-wearing",
    SKIN: "skin",
}
_REGIONS = {name: region for region, names in _NAMES.items() for name in names.split()}
# Of the shape table: sleeves, lower clothing and necklines by number; other numbers say nothing that we have words for.
_SLEEVES = {"0": "none", "1": "short", "2": "half", "3": "long"}
_NECKLINES = {"0": "v", "2": "crew", "4": "high", "5": "lapel", "6": "strap"}
_SKIRTS = {"0": "mini", "1": "knee", "2": "midi", "3": "maxi"}
_TROUSERS = {
    "0": {"category": "shorts", "length": "short"},
    "1": {"category": "shorts", "length": "knee"},
    "2": {"category": "trousers", "length": "cropped"},
    "3": {"category": "trousers", "length": "full"},
}
_SLEEVE_COLUMN, _LOWER_COLUMN, _NECKLINE_COLUMN = 0, 1, 9


def _table(names: Sequence[str]) -> NDArray[np.uint8]:
    return np.array([_REGIONS[name] for name in names], np.uint8)


# Label number to Region or SKIN.
CO_PARSED_REGIONS, DEEPFASHION_REGIONS = _table(CO_PARSED), _table(DEEPFASHION)


def shape_words(row: Sequence[str], kinds: Collection[str]) -> tuple[dict[str, str], dict[str, str]]:
    """What is known of a top or dress, and of a bottom.

    Parameters
    ----------
    row : the numbers of a picture in DeepFashion-MultiModal's table of shapes; empty where there are none
    kinds : the names of the labels that the picture shows
    """
    dressed = "dress" in kinds
    top = _known(row, _SLEEVE_COLUMN, "sleeve", _SLEEVES) | _known(row, _NECKLINE_COLUMN, "neckline", _NECKLINES)
    lower = row[_LOWER_COLUMN] if len(row) > _LOWER_COLUMN else ""
    skirt_length = {"length": _SKIRTS[lower]} if lower in _SKIRTS else {}
    if dressed:
        return {"category": "dress"} | top | skirt_length, {}
    if "skirt" in kinds:
        return top, {"category": "skirt"} | skirt_length
    return top, _TROUSERS.get(lower, {}) if "pants" in kinds else {}


def _known(row: Sequence[str], column: int, name: str, words: Mapping[str, str]) -> dict[str, str]:
    number = row[column] if len(row) > column else ""
    return {name: words[number]} if number in words else {}
