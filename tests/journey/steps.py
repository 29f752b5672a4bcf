"""From a new design to an exported garment, and everything there again the next day: one step after the other."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLineEdit, QMessageBox, QPushButton, QSpinBox, QWidget

from gui.export.dialog import ExportDialog
from gui.help.tour import Tour
from gui.help.welcome import Welcome
from gui.main_window import MainWindow
from gui.sketch.canvas import SketchCanvas
from tests.gui.drops import drop, files
from tests.journey.hand import (
    CONTROL,
    LEFT,
    PLAIN,
    answering,
    click,
    find,
    open_menu,
    opened,
    picture,
    press,
    strike,
    until,
    write,
)

HALF_SHIRT = [(384, 200), (300, 140), (100, 300), (170, 360), (240, 290), (230, 640), (384, 640)]
BOARD, SEED, TOUCHES = "Summer", "7", 8
TICKED = ("3D: GLB", "Tech pack", "Pattern: DXF", "A project file (.fgan)")


@dataclass(frozen=True)
class Journey:
    """shoot : takes a picture of the screen under a name, or does nothing; recording : of somebody who turned;
    out : where exports go; many, more : pictures of the first order, and of the one that is not done at closing"""

    shoot: Callable[[str], None]
    recording: Path
    out: Path
    many: int
    more: int

    def begin(self, window: MainWindow) -> None:
        """Walk through the window once, and send the welcome away."""
        line = window.findChild(Welcome)
        assert line is not None
        self.shoot("first-start")
        press(line, "Walk through the window")
        tour = window.findChild(Tour)
        assert tour is not None
        QTest.keyClick(tour, Qt.Key.Key_Right)
        QTest.keyClick(tour, Qt.Key.Key_Left)
        self.shoot("walk")
        QTest.keyClick(tour, Qt.Key.Key_Escape)
        press(line, "Not now")
        until(lambda: window.findChild(Welcome) is None, "the welcome gone")

    def ask(self, window: MainWindow) -> None:
        """T-shirts of one colour, with a seed of our own."""
        panel = window.design.attributes
        for name, word in (("category", "tsh"), ("pattern", "sol")):
            box = find(QComboBox, name, panel)
            box.setFocus()
            QTest.keyClicks(box, word)
        write(find(QSpinBox, "Seed", panel), SEED)
        find(QCheckBox, "Lock the seed", panel).setFocus()
        QTest.keyClick(find(QCheckBox, "Lock the seed", panel), Qt.Key.Key_Space)
        self._generate(window, self.many)
        until(lambda: not window.queue.busy, "the pictures")
        self.shoot("generated")

    def star(self, window: MainWindow) -> None:
        """Two stars, and both on a board."""
        gallery = window.design.gallery
        click(gallery.viewport(), picture(gallery, 0))
        click(gallery.viewport(), picture(gallery, 2), CONTROL)
        strike(window, Qt.Key.Key_D, PLAIN)
        with answering(self._name_board):
            strike(window, Qt.Key.Key_M, PLAIN)
        self.shoot("starred")

    def vary(self, window: MainWindow) -> None:
        """More like the first."""
        gallery, panel = window.design.gallery, window.design.attributes
        click(gallery.viewport(), picture(gallery, 0))
        write(find(QSpinBox, "Pictures", panel), "2")
        press(window.design.tools, "Vary")
        until(lambda: not window.queue.busy, "the variations")
        self.shoot("varied")

    def sketch(self, window: MainWindow) -> None:
        """Draw half a shirt; keep its garment."""
        self._turn(window, Qt.Key.Key_2, window.sketch)
        canvas = window.sketch.canvas
        until(lambda: canvas.width() > 100, "the page")
        _draw(canvas)
        keep = find(QPushButton, "Keep", window.sketch)
        until(lambda: keep.isEnabled() and not window.sketch.preview.words, "the garment of the drawing")
        self.shoot("sketched")
        click(keep)
        until(lambda: not window.queue.busy, "the kept garment")

    def scan(self, window: MainWindow) -> None:
        """Drop a recording on the window, and measure."""
        self._turn(window, Qt.Key.Key_3, window.scan)
        assert drop(window, files(self.recording))
        assert window.scan.source.files.paths == [self.recording]
        until(lambda: window.scan.preview.picture.has_picture, "the recording")
        self.shoot("recording")
        press(window.scan, "Measure")
        until(lambda: not window.queue.busy, "the measurements")
        assert window.fit.wearer.scan is not None
        until(lambda: window.scan.measurements.body.has_tape, "the drawing of the body")
        self.shoot("measured")

    def fit(self, window: MainWindow) -> None:
        """Fit the oldest picture on who was measured, and look how it sits."""
        self._turn(window, Qt.Key.Key_1, window.design)
        gallery = window.design.gallery
        click(gallery.viewport(), picture(gallery, 0))
        QTest.keyClick(gallery, Qt.Key.Key_End)
        strike(window, Qt.Key.Key_F)
        until(lambda: not window.queue.busy, "the fitted garment")
        assert window.fit.look is not None
        self.shoot("fitted")
        press(window.fit, "Ease")
        self.shoot("ease")

    def export(self, window: MainWindow, name: str) -> None:
        """Write the garment in 3D, its pattern, its tech pack, and a project."""
        strike(window, Qt.Key.Key_E)
        dialog = opened(window, ExportDialog)
        for text in TICKED:
            box = find(QCheckBox, text, dialog)
            if not box.isChecked():
                box.setFocus()
                QTest.keyClick(box, Qt.Key.Key_Space)
        write(dialog.folder, str(self.out))
        write(dialog.name, name)
        self.shoot("export")
        press(dialog, "Export")
        box = opened(window, QMessageBox)
        assert str(self.out) in box.text()
        press(box, "Close")

    def leave(self, window: MainWindow) -> None:
        """Ask for more, and close before it is done; it goes on the next time."""
        self._turn(window, Qt.Key.Key_1, window.design)
        self._generate(window, self.more)
        made = len(window.library.numbers())
        until(lambda: len(window.library.numbers()) > made, "one of the pictures")
        with answering(self._go_on_next_time):
            open_menu(window, "File", "Quit")
        until(lambda: not window.queue.busy and not window.isVisible(), "the window closed")

    def come_back(self, window: MainWindow) -> None:
        """The next day."""
        until(lambda: not window.queue.busy, "what was not done")
        self.shoot("next-day")

    def open_demo(self, window: MainWindow) -> None:
        """The demo project, from the menu."""
        open_menu(window, "Help", "Open the demo project")
        until(lambda: not window.queue.busy, "the demo")
        self._turn(window, Qt.Key.Key_1, window.design)
        self.shoot("demo")

    def _generate(self, window: MainWindow, count: int) -> None:
        write(find(QSpinBox, "Pictures", window.design.attributes), str(count))
        press(window.design.attributes, "Generate")

    def _turn(self, window: MainWindow, key: Qt.Key, page: QWidget) -> None:
        strike(window, key)
        assert window.pages.currentWidget() is page

    def _name_board(self, dialog: QDialog) -> None:
        [line] = dialog.findChildren(QLineEdit)
        QTest.keyClicks(line, BOARD)
        self.shoot("board")
        QTest.keyClick(line, Qt.Key.Key_Return)

    def _go_on_next_time(self, dialog: QDialog) -> None:
        self.shoot("closing")
        press(dialog, "Go on next time")


def _draw(canvas: SketchCanvas) -> None:
    """One line through half a shirt; the other half follows."""
    steps = [
        (a + (c - a) * t / TOUCHES, b + (d - b) * t / TOUCHES)
        for (a, b), (c, d) in pairwise(HALF_SHIRT)
        for t in range(TOUCHES)
    ]
    first, *rest = (canvas.view.transform().map(QPointF(*place)).toPoint() for place in (*steps, HALF_SHIRT[-1]))
    QTest.mousePress(canvas, LEFT, pos=first)
    for place in rest:
        QTest.mouseMove(canvas, place)
    QTest.mouseRelease(canvas, LEFT, pos=rest[-1])
