"""One usual garment of every category, as a designer would ask for it, drawn by the generator."""

from typing import Any

from fashiongan.attributes import Category, Closure, Fabric, GarmentAttributes, Length, Neckline, Pattern, Sleeve
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio

SEED = 3
_Words = dict[str, Any]
_LONG_COLLAR: _Words = {"sleeve": Sleeve.LONG, "neckline": Neckline.COLLAR, "length": Length.REGULAR}
_WORDS: dict[Category, _Words] = {
    Category.TSHIRT: {"neckline": Neckline.CREW, "length": Length.REGULAR, "pattern": Pattern.SOLID},
    Category.LONGSLEEVE: {"neckline": Neckline.CREW, "length": Length.REGULAR, "pattern": Pattern.STRIPE},
    Category.SHIRT: _LONG_COLLAR | {"closure": Closure.BUTTONS, "pattern": Pattern.CHECK},
    Category.BLOUSE: _LONG_COLLAR | {"closure": Closure.BUTTONS, "pattern": Pattern.FLORAL},
    Category.POLO: _LONG_COLLAR | {"sleeve": Sleeve.SHORT, "pattern": Pattern.SOLID},
    Category.HOODIE: _LONG_COLLAR | {"neckline": Neckline.HOOD, "pattern": Pattern.SOLID},
    Category.JACKET: _LONG_COLLAR | {"closure": Closure.ZIP, "pattern": Pattern.SOLID},
    Category.BLAZER: _LONG_COLLAR | {"neckline": Neckline.LAPEL, "closure": Closure.BUTTONS, "pattern": Pattern.SOLID},
    Category.TANK: {"neckline": Neckline.SCOOP, "length": Length.REGULAR, "pattern": Pattern.SOLID},
    Category.DRESS: {"sleeve": Sleeve.NONE, "length": Length.KNEE, "pattern": Pattern.FLORAL},
    Category.SKIRT: {"length": Length.KNEE, "pattern": Pattern.SOLID},
    Category.TROUSERS: {"length": Length.FULL, "fabric": Fabric.DENIM},
    Category.SHORTS: {"pattern": Pattern.SOLID},
}


def usual_picture(studio: Studio, category: Category) -> GarmentImage:
    """The same picture on every machine."""
    words = GarmentAttributes(category, **_WORDS[category])
    return next(iter(studio.make(GenerationRequest(words, seed=SEED))))
