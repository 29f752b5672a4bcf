"""What is said to somebody before a camera, in large friendly words."""

from typing import TYPE_CHECKING

from gui.languages.wording import translate

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from scanning.guidance import Guidance
    from scanning.turning import Turning


def guidance_words(seen: "Guidance") -> str:
    """The most urgent advice, or that all is well."""
    from scanning.guidance import Advice

    words = {
        Advice.SHOW_FLOOR: translate("ScanWords", "Aim the camera so that the feet and some floor show"),
        Advice.COME: translate("ScanWords", "Stand before the camera"),
        Advice.OTHERS_LEAVE: translate("ScanWords", "One at a time, please: the others leave the picture"),
        Advice.STEP_BACK: translate("ScanWords", "Step back"),
        Advice.COME_NEARER: translate("ScanWords", "Come nearer"),
        Advice.SHOW_HEAD: translate("ScanWords", "The head is cut off: step back, or turn the camera upright"),
        Advice.SHOW_FEET: translate("ScanWords", "The feet are cut off: step back, or turn the camera upright"),
        Advice.MOVE_RIGHT: translate("ScanWords", "Move towards the middle of the picture  →"),
        Advice.MOVE_LEFT: translate("ScanWords", "←  Move towards the middle of the picture"),
        Advice.HOLD_STILL: translate("ScanWords", "Stand still"),
    }
    return words[seen.advices[0]] if seen.advices else translate("ScanWords", "Good. Stand like this")


def turning_words(turning: "Turning", seen: "Guidance") -> str:
    """What to do now, as somebody would say it; what is in the way of it comes first."""
    from scanning.guidance import Advice
    from scanning.turning import STANDS, Phase

    urgent = [advice for advice in seen.advices if advice is not Advice.HOLD_STILL]
    if urgent and turning.phase is not Phase.DONE:
        return guidance_words(seen)
    match turning.phase:
        case Phase.COUNTDOWN:
            return translate("ScanWords", "Feet a hand apart, arms off the body, look ahead")
        case Phase.STAND:
            return (
                translate("ScanWords", "Hold still  ·  %1 of %2")
                .replace("%1", str(turning.stand))
                .replace("%2", str(STANDS))
            )
        case Phase.TURN:
            return translate("ScanWords", "Turn a little to the left")
        case Phase.DONE:
            return translate("ScanWords", "Thank you, that is all")
