"""What the originality check says, in the user's language."""

from fashiongan.originality.finding import Match, Nearness
from gui.languages.wording import translate


def headline(nearness: Nearness) -> str:
    """What to make of the nearest garment of the training set, in one sentence."""
    sentences = {
        Nearness.TOO_NEAR: translate("Originality", "Too near to a garment of the training set to call it new."),
        Nearness.NEAR: translate(
            "Originality", "Near to a garment of the training set: compare the two before you call it new."
        ),
        Nearness.ORDINARY: translate(
            "Originality", "As near to the training set as real garments of other people are."
        ),
        Nearness.FAR: translate(
            "Originality", "Farther from the training set than most real garments of other people are."
        ),
    }
    return sentences[nearness]


def told(match: Match) -> str:
    """How near one garment is, among real ones."""
    if match.nearness is Nearness.TOO_NEAR:
        return translate("Originality", "nearer than 99 % of real garments are: too near to call it new")
    if match.share_nearer == 1:
        return translate("Originality", "farther than all real garments are")
    words = translate("Originality", "nearer than %1 % of real garments are")
    return words.replace("%1", str(match.percent_farther))


def limits(garments: int) -> str:
    """What the check can and cannot say."""
    sentence = translate(
        "Originality",
        "Cut, colours and pattern are compared with %1 garments of the training set and with your own pictures, and "
        "with nothing else in the world: a picture can turn out too near to one of these, but none can be proved new, "
        "and this is no legal clearance.",
    )
    return sentence.replace("%1", str(garments))
