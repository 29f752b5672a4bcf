from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from gui.gallery.live_panel import LivePanel

WAIT_MS = 20_000


@pytest.fixture
def studio(tiny_checkpoints: Path) -> Studio:
    return Studio(tiny_checkpoints)


@pytest.fixture
def images(studio: Studio) -> list[GarmentImage]:
    return list(studio.make(GenerationRequest(GarmentAttributes(), 2)))


@pytest.fixture
def panel(qtbot: QtBot, studio: Studio) -> Iterator[LivePanel]:
    made = LivePanel(studio)
    qtbot.addWidget(made)
    made.offer(studio.generator.directions)
    yield made
    made.stop()


def test_a_slider_draws_and_what_is_kept_is_what_was_shown(
    qtbot: QtBot, panel: LivePanel, studio: Studio, images: list[GarmentImage]
) -> None:
    panel.begin(images[:1])
    name = next(iter(panel.sliders))
    with qtbot.waitSignal(panel.drawn, timeout=WAIT_MS) as drawn:
        panel.sliders[name].setValue(80)
    with qtbot.waitSignal(panel.task_asked) as asked:
        panel.keep.click()
    shown, kept = drawn.args[0], studio.picture(asked.args[0], 0)
    assert np.array_equal(shown.rgba, kept.rgba)
    assert kept.idea.origin == f"{name} +3.2"
    assert not np.array_equal(shown.rgba, images[0].rgba)


def test_reset_shows_the_picture_as_it_is(qtbot: QtBot, panel: LivePanel, images: list[GarmentImage]) -> None:
    panel.begin(images[:1])
    next(iter(panel.sliders.values())).setValue(50)
    with qtbot.waitSignal(panel.drawn) as drawn:
        panel.reset.click()
    assert drawn.args == [images[0]]
    assert panel.task().pushes == ()


def test_all_the_way_towards_the_second_is_the_second(
    qtbot: QtBot, panel: LivePanel, studio: Studio, images: list[GarmentImage]
) -> None:
    panel.begin(images)
    with qtbot.waitSignal(panel.drawn, timeout=WAIT_MS) as drawn:
        panel.toward.setValue(100)
    assert np.array_equal(drawn.args[0].idea.code.latent, images[1].idea.code.latent)


def test_without_a_picture_nothing_can_be_moved(panel: LivePanel) -> None:
    panel.begin(())
    assert not panel.keep.isEnabled()
    assert not any(slider.isEnabled() for slider in panel.sliders.values())
