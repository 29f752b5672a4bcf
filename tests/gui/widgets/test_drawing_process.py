import os
import signal
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from fashiongan.errors import DisplayError
from gui.widgets.drawing_process import DrawingProcess, Scene, Shot
from gui.widgets.ground import Ground
from gui.widgets.renderer import close_renderers
from gui.widgets.scene_picture import PROCESS, ScenePicture
from gui.widgets.stage import MOST_PX, Stage
from tests.gui.widgets.test_stage import CAMERA, SIZE, SURFACES

SCENE, SHOT = Scene(SURFACES, Ground.LIGHT), Shot(CAMERA, *SIZE, moving=False)
WAIT_MS = 30_000


@pytest.fixture(scope="module")
def process() -> Iterator[DrawingProcess]:
    made = DrawingProcess()
    yield made
    made.end()


@pytest.fixture
def picture(qtbot: QtBot) -> Iterator[ScenePicture]:
    made = ScenePicture()
    yield made
    made.stop()


def kill(process: DrawingProcess) -> None:
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)


def test_another_process_draws_the_same_pixels(process: DrawingProcess) -> None:
    stage = Stage()
    stage.show(SURFACES, Ground.LIGHT)
    here = stage.picture(CAMERA, *SIZE, moving=False)
    close_renderers()
    np.testing.assert_array_equal(process.draw(SCENE, SHOT).pixels, here)


def test_a_process_that_died_begins_again_and_knows_the_scene(process: DrawingProcess) -> None:
    before = process.draw(SCENE, SHOT)
    kill(process)
    np.testing.assert_array_equal(process.draw(SCENE, SHOT).pixels, before.pixels)


def test_one_that_dies_each_time_is_told_of(process: DrawingProcess, monkeypatch: pytest.MonkeyPatch) -> None:
    begin = process.begin

    def begin_and_die() -> None:
        begin()
        kill(process)

    monkeypatch.setattr(process, "begin", begin_and_die)
    with pytest.raises(DisplayError, match="ended unexpectedly"):
        process.draw(SCENE, SHOT)


def test_two_views_draw_their_own_scenes_in_turn(process: DrawingProcess) -> None:
    other = Scene(SURFACES[:1], Ground.DARK)
    first, second = process.draw(SCENE, SHOT), process.draw(other, SHOT)
    assert not np.array_equal(first.pixels, second.pixels)
    np.testing.assert_array_equal(process.draw(SCENE, SHOT).pixels, first.pixels)


def test_a_view_larger_than_any_screen_is_drawn_coarser(process: DrawingProcess) -> None:
    drawn = process.draw(SCENE, Shot(CAMERA, 6000, 3000, moving=True))
    height, width, _ = drawn.pixels.shape
    assert 0.9 * MOST_PX < height * width <= MOST_PX
    assert width / height == pytest.approx(2, rel=1e-3)


def test_the_newest_wish_is_what_is_seen_in_the_end(picture: ScenePicture) -> None:
    picture.show(SURFACES, Ground.LIGHT)
    for width in (120, 140, 160):
        picture.ask(CAMERA, QSize(width, 100), moving=True)
    picture.wait()
    assert picture.image is not None
    assert picture.image.size() == QSize(160, 100)


def test_nothing_to_show_takes_the_picture_away_and_what_is_still_being_drawn(
    qtbot: QtBot, picture: ScenePicture
) -> None:
    picture.show(SURFACES, Ground.LIGHT)
    picture.ask(CAMERA, QSize(120, 100), moving=True)
    picture.show((), Ground.LIGHT)
    picture.wait()
    with qtbot.waitSignal(picture.changed, timeout=WAIT_MS):
        picture.show(SURFACES, Ground.LIGHT)
        picture.ask(CAMERA, QSize(100, 100), moving=False)
    assert picture.image is not None
    assert picture.image.size() == QSize(100, 100)


def test_where_nothing_can_be_drawn_the_view_says_so(
    qtbot: QtBot, picture: ScenePicture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(scene: Scene, shot: Shot) -> None:
        raise DisplayError("no OpenGL")

    monkeypatch.setattr(PROCESS, "draw", refuse)
    picture.show(SURFACES, Ground.LIGHT)
    with qtbot.waitSignal(picture.failed, timeout=WAIT_MS):
        picture.ask(CAMERA, QSize(120, 100), moving=True)
    picture.wait()
    assert picture.image is None
