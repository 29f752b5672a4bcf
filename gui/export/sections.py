"""The parts of the export dialog: what can be ticked, in groups that say what is missing where there is nothing."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from fashiongan.exporting.look import LookFile
from fashiongan.exporting.pictures import PictureFile
from fashiongan.exporting.sheet.files import SheetFile
from fashiongan.exporting.sheet.layout import MOST_COLUMNS, MOST_ROWS, Paper, SheetPlan
from gui.export.wishes import PROJECT, WITH_BODY, picture_tick, sheet_tick


class Section(QGroupBox):
    """Boxes to tick, by the names of their ticks. Greyed out, with the reason, where there is nothing to export."""

    changed = Signal()

    def __init__(self, title: str, ticks: Iterable[tuple[str, str, str]], columns: int = 1) -> None:
        """ticks : name, text and tooltip of each"""
        super().__init__(title)
        self.boxes: dict[str, QCheckBox] = {}
        self.why = QLabel()
        self.why.setWordWrap(True)
        self.why.hide()
        self.column = QVBoxLayout(self)
        grid = QGridLayout()
        for place, (name, text, tip) in enumerate(ticks):
            box = QCheckBox(text)
            box.setToolTip(tip)
            box.setAccessibleDescription(tip)
            box.toggled.connect(self.changed)
            self.boxes[name] = box
            grid.addWidget(box, *divmod(place, columns))
        self.column.addLayout(grid)
        self.column.addWidget(self.why)
        self.column.addStretch()

    def offer(self, what: str, missing: str) -> None:
        """Say what there is to export in this group, or what is `missing`."""
        self.setTitle(what)
        self.why.setText(missing)
        self.why.setVisible(bool(missing))
        for part in self.findChildren(QWidget):
            part.setEnabled(not missing or part is self.why)

    def ticked(self) -> set[str]:
        """What is ticked."""
        return {name for name, box in self.boxes.items() if box.isChecked()}

    def tick(self, names: Iterable[str]) -> None:
        """Tick these and no others."""
        for name, box in self.boxes.items():
            box.setChecked(name in names)


def picture_section() -> Section:
    """The chosen pictures themselves."""
    png, jpeg = picture_tick(PictureFile.PNG), picture_tick(PictureFile.JPEG)
    return Section(
        _tr("Pictures"),
        (
            (
                png,
                _tr("PN&G"),
                _tr("Transparent; says how it was made, so that it can be made again"),
            ),
            (jpeg, _tr("&JPEG"), _tr("On white, for mail and the web; says nothing of how it was made")),
        ),
        columns=2,
    )


def look_section() -> Section:
    """The fitted garment."""
    return Section(
        _tr("The fitted garment"),
        (
            (LookFile.GLB, _tr("3D: GL&B"), _tr("The dressed body with its cloth, for any 3D program; one file")),
            (LookFile.PICTURE, _tr("P&icture"), _tr("The dressed body from the front, the side and behind")),
            (LookFile.OBJ, _tr("3D: &OBJ"), _tr("The same for older 3D programs; three files")),
            (LookFile.TECH_PACK, _tr("&Tech pack"), _tr("PDF for the maker: measurements, pieces, fabric, steps")),
            (LookFile.DXF, _tr("Pattern: &DXF"), _tr("For cutting rooms and pattern programs (ASTM/AAMA)")),
            (LookFile.A4, _tr("Pattern: A&4 pages"), _tr("PDF at life size, to print at home and glue together")),
            (LookFile.SVG, _tr("Pattern: S&VG"), _tr("For drawing programs and cutting plotters")),
            (LookFile.LETTER, _tr("Pattern: Lette&r pages"), _tr("The same PDF on North American paper")),
        ),
        columns=2,
    )


def project_section() -> Section:
    """All of it in one file."""
    return Section(
        _tr("Project"),
        (
            (PROJECT, _tr("&A project file (.fgan)"), _tr("Pictures, stars, boards, tags, notes and what is worn")),
            (
                WITH_BODY,
                _tr("&With who is dressed"),
                _tr("Measurements, and of a scan the body: give it only to whom that person agreed"),
            ),
        ),
    )


class SheetSection(Section):
    """The chosen pictures on pages."""

    def __init__(self) -> None:
        pdf, png = sheet_tick(SheetFile.PDF), sheet_tick(SheetFile.PNG)
        super().__init__(
            _tr("Sheet"),
            (
                (pdf, _tr("PD&F"), _tr("Pages of the chosen pictures, to print")),
                (png, _tr("P&NG pages"), _tr("The same pages as pictures, 150 dots an inch")),
            ),
            columns=2,
        )
        self.paper, self.title_edit, self.captions = QComboBox(), QLineEdit(), QCheckBox(_tr("&Captions"))
        self.rows, self.columns = _count(MOST_ROWS, _tr("Rows on a page")), _count(MOST_COLUMNS, _tr("Columns"))
        self._lay_out()
        self.paper.currentIndexChanged.connect(self.changed)
        self.title_edit.textChanged.connect(self.changed)
        self.captions.toggled.connect(self.changed)
        for count in (self.rows, self.columns):
            count.valueChanged.connect(self.changed)

    def plan(self) -> SheetPlan:
        """How the sheet shall look."""
        paper, captions = Paper(self.paper.currentData()), self.captions.isChecked()
        return SheetPlan(paper, self.rows.value(), self.columns.value(), captions, self.title_edit.text().strip())

    def show_plan(self, plan: SheetPlan) -> None:
        """Show how it shall look."""
        self.paper.setCurrentIndex(self.paper.findData(plan.paper))
        self.rows.setValue(plan.rows)
        self.columns.setValue(plan.columns)
        self.captions.setChecked(plan.captions)
        self.title_edit.setText(plan.title)

    def _lay_out(self) -> None:
        for paper in Paper:
            self.paper.addItem(str(paper), paper)
        self.paper.setToolTip(_tr("It lies on its side where there are more columns than rows"))
        self.captions.setToolTip(_tr("Below each picture, what it shows"))
        self.title_edit.setToolTip(_tr("At the head of each page; may be empty"))
        size = QHBoxLayout()
        for part in (self.rows, QLabel("×"), self.columns, self.captions):
            size.addWidget(part)
        size.addStretch()
        form = QFormLayout()
        form.addRow(_tr("Pa&per"), self.paper)
        rows = QLabel(_tr("Row&s × columns"))
        rows.setBuddy(self.rows)
        form.addRow(rows, size)
        form.addRow(_tr("Titl&e"), self.title_edit)
        self.paper.setAccessibleName(_tr("Paper"))
        self.title_edit.setAccessibleName(_tr("Title"))
        self.column.insertLayout(1, form)


def _count(most: int, name: str) -> QSpinBox:
    count = QSpinBox()
    count.setRange(1, most)
    count.setToolTip(name)
    count.setAccessibleName(name)
    return count


def _tr(text: str) -> str:
    return QCoreApplication.translate("Export", text)
