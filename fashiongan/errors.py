"""Every error that we raise on purpose.

FashionGanError
├── VocabularyError        a word, colour or combination that no garment has
├── RequestError           a request (command line, YAML) that cannot be met as it stands
├── MeasurementError       a body measurement that cannot be right
├── DatasetError           pictures or labels that cannot be used
├── CheckpointError        weights that are missing, changed, cut short or not ours
├── ImageError             a picture that cannot be read
├── OutputError            a place that cannot be written to
├── LockedError            a locked file, and no passphrase that opens it
├── LibraryError           a library of pictures that cannot be used, or lacks what was asked of it
├── ProjectError           a project file that is damaged, newer than this program, or no project
├── TrainingError          a training run that cannot start or go on
├── GarmentError           a pattern or drape that did not come out sound
├── CameraError            a camera that does not answer, or lacks its driver
├── RecordingError         a recording that cannot be read or written
├── CalibrationError       views of a board, wall or turntable from which nothing can be calibrated
├── ScanError              frames in which no body can be measured
├── DisplayError           a machine that cannot show what is asked, such as 3D without OpenGL
└── Cancelled              the user stopped the work

One message says what happened, gives the value, and says what to do: in one line, whatever a file put into it.
"""

# Of what a file holds, a message may quote a little.
LONGEST_MESSAGE = 2000


class FashionGanError(Exception):
    """Root of the tree; programs print its message in one line and exit with 2."""

    def __init__(self, message: str = "") -> None:
        # Names and texts of strangers may hold line breaks, commands for a terminal, and halves of characters.
        shown = message if len(message) <= LONGEST_MESSAGE else f"{message[:LONGEST_MESSAGE]}..."
        super().__init__("".join(letter if letter.isprintable() else " " for letter in shown))


class VocabularyError(FashionGanError):
    """A word, colour or combination that no garment has."""


class RequestError(FashionGanError):
    """A request that cannot be met as it stands."""


class MeasurementError(FashionGanError):
    """A body measurement that cannot be right."""


class DatasetError(FashionGanError):
    """Pictures or labels that cannot be used."""


class CheckpointError(FashionGanError):
    """Weights that are missing, changed, cut short or not ours."""


class ImageError(FashionGanError):
    """A picture that cannot be read."""


class OutputError(FashionGanError):
    """A place that cannot be written to."""


class LockedError(FashionGanError):
    """A locked file, and no passphrase that opens it."""


class LibraryError(FashionGanError):
    """A library of pictures that cannot be used, or lacks what was asked of it."""


class ProjectError(FashionGanError):
    """A project file that is damaged, newer than this program, or no project."""


class TrainingError(FashionGanError):
    """A training run that cannot start or go on."""


class GarmentError(FashionGanError):
    """A pattern or drape that did not come out sound."""


class CameraError(FashionGanError):
    """A camera that does not answer, or lacks its driver."""


class RecordingError(FashionGanError):
    """A recording that cannot be read or written."""


class CalibrationError(FashionGanError):
    """Views of a board, wall or turntable from which nothing can be calibrated."""


class ScanError(FashionGanError):
    """Frames in which no body can be measured."""


class DisplayError(FashionGanError):
    """A machine that cannot show what is asked."""


class Cancelled(FashionGanError):  # noqa: N818 - it is no error of anybody's
    """The user stopped the work."""
