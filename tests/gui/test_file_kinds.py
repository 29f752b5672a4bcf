import sqlite3
from pathlib import Path

import pytest

from fashiongan.errors import RequestError
from fashiongan.project.files import write_project
from fashiongan.project.project import Project
from gui.file_kinds import Kind, kind_of
from tests.library.pictures import plain_garment

RECORDINGS = Path(__file__).parents[1] / "data" / "recordings"


def test_a_file_is_what_it_holds_whatever_its_name(tmp_path: Path, body_file: Path) -> None:
    write_project(Project(), tmp_path / "project.yaml")
    assert kind_of(tmp_path / "project.yaml") is Kind.PROJECT
    assert kind_of(body_file.rename(tmp_path / "body.fgan")) is Kind.MEASUREMENTS
    (tmp_path / "bag").write_bytes(b"#ROSBAG V2.0\n")
    assert kind_of(tmp_path / "bag") is Kind.RECORDING
    with sqlite3.connect(tmp_path / "bag2") as table:
        table.execute("CREATE TABLE messages (number)")
    table.close()
    assert kind_of(tmp_path / "bag2") is Kind.RECORDING


def test_matroska_is_a_recording() -> None:
    found = sorted(RECORDINGS.rglob("*.mkv"))
    assert found
    assert {kind_of(path) for path in found} == {Kind.RECORDING}


def test_a_picture_is_one_whatever_its_name(tmp_path: Path) -> None:
    plain_garment().save(tmp_path / "dress.png")
    assert kind_of((tmp_path / "dress.png").rename(tmp_path / "dress.fgan")) is Kind.PICTURE


def test_what_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="No such file"):
        kind_of(tmp_path / "none")
