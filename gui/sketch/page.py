"""The sketch page: the drawing on the left, its garment on the right, made anew while somebody draws."""

import random
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSpinBox, QSplitter, QVBoxLayout, QWidget

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import FashionGanError
from fashiongan.studio import Studio
from fashiongan.tasks import FromSketch
from fashiongan.tools.drawn_sketch import sketch_of
from gui.asking.picture_file import choose_picture
from gui.dropping.picture_drop import PictureDrop
from gui.export.replacing import may_replace
from gui.languages.wording import in_words
from gui.sketch.brush import Brush
from gui.sketch.canvas import SketchCanvas
from gui.sketch.files import open_drawing, save_drawing
from gui.sketch.live_garment import Made, Wanted, make_garment
from gui.sketch.preview import GarmentPreview
from gui.sketch.sheet import Sheet
from gui.sketch.sheet_text import from_text, to_text
from gui.sketch.tool_bar import SketchToolBar
from gui.sketch.trace_bar import TraceBar
from gui.sketch.trace_layer import TraceLayer
from gui.work.live import LiveWorker

LIVE_MS, PAUSE_MS = 80, 300
FOUR = 4
MOST_SEED = 999_999


class SketchPage(QWidget):
    """Asks for garments of what is drawn; words and colours are those that `attributes` gives.

    task_asked : a FromSketch; refused : one line; drawing_changed : what `restore` takes, when the hand pauses
    """

    task_asked = Signal(object)
    refused = Signal(str)
    drawing_changed = Signal(str)

    def __init__(
        self, studio: Studio, attributes: Callable[[], GarmentAttributes], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._attributes = attributes
        self.sheet, self.brush, self.traced = Sheet(self), Brush(self), TraceLayer(self)
        self.canvas = SketchCanvas(self.sheet, self.brush, self.traced)
        self.tools, self.trace_bar = SketchToolBar(self.sheet, self.brush), TraceBar(self.canvas)
        self.preview = GarmentPreview()
        self.open_button = self._button(self.tr("Open…"), self.tr("Go on with a drawing: one saved here, or on paper"))
        self.save_button = self._button(self.tr("Save…"), self.tr("The drawing as a PNG, which can be opened again"))
        self.seed = QSpinBox()
        self.dice = self._button("⚄", self.tr("Another colour: roll another seed"))
        self.four = self._button(
            self.tr("Four of it"),
            self.tr("Four garments of the drawing in four colours; for that, ask for no colour and dab none"),
        )
        self.keep = self._button(self.tr("Keep"), self.tr("Put the garment on the right among the pictures"))
        self.live = LiveWorker(lambda wanted: make_garment(studio, wanted), self)
        self._soon, self._pause = QTimer(self), QTimer(self)
        self._lay_out()
        self._connect()
        self.refresh()

    @staticmethod
    def _button(text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        return button

    def _lay_out(self) -> None:
        self.seed.setRange(0, MOST_SEED)
        self.seed.setToolTip(self.tr("Chooses the colour where none is asked for and none is dabbed"))
        self.seed.setAccessibleName(self.tr("Seed"))
        self.dice.setAccessibleName(self.tr("Roll another seed"))
        self.dice.setMaximumWidth(36)
        sides = QSplitter(Qt.Orientation.Horizontal)
        for side in (self.canvas, self.preview):
            sides.addWidget(side)
        sides.setSizes([1000, 1000])
        below = QHBoxLayout()
        for file_part in (self.open_button, self.save_button, self.trace_bar):
            below.addWidget(file_part)
        below.addStretch()
        for asking_part in (self.seed, self.dice, self.four, self.keep):
            below.addWidget(asking_part)
        column = QVBoxLayout(self)
        column.addWidget(self.tools)
        column.addWidget(sides, stretch=1)
        column.addLayout(below)

    def _connect(self) -> None:
        for timer, wait_ms in ((self._soon, LIVE_MS), (self._pause, PAUSE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(wait_ms)
        self._soon.timeout.connect(self.refresh)
        self.sheet.touched.connect(lambda _: self._refresh_soon())
        self.sheet.changed.connect(self._tell_soon)
        self.traced.changed.connect(self._tell_soon)
        self._pause.timeout.connect(self._tell_drawing)
        self.live.done.connect(self._show)
        self.live.failed.connect(self.preview.say)
        self.tools.fit.clicked.connect(self.canvas.fit)
        self.open_button.clicked.connect(self._choose_drawing)
        self.save_button.clicked.connect(self._choose_place)
        PictureDrop(self).dropped.connect(self.trace)
        self.trace_bar.trace.clicked.connect(self._choose_trace)
        self.seed.valueChanged.connect(lambda _: self._refresh_soon())
        self.dice.clicked.connect(lambda: self.seed.setValue(random.randrange(MOST_SEED)))
        self.four.clicked.connect(lambda: self.ask(FOUR))
        self.keep.clicked.connect(lambda: self.ask(1))

    def refresh(self) -> None:
        """Make the garment again: something of the drawing, the words or the seed has changed."""
        if not self.isVisible():
            return  # Shown again, it is made again.
        try:
            wanted = self._wanted()
        except FashionGanError as error:
            self._show_none(in_words("Error", str(error)))
            return
        drawn = wanted.layers.inked
        self.keep.setEnabled(drawn)
        self.four.setEnabled(drawn and not wanted.asked.colors and not wanted.layers.dabbed)
        self.save_button.setEnabled(bool(self.sheet.drawing))
        if not drawn:
            self._show_none(self.tr("The garment appears here while you draw."))
        self.live.ask(wanted)

    def ask(self, count: int) -> None:
        """Ask for garments of the drawing, to be kept."""
        try:
            wanted = self._wanted()
            layers = wanted.layers
            sketch, _ = sketch_of(layers.lines(), layers.dabs(), self.tr("drawing"))
            self.task_asked.emit(FromSketch(sketch, wanted.asked, count, wanted.seed))
        except FashionGanError as error:
            self.refused.emit(str(error))

    def restore(self, text: str) -> None:
        """Show what `drawing_changed` told; a text that cannot be read changes nothing."""
        try:
            drawing, trace = from_text(text)
        except FashionGanError as error:
            self.refused.emit(str(error))
            return
        self.sheet.restore(drawing)
        self._lay_under(lambda: self.traced.restore(trace))

    def open_drawing(self, path: Path) -> None:
        """Go on with a drawing from a file; Undo brings back what was on the page."""
        try:
            self.sheet.replace(open_drawing(path))
        except FashionGanError as error:
            self.refused.emit(str(error))

    def save_drawing(self, path: Path) -> None:
        """Write the drawing."""
        try:
            save_drawing(path, self.sheet.drawing)
        except FashionGanError as error:
            self.refused.emit(str(error))

    def trace(self, path: Path) -> None:
        """Lay a picture under the drawing."""
        self._lay_under(lambda: self.traced.open(path))

    def stop(self) -> None:
        """Tell what is not told yet, and end the work; call it before the window goes."""
        if self._pause.isActive():
            self._tell_drawing()
        self._soon.stop()
        self.live.stop()

    def _wanted(self) -> Wanted:
        return Wanted(self.sheet.layers.snapshot(), self._attributes(), self.seed.value())

    def _show(self, made: Made | None) -> None:
        if made:
            self.preview.show_garment(made)
        elif not self.preview.words:
            self.preview.say(self.tr("This is too small for a garment yet; go on."))

    def _show_none(self, why: str) -> None:
        self.live.forget()
        self.preview.say(why)

    def _lay_under(self, lay: Callable[[], None]) -> None:
        try:
            lay()
        except FashionGanError as error:
            self.refused.emit(str(error))

    def _refresh_soon(self) -> None:
        """Not anew with each touch: a hand that goes on drawing sees its garment grow."""
        if not self._soon.isActive():
            self._soon.start()

    def _tell_soon(self) -> None:
        """Not begun anew either: what is told is kept, and a hand that never rests shall lose no more than another."""
        if not self._pause.isActive():
            self._pause.start()

    def _tell_drawing(self) -> None:
        self._pause.stop()
        self.drawing_changed.emit(to_text(self.sheet.drawing, self.traced.trace))

    def _choose_drawing(self) -> None:
        if path := choose_picture(self, self.tr("Drawing of a garment")):
            self.open_drawing(path)

    def _choose_trace(self) -> None:
        if path := choose_picture(self, self.tr("Picture to trace")):
            self.trace(path)

    def _choose_place(self) -> None:
        ask_later = QFileDialog.Option.DontConfirmOverwrite
        kinds = self.tr("Drawing (*.png)")
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save the drawing"), "drawing.png", kinds, options=ask_later
        )
        path = Path(f"{name.removesuffix('.png')}.png")
        if name and may_replace(self, [path]):
            self.save_drawing(path)

    def showEvent(self, event: QShowEvent) -> None:
        """The words may have changed elsewhere."""
        self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keys of the canvas are its own on the whole page, whatever shortcuts the window has."""
        pressed = event.type() == QEvent.Type.ShortcutOverride
        return (pressed and self.canvas.takes_key(event)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no control on the page wants, the canvas may."""
        self.canvas.keyPressEvent(event)
