"""Locking and erasing in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan import locking
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.library.entry import Field
from fashiongan.locking import is_locked
from gui.app import DEFAULT_BODY, open_window
from gui.keeping.worn_keeper import FILE
from gui.main_window import MainWindow
from gui.private.erasing import ErasingWork
from gui.private.locking import LockingWork, ask_to_unlock
from gui.private.passphrase_dialog import PassphraseDialog
from gui.wearer import Wearer
from scanning.consent import Consent, write_consent
from tests.gui.conftest import WAIT_MS, ended, keep
from tests.library.pictures import plain_garment

WORDS, PERSON = "three brown buttons", "P-MARK7F"
MAN = BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000)


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(locking, "COST", 10)
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def scanned(window: MainWindow) -> MainWindow:
    """Somebody who agreed, was recorded, is dressed, and stands in a note."""
    recording = window.vault.scans / f"{PERSON}-1.mkv"
    write_consent(Consent(PERSON, "I agree.", "2026-05-04T12:00:00+02:00", purpose="a dress"), recording)
    recording.write_bytes(b"depth of somebody")
    keep(window, plain_garment())
    window.library.change(window.library.numbers(), Field.NOTE, f"for {PERSON}", "note")
    window.people.dress(Wearer.of(MAN))
    return window


def typing(*lines: str) -> None:
    """Answer the dialog that asks for a passphrase: each line in its field, then the button."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        for field, line in zip((dialog.words, dialog.again), lines, strict=False):
            field.setText(line)
        dialog.accept_button.click() if dialog.accept_button.isEnabled() else dialog.reject()

    QTimer.singleShot(50, answer)


def lock(qtbot: QtBot, window: MainWindow) -> LockingWork:
    work = LockingWork(window)
    typing(WORDS, WORDS)
    work.change()
    ended(qtbot, window)
    return work


def private_files(window: MainWindow) -> list[Path]:
    return [*window.vault.scans.iterdir(), window.library.folder / FILE]


def test_locked_in_the_window_scans_are_locked_on_the_disk(qtbot: QtBot, scanned: MainWindow) -> None:
    qtbot.waitUntil((scanned.library.folder / FILE).exists, timeout=WAIT_MS)
    work = lock(qtbot, scanned)
    assert all(map(is_locked, private_files(scanned)))
    assert "Stop" in work.next_step()
    scanned.people.dress(Wearer.of(DEFAULT_BODY))
    scanned.worn.stop()
    assert is_locked(scanned.library.folder / FILE)


def test_it_is_said_before_that_a_lost_passphrase_is_lost_and_a_slip_locks_nothing(window: MainWindow) -> None:
    dialog = PassphraseDialog(new=True, parent=window)
    assert "if it is lost, they are lost" in dialog.told.text()
    dialog.words.setText(WORDS)
    dialog.again.setText("three brown button")
    assert not dialog.accept_button.isEnabled()
    dialog.again.setText(WORDS)
    assert dialog.accept_button.isEnabled()


def test_the_next_day_the_passphrase_brings_back_who_was_dressed(qtbot: QtBot, scanned: MainWindow) -> None:
    lock(qtbot, scanned)
    scanned.worn.stop()
    scanned.close()
    again = open_window(scanned.studio)
    qtbot.addWidget(again)
    ended(qtbot, again)
    assert not again.vault.open
    assert again.fit.wearer.measured.figure is Figure.WOMAN
    typing(WORDS)
    ask_to_unlock(again)
    ended(qtbot, again)
    assert again.fit.wearer.measured.figure is Figure.MAN
    again.close()


def test_a_wrong_passphrase_is_told_and_nothing_is_lost(qtbot: QtBot, scanned: MainWindow) -> None:
    lock(qtbot, scanned)
    scanned.worn.stop()
    before = {path: path.read_bytes() for path in private_files(scanned)}
    scanned.vault.passphrase = None
    told: list[str] = []

    def give_up() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PassphraseDialog)
        told.append(dialog.told.text())
        dialog.reject()

    typing("other brown buttons")
    QTimer.singleShot(1500, give_up)
    ask_to_unlock(scanned)
    assert "does not open what is locked here" in told[0]
    scanned.people.dress(Wearer.of(DEFAULT_BODY))
    scanned.worn.stop()
    assert {path: path.read_bytes() for path in private_files(scanned)} == before


def answered(monkeypatch: pytest.MonkeyPatch, button: QMessageBox.StandardButton) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *given, **__: (given[3][0], True))
    monkeypatch.setattr(QMessageBox, "warning", lambda *_: button)


@pytest.mark.parametrize("locked", [False, True])
def test_somebody_is_erased_from_the_window_and_the_disk(
    qtbot: QtBot, scanned: MainWindow, monkeypatch: pytest.MonkeyPatch, locked: bool
) -> None:
    if locked:
        lock(qtbot, scanned)
    answered(monkeypatch, QMessageBox.StandardButton.Yes)
    erasing = ErasingWork(scanned)
    assert erasing.pseudonyms() == [PERSON]
    erasing.ask_about_person()
    assert not list(scanned.vault.scans.iterdir())
    assert scanned.fit.wearer is scanned.somebody
    assert [entry.note for entry in scanned.library.entries()] == [""]
    assert scanned.library.can_undo() is None
    assert PERSON.encode() not in (scanned.library.folder / "library.sqlite").read_bytes()


def test_who_says_no_erases_nothing(scanned: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    answered(monkeypatch, QMessageBox.StandardButton.No)
    erasing = ErasingWork(scanned)
    erasing.ask_about_person()
    erasing.ask_about_everything()
    assert len(list(scanned.vault.scans.iterdir())) == 2
    assert scanned.isVisible()


def test_everything_is_erased_as_the_window_closes(
    qtbot: QtBot, scanned: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    scanned.habits.opened(tmp_path)
    answered(monkeypatch, QMessageBox.StandardButton.Yes)
    ErasingWork(scanned).ask_about_everything()
    assert not scanned.isVisible()
    assert not scanned.library.folder.parent.exists()
    assert not [path for path in (tmp_path / "settings").rglob("*") if path.is_file()]
    scanned.erase_when_closed = False
