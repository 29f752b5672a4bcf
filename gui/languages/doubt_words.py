"""Why a measurement is to be taken again: the reasons that `scanning` gives."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

DOUBTS = (
    QT_TRANSLATE_NOOP("Doubt", "the arms hung %1 degrees from the body; hold them out by 30"),
    QT_TRANSLATE_NOOP("Doubt", "an upper arm of %1 mm on a calf of %2 looks like a jacket; wear tight clothes"),
    QT_TRANSLATE_NOOP("Doubt", "only %1 of it was seen; add views"),
    QT_TRANSLATE_NOOP("Doubt", "something stands off the body at %1 of it; wear tight clothes"),
    QT_TRANSLATE_NOOP("Doubt", "views disagree by %1 mm; stand stiller, or add views"),
    QT_TRANSLATE_NOOP("Doubt", "an adult has %1 to %2 mm; measure it by tape"),
    QT_TRANSLATE_NOOP("Doubt", "hair covers the head; measure it by tape, or wear a tight cap"),
    QT_TRANSLATE_NOOP("Doubt", "doubtful"),
)
