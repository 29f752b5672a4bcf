"""The parts of the export dialog: what can be ticked, in groups that say what is missing where there is nothing."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
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
from gui.export.wishes import PROJECT, WITH_BODY, WITH_NOTES, picture_tick, sheet_tick
from gui.languages.wording import translate


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
        translate("Export", "Pictures"),
        (
            (
                png,
                translate("Export", "PN&G"),
                translate("Export", "Transparent; says how it was made, so that it can be made again"),
            ),
            (
                jpeg,
                translate("Export", "&JPEG"),
                translate("Export", "On white, for mail and the web; says nothing of how it was made"),
            ),
        ),
        columns=2,
    )


def look_section() -> Section:
    """The fitted garment."""
    return Section(
        translate("Export", "The fitted garment"),
        (
            (
                LookFile.GLB,
                translate("Export", "3D: GL&B"),
                translate("Export", "The dressed body with its cloth, for any 3D program; one file"),
            ),
            (
                LookFile.PICTURE,
                translate("Export", "P&icture"),
                translate("Export", "The dressed body from the front, the side and behind"),
            ),
            (
                LookFile.OBJ,
                translate("Export", "3D: &OBJ"),
                translate("Export", "The same for older 3D programs; three files"),
            ),
            (
                LookFile.TECH_PACK,
                translate("Export", "&Tech pack"),
                translate("Export", "PDF for the maker: measurements, pieces, fabric, steps"),
            ),
            (
                LookFile.DXF,
                translate("Export", "Pattern: &DXF"),
                translate("Export", "For cutting rooms and pattern programs (ASTM/AAMA)"),
            ),
            (
                LookFile.A4,
                translate("Export", "Pattern: A&4 pages"),
                translate("Export", "PDF at life size, to print at home and glue together"),
            ),
            (
                LookFile.SVG,
                translate("Export", "Pattern: S&VG"),
                translate("Export", "For drawing programs and cutting plotters"),
            ),
            (
                LookFile.LETTER,
                translate("Export", "Pattern: Lette&r pages"),
                translate("Export", "The same PDF on North American paper"),
            ),
        ),
        columns=2,
    )


def project_section() -> Section:
    """All of it in one file."""
    return Section(
        translate("Export", "Project"),
        (
            (
                PROJECT,
                translate("Export", "&A project file (.fgan)"),
                translate("Export", "Pictures, stars and what is worn"),
            ),
            (
                WITH_NOTES,
                translate("Export", "Wit&h boards, tags and notes"),
                translate("Export", "What was written about the pictures; leave it out where it names somebody"),
            ),
            (
                WITH_BODY,
                translate("Export", "&With who is dressed"),
                translate("Export", "Measurements, and of a scan the body: give it only to whom that person agreed"),
            ),
        ),
    )


class SheetSection(Section):
    """The chosen pictures on pages."""

    def __init__(self) -> None:
        pdf, png = sheet_tick(SheetFile.PDF), sheet_tick(SheetFile.PNG)
        super().__init__(
            translate("Export", "Sheet"),
            (
                (pdf, translate("Export", "PD&F"), translate("Export", "Pages of the chosen pictures, to print")),
                (
                    png,
                    translate("Export", "P&NG pages"),
                    translate("Export", "The same pages as pictures, 150 dots an inch"),
                ),
            ),
            columns=2,
        )
        self.paper, self.title_edit, self.captions = (
            QComboBox(),
            QLineEdit(),
            QCheckBox(translate("Export", "&Captions")),
        )
        self.rows, self.columns = (
            _count(MOST_ROWS, translate("Export", "Rows on a page")),
            _count(MOST_COLUMNS, translate("Export", "Columns")),
        )
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
        self.paper.setToolTip(translate("Export", "It lies on its side where there are more columns than rows"))
        self.captions.setToolTip(translate("Export", "Below each picture, what it shows"))
        self.title_edit.setToolTip(translate("Export", "At the head of each page; may be empty"))
        size = QHBoxLayout()
        for part in (self.rows, QLabel("×"), self.columns, self.captions):
            size.addWidget(part)
        size.addStretch()
        form = QFormLayout()
        form.addRow(translate("Export", "Pa&per"), self.paper)
        rows = QLabel(translate("Export", "Row&s × columns"))
        rows.setBuddy(self.rows)
        form.addRow(rows, size)
        form.addRow(translate("Export", "Titl&e"), self.title_edit)
        self.paper.setAccessibleName(translate("Export", "Paper"))
        self.title_edit.setAccessibleName(translate("Export", "Title"))
        self.column.insertLayout(1, form)


def _count(most: int, name: str) -> QSpinBox:
    count = QSpinBox()
    count.setRange(1, most)
    count.setToolTip(name)
    count.setAccessibleName(name)
    return count
