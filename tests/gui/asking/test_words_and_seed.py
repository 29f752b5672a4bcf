from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.asking.seed_row import MOST_PICTURES, SeedRow, fresh_seed
from gui.main_window import MainWindow
from gui.panels.attributes import AttributePanel
from tests.gui.conftest import ended, made


@pytest.fixture
def panel(qtbot: QtBot) -> AttributePanel:
    made_panel = AttributePanel()
    qtbot.addWidget(made_panel)
    made_panel.show()
    return made_panel


def generate(qtbot: QtBot, panel: AttributePanel) -> int:
    """The seed that a press on Generate draws with."""
    with qtbot.waitSignal(panel.task_asked) as asked:
        qtbot.mouseClick(panel.generate, Qt.MouseButton.LeftButton)
    [task] = asked.args
    panel.seed.follow(task)
    return int(task.seed)


def test_no_picture_of_a_fresh_seed_is_one_of_the_run_before() -> None:
    random = Random(0)
    for before in range(0, 1000, 7):
        after = fresh_seed(before, random)
        assert not set(range(after, after + MOST_PICTURES)) & set(range(before, before + MOST_PICTURES))


def test_unlocked_each_drawing_takes_the_seed_that_was_shown_and_then_a_fresh_one(
    qtbot: QtBot, panel: AttributePanel
) -> None:
    for _ in range(3):
        shown = panel.seed.value()
        assert generate(qtbot, panel) == shown
        assert panel.seed.value() != shown
        assert str(shown) in panel.seed.again.text()


def test_locked_the_seed_stays(qtbot: QtBot, panel: AttributePanel) -> None:
    qtbot.mouseClick(panel.seed.lock, Qt.MouseButton.LeftButton, pos=panel.seed.lock.rect().center())
    panel.seed.lock.setChecked(True)
    panel.seed.box.setValue(42)
    assert [generate(qtbot, panel) for _ in range(3)] == [42, 42, 42]


def test_what_was_drawn_can_be_drawn_again(qtbot: QtBot, panel: AttributePanel) -> None:
    assert not panel.seed.again.isEnabled()
    first = generate(qtbot, panel)
    qtbot.mouseClick(panel.seed.again, Qt.MouseButton.LeftButton)
    assert panel.seed.locked
    assert generate(qtbot, panel) == first


def test_two_windows_begin_with_other_seeds(qtbot: QtBot) -> None:
    rows = [SeedRow() for _ in range(4)]
    for row in rows:
        qtbot.addWidget(row)
    assert len({row.value() for row in rows}) > 1


def test_unlocked_in_the_window_two_runs_are_different_pictures(qtbot: QtBot, window: MainWindow) -> None:
    asked = window.design.attributes
    asked.seed.show_seed(7, locked=False)
    asked.count.setValue(1)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        ended(qtbot, window)
    first, second = (image.idea.origin for image in made(window))
    assert first == "seed 7"
    assert second != first


def test_a_letter_leads_to_each_box_and_no_letter_twice(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    panel = window.design.attributes
    labels = [label for label in panel.findChildren(QLabel) if label.buddy() is not None]
    letters = [QKeySequence.mnemonic(label.text()).toString() for label in labels]
    taken = [QKeySequence.mnemonic(text).toString() for text in ("&File", "&Edit", "&View", "&Help", "&Generate")]
    assert len(labels) == 14
    assert len({*letters, *taken, "Alt+K"}) == len(letters) + len(taken) + 1
    qtbot.keyClick(window, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert panel.main_color.hasFocus()


def test_every_control_teaches_and_has_a_name(panel: AttributePanel) -> None:
    controls: list[QWidget] = [*panel.boxes.values(), panel.main_color, panel.second_color, panel.colors.more]
    controls += [panel.style_button, panel.style_row.cross, panel.truncation, panel.creativity, panel.count]
    controls += [panel.seed.box, panel.seed.lock, panel.seed.again, panel.generate]
    assert all(control.toolTip() for control in controls)
    named = [control for control in controls if control not in (panel.seed.again, panel.generate)]
    assert all(control.accessibleName() for control in named)
