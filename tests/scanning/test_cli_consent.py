"""A live camera, from the command line: nothing opens before somebody agreed."""

import getpass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from scanning.cli import app
from scanning.consent import read_consent
from scanning.frame import DepthCamera, RgbdFrame
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened
from tests.scanning.test_record import RecordedCamera


@pytest.fixture
def asked_for(
    monkeypatch: pytest.MonkeyPatch, small_camera: DepthCamera, small_frames: list[RgbdFrame]
) -> list[tuple[str, bool]]:
    """Which cameras were opened, and whether with colour."""
    made: list[tuple[str, bool]] = []

    def open_camera(family: str, serial: str | None, color: bool) -> RecordedCamera:
        made.append((family, color))
        return RecordedCamera(small_camera, small_frames)

    monkeypatch.setattr("scanning.sources.cameras.open_camera", open_camera)
    return made


def record(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["record", *map(str, arguments)])


def colored(path: Path) -> list[bool]:
    with opened(open_recording(path)) as source:
        return [frame.rgb is not None for frame in source.frames()]


@pytest.mark.parametrize("said", [(), ("--consent", " "), ("--consent", "a dress", "--nobody")])
def test_without_consent_no_camera_opens(tmp_path: Path, asked_for: list[tuple[str, bool]], said: tuple[str]) -> None:
    result = record(tmp_path / "scan.mkv", *said)
    assert "Ask the person" in str(result.exception)
    assert not asked_for
    assert not list(tmp_path.iterdir())


def test_consent_lies_beside_the_recording_with_purpose_day_and_a_made_up_name(
    tmp_path: Path, asked_for: list[tuple[str, bool]]
) -> None:
    assert record(tmp_path / "anna.mkv", "--consent", "to be measured for a dress").exit_code == 0
    consent = read_consent(tmp_path / "anna.mkv")
    assert consent is not None
    assert consent.purpose == "to be measured for a dress"
    assert consent.given_at.startswith("20")
    assert consent.pseudonym.startswith("P-")
    assert "anna" not in consent.pseudonym.lower()
    assert getpass.getuser() not in consent.pseudonym
    assert not consent.keep_color
    assert colored(tmp_path / "anna.mkv") == [False] * 12


def test_colour_is_kept_only_where_it_was_agreed_to(tmp_path: Path, asked_for: list[tuple[str, bool]]) -> None:
    record(tmp_path / "scan.mkv", "--consent", "a dress", "--pseudonym", "K-07", "--color")
    consent = read_consent(tmp_path / "scan.mkv")
    assert consent is not None
    assert consent.pseudonym == "K-07"
    assert consent.keep_color
    assert "recognised" in consent.words
    assert colored(tmp_path / "scan.mkv") == [True] * 12


def test_a_board_needs_nobody_to_agree(tmp_path: Path, asked_for: list[tuple[str, bool]]) -> None:
    assert record(tmp_path / "board.mkv", "--nobody", "--color").exit_code == 0
    assert read_consent(tmp_path / "board.mkv") is None
    assert asked_for == [("realsense", True)]


def test_a_recording_that_is_there_already_needs_no_consent(tmp_path: Path, small_recording: Path) -> None:
    assert record(tmp_path / "copy.mkv", "--from-recording", small_recording).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["copy.mkv"]
