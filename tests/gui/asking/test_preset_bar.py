from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.color import Color
from fashiongan.presets.folder import read_presets
from gui.asking.preset_bar import PresetBar
from gui.panels.attributes import AttributePanel


@pytest.fixture
def panel(qtbot: QtBot) -> AttributePanel:
    made = AttributePanel()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(panel: AttributePanel, tmp_path: Path) -> PresetBar:
    made = PresetBar(panel, tmp_path / "presets")
    panel.show()
    return made


def names(bar: PresetBar) -> list[str]:
    return [bar.box.itemText(row) for row in range(bar.box.count()) if bar.box.itemText(row)]


def choose(qtbot: QtBot, bar: PresetBar, name: str) -> None:
    """By keyboard: the first letters of its name, as often as it takes."""
    bar.box.setFocus()
    bar.box.setCurrentIndex(bar.box.findText(name) - 1)
    qtbot.keyClick(bar.box, Qt.Key.Key_Down)


def ask(panel: AttributePanel, folder: Path) -> None:
    Image.new("RGB", (60, 60), (20, 120, 40)).save(folder / "green.png")
    panel.boxes["category"].choose("dress")
    panel.boxes["pattern"].choose("dot")
    panel.main_color.set_color(Color.parse("teal"))
    panel.load_style(folder / "green.png")
    panel.truncation.setValue(60)
    panel.count.setValue(3)
    panel.seed.show_seed(99, locked=True)


def test_what_is_asked_comes_back_whole_also_after_the_next_start(
    qtbot: QtBot, bar: PresetBar, panel: AttributePanel, tmp_path: Path
) -> None:
    ask(panel, tmp_path)
    before = panel.request()
    bar.keep("My dots")
    fresh = AttributePanel()
    qtbot.addWidget(fresh)
    again = PresetBar(fresh, tmp_path / "presets")
    fresh.show()
    choose(qtbot, again, "My dots")
    assert fresh.request().to_dict() == before.to_dict()
    assert fresh.seed.locked
    assert fresh.style_button.text() == "green.png"


def test_a_built_in_preset_asks_for_its_garment_and_leaves_the_seed_open(
    qtbot: QtBot, bar: PresetBar, panel: AttributePanel
) -> None:
    seed = panel.seed.value()
    panel.main_color.set_color(Color.parse("teal"))
    choose(qtbot, bar, "Summer dress")
    assert panel.attributes().to_dict() == {"category": "dress", "sleeve": "none", "pattern": "floral"}
    assert (panel.seed.value(), panel.seed.locked) == (seed, False)
    bar.more.actions_.aboutToShow.emit()
    enabled = [action.isEnabled() for action in bar.more.actions_.actions()]
    assert enabled == [True, False, False, False]


def test_the_box_tells_when_something_else_is_asked_by_now(qtbot: QtBot, bar: PresetBar, panel: AttributePanel) -> None:
    choose(qtbot, bar, "Work shirt")
    assert bar.box.currentText() == "Work shirt"
    panel.seed.show_seed(5, locked=False)
    assert bar.box.currentText() == "Work shirt"
    panel.count.setValue(20)
    assert bar.box.currentText() == "Work shirt, changed"
    panel.count.setValue(8)
    assert bar.box.currentText() == "Work shirt"


def test_a_preset_is_replaced_renamed_and_deleted_in_the_menu(
    qtbot: QtBot, bar: PresetBar, panel: AttributePanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, text="": (text or "Mine", True))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    bar.keep_action.trigger()
    assert names(bar)[0] == "Mine"
    panel.count.setValue(21)
    bar.more.actions_.aboutToShow.emit()
    assert bar.replace_action.text() == "&Replace Mine with this"
    bar.replace_action.trigger()
    assert [one.request.count for one in read_presets(tmp_path / "presets").presets] == [21]
    bar.rename("Ours")
    assert names(bar)[0] == bar.box.currentText() == "Ours"
    bar.delete_action.trigger()
    assert "Ours" not in names(bar)
    assert panel.count.value() == 21


def test_the_menu_opens_by_keyboard(qtbot: QtBot, bar: PresetBar) -> None:
    closed: list[bool] = []
    QTimer.singleShot(50, lambda: closed.append(bar.more.actions_.close()))
    qtbot.keyClick(bar.more, Qt.Key.Key_Space)
    assert bar.more.actions_.isVisible()
    qtbot.waitUntil(lambda: bool(closed))
    QApplication.processEvents()


def test_a_name_that_is_none_is_refused(qtbot: QtBot, bar: PresetBar, tmp_path: Path) -> None:
    with qtbot.waitSignal(bar.refused) as refused:
        bar.keep("   ")
    assert "is no name" in refused.args[0]
    assert not (tmp_path / "presets").exists()


def test_a_damaged_file_is_told_when_the_window_is_seen_and_the_others_are_there(
    qtbot: QtBot, panel: AttributePanel, tmp_path: Path
) -> None:
    PresetBar(panel, tmp_path).keep("Good")
    (tmp_path / "bad.json").write_text("{")
    fresh = AttributePanel()
    qtbot.addWidget(fresh)
    bar = PresetBar(fresh, tmp_path)
    with qtbot.waitSignal(bar.refused) as refused:
        fresh.show()
    assert "bad.json" in refused.args[0]
    assert names(bar)[0] == "Good"
