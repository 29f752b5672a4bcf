"""One dialog for everything that can be exported: what, where to, and which files that makes or replaces."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fashiongan.errors import FashionGanError
from fashiongan.exporting.agreed import Agreed
from fashiongan.exporting.order import ExportOrder
from fashiongan.files import refuse_unwritable
from gui.export.replacing import may_replace
from gui.export.sections import SheetSection, look_section, picture_section, project_section
from gui.export.wishes import Exportable, Wishes
from gui.languages.wording import in_words

WIDTH_PX, LIST_PX, MOST_LISTED = 720, 130, 200


class ExportDialog(QDialog):
    """`ordered(ExportOrder)` when everything is said; the wishes are in `wishes()` for the next time."""

    ordered = Signal(object)

    def __init__(
        self, what: Exportable, wishes: Wishes, parent: QWidget | None = None, known: Agreed | None = None
    ) -> None:
        """`known` : the projects that were opened or written here, as they were then"""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._what, self.known = what, known or Agreed()
        self.pictures, self.sheet = picture_section(), SheetSection()
        self.look, self.project = look_section(), project_section()
        self.sections = (self.pictures, self.sheet, self.look, self.project)
        self.folder, self.name = QLineEdit(wishes.folder), QLineEdit(wishes.name)
        self.files, self.says = QListWidget(), QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self.buttons.addButton(self.tr("E&xport"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._offer()
        for section in self.sections:
            section.tick(wishes.ticked)
        self.sheet.show_plan(wishes.plan)
        self._lay_out()
        self._connect()
        self._show_files()

    def wishes(self) -> Wishes:
        """What is chosen."""
        ticked = frozenset(name for section in self.sections for name in section.ticked())
        return Wishes(self.folder.text(), self.name.text(), ticked, self.sheet.plan())

    def accept(self) -> None:
        """Order, unless something cannot be, or may not be replaced."""
        try:
            order = self._order()
            refuse_unwritable(order.paths()[0])
        except FashionGanError as error:
            self._say(in_words("Error", str(error)))
            return
        if may_replace(self, order.paths()):
            self.ordered.emit(order)
            super().accept()

    def _order(self) -> ExportOrder:
        return self.wishes().order(self._what)

    def _offer(self) -> None:
        """Say in each group what there is."""
        count, look = len(self._what.chosen), self._what.look
        missing = "" if count else self.tr("Choose pictures in the gallery first.")
        self.pictures.offer(self.tr("Pictures: %n chosen", "", count), missing)
        self.sheet.offer(self.tr("Sheet of the chosen pictures"), missing)
        garment = in_words("Pattern", look.pattern.title) if look else ""
        worn = self.tr("The fitted garment: %1").replace("%1", garment) if look else self.tr("The fitted garment")
        self.look.offer(worn, "" if look else self.tr("Fit a picture's garment on the body first."))
        self.project.offer(self.tr("Project: all of it in one file, to open again"), "")

    def _lay_out(self) -> None:
        choose = QPushButton(self.tr("C&hoose…"))
        choose.setToolTip(self.tr("The folder that the files go to"))
        choose.clicked.connect(self._choose_folder)
        self.folder.setToolTip(self.tr("The folder that the files go to; it is made if it is not there"))
        self.name.setToolTip(self.tr("All files begin with this name"))
        self.files.setAccessibleName(self.tr("Files that are written"))
        self.files.setToolTip(self.tr("Every file that is written, and whether it replaces one"))
        self.files.setFixedHeight(LIST_PX)
        self.files.setUniformItemSizes(True)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        where, form, groups = QHBoxLayout(), QFormLayout(), QHBoxLayout()
        where.addWidget(self.folder, stretch=1)
        where.addWidget(choose)
        folder = QLabel(self.tr("Fo&lder"))
        folder.setBuddy(self.folder)
        form.addRow(folder, where)
        form.addRow(self.tr("Na&me"), self.name)
        for pair in (self.sections[:2], self.sections[2:]):
            column = QVBoxLayout()
            column.addWidget(pair[0])
            column.addWidget(pair[1], stretch=1)
            groups.addLayout(column, stretch=1)
        whole = QVBoxLayout(self)
        whole.addLayout(groups)
        whole.addLayout(form)
        for part in (self.files, self.says, self.buttons):
            whole.addWidget(part)
        self.resize(WIDTH_PX, self.sizeHint().height())

    def _connect(self) -> None:
        for section in self.sections:
            section.changed.connect(self._show_files)
        for line in (self.folder, self.name):
            line.textChanged.connect(self._show_files)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _show_files(self) -> None:
        """Name every file before it is written."""
        self.files.clear()
        try:
            paths = self._order().paths()
        except FashionGanError as error:
            self.export.setEnabled(False)
            self._say(in_words("Wishes", str(error)))
            return
        self.export.setEnabled(True)
        replaced = {path for path in paths if path.exists()}
        self.files.addItems([self._named(path) if path in replaced else path.name for path in paths[:MOST_LISTED]])
        said = self.tr("%n file(s)", "", len(paths))
        self._say(said + (self.tr(", %n replaced", "", len(replaced)) if replaced else ""))

    def _named(self, path: Path) -> str:
        """A file that is replaced, and whether another program had it since."""
        if self.known.changed(path):
            said = self.tr("%1 — replaces the one that is there, which another program changed since it was open here")
        else:
            said = self.tr("%1 — replaces the one that is there")
        return said.replace("%1", path.name)

    def _choose_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Folder to export to"), self.folder.text())
        if name:
            self.folder.setText(str(Path(name)))

    def _say(self, text: str) -> None:
        self.says.setText(text)
