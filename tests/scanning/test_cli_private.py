"""Locking and unlocking from the command line, and measuring what is locked."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from fashiongan import locking
from fashiongan.errors import LockedError
from fashiongan.locking import Passphrase, is_locked, lock_file
from fashiongan.private_files import plain_root
from scanning.cli import app
from scanning.frame import RgbdFrame
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened

WORDS = "three brown buttons"


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(locking, "COST", 10)
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def recording(tmp_path: Path, small_recording: Path) -> Path:
    return Path(shutil.copy(small_recording, tmp_path / "scan.mkv"))


def run(*arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)], input=typed)


def test_a_recording_is_locked_and_unlocked_in_its_place(recording: Path) -> None:
    before = recording.read_bytes()
    told = run("lock", recording, typed=f"{WORDS}\n{WORDS}\n")
    assert told.exit_code == 0
    assert "cannot be found again" in told.stderr
    assert is_locked(recording)
    assert run("unlock", recording, typed=f"{WORDS}\n").exit_code == 0
    assert recording.read_bytes() == before


def test_a_wrong_passphrase_changes_nothing(recording: Path) -> None:
    run("lock", recording, typed=f"{WORDS}\n{WORDS}\n")
    before = recording.read_bytes()
    told = run("unlock", recording, typed="other brown buttons\n")
    assert isinstance(told.exception, LockedError)
    assert recording.read_bytes() == before


def test_the_passphrase_may_stand_in_a_file(recording: Path, tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text(f"{WORDS}\nand nothing else\n")
    run("lock", recording, "--passphrase-file", tmp_path / "words.txt")
    assert locking.opens(recording, Passphrase(WORDS))


def test_a_locked_recording_without_its_passphrase_says_how_to_open_it(recording: Path) -> None:
    lock_file(recording, Passphrase(WORDS))
    with pytest.raises(LockedError, match="fashiongan-scan unlock"):
        open_recording(recording)


def test_a_locked_recording_gives_its_frames_and_leaves_nothing_plain(
    recording: Path, small_frames: list[RgbdFrame]
) -> None:
    passphrase = Passphrase(WORDS)
    lock_file(recording, passphrase)
    with opened(open_recording(recording, passphrase)) as source:
        frames = list(source.frames())
        assert list(plain_root().iterdir())
    assert all(np.array_equal(one.depth, two.depth) for one, two in zip(frames, small_frames, strict=True))
    assert not list(plain_root().iterdir())
    assert is_locked(recording)


def test_measuring_asks_for_the_passphrase_of_a_locked_recording(recording: Path, tmp_path: Path) -> None:
    lock_file(recording, Passphrase(WORDS))
    told = run("measure", recording, "--figure", "woman", "--out", tmp_path / "me.yaml", typed="other brown buttons\n")
    assert "try the passphrase again" in str(told.exception)


def test_one_file_that_is_missing_stops_all(recording: Path, tmp_path: Path) -> None:
    assert "nothing was changed" in str(run("lock", recording, tmp_path / "none", typed=WORDS).exception)
    assert not is_locked(recording)
