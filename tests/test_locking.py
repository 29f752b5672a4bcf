import os
from pathlib import Path

import pytest

from fashiongan import locking
from fashiongan.errors import LockedError, OutputError
from fashiongan.locking import MAGIC, PIECE_BYTES, Passphrase, is_locked, lock_file, opens, unlock_file

WORDS = "three brown buttons"
MARKER = b"somebody's secret shape"


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """Guessing costs little here."""
    monkeypatch.setattr(locking, "COST", 10)


@pytest.fixture
def passphrase() -> Passphrase:
    return Passphrase(WORDS)


@pytest.fixture
def private(tmp_path: Path) -> Path:
    path = tmp_path / "scan.mkv"
    path.write_bytes(MARKER * 3)
    return path


def test_a_locked_file_holds_nothing_of_what_was_in_it(private: Path, passphrase: Passphrase) -> None:
    lock_file(private, passphrase)
    assert is_locked(private)
    assert b"secret" not in private.read_bytes()
    assert [path.name for path in private.parent.iterdir()] == ["scan.mkv"]


@pytest.mark.parametrize("size", [0, 1, PIECE_BYTES - 1, PIECE_BYTES, 2 * PIECE_BYTES + 5])
def test_the_passphrase_gives_back_every_byte(tmp_path: Path, passphrase: Passphrase, size: int) -> None:
    content, path = os.urandom(size), tmp_path / "any"
    path.write_bytes(content)
    lock_file(path, passphrase)
    unlock_file(path, passphrase)
    assert path.read_bytes() == content


def test_the_same_words_typed_another_day_open_it(private: Path, passphrase: Passphrase) -> None:
    lock_file(private, passphrase)
    assert opens(private, Passphrase(WORDS))
    unlock_file(private, Passphrase(WORDS))
    assert private.read_bytes() == MARKER * 3


def test_letters_count_however_a_keyboard_composes_them(private: Path) -> None:
    lock_file(private, Passphrase("c\u0103ma\u0219\u0103 ro\u0219ie"))
    unlock_file(private, Passphrase("ca\u0306mas\u0326a\u0306 ros\u0326ie"))
    assert private.read_bytes() == MARKER * 3


def test_a_wrong_passphrase_says_so_in_one_line_and_loses_nothing(private: Path, passphrase: Passphrase) -> None:
    lock_file(private, passphrase)
    before = private.read_bytes()
    assert not opens(private, Passphrase("three brown zippers"))
    with pytest.raises(LockedError, match="try the passphrase again") as told:
        unlock_file(private, Passphrase("three brown zippers"))
    assert "\n" not in str(told.value)
    assert private.read_bytes() == before
    assert [path.name for path in private.parent.iterdir()] == ["scan.mkv"]


@pytest.mark.parametrize("place", [9, 30, 50, -1])
def test_a_changed_byte_anywhere_is_noticed(private: Path, passphrase: Passphrase, place: int) -> None:
    lock_file(private, passphrase)
    content = bytearray(private.read_bytes())
    content[place] ^= 1
    private.write_bytes(content)
    with pytest.raises(LockedError):
        unlock_file(private, passphrase)
    assert private.read_bytes() == content


def test_a_file_that_was_cut_between_two_pieces_is_noticed(
    tmp_path: Path, passphrase: Passphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "PIECE_BYTES", 10)
    path = tmp_path / "long"
    path.write_bytes(bytes(30))
    lock_file(path, passphrase)
    path.write_bytes(path.read_bytes()[:-26])
    with pytest.raises(LockedError, match="damaged"):
        unlock_file(path, passphrase)


def test_two_files_with_one_content_do_not_look_alike(tmp_path: Path, passphrase: Passphrase) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(MARKER)
        lock_file(tmp_path / name, passphrase)
    ends = {(tmp_path / name).read_bytes()[-len(MARKER) :] for name in ("a", "b")}
    assert len(ends) == 2


def test_locked_twice_it_opens_with_one_passphrase(private: Path, passphrase: Passphrase) -> None:
    lock_file(private, passphrase)
    lock_file(private, passphrase)
    unlock_file(private, passphrase)
    assert private.read_bytes() == MARKER * 3


def test_a_full_disk_leaves_the_plain_file(
    private: Path, passphrase: Passphrase, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError, match="No space left"):
        lock_file(private, passphrase)
    assert private.read_bytes() == MARKER * 3


def test_a_file_that_asks_for_endless_work_is_refused(tmp_path: Path, passphrase: Passphrase) -> None:
    path = tmp_path / "hostile"
    path.write_bytes(MAGIC + bytes([60]) + bytes(64))
    with pytest.raises(LockedError, match="no locked file of ours"):
        unlock_file(path, passphrase)


def test_a_short_passphrase_is_refused() -> None:
    with pytest.raises(LockedError, match="8 letters"):
        Passphrase("buttons")


def test_a_guess_costs_what_is_promised(private: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    lock_file(private, Passphrase(WORDS))
    assert 1 << private.read_bytes()[len(MAGIC)] == 131072


@pytest.mark.parametrize("cost", [0, 20, 255])
def test_a_header_that_asks_for_a_guess_of_a_gigabyte_or_of_nothing_is_refused(
    private: Path, passphrase: Passphrase, cost: int
) -> None:
    lock_file(private, passphrase)
    content = bytearray(private.read_bytes())
    content[len(MAGIC)] = cost
    private.write_bytes(content)
    with pytest.raises(LockedError, match="no locked file of ours"):
        unlock_file(private, passphrase)
