"""What goes wrong is said in the language of the window: real errors of the core, provoked."""

import ast
import errno
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox

import fashiongan
import scanning
from fashiongan.checkpoints import find_checkpoint
from fashiongan.errors import FashionGanError
from fashiongan.files import write_atomically
from fashiongan.image import open_picture, read_garment_image
from fashiongan.library.library import Library
from fashiongan.tools.region import Region
from gui.languages.error_words import FILES, PEOPLE, PICTURES
from gui.languages.wording import in_words
from gui.main_window import MainWindow
from scanning.sources.recorded import open_recording

Provoke = Callable[[Path], object]


def no_picture(folder: Path) -> None:
    (folder / "no.png").write_text("no picture")
    open_picture(folder / "no.png")


def damaged_library(folder: Path) -> None:
    (folder / "library.sqlite").write_text("no table" * 200)
    Library(folder)


@pytest.mark.usefixtures("romanian")
@pytest.mark.parametrize(
    ("provoke", "said"),
    [
        (lambda folder: find_checkpoint("any", folder / "checkpoints"), "nu poate fi citit (nu există). Refaceți"),
        (no_picture, "nu poate fi citit ca imagine (nu este o imagine de un fel cunoscut)"),
        (lambda folder: read_garment_image(folder / "lost.png"), "lipsește sau nu este un fișier; alegeți un PNG"),
        (lambda folder: Region(1, 2, 3, 400), "prea mică pentru un articol"),
        (damaged_library, "mutați-l, iar imaginile de lângă el"),
        (lambda folder: open_recording(folder / "lost.mkv"), "lipsește; alegeți un .mkv al nostru"),
    ],
)
def test_an_error_is_said_in_romanian(tmp_path: Path, provoke: Provoke, said: str) -> None:
    with pytest.raises(FashionGanError) as raised:
        provoke(tmp_path)
    assert said in in_words("Error", str(raised.value))


@pytest.mark.usefixtures("romanian")
def test_a_full_disk_is_said_in_romanian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FashionGanError) as raised:
        write_atomically(tmp_path / "a.png", b"")
    said = in_words("Error", str(raised.value))
    assert said == f"{tmp_path / 'a.png'} nu poate fi scris (discul este plin); eliberați spațiu sau alegeți alt loc."


def test_the_error_of_a_missing_folder_names_it_once(tmp_path: Path) -> None:
    with pytest.raises(FashionGanError) as raised:
        find_checkpoint("any", tmp_path / "checkpoints")
    assert str(raised.value).count(str(tmp_path)) == 1


def test_the_error_of_a_picture_names_it_once(tmp_path: Path) -> None:
    (tmp_path / "no.png").write_text("no picture")
    for name in ("no.png", "lost.png"):
        with pytest.raises(FashionGanError) as raised:
            open_picture(tmp_path / name)
        assert str(raised.value).count(name) == 1


@pytest.mark.usefixtures("romanian")
def test_the_window_says_errors_in_its_language(window: MainWindow, tmp_path: Path) -> None:
    window.design.begin.refused.emit(
        f"{tmp_path} cannot be written (Permission denied); free some space or choose another place."
    )
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "fără drept de acces" in box.text()


def sentences() -> set[str]:
    """Every text of the core, with %1, %2... where something is filled in."""
    found = set()
    for package in (fashiongan, scanning):
        for path in Path(str(package.__file__)).parent.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant | ast.JoinedStr):
                    found.add(_with_places(node))
    return found


def _with_places(node: ast.expr) -> str:
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    texts = [str(part.value) if isinstance(part, ast.Constant) else "\0" for part in parts]
    places = iter(range(1, 99))
    return re.sub("\0", lambda _: f"%{next(places)}", "".join(texts))


def test_every_error_that_is_translated_is_one_that_the_core_says() -> None:
    known = {re.sub(r"%\d", "%", one) for one in sentences()}
    texts = [re.sub(r"%\d", "%", str(one)) for one in (*FILES, *PICTURES, *PEOPLE)]
    assert [text for text in texts if text not in known] == []
