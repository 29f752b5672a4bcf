"""Below the page: the picture that is traced."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSlider, QWidget

from gui.sketch.canvas import SketchCanvas


class TraceBar(QWidget):
    """Fades, moves and removes the picture under the drawing; `trace` asks for one. The rest is hidden without one."""

    def __init__(self, canvas: SketchCanvas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self.trace = QPushButton(self.tr("Trace…"))
        self.trace.setToolTip(self.tr("Lay a picture under the page to draw over; one can be dropped here, too"))
        self.opacity = QSlider(Qt.Orientation.Horizontal)
        self.opacity.setRange(5, 100)
        self.opacity.setMinimumWidth(60)
        self.opacity.setToolTip(self.tr("How much of the picture is seen"))
        self.opacity.setAccessibleName(self.tr("Opacity of the traced picture"))
        self.move_it = QPushButton(self.tr("Move"))
        self.move_it.setCheckable(True)
        self.move_it.setToolTip(
            self.tr("Drag the picture where you want it, scale it with the wheel; press again to draw")
        )
        self.remove = QPushButton(self.tr("Remove"))
        self.remove.setToolTip(self.tr("Take the picture away; the drawing stays"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.trace, self.opacity, self.move_it, self.remove):
            row.addWidget(part)
        self._connect()
        self._show()

    def _connect(self) -> None:
        traced = self._canvas.traced
        self.opacity.valueChanged.connect(lambda percent: traced.fade(percent / 100))
        self.move_it.toggled.connect(self._canvas.move_trace)
        self.remove.clicked.connect(lambda: traced.restore(None))
        traced.changed.connect(self._show)
        self._canvas.brush.changed.connect(lambda: self.move_it.setChecked(False))

    def _show(self) -> None:
        trace = self._canvas.traced.trace
        for part in (self.opacity, self.move_it, self.remove):
            part.setVisible(trace is not None)
        self.opacity.blockSignals(True)
        self.opacity.setValue(round(100 * trace.opacity) if trace else 0)
        self.opacity.blockSignals(False)
        if trace is None:
            self.move_it.setChecked(False)
