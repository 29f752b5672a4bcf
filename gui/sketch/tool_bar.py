"""Above the page: what to draw with, and what can be taken back."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSlider, QToolButton, QWidget

from gui.sketch.brush import LEAST_PX, MOST_PX, Brush
from gui.sketch.drawing import Tool
from gui.sketch.sheet import Sheet
from gui.sketch.swatches import Swatches


class SketchToolBar(QWidget):
    """Shows what the brush is, and changes it."""

    def __init__(self, sheet: Sheet, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet, self._brush = sheet, brush
        self.tools = {tool: self._button(text, tip, checkable=True) for tool, (text, tip) in self._words().items()}
        self.swatches = Swatches(brush.color)
        self.size_slider = QSlider(Qt.Orientation.Horizontal)
        self.size_slider.setRange(round(LEAST_PX), round(MOST_PX))
        self.size_slider.setToolTip(self.tr("How wide it draws; [ and ] make it narrower and wider"))
        self.size_slider.setAccessibleName(self.tr("Width of the tool"))
        self.symmetry = self._button(
            self.tr("Symmetry"),
            self.tr("Draw one half, and the other follows, from the next stroke on (S)"),
            checkable=True,
        )
        self.undo = self._button(self.tr("Undo"), self.tr("Take the last stroke back (Ctrl+Z)"))
        self.redo = self._button(self.tr("Redo"), self.tr("Draw again what was taken back (Ctrl+Shift+Z)"))
        self.clear = self._button(self.tr("New"), self.tr("Begin a new drawing (Ctrl+N); Undo brings this one back"))
        self.clear.setShortcut(QKeySequence.StandardKey.New)
        self.fit = self._button(self.tr("Fit"), self.tr("Show the whole page (0); the wheel zooms, its button moves"))
        self._lay_out()
        self._connect()
        self._show_brush()
        self._show_possible()

    def _words(self) -> dict[Tool, tuple[str, str]]:
        return {
            Tool.PEN: (self.tr("Pen"), self.tr("Draw lines: the outline first, then seams, pockets, buttons (P)")),
            Tool.ERASER: (self.tr("Eraser"), self.tr("Take lines and colours away (E); a pen turned over does, too")),
            Tool.HINT: (
                self.tr("Colour"),
                self.tr("Dab the colour of the cloth, a short stroke will do (H); the whole garment leans to it"),
            ),
        }

    @staticmethod
    def _button(text: str, tip: str, checkable: bool = False) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setCheckable(checkable)
        return button

    def _lay_out(self) -> None:
        group, row = QButtonGroup(self), QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in self.tools.values():
            group.addButton(button)
            row.addWidget(button)
        row.addWidget(self.swatches)
        row.addSpacing(8)
        row.addWidget(self.size_slider, stretch=1)
        self.size_slider.setMinimumWidth(70)
        self.size_slider.setMaximumWidth(160)
        row.addStretch()
        for button in (self.symmetry, self.undo, self.redo, self.clear, self.fit):
            row.addWidget(button)

    def _connect(self) -> None:
        for tool, button in self.tools.items():
            button.clicked.connect(lambda _, tool=tool: self._brush.take(tool))
        self.swatches.chosen.connect(self._brush.dip)
        self.size_slider.valueChanged.connect(self._brush.set_width)
        self.symmetry.clicked.connect(self._brush.set_symmetric)
        self._brush.changed.connect(self._show_brush)
        self.undo.clicked.connect(self._sheet.undo)
        self.redo.clicked.connect(self._sheet.redo)
        self.clear.clicked.connect(self._sheet.clear)
        self._sheet.changed.connect(self._show_possible)

    def _show_brush(self) -> None:
        self.tools[self._brush.tool].setChecked(True)
        self.symmetry.setChecked(self._brush.symmetric)
        self.swatches.show_color(self._brush.color)
        self.size_slider.blockSignals(True)
        self.size_slider.setValue(round(self._brush.width_px))
        self.size_slider.blockSignals(False)

    def _show_possible(self) -> None:
        self.undo.setEnabled(self._sheet.can_undo)
        self.redo.setEnabled(self._sheet.can_redo)
        self.clear.setEnabled(bool(self._sheet.drawing))
