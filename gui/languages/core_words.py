"""Every text that the core says in English and the window shows, by the context in which translators find it."""

from gui.languages.camera_words import DRIVERS, FILES, PROCEDURES, REPORTS
from gui.languages.doubt_words import DOUBTS
from gui.languages.error_words import ERRORS
from gui.languages.garment_words import FIT, PATTERN
from gui.languages.measurement_words import TEXTS, TITLES
from gui.languages.work_words import CHOICE, ORIGIN, PROGRESS, WISHES

# With %1, %2... where something is filled in. Of two that tell the same text, the first is taken.
WORDS: dict[str, tuple[str, ...]] = {
    context: tuple(str(text) for text in texts)
    for context, texts in {
        "Camera": (*PROCEDURES, *REPORTS, *DRIVERS),
        "Choice": CHOICE,
        "Doubt": DOUBTS,
        "Error": ERRORS,
        "Fit": FIT,
        "Measurement": (*TITLES, *TEXTS),
        "MeasurementFiles": FILES,
        "Origin": ORIGIN,
        "Pattern": PATTERN,
        "Progress": PROGRESS,
        "Wishes": WISHES,
    }.items()
}
