import pytest
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import Theme, apply_theme, palette_of
from gui.widgets.line_icons import SIZE_PX, STROKES, line_icon
from gui.widgets.main_button import MainButton


def strokes_of(icon: QIcon, state: QIcon.State) -> set[str]:
    """The colours that are fully drawn."""
    image = icon.pixmap(SIZE_PX, QIcon.Mode.Normal, state).toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {QColor(pixel.rgb()).name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("name", STROKES)
def test_an_icon_has_the_color_of_words_and_of_what_is_chosen(qapp: QApplication, name: str, theme: Theme) -> None:
    palette = palette_of(theme)
    icon = line_icon(name, palette)
    assert palette.windowText().color().name() in strokes_of(icon, QIcon.State.Off)
    assert palette.highlight().color().name() in strokes_of(icon, QIcon.State.On)


def test_a_main_button_follows_light_and_dark(qapp: QApplication, qtbot: QtBot) -> None:
    button = MainButton("Go")
    qtbot.addWidget(button)
    for theme in (Theme.DARK, Theme.LIGHT):
        apply_theme(qapp, theme)
        qapp.processEvents()
        assert button.palette().button().color() == palette_of(theme).highlight().color()


def test_the_button_of_an_action_can_be_pressed_when_the_action_can_be_done(qtbot: QtBot) -> None:
    action = QAction("Fit")
    button = MainButton.of(action)
    qtbot.addWidget(button)
    action.setEnabled(False)
    assert not button.isEnabled()
    action.setEnabled(True)
    with qtbot.waitSignal(action.triggered):
        button.click()
