"""A designer at the window, as a script: asks, chooses, slides, sketches, sorts, checks, fits and turns pages.

Each act is what a hand does: a click, a key, a line that is drawn. Between acts the window works on by itself.
"""

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMessageBox

from benchmarks.window.surroundings import let_run, rest
from fashiongan.garment.fit_colors import FitMap
from fashiongan.library.entry import Field
from gui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
CATEGORIES = ("tshirt", "dress", "trousers", "shirt", "skirt")
OUTLINE = (
    (0.5, 0.2),
    (0.35, 0.15),
    (0.1, 0.4),
    (0.2, 0.48),
    (0.3, 0.38),
    (0.3, 0.85),
    (0.7, 0.85),
    (0.7, 0.38),
    (0.9, 0.4),
)
SLIDES, DRAGS = 12, 15


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that is done. often : in how many rounds of a day it comes"""

    name: str
    do: Callable[[MainWindow], None]
    every: int = 1


def generate(window: MainWindow, number: int = 0) -> None:
    """Ask for four garments and wait for them."""
    panel = window.design.attributes
    panel.boxes["category"].choose(CATEGORIES[number % len(CATEGORIES)])
    panel.count.setValue(4)
    panel.seed.lock.setChecked(True)
    panel.seed.box.setValue(100 + 4 * number)
    QTest.mouseClick(panel.generate, LEFT)
    _ended(window)


def choose(window: MainWindow) -> None:
    """Go through the gallery with the arrow keys, then choose two at once."""
    gallery = window.design.gallery
    gallery.choose(window.design.pictures.numbers[:1])
    for _ in range(6):
        QTest.keyClick(gallery, Qt.Key.Key_Right)
        rest(0.1)
    gallery.choose(window.design.pictures.numbers[:2])
    rest(0.5)
    gallery.choose(window.design.pictures.numbers[:1])


def star(window: MainWindow) -> None:
    """Like the first picture, or not any more."""
    number = window.design.pictures.numbers[0]
    window.design.actions_.toggle_star([number])
    rest(0.05)


def search(window: MainWindow) -> None:
    """Look for something and for all again."""
    filters = window.design.room.filters
    QTest.keyClicks(filters.text, "dress")
    rest(0.4)
    QTest.mouseClick(filters.clear, LEFT)
    rest(0.4)


def slide(window: MainWindow) -> None:
    """Drag a live slider there and back."""
    design = window.design
    design.tabs.setCurrentWidget(design.live)
    design.gallery.choose(design.pictures.numbers[:1])
    for slider in list(design.live.sliders.values())[:2]:
        for value in itertools.chain(range(SLIDES), range(SLIDES, -1, -1)):
            slider.setValue(value * 6)
            rest(0.03)
    QTest.mouseClick(design.live.reset, LEFT)


def sketch(window: MainWindow) -> None:
    """Draw an outline, wait for its garment, and take the lines back."""
    window.show_page(window.sketch)
    canvas = window.sketch.canvas
    places = [QPoint(int(x * canvas.width()), int(y * canvas.height())) for x, y in OUTLINE]
    QTest.mousePress(canvas, LEFT, pos=places[0])
    for start, end in itertools.pairwise(places):
        for step in range(1, 6):
            QTest.mouseMove(canvas, start + (end - start) * (step / 5))
            rest(0.01)
    QTest.mouseRelease(canvas, LEFT, pos=places[-1])
    rest(1.0)
    QTest.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rest(0.3)
    window.show_page(window.design)


def sort_by_taste(window: MainWindow) -> None:
    """Sort by what is starred."""
    window.library.change(window.design.pictures.numbers[:3], Field.STARRED, True, "star")
    QTest.mouseClick(window.design.taste.sort, LEFT)
    _ended(window)


def check(window: MainWindow) -> None:
    """Ask whether a picture is new."""
    window.check_originality(window.design.pictures.numbers[0])
    _ended(window)
    rest(0.2)
    close_dialogs(window)


def enlarge(window: MainWindow) -> None:
    """Four times as wide and high; the large picture is chosen, then put into the trash."""
    design = window.design
    design.gallery.choose(design.pictures.numbers[-1:])
    QTest.mouseClick(design.tools.enlarge, LEFT)
    _ended(window)
    design.gallery.choose(design.pictures.numbers[:1])
    rest(0.3)
    window.library.change(design.pictures.numbers[:1], Field.TRASHED, True, "trash")
    design.refresh()


def fit(window: MainWindow) -> None:
    """See a garment worn, from all sides and in the colours of its fit."""
    window.design.gallery.choose([_of(window, "tshirt")])
    window.design.fit.trigger()
    _ended(window)
    let_run(lambda: window.fit.viewport.has_frame)
    for _ in range(DRAGS):
        window.fit.viewport.orbit(4.0)
        rest(0.03)
    window.fit.fit_view.choose(FitMap.EASE)
    rest(0.5)
    window.fit.fit_view.choose(None)
    rest(0.5)


def turn_pages(window: MainWindow) -> None:
    """All pages, there and back."""
    for page in (window.sketch, window.scan, window.fit, window.design):
        window.show_page(page)
        rest(0.2)


def close_dialogs(window: MainWindow) -> None:
    """Close what asks or tells."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
    rest(0.05)


ACTS = (
    Act("generate", generate),
    Act("choose", choose),
    Act("star", star),
    Act("search", search),
    Act("slide", slide),
    Act("sketch", sketch, 2),
    Act("sort by taste", sort_by_taste, 3),
    Act("is it new", check, 2),
    Act("enlarge", enlarge, 5),
    Act("fit", fit, 5),
    Act("turn pages", turn_pages),
)


def rounds() -> Iterator[list[Act]]:
    """What is done one round after the other, without end; everything in the first."""
    for number in itertools.count():
        yield [
            Act(act.name, partial(generate, number=number)) if act.name == "generate" else act
            for act in ACTS
            if number % act.every == 0
        ]


def complaints(window: MainWindow) -> list[str]:
    """What the window complained about: a script that meets them has measured something else."""
    return [box.text() for box in window.findChildren(QMessageBox)]


def _of(window: MainWindow, category: str) -> int:
    numbers = window.design.pictures.numbers
    return next((one for one in numbers if window.library.entry(one).attributes.category == category), numbers[0])


def _ended(window: MainWindow) -> None:
    let_run(lambda: not window.queue.busy)
