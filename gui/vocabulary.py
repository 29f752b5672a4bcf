"""Words of the vocabulary as a person reads them; the data keeps the vocabulary's own."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from fashiongan.attributes import VOCABULARY
from gui.languages.wording import translate

# Listed one by one, so that tools for translators find them.
WORDS = (
    QT_TRANSLATE_NOOP("Vocabulary", "category"),
    QT_TRANSLATE_NOOP("Vocabulary", "sleeve"),
    QT_TRANSLATE_NOOP("Vocabulary", "neckline"),
    QT_TRANSLATE_NOOP("Vocabulary", "length"),
    QT_TRANSLATE_NOOP("Vocabulary", "pattern"),
    QT_TRANSLATE_NOOP("Vocabulary", "closure"),
    QT_TRANSLATE_NOOP("Vocabulary", "fabric"),
    QT_TRANSLATE_NOOP("Vocabulary", "T-shirt"),
    QT_TRANSLATE_NOOP("Vocabulary", "long-sleeved T-shirt"),
    QT_TRANSLATE_NOOP("Vocabulary", "shirt"),
    QT_TRANSLATE_NOOP("Vocabulary", "blouse"),
    QT_TRANSLATE_NOOP("Vocabulary", "polo"),
    QT_TRANSLATE_NOOP("Vocabulary", "hoodie"),
    QT_TRANSLATE_NOOP("Vocabulary", "jacket"),
    QT_TRANSLATE_NOOP("Vocabulary", "blazer"),
    QT_TRANSLATE_NOOP("Vocabulary", "tank top"),
    QT_TRANSLATE_NOOP("Vocabulary", "dress"),
    QT_TRANSLATE_NOOP("Vocabulary", "skirt"),
    QT_TRANSLATE_NOOP("Vocabulary", "trousers"),
    QT_TRANSLATE_NOOP("Vocabulary", "shorts"),
    QT_TRANSLATE_NOOP("Vocabulary", "none"),
    QT_TRANSLATE_NOOP("Vocabulary", "short"),
    QT_TRANSLATE_NOOP("Vocabulary", "half"),
    QT_TRANSLATE_NOOP("Vocabulary", "long"),
    QT_TRANSLATE_NOOP("Vocabulary", "does not apply"),
    QT_TRANSLATE_NOOP("Vocabulary", "crew neck"),
    QT_TRANSLATE_NOOP("Vocabulary", "V-neck"),
    QT_TRANSLATE_NOOP("Vocabulary", "scoop"),
    QT_TRANSLATE_NOOP("Vocabulary", "collar"),
    QT_TRANSLATE_NOOP("Vocabulary", "high"),
    QT_TRANSLATE_NOOP("Vocabulary", "hood"),
    QT_TRANSLATE_NOOP("Vocabulary", "lapel"),
    QT_TRANSLATE_NOOP("Vocabulary", "strap"),
    QT_TRANSLATE_NOOP("Vocabulary", "other"),
    QT_TRANSLATE_NOOP("Vocabulary", "mini"),
    QT_TRANSLATE_NOOP("Vocabulary", "knee"),
    QT_TRANSLATE_NOOP("Vocabulary", "midi"),
    QT_TRANSLATE_NOOP("Vocabulary", "maxi"),
    QT_TRANSLATE_NOOP("Vocabulary", "cropped"),
    QT_TRANSLATE_NOOP("Vocabulary", "full"),
    QT_TRANSLATE_NOOP("Vocabulary", "regular"),
    QT_TRANSLATE_NOOP("Vocabulary", "solid"),
    QT_TRANSLATE_NOOP("Vocabulary", "stripes"),
    QT_TRANSLATE_NOOP("Vocabulary", "check"),
    QT_TRANSLATE_NOOP("Vocabulary", "floral"),
    QT_TRANSLATE_NOOP("Vocabulary", "dots"),
    QT_TRANSLATE_NOOP("Vocabulary", "animal"),
    QT_TRANSLATE_NOOP("Vocabulary", "geometric"),
    QT_TRANSLATE_NOOP("Vocabulary", "graphic"),
    QT_TRANSLATE_NOOP("Vocabulary", "colour blocks"),
    QT_TRANSLATE_NOOP("Vocabulary", "abstract"),
    QT_TRANSLATE_NOOP("Vocabulary", "buttons"),
    QT_TRANSLATE_NOOP("Vocabulary", "zip"),
    QT_TRANSLATE_NOOP("Vocabulary", "jersey"),
    QT_TRANSLATE_NOOP("Vocabulary", "knit"),
    QT_TRANSLATE_NOOP("Vocabulary", "woven"),
    QT_TRANSLATE_NOOP("Vocabulary", "denim"),
    QT_TRANSLATE_NOOP("Vocabulary", "leather"),
    QT_TRANSLATE_NOOP("Vocabulary", "lace"),
    QT_TRANSLATE_NOOP("Vocabulary", "quilted"),
)
# Where the vocabulary is too short to be read.
_SAID = {
    "tshirt": "T-shirt",
    "longsleeve": "long-sleeved T-shirt",
    "tank": "tank top",
    "na": "does not apply",
    "crew": "crew neck",
    "v": "V-neck",
    "stripe": "stripes",
    "dot": "dots",
    "geo": "geometric",
    "block": "colour blocks",
}


def shown(word: str) -> str:
    """An attribute's name, or a word of it, in the user's language; a word that is not known is shown as it is."""
    return translate("Vocabulary", _SAID.get(word, word))


def meant(typed: str) -> dict[str, frozenset[str]]:
    """For each word that was typed, in lower case, the vocabulary's words that are shown with it in them."""
    words = [str(word) for choices in VOCABULARY.values() for word in choices]
    return {part: frozenset(one for one in words if part in shown(one).lower()) for part in typed.lower().split()}
