import errno
import os
from pathlib import Path
from unittest.mock import Mock

import pytest

from fashiongan.errors import OutputError
from fashiongan.files import TEMPORARY_PREFIX, refuse_unwritable, replacing, sweep, write_atomically
from tests.disks import full_disk


def write_and_fail(path: Path) -> None:
    with replacing(path) as partial:
        partial.write_bytes(b"half")
        raise ZeroDivisionError


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"old")
    with pytest.raises(ZeroDivisionError):
        write_and_fail(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_is_one_line_and_leaves_nothing(tmp_path: Path) -> None:
    message = r"a\.txt cannot be written \(No space left on device\)"
    with pytest.raises(OutputError, match=message), replacing(tmp_path / "a.txt"):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_is_full_in_the_middle_of_a_file_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"old")
    with full_disk(room_bytes=1000), pytest.raises(OutputError, match="cannot be written"):
        write_atomically(path, bytes(2000))
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("code", [errno.EIO, errno.ESTALE, errno.ENOTCONN, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("call", ["fsync", "replace", "unlink"])
def test_a_drive_that_goes_away_is_one_line_and_the_old_file_is_intact(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, call: str
) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"old")
    with monkeypatch.context() as gone:
        for lost in {call, "unlink"}:
            gone.setattr(f"os.{lost}", Mock(side_effect=OSError(code, os.strerror(code))))
        if call == "unlink":
            write_atomically(path, b"new")
        else:
            with pytest.raises(OutputError, match=os.strerror(code)):
                write_atomically(path, b"new")
    assert path.read_bytes() == (b"new" if call == "unlink" else b"old")


def test_a_file_is_on_the_disk_before_it_gets_its_name_and_the_name_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr("os.fsync", lambda handle: synced.append((os.fstat(handle).st_ino, path.exists())))
    path = tmp_path / "a.txt"
    write_atomically(path, b"new")
    assert synced == [(path.stat().st_ino, False), (tmp_path.stat().st_ino, True)]


def test_what_a_killed_program_left_is_swept_and_what_is_being_written_stays(tmp_path: Path) -> None:
    left, other = tmp_path / f"{TEMPORARY_PREFIX}abc.png", tmp_path / ".mine"
    for path in (left, other):
        path.write_bytes(b"half")
    with replacing(tmp_path / "a.png") as partial:
        partial.write_bytes(b"new")
        sweep(tmp_path)
        assert not left.exists()
        assert partial.exists()
    assert (tmp_path / "a.png").read_bytes() == b"new"
    assert set(tmp_path.iterdir()) == {other, tmp_path / "a.png"}


def test_where_there_is_nothing_to_sweep_nothing_happens(tmp_path: Path) -> None:
    sweep(tmp_path / "nowhere")
    refuse_unwritable(tmp_path / "new" / "a.png")
    assert list((tmp_path / "new").iterdir()) == []


def test_a_file_where_a_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_atomically(tmp_path / "file" / "a.txt", b"")
