import io
import json
import sqlite3
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtCore import QStandardPaths

from fashiongan.erasing import erase_everything, erase_person
from fashiongan.errors import LibraryError, RequestError
from fashiongan.library.entry import Field
from fashiongan.library.library import TABLE, Library
from fashiongan.own_folders import OwnFolders, own_folders
from tests.library.pictures import plain_garment

PERSON = "Ștefan-07"


@pytest.fixture
def folders(tmp_path: Path) -> OwnFolders:
    (tmp_path / "tmp").mkdir()
    return OwnFolders(tmp_path / "FashionGAN", tmp_path / "settings.conf", (tmp_path / "tmp",))


def test_notes_and_their_undo_steps_go_and_what_else_was_written_stays(folders: OwnFolders) -> None:
    with Library(folders.library) as library:
        hers, other = (library.add(plain_garment()).number for _ in range(2))
        library.change([hers], Field.NOTE, f"the coat of {PERSON}", "note")
        library.change([hers], Field.TAGS, (PERSON.lower(), "coat"), "tags")
        library.change([other], Field.NOTE, f"not of {PERSON}1", "note")
    erased = erase_person(folders, PERSON)
    assert erased.rows >= 4
    with Library(folders.library) as library:
        assert library.entry(hers).note == ""
        assert library.entry(hers).tags == ("coat",)
        assert library.entry(other).note == f"not of {PERSON}1"
    content = (folders.library / TABLE).read_bytes()
    assert f"the coat of {PERSON}".encode() not in content
    assert PERSON.lower().encode() not in content
    assert json.dumps(PERSON.lower())[1:-1].encode() not in content


def test_what_was_erased_is_in_no_journal_beside_the_table(folders: OwnFolders) -> None:
    with Library(folders.library) as library:
        library.change([library.add(plain_garment()).number], Field.NOTE, PERSON, "note")
    table = sqlite3.connect(folders.library / TABLE)
    table.execute("PRAGMA journal_mode = WAL")
    table.execute("UPDATE pictures SET board = ?", (PERSON,))
    table.commit()
    erase_person(folders, PERSON)
    left = b"".join(path.read_bytes() for path in folders.library.glob(f"{TABLE}*"))
    assert PERSON.encode() not in left
    table.close()


def test_escaped_letters_are_the_same_name(folders: OwnFolders) -> None:
    folders.library.mkdir(parents=True)
    (folders.library / "session.json").write_text(json.dumps({"style": f"{PERSON}.png"}))
    assert PERSON not in (folders.library / "session.json").read_text()
    erase_person(folders, PERSON)
    assert not (folders.library / "session.json").exists()


def test_pixels_that_spell_a_name_by_chance_cost_no_picture(folders: OwnFolders) -> None:
    pictures = folders.library / "pictures"
    pictures.mkdir(parents=True)
    told, buffer = PngImagePlugin.PngInfo(), io.BytesIO()
    told.add_itxt("fashiongan", f"photo {PERSON}.png")
    Image.new("L", (8, 8)).save(pictures / "000001.png", pnginfo=told)
    Image.new("L", (8, 8)).save(buffer, "PNG")
    chunk = len(PERSON.encode()).to_bytes(4, "big") + b"IDAT" + PERSON.encode() + bytes(4)
    (pictures / "000002.png").write_bytes(buffer.getvalue()[:33] + chunk + buffer.getvalue()[33:])
    erase_person(folders, PERSON)
    assert [path.name for path in pictures.iterdir()] == ["000002.png"]


def test_every_file_of_a_scan_goes_and_other_scans_stay(folders: OwnFolders) -> None:
    scans = folders.library / "scans"
    scans.mkdir(parents=True)
    for name in ("P-1-a.mkv", "P-2-b.mkv", "P-2-b.consent.json"):
        (scans / name).write_bytes(b"{}")
    (scans / "P-1-a.consent.json").write_text(json.dumps({"pseudonym": PERSON}))
    assert erase_person(folders, PERSON).files == 2
    assert sorted(path.name for path in scans.iterdir()) == ["P-2-b.consent.json", "P-2-b.mkv"]


def test_recent_files_go_and_the_look_of_the_window_stays(folders: OwnFolders) -> None:
    assert folders.settings is not None
    folders.settings.write_bytes(b"[General]\ntheme=dark\nrecent=/home/a/one.fgan\nexport={}\n")
    erase_person(folders, PERSON)
    assert folders.settings.read_bytes() == b"[General]\ntheme=dark\n"


@pytest.mark.parametrize("name", ["", "  ", "ab"])
def test_a_name_that_is_found_everywhere_is_refused(folders: OwnFolders, name: str) -> None:
    with pytest.raises(RequestError, match="whole pseudonym"):
        erase_person(folders, name)


def test_a_table_that_another_program_writes_is_told_in_one_line(
    folders: OwnFolders, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fashiongan.library.forgetting.PATIENCE_S", 0.1)
    Library(folders.library).close()
    other = sqlite3.connect(folders.library / TABLE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LibraryError, match="close the window"):
        erase_person(folders, PERSON)
    other.close()


def test_everything_is_our_folders_and_nothing_beside_them(folders: OwnFolders) -> None:
    Library(folders.library).close()
    others = [folders.data.parent / "mine.txt", folders.temporary[0] / "theirs"]
    for other in others:
        other.write_text("stays")
    (folders.temporary[0] / "fashiongan-drag-x").mkdir()
    erase_everything(folders)
    assert not folders.data.exists()
    assert sorted(path for path in folders.data.parent.rglob("*") if path.is_file()) == sorted(others)
    erase_everything(folders)


def test_the_folders_are_those_that_qt_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    data = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    assert own_folders().data == Path(data) / "FashionGAN"
