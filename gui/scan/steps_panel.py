"""The last steps: record, with how far the turn is, and measure."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fashiongan.body.measurements import Figure
from gui.scan.depth_picture import GOOD
from gui.widgets.main_button import MainButton

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.turning import Turning

WHEEL_PX, OPEN_ALPHA = 96, 90


class StepsPanel(QWidget):
    """`record_asked()`, pressed again `stop_asked()`; `measure_asked()`."""

    record_asked = Signal()
    stop_asked = Signal()
    measure_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calibration: Path | None = None
        self.wheel, self.recorded = TurnWheel(), QLabel()
        self.recorded.setWordWrap(True)
        self.record = QPushButton()
        self.record.setCheckable(True)
        self.figure = QComboBox()
        self.figure.addItem(self.tr("Woman"), Figure.WOMAN)
        self.figure.addItem(self.tr("Man"), Figure.MAN)
        self.figure.setToolTip(self.tr("Written into the files; it changes no measured value"))
        self.figure.setAccessibleName(self.tr("Figure"))
        self.choose_calibration = QPushButton()
        self.choose_calibration.setAccessibleName(self.tr("Calibration"))
        self.choose_calibration.setToolTip(self.tr("What calibrating wrote; only several cameras need it"))
        self.measure = MainButton(self.tr("Measure"))
        self.measure.setToolTip(self.tr("Fit a body to what was recorded, and measure it; takes some 20 seconds"))
        self._lay_out()
        self.record.clicked.connect(self._press_record)
        self.measure.clicked.connect(self.measure_asked)
        self.choose_calibration.clicked.connect(self._choose_calibration)
        self.set_calibration(None)
        self.show_turning(None)

    def _lay_out(self) -> None:
        recording, measuring = QGroupBox(self.tr("3   Record")), QGroupBox(self.tr("4   Measure"))
        column = QVBoxLayout(recording)
        column.addWidget(self.wheel, alignment=Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.record)
        column.addWidget(self.recorded)
        form = QFormLayout(measuring)
        form.addRow(self.tr("Figure"), self.figure)
        form.addRow(self.tr("Calibration"), self.choose_calibration)
        form.addRow(self.measure)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(recording)
        whole.addWidget(measuring)
        whole.addStretch()

    def show_possible(self, record: bool, measure: bool, recorded: str) -> None:
        """What can be done now, and in a line what there is to measure."""
        self.record.setEnabled(record)
        self.measure.setEnabled(measure)
        self.recorded.setText(recorded)

    def show_turning(self, turning: "Turning | None") -> None:
        """How far the person is, while they are recorded; afterwards the wheel stays as it is."""
        if turning is not None:
            self.wheel.show_held(turning.held)
        if self.record.isChecked() != (turning is not None) or not self.record.text():
            self._show_recording(turning is not None)

    def _show_recording(self, recording: bool) -> None:
        self.record.setChecked(recording)
        self.record.setText(self.tr("Stop") if recording else self.tr("Record"))
        # A new text takes the key away.
        self.record.setShortcut("R")
        tip = (
            self.tr("End here; what was recorded is kept (key R)")
            if recording
            else self.tr("After three seconds: stand, turn on by an eighth, stand, eight times (key R)")
        )
        self.record.setToolTip(tip)
        self.record.setAccessibleName(tip)

    def set_calibration(self, path: Path | None) -> None:
        """Use a calibration file, or none."""
        self.calibration = path
        self.choose_calibration.setText(path.name if path else self.tr("None"))

    def _press_record(self, begin: bool) -> None:
        self._show_recording(begin)
        (self.record_asked if begin else self.stop_asked).emit()

    def _choose_calibration(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Calibration"), "", self.tr("Calibration (*.json)"))
        self.set_calibration(Path(name) if name else None)


class TurnWheel(QWidget):
    """The person from above: an eighth of the circle is filled with every stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.held = 0
        self.setFixedSize(QSize(WHEEL_PX, WHEEL_PX))
        self.show_held(0)

    def show_held(self, held: int) -> None:
        """So many stands are done."""
        from scanning.turning import STANDS

        self.held = held
        words = self.tr("%1 of %2 stands").replace("%1", str(held)).replace("%2", str(STANDS))
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Eight sectors, from the camera's side on, and how many are filled."""
        from scanning.turning import STANDS

        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        step = 360 * 16 // STANDS
        open_ = self.palette().color(QPalette.ColorRole.PlaceholderText)
        open_.setAlpha(OPEN_ALPHA)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Window), 3))
        for stand in range(STANDS):
            painter.setBrush(GOOD if stand < self.held else open_)
            painter.drawPie(ring, -90 * 16 - step // 2 + stand * step, step)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(ring.center(), ring.width() / 4, ring.height() / 4)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, f"{self.held}/{STANDS}")
        painter.end()
