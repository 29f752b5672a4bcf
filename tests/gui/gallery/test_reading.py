"""Pictures are read beside the window's thread, which must answer meanwhile."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from fashiongan.library.entry import Field
from gui.gallery.originality import OriginalityDialog
from gui.main_window import MainWindow
from gui.work.queue import State
from tests.gui.conftest import WAIT_MS, choose, ended
from tests.library.pictures import plain_garment
from tests.originality.weights import add_originality
from tests.taste.weights import add_taste


@pytest.fixture
def readers(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """On which threads picture files were opened."""
    threads: list[threading.Thread] = []
    really_open = Image.open

    def open_and_tell(*args: Any, **kwargs: Any) -> Image.Image:
        threads.append(threading.current_thread())
        return really_open(*args, **kwargs)

    monkeypatch.setattr(Image, "open", open_and_tell)
    return threads


@pytest.fixture
def filled(window: MainWindow) -> MainWindow:
    """A window with a red and a blue garment."""
    for color in ("red", "blue"):
        window.library.add(plain_garment(color=color, size_px=48))
    window.design.refresh()
    return window


def test_a_chosen_picture_is_read_beside_the_window_and_then_seen(
    qtbot: QtBot, filled: MainWindow, readers: list[threading.Thread]
) -> None:
    choose(filled, 1)
    qtbot.waitUntil(lambda: filled.design.preview.image is not None, timeout=WAIT_MS)
    assert filled.design.preview.image is filled.library.image(2)
    assert filled.design.facts.facts()["Picture"].startswith("2 ")
    assert readers
    assert threading.main_thread() not in readers


def test_of_pictures_that_are_chosen_in_a_row_the_last_one_stays(qtbot: QtBot, filled: MainWindow) -> None:
    for place in (0, 1, 0, 1):
        choose(filled, place)
    second = filled.library.image(2).rgba

    def seen() -> bool:
        image = filled.design.preview.image
        return image is not None and np.array_equal(image.rgba, second)

    qtbot.waitUntil(seen, timeout=WAIT_MS)
    qtbot.wait(50)
    assert seen()


def test_a_picture_that_was_lost_is_told_and_none_is_seen(qtbot: QtBot, filled: MainWindow) -> None:
    choose(filled, 0)
    qtbot.waitUntil(lambda: filled.design.preview.image is not None, timeout=WAIT_MS)
    filled.library.path(2).unlink()
    with qtbot.waitSignal(filled.design.refused, timeout=WAIT_MS):
        choose(filled, 1)
    assert filled.design.preview.image is None


def test_the_taste_reads_the_starred_ones_beside_the_window(
    qtbot: QtBot, filled: MainWindow, tiny_checkpoints: Path, readers: list[threading.Thread]
) -> None:
    add_taste(tiny_checkpoints)
    filled.library.change([1, 2], Field.STARRED, True, "star")
    filled.design.taste.sort.click()
    ended(qtbot, filled)
    assert filled.design.pictures.ranked
    assert len(readers) == 4  # Each is looked at, and then found again by its pixels.
    assert threading.main_thread() not in readers


def test_the_originality_check_reads_beside_the_window(
    qtbot: QtBot, filled: MainWindow, tiny_checkpoints: Path, tiny_garments: Path, readers: list[threading.Thread]
) -> None:
    add_originality(tiny_garments, tiny_checkpoints)
    readers.clear()
    filled.check_originality(1)
    ended(qtbot, filled)
    assert readers
    assert threading.main_thread() not in readers


def test_why_a_picture_cannot_be_checked_stands_in_the_dialog(
    qtbot: QtBot, filled: MainWindow, tiny_checkpoints: Path, tiny_garments: Path
) -> None:
    add_originality(tiny_garments, tiny_checkpoints)
    filled.library.path(1).write_bytes(b"no picture")
    filled.check_originality(1)
    ended(qtbot, filled)
    [dialog] = filled.findChildren(OriginalityDialog)
    assert "cannot be read as a picture" in dialog.headline.text()


def test_a_check_that_is_closed_ends_unseen_and_leaves_nothing_behind(
    qtbot: QtBot, filled: MainWindow, tiny_checkpoints: Path, tiny_garments: Path
) -> None:
    add_originality(tiny_garments, tiny_checkpoints)
    filled.check_originality(1)
    [dialog] = filled.findChildren(OriginalityDialog)
    dialog.close()
    qtbot.waitUntil(lambda: not filled.findChildren(OriginalityDialog), timeout=WAIT_MS)
    ended(qtbot, filled)
    assert {item.state for item in filled.queue.items} == {State.DONE}
