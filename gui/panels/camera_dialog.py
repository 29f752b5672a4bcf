"""Checking and calibrating a camera: what to do, on which frames, with which numbers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from fashiongan.errors import CalibrationError
from gui.camera_work import PROCEDURES, CameraInputs, CameraOrder, Procedure, Use
from gui.languages.wording import in_words
from gui.panels.camera_choice import CameraChoice
from gui.panels.camera_fields import BoardFields, calibration_field, out_field
from gui.panels.recordings import RecordingsPanel
from scanning.calibration.inputs import Edge, parse_distances, parse_size

DISTANCES = {Use.DISTANCE, Use.DISTANCES}
WARNING = "color: #b3470f"


class CameraDialog(QDialog):
    """Sends `ordered` with a `CameraOrder`. It keeps what was given, as one procedure follows another."""

    ordered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check and calibrate a camera"))
        self.procedures = QListWidget()
        self.procedures.setAccessibleName(self.tr("What to do"))
        self.recordings, self.camera, self.tabs = RecordingsPanel(""), CameraChoice(), QTabWidget()
        self.distances, self.sizes, self.board = QLineEdit(), QLineEdit(), BoardFields()
        self.up, self.refine = QComboBox(), QCheckBox(self.tr("on the depth images, too"))
        self.calibration = calibration_field(self)
        self.recording_out = out_field(self, "wall.mkv", self.tr("Recording (*.mkv)"))
        self.board_out = out_field(self, "board.pdf", self.tr("Board (*.pdf *.png)"))
        self.problem = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.begin = self.buttons.addButton(self.tr("Start"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.form = QFormLayout()
        self._fill()
        self._lay_out()
        self._connect()
        self.procedures.setCurrentRow(0)

    def _fill(self) -> None:
        for procedure in PROCEDURES:
            title, words = in_words("Camera", procedure.title), in_words("Camera", procedure.words)
            self.procedures.addItem(QListWidgetItem(f"{title}\n{words}"))
        self.procedures.setWordWrap(True)
        self.procedures.setSpacing(3)
        self.procedures.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sizes.setPlaceholderText(self.tr("box 400x250x600, or cylinder 300x700 (diameter x height)"))
        self.up.addItem(self.tr("found out"), None)
        for edge in Edge:
            self.up.addItem(in_words("Choice", edge), edge)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(WARNING)
        self.tabs.addTab(self.recordings, self.tr("From recordings"))
        self.tabs.addTab(_at_the_top(self.camera), self.tr("From a camera"))

    def _lay_out(self) -> None:
        for words, field in (
            (self.tr("Distances, mm"), self.distances),
            (self.tr("Size, mm"), self.sizes),
            (self.tr("Board"), self.board),
            (self.tr("Up in the image"), self.up),
            (self.tr("Refine"), self.refine),
            (self.tr("Write to"), self.recording_out),
            (self.tr("Write to"), self.board_out),
            (self.tr("Calibration"), self.calibration),
        ):
            self.form.addRow(words, field)
        right = QVBoxLayout()
        right.addWidget(self.tabs, stretch=1)
        right.addLayout(self.form)
        right.addStretch()
        halves = QHBoxLayout()
        halves.addWidget(self.procedures, stretch=2)
        halves.addLayout(right, stretch=3)
        column = QVBoxLayout(self)
        column.addLayout(halves, stretch=1)
        column.addWidget(self.problem)
        column.addWidget(self.buttons)
        self.resize(860, 560)

    def _connect(self) -> None:
        self.procedures.currentRowChanged.connect(self._show_procedure)
        self.tabs.currentChanged.connect(self._show_tab)
        for part in (self.recordings, self.camera, self.calibration, self.recording_out, self.board_out):
            part.changed.connect(self._show_ready)
        for line in (self.distances, self.sizes):
            line.textChanged.connect(self._show_ready)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def procedure(self) -> Procedure:
        """What is to be done."""
        return PROCEDURES[self.procedures.currentRow()]

    def order(self) -> CameraOrder | None:
        """What is asked for; None while a file or camera is missing.

        Raises
        ------
        CalibrationError : a number that cannot be
        """
        given = self._given(self.procedure.uses, self._is_live)
        return None if self.procedure.misses(given) else CameraOrder(self.procedure, given)

    def _given(self, uses: frozenset[Use], live: bool) -> CameraInputs:
        return CameraInputs(
            recordings=() if live else tuple(self.recordings.paths),
            camera=self.camera.camera() if live else None,
            distances_mm=parse_distances(self.distances.text()) if uses & DISTANCES else (),
            size_mm=parse_size(self.sizes.text()) if Use.SIZE in uses else (),
            board=self.board.spec(),
            up=Edge(self.up.currentData()) if self.up.currentData() else None,
            refine=self.refine.isChecked(),
            calibration=self.calibration.path,
            out=(self.board_out if Use.BOARD_OUT in uses else self.recording_out).path,
        )

    def accept(self) -> None:
        """Send the order and close; say what is wrong with a number, and stay."""
        try:
            order = self.order()
        except CalibrationError as error:
            self.problem.setText(in_words("Error", str(error)))
            return
        if order is not None:
            self.ordered.emit(order)
            super().accept()

    @property
    def _is_live(self) -> bool:
        return self.tabs.currentIndex() == 1

    def _show_procedure(self) -> None:
        uses, recordings = self.procedure.uses, self.procedure.recordings
        self.tabs.setVisible(bool(recordings) or Use.CAMERA in uses)
        self.tabs.setTabVisible(0, bool(recordings))
        self.tabs.setTabVisible(1, Use.CAMERA in uses)
        self.recordings.words.setText(in_words("Camera", recordings))
        one, many = self.tr("1000, if it is known"), "800, 1300, 2000"
        self.distances.setPlaceholderText(many if Use.DISTANCES in uses else one)
        for field, needed_by in (
            (self.distances, DISTANCES),
            (self.sizes, {Use.SIZE}),
            (self.board, {Use.BOARD}),
            (self.up, {Use.UP}),
            (self.refine, {Use.REFINE}),
            (self.recording_out, {Use.RECORDING_OUT}),
            (self.board_out, {Use.BOARD_OUT}),
            (self.calibration, {Use.KEPT, Use.KNOWN}),
        ):
            self.form.setRowVisible(field, bool(uses & needed_by))
        self._show_ready()

    def _show_tab(self) -> None:
        if self._is_live:
            self.camera.look_for_cameras()
        self._show_ready()

    def _show_ready(self) -> None:
        self.problem.clear()
        try:
            self.begin.setEnabled(self.order() is not None)
        except CalibrationError:
            # Still being typed; what is wrong is said when it is sent.
            self.begin.setEnabled(True)


def _at_the_top(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(widget)
    column.addStretch()
    return page
