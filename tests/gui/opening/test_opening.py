import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import MeasurementError, OutputError, ProjectError
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.style import Ease
from fashiongan.image import GarmentImage
from fashiongan.library.library import Library
from fashiongan.project.files import read_project, write_project
from fashiongan.project.gathering import gather
from fashiongan.project.project import KeptBody, KeptFit, KeptPicture, Noted, Project
from gui.kept_wearer import kept_body, wearer_of
from gui.main_window import MainWindow
from gui.wearer import Wearer
from scanning.body_scan import BodyScan
from scanning.measurement_set import measurement_set
from tests.gui.conftest import ended, made
from tests.library.pictures import plain_garment
from tests.project.damaged import put_in_place_of_the_last_picture

DRESS, SKIRT = plain_garment(Category.DRESS, "teal"), plain_garment(Category.SKIRT, "red")
MAN = BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000)


@pytest.fixture
def scanned(woman: FittedBody) -> Wearer:
    values = woman.measurements.given()
    measured = measurement_set(Figure.WOMAN, values, {"hip_mm": 4.25}, {"neck_mm": "hair"}, ("scanned",))
    points = np.random.default_rng(0).normal(size=(40, 3))
    lines = {"hip_mm": points[:7]}
    return Wearer(measured, BodyScan(woman.mesh, woman.mesh.vertices_mm + 1, points, measured, lines))


def test_a_scanned_body_comes_back_to_the_last_bit(scanned: Wearer, measurer: BodyMeasurer, tmp_path: Path) -> None:
    write_project(Project(body=kept_body(scanned)), tmp_path / "a.fgan")
    body = read_project(tmp_path / "a.fgan").body
    assert body is not None
    back = wearer_of(body, lambda: measurer.model)
    assert back.measured == scanned.measured
    assert back.scan is not None
    assert scanned.scan is not None
    np.testing.assert_array_equal(back.scan.body.vertices_mm, scanned.scan.body.vertices_mm)
    np.testing.assert_array_equal(back.scan.posed_mm, scanned.scan.posed_mm)
    np.testing.assert_array_equal(back.scan.points_mm, scanned.scan.points_mm)
    np.testing.assert_array_equal(back.scan.lines_mm["hip_mm"], scanned.scan.lines_mm["hip_mm"])
    assert set(back.scan.body.joints_mm) == set(scanned.scan.body.joints_mm)


def test_a_body_that_cannot_be_is_refused(scanned: Wearer, measurer: BodyMeasurer) -> None:
    kept = kept_body(scanned)
    cut = {name: array[:-1] if name == "body_mm" else array for name, array in kept.arrays.items()}
    with pytest.raises(ProjectError, match="another body model"):
        wearer_of(replace(kept, arrays=cut), lambda: measurer.model)
    with pytest.raises(ProjectError, match="no place in space"):
        wearer_of(replace(kept, arrays={**kept.arrays, "joint:neck": np.zeros(7)}), lambda: measurer.model)
    with pytest.raises(MeasurementError):
        wearer_of(KeptBody(Figure.MAN, {"height_mm": float("nan")}), lambda: measurer.model)


def test_a_project_brings_its_pictures_its_body_and_what_is_worn(
    qtbot: QtBot,
    window: MainWindow,
    worn_tshirt: FittedGarment,
    two_sided_tshirt: GarmentImage,
    tmp_path: Path,
) -> None:
    wearer = Wearer.of(worn_tshirt.body.measurements)
    project = gather([], kept_body(wearer), worn_tshirt)
    dress = KeptPicture(DRESS.png(), Noted(True, "", ("gala",), "for Ana"))
    loose = tuple(replace(one, ease=Ease.LOOSE) for one in project.worn)
    write_project(replace(project, pictures=(*project.pictures, dress), worn=loose), tmp_path / "Client.fgan")
    window.fit.dress(Wearer.of(MAN))
    window.files.opener.open(tmp_path / "Client.fgan")
    ended(qtbot, window)
    assert [image.attributes.category for image in made(window)] == [Category.TSHIRT, Category.DRESS]
    entries = window.library.entries()
    assert {one.board for one in entries} == {"Client"}
    assert (entries[0].starred, entries[0].tags, entries[0].note) == (True, ("gala",), "for Ana")
    assert window.design.gallery.chosen() == [one.number for one in reversed(entries)]
    assert window.fit.wearer == wearer
    look = window.fit.look
    assert look is not None
    assert (look.ease, look.image.provenance()) == (Ease.LOOSE, two_sided_tshirt.provenance())
    assert window.habits.recent() == [tmp_path / "Client.fgan"]


def test_opened_twice_nothing_is_doubled_and_it_is_told(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.library.add(SKIRT)
    write_project(Project((KeptPicture(DRESS.png()), KeptPicture(SKIRT.png()))), tmp_path / "Client.fgan")
    said: list[str] = []
    window.files.projects.said.connect(said.append)
    for _ in range(2):
        window.files.opener.open(tmp_path / "Client.fgan")
        ended(qtbot, window)
    assert said == [
        "1 picture(s) came from Client, 1 were there already.",
        "0 picture(s) came from Client, 2 were there already.",
    ]
    assert window.statusBar().currentMessage() == said[1]
    assert len(made(window)) == 2


def test_a_damaged_project_changes_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    before = window.fit.wearer
    pictures = KeptPicture(DRESS.png()), KeptPicture(SKIRT.png())
    write_project(Project(pictures, KeptBody.of(MAN)), tmp_path / "Client.fgan")
    put_in_place_of_the_last_picture(SKIRT.png()[:50], tmp_path / "Client.fgan")
    window.files.opener.open(tmp_path / "Client.fgan")
    ended(qtbot, window)
    assert made(window) == []
    assert window.fit.wearer is before
    assert window.habits.recent() == []
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "00002.png cannot be read" in box.text()


def test_where_the_library_takes_no_more_the_rest_stays_out_and_it_is_told_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OutputError("The disk is full.")

    monkeypatch.setattr(Library, "add", full)
    write_project(Project(tuple(KeptPicture(DRESS.png()) for _ in range(9))), tmp_path / "Client.fgan")
    window.files.opener.open(tmp_path / "Client.fgan")
    ended(qtbot, window)
    assert [box.text() for box in window.findChildren(QMessageBox)] == ["The disk is full."]
    assert window.habits.recent() == []


def test_what_was_stopped_comes_in_whole_when_it_is_tried_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    write_project(Project((KeptPicture(DRESS.png()), KeptPicture(SKIRT.png()))), tmp_path / "Client.fgan")
    said: list[str] = []
    window.files.projects.said.connect(said.append)
    window.files.opener.open(tmp_path / "Client.fgan")
    window.queue.cancel_all()
    ended(qtbot, window)
    assert said == []
    [item] = window.queue.items
    window.queue.retry(item)
    ended(qtbot, window)
    assert len(said) == 1
    assert len(made(window)) == 2


def test_a_fit_of_a_picture_that_shows_no_garment_is_told_and_the_rest_is_there(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    empty = replace(DRESS, rgba=np.zeros((64, 64, 4), np.uint8))
    worn = (KeptFit(0, Ease.REGULAR, "", "jersey"),)
    write_project(Project((KeptPicture(empty.png()),), KeptBody.of(MAN), worn), tmp_path / "Client.fgan")
    window.files.opener.open(tmp_path / "Client.fgan")
    ended(qtbot, window)
    assert window.fit.wearer == Wearer.of(MAN)
    assert len(made(window)) == 1
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "shows no garment" in box.text()


def test_measurements_recordings_and_others_are_opened_as_what_they_are(
    qtbot: QtBot, window: MainWindow, body_file: Path, tmp_path: Path
) -> None:
    window.fit.dress(Wearer.of(MAN))
    window.files.opener.open(body_file)
    assert "woman, 168 cm" in window.fit.wearer.line
    (tmp_path / "me.mkv").write_bytes(b"\x1a\x45\xdf\xa3")
    window.files.opener.open(tmp_path / "me.mkv")
    assert window.scan.source.files.paths == [tmp_path / "me.mkv"]
    assert window.pages.currentWidget() is window.scan
    assert window.habits.recent() == [tmp_path / "me.mkv", body_file]
    window.files.opener.open(tmp_path / "none.fgan")
    assert any("none.fgan" in box.text() for box in window.findChildren(QMessageBox))


def test_recent_files_are_offered_until_they_are_cleared(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    menu, habits = window.files.recent, window.habits
    menu.fill()
    assert [one.text() for one in menu.actions()] == ["Nothing yet"]
    for name in ("a&b.fgan", "gone.yaml", "c.mkv"):
        (tmp_path / name).write_bytes(b"")
        habits.opened(tmp_path / name)
    (tmp_path / "gone.yaml").unlink()
    menu.aboutToShow.emit()
    first, second, _, clear = menu.actions()
    assert [first.text(), second.text()] == ["&1  c.mkv", "&2  a&&b.fgan"]
    assert first.toolTip() == str(tmp_path / "c.mkv")
    with qtbot.waitSignal(menu.chosen) as chosen:
        second.trigger()
    assert chosen.args == [tmp_path / "a&b.fgan"]
    clear.trigger()
    assert habits.recent() == []


def test_a_relative_path_is_the_same_recent_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "a.fgan").write_bytes(b"")
    window.habits.opened(tmp_path / "a.fgan")
    window.habits.opened(Path(os.path.relpath(tmp_path / "a.fgan")))
    assert len(window.habits.recent()) == 1
