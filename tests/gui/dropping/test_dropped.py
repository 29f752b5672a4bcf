from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from PySide6.QtCore import QUrl

from fashiongan.errors import RequestError
from gui.dropping.dropped import Dropped, what_was_dropped
from gui.file_kinds import Kind, kind_of

RECORDINGS = Path(__file__).resolve().parents[2] / "data" / "recordings"


def dropped(*paths: Path) -> Dropped:
    return what_was_dropped([QUrl.fromLocalFile(str(path)) for path in paths])


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "BMP", "TIFF"])
def test_a_picture_is_one_whatever_its_name(tmp_path: Path, kind: str) -> None:
    Image.new("RGB", (8, 8), "red").save(tmp_path / "photo.mkv", kind)
    assert kind_of(tmp_path / "photo.mkv") is Kind.PICTURE


@pytest.mark.parametrize("name", ["azure.mkv", "d435.bag", "d435.mkv"])
def test_recordings_of_cameras_are_known(name: str) -> None:
    assert kind_of(RECORDINGS / name) is Kind.RECORDING


def test_a_project_is_known_by_being_a_zip(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "summer", "w") as project:
        project.writestr("manifest.json", "{}")
    assert kind_of(tmp_path / "summer") is Kind.PROJECT


def test_a_folder_is_a_recording_if_it_lists_depth_images(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="is a folder and no recording"):
        kind_of(tmp_path)
    (tmp_path / "depth.txt").write_text("# depth maps\n")
    assert kind_of(tmp_path) is Kind.RECORDING


def test_measurements_are_known_by_what_they_say(body_file: Path, tmp_path: Path) -> None:
    assert kind_of(body_file) is Kind.MEASUREMENTS
    assert kind_of(body_file.rename(tmp_path / "body.txt")) is Kind.MEASUREMENTS


def test_measurements_with_a_mistake_are_still_measurements_so_that_the_mistake_is_told(tmp_path: Path) -> None:
    (tmp_path / "me.yaml").write_text("height_mm: 168")
    assert kind_of(tmp_path / "me.yaml") is Kind.MEASUREMENTS


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7", b"\0" * 600])
def test_anything_else_is_refused_in_one_line(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "thing").write_bytes(content)
    with pytest.raises(RequestError, match="thing is no picture, project, recording") as told:
        kind_of(tmp_path / "thing")
    assert "\n" not in str(told.value)


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match=r"none\.png cannot be read"):
        kind_of(tmp_path / "none.png")


def test_nothing_is_fetched_from_the_web() -> None:
    with pytest.raises(RequestError, match="nothing is fetched"):
        what_was_dropped([QUrl("https://example.org/dress.png")])


def test_what_is_no_file_is_refused() -> None:
    with pytest.raises(RequestError, match="This is no file"):
        what_was_dropped([])


def test_of_several_files_only_recordings_belong_together(tmp_path: Path, body_file: Path) -> None:
    first, second = RECORDINGS / "d435.mkv", RECORDINGS / "azure.mkv"
    assert dropped(first, second) == Dropped(Kind.RECORDING, (first, second))
    for other in (body_file, tmp_path):
        with pytest.raises(RequestError, match="2 files were dropped"):
            dropped(first, other)
