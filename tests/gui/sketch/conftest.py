"""What tests of the Sketch page share: the page with tiny networks, and a shirt that is drawn on it."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.errors import VocabularyError
from fashiongan.studio import Studio
from fashiongan.tasks import FromSketch
from gui.sketch.page import SketchPage
from tests.gui.sketch.test_canvas import draw
from tests.tools.translators import add_translators

WAIT_MS = 20_000
LEFT = Qt.MouseButton.LeftButton
HALF_SHIRT = [(384, 200), (300, 140), (100, 300), (170, 360), (240, 290), (230, 640), (384, 640)]


@dataclass
class Told:
    """What a page has said."""

    tasks: list[FromSketch] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


class Asked:
    """What is chosen elsewhere in the window."""

    attributes = GarmentAttributes(Category.TSHIRT)
    error = ""

    def __call__(self) -> GarmentAttributes:
        if self.error:
            raise VocabularyError(self.error)
        return self.attributes


@pytest.fixture
def asked() -> Asked:
    return Asked()


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    add_translators(tiny_checkpoints)
    return Studio(tiny_checkpoints)


@pytest.fixture
def page(qtbot: QtBot, studio: Studio, asked: Asked) -> Iterator[SketchPage]:
    made = SketchPage(studio, asked)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.stop()


@pytest.fixture
def told(page: SketchPage) -> Told:
    heard = Told()
    page.task_asked.connect(heard.tasks.append)
    page.refused.connect(heard.refused.append)
    page.drawing_changed.connect(heard.texts.append)
    return heard


def slowly(places: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """With nine places more on each way."""
    ways = itertools.pairwise(places)
    steps = [(a + (c - a) * t / 10, b + (d - b) * t / 10) for (a, b), (c, d) in ways for t in range(10)]
    return [*steps, places[-1]]


def drawn(qtbot: QtBot, page: SketchPage) -> None:
    draw(page.canvas, slowly(HALF_SHIRT))
    qtbot.waitUntil(lambda: page.preview.made is not None, timeout=WAIT_MS)
