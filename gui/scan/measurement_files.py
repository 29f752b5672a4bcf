"""Choosing measurement files, to open and to save."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from gui.languages.wording import in_words, translate
from scanning.formats.files import ENDINGS, read_measurement_file
from scanning.measurement_set import MeasurementSet


def ask_where_to_save(parent: QWidget) -> Path | None:
    """The file that is meant; whether it may be replaced is asked by whoever saves."""
    name, chosen = QFileDialog.getSaveFileName(
        parent,
        translate("MeasurementFiles", "Save measurements"),
        "measurements.yaml",
        ";;".join(map(_kind, ENDINGS)),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return with_ending(name, chosen) if name else None


def with_ending(name: str, chosen_filter: str) -> Path:
    """A name without a known ending gets that of the chosen kind."""
    if name.lower().endswith((*ENDINGS, ".yml")):
        return Path(name)
    return Path(name + next((one for one in ENDINGS if chosen_filter.endswith(f"(*{one})")), ".yaml"))


def ask_which_to_open(parent: QWidget) -> Path | None:
    """A measurement file of any kind."""
    kinds = translate("MeasurementFiles", "Measurements (*.yaml *.yml *.json *.csv *.smis *.vit);;All files (*)")
    name, _ = QFileDialog.getOpenFileName(parent, translate("MeasurementFiles", "Measurements"), "", kinds)
    return Path(name) if name else None


def read_asking(path: Path, parent: QWidget) -> MeasurementSet | None:
    """The measurements of a file; where it does not say whose they are, the user is asked, and None is no answer.

    Raises
    ------
    MeasurementError : as `read_measurement_file`
    """
    try:
        return read_measurement_file(path)
    except MeasurementError:
        # Other programs' files may lack nothing but whose they are; what else is wrong is raised here again.
        read_measurement_file(path, Figure.WOMAN)
    question = translate("MeasurementFiles", "%1 is of a").replace("%1", path.name)
    figure, said = QInputDialog.getItem(
        parent, translate("MeasurementFiles", "Figure"), question, list(Figure), editable=False
    )
    return read_measurement_file(path, Figure(figure)) if said else None


def _kind(ending: str) -> str:
    words = in_words("MeasurementFiles", ENDINGS[ending])
    return f"{words[0].upper()}{words[1:]} (*{ending})"
