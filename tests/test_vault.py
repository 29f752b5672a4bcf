from pathlib import Path

import pytest

from fashiongan import locking
from fashiongan.errors import LockedError
from fashiongan.locking import Passphrase, is_locked
from fashiongan.private_files import PREFIX
from fashiongan.vault import Vault

WORDS = "three brown buttons"


@pytest.fixture(autouse=True)
def _own_places(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(locking, "COST", 10)
    (tmp_path / "run").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / "run"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A library with a scan and somebody who is dressed."""
    library = tmp_path / "library"
    (library / "scans").mkdir(parents=True)
    for name in ("scans/K-07.mkv", "scans/K-07.consent.json", "worn.fgan", "library.sqlite"):
        (library / name).write_text(f"shape of {name}")
    return library


def test_what_is_of_people_is_locked_and_nothing_else(folder: Path) -> None:
    Vault(folder).turn_on(Passphrase(WORDS))
    assert all(is_locked(folder / name) for name in ("scans/K-07.mkv", "scans/K-07.consent.json", "worn.fgan"))
    assert (folder / "library.sqlite").read_text() == "shape of library.sqlite"


def test_another_day_the_passphrase_is_needed(folder: Path) -> None:
    Vault(folder).turn_on(Passphrase(WORDS))
    vault = Vault(folder)
    assert vault.locks
    assert not vault.open
    with pytest.raises(LockedError, match="give the passphrase"), vault.plain(folder / "worn.fgan"):
        pass
    with pytest.raises(LockedError, match="does not open"):
        vault.unlock(Passphrase("other brown buttons"))
    vault.unlock(Passphrase(WORDS))
    with vault.plain(folder / "worn.fgan") as plain:
        assert plain.read_text() == "shape of worn.fgan"
    assert not plain.exists()


def test_what_is_written_never_lies_plain_in_the_folder(folder: Path) -> None:
    vault = Vault(folder)
    vault.turn_on(Passphrase(WORDS))
    vault.write(folder / "worn.fgan", lambda path: path.write_text(str(path)))
    assert is_locked(folder / "worn.fgan")
    with vault.plain(folder / "worn.fgan") as plain:
        assert not plain.read_text().startswith(str(folder))


def test_turned_off_everything_is_as_it_was(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    vault = Vault(folder)
    vault.turn_on(Passphrase(WORDS))
    vault.turn_off()
    assert not Vault(folder).locks
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_what_a_killed_program_left_plain_is_locked_at_the_next_unlocking(folder: Path) -> None:
    Vault(folder).turn_on(Passphrase(WORDS))
    (folder / "scans" / "P-2.mkv").write_text("not locked yet")
    Vault(folder).unlock(Passphrase(WORDS))
    assert is_locked(folder / "scans" / "P-2.mkv")


def test_plain_copies_of_a_killed_program_are_swept_and_those_of_a_living_one_stay(folder: Path) -> None:
    run = folder.parent / "run"
    dead, living = run / f"{PREFIX}999999999-a", run / f"{PREFIX}1-b"
    for left in (dead, living):
        left.mkdir()
        (left / "scan.mkv").write_text("shape")
    Vault(folder)
    assert not dead.exists()
    assert living.exists()
