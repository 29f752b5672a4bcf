"""What a designer can ask of a garment: the vocabulary of the labelled pictures, and which words go together."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fashiongan.color import Color
from fashiongan.errors import VocabularyError


class Category(StrEnum):
    TSHIRT = "tshirt"
    LONGSLEEVE = "longsleeve"
    SHIRT = "shirt"
    BLOUSE = "blouse"
    POLO = "polo"
    HOODIE = "hoodie"
    JACKET = "jacket"
    BLAZER = "blazer"
    TANK = "tank"
    DRESS = "dress"
    SKIRT = "skirt"
    TROUSERS = "trousers"
    SHORTS = "shorts"


class Sleeve(StrEnum):
    NONE = "none"
    SHORT = "short"
    HALF = "half"
    LONG = "long"
    NA = "na"


class Neckline(StrEnum):
    CREW = "crew"
    V = "v"
    SCOOP = "scoop"
    COLLAR = "collar"
    HIGH = "high"
    HOOD = "hood"
    LAPEL = "lapel"
    STRAP = "strap"
    OTHER = "other"
    NA = "na"


class Length(StrEnum):
    MINI = "mini"
    KNEE = "knee"
    MIDI = "midi"
    MAXI = "maxi"
    SHORT = "short"
    CROPPED = "cropped"
    FULL = "full"
    REGULAR = "regular"
    LONG = "long"


class Pattern(StrEnum):
    SOLID = "solid"
    STRIPE = "stripe"
    CHECK = "check"
    FLORAL = "floral"
    DOT = "dot"
    ANIMAL = "animal"
    GEO = "geo"
    GRAPHIC = "graphic"
    BLOCK = "block"
    ABSTRACT = "abstract"


class Closure(StrEnum):
    NONE = "none"
    BUTTONS = "buttons"
    ZIP = "zip"


class Fabric(StrEnum):
    JERSEY = "jersey"
    KNIT = "knit"
    WOVEN = "woven"
    DENIM = "denim"
    LEATHER = "leather"
    LACE = "lace"
    QUILTED = "quilted"
    OTHER = "other"


BOTTOMS = frozenset({Category.SKIRT, Category.TROUSERS, Category.SHORTS})

# The order is the order of the label columns that networks see; append only.
VOCABULARY: dict[str, type[StrEnum]] = {
    "category": Category,
    "sleeve": Sleeve,
    "neckline": Neckline,
    "length": Length,
    "pattern": Pattern,
    "closure": Closure,
    "fabric": Fabric,
}

_SLEEVES = {
    Category.TSHIRT: {Sleeve.SHORT, Sleeve.HALF},
    Category.LONGSLEEVE: {Sleeve.SHORT, Sleeve.HALF, Sleeve.LONG},
    Category.TANK: {Sleeve.NONE},
    Category.HOODIE: {Sleeve.SHORT, Sleeve.HALF, Sleeve.LONG},
    Category.BLAZER: {Sleeve.HALF, Sleeve.LONG},
    Category.POLO: {Sleeve.SHORT, Sleeve.HALF, Sleeve.LONG},
    Category.JACKET: {Sleeve.NONE, Sleeve.HALF, Sleeve.LONG},
}
_ANY_SLEEVE = {Sleeve.NONE, Sleeve.SHORT, Sleeve.HALF, Sleeve.LONG}

_OPEN_NECKS = {Neckline.CREW, Neckline.V, Neckline.SCOOP, Neckline.HIGH, Neckline.OTHER}
_NECKLINES = {
    Category.TSHIRT: _OPEN_NECKS | {Neckline.COLLAR},
    Category.LONGSLEEVE: _OPEN_NECKS | {Neckline.COLLAR},
    Category.SHIRT: {Neckline.COLLAR, Neckline.CREW},
    Category.BLOUSE: _OPEN_NECKS | {Neckline.COLLAR, Neckline.STRAP},
    Category.POLO: {Neckline.COLLAR},
    Category.HOODIE: {Neckline.HOOD},
    Category.JACKET: _OPEN_NECKS - {Neckline.SCOOP} | {Neckline.COLLAR, Neckline.HOOD, Neckline.LAPEL},
    Category.BLAZER: {Neckline.LAPEL, Neckline.COLLAR, Neckline.V},
    Category.TANK: _OPEN_NECKS | {Neckline.STRAP},
    Category.DRESS: _OPEN_NECKS | {Neckline.COLLAR, Neckline.STRAP, Neckline.LAPEL},
}

_LENGTHS = {
    Category.DRESS: {Length.MINI, Length.KNEE, Length.MIDI, Length.MAXI},
    Category.SKIRT: {Length.MINI, Length.KNEE, Length.MIDI, Length.MAXI},
    Category.TROUSERS: {Length.CROPPED, Length.FULL},
    Category.SHORTS: {Length.SHORT, Length.KNEE},
}
_TOP_LENGTHS = {Length.CROPPED, Length.REGULAR, Length.LONG}

_CLOSURES = {
    Category.TSHIRT: {Closure.NONE},
    Category.POLO: {Closure.NONE},
    Category.TROUSERS: {Closure.NONE, Closure.BUTTONS},
    Category.SHORTS: {Closure.NONE, Closure.BUTTONS},
    Category.TANK: {Closure.NONE, Closure.BUTTONS},
    Category.BLOUSE: {Closure.NONE, Closure.BUTTONS},
    Category.BLAZER: {Closure.NONE, Closure.BUTTONS},
}


def valid_values(category: Category, attribute: str) -> tuple[StrEnum, ...]:
    """The words of one attribute that a garment of this category can have, in vocabulary order.

    `attribute` is a key of VOCABULARY. Pattern and fabric go with every category.
    """
    everything = tuple(VOCABULARY[attribute])
    bottom = category in BOTTOMS
    allowed: dict[str, set[StrEnum]] = {
        "sleeve": {Sleeve.NA} if bottom else set(_SLEEVES.get(category, _ANY_SLEEVE)),
        "neckline": {Neckline.NA} if bottom else set(_NECKLINES[category]),
        "length": set(_LENGTHS.get(category, _TOP_LENGTHS)),
        "closure": set(_CLOSURES.get(category, set(Closure))),
        "category": {category},
    }
    return tuple(value for value in everything if value in allowed.get(attribute, everything))


@dataclass(frozen=True, slots=True)
class GarmentAttributes:
    """What is asked of a garment; None leaves an attribute open. `colors`: none, one or two, the main one first."""

    category: Category | None = None
    sleeve: Sleeve | None = None
    neckline: Neckline | None = None
    length: Length | None = None
    pattern: Pattern | None = None
    closure: Closure | None = None
    fabric: Fabric | None = None
    colors: tuple[Color, ...] = ()

    def __post_init__(self) -> None:
        if len(self.colors) > 2:
            raise VocabularyError(f"{len(self.colors)} colours were given, but a garment takes one or two.")
        candidates = [self.category] if self.category else list(Category)
        if not any(self._fits(category) for category in candidates):
            self._explain()

    def _given(self) -> dict[str, StrEnum]:
        return {name: getattr(self, name) for name in VOCABULARY if getattr(self, name) is not None}

    def _fits(self, category: Category) -> bool:
        return all(value in valid_values(category, name) for name, value in self._given().items())

    def _explain(self) -> None:
        given = self._given()
        if self.category is None:
            words = ", ".join(f"{name} {value}" for name, value in given.items())
            raise VocabularyError(f"No category has {words} together. Leave one of them open.")
        for name, value in given.items():
            valid = valid_values(self.category, name)
            if value not in valid:
                raise VocabularyError(
                    f"A {self.category} has no {name} {value}. Valid for a {self.category}: {', '.join(valid)}."
                )

    @classmethod
    def parse(cls, words: Mapping[str, str | None], colors: tuple[str, ...] = ()) -> "GarmentAttributes":
        """Read attributes from text, as a command line or a file gives them; "" and "any" leave one open.

        Raises
        ------
        VocabularyError : an unknown attribute, word or colour, or words that exclude each other
        """
        unknown = sorted(set(words) - set(VOCABULARY))
        if unknown:
            raise VocabularyError(f'"{unknown[0]}" is not an attribute. Known: {", ".join(VOCABULARY)}, colors.')
        values = {name: _parse_word(name, word) for name, word in words.items() if word not in (None, "", "any")}
        return cls(**values, colors=tuple(Color.parse(color) for color in colors))  # type: ignore[arg-type]

    def to_dict(self) -> dict[str, str | list[str]]:
        """The given attributes as plain text, ready for JSON; open ones are left out."""
        words: dict[str, str | list[str]] = {name: str(value) for name, value in self._given().items()}
        return words | ({"colors": [color.hex for color in self.colors]} if self.colors else {})


def _parse_word(name: str, word: str | None) -> StrEnum:
    try:
        return VOCABULARY[name](str(word).strip().lower())
    except ValueError as error:
        raise VocabularyError(f'"{word}" is not a {name}. Choose from: {", ".join(VOCABULARY[name])}.') from error
