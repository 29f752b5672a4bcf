"""Nothing is sent, nobody is named in what leaves, and who is erased is found nowhere again."""

import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scanning.cli import app
from tests.conftest import ROOT
from tests.privacy.conftest import HOME, PERSON, USER, Lived

KINDS = {".png", ".jpg", ".pdf", ".glb", ".obj", ".mtl", ".dxf", ".svg", ".fgan", ".ply", ".csv", ".smis", ".json"}


def texts(content: bytes) -> Iterator[bytes]:
    """The bytes themselves, and whatever can be unpacked of them: members of a zip, streams of a PDF or PNG."""
    yield content.lower()
    for begin in range(len(content)):
        if content[begin] == 0x78 and content[begin + 1 : begin + 2] in (b"\x01", b"\x5e", b"\x9c", b"\xda"):
            try:
                yield zlib.decompressobj().decompress(content[begin:], 1 << 22).lower()
            except zlib.error:
                continue


def members(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as file:
            yield from (file.read(name) for name in file.namelist())


def naming(folder: Path, word: str) -> list[str]:
    """Every file below a folder that says a word, in its name or anywhere in its bytes."""
    sought = word.lower()
    forms = (sought.encode(), sought.encode("utf-16-le"))
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if sought in path.name.lower()
        or (path.is_file() and any(form in content.lower() for form in forms for content in members(path)))
    ]


def test_everything_works_while_the_network_is_refused(lived: Lived) -> None:
    assert lived.code == 0, lived.said
    assert "0 attempts to reach the network" in lived.said


@pytest.mark.parametrize(
    "attempt", ["create_connection(('127.0.0.1', 9), 1)", "getaddrinfo('example.org', 80)", "socket().bind(('', 0))"]
)
def test_whoever_asks_for_the_network_is_caught(attempt: str) -> None:
    program = f"from benchmarks.no_network import deny_network\nfrom socket import *\ndeny_network()\n{attempt}"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "NetworkDenied" in done.stderr


def test_exports_name_neither_the_person_nor_the_user_nor_a_folder(lived: Lived) -> None:
    assert {path.suffix for path in lived.out.iterdir()} >= KINDS
    for word in (PERSON, USER, HOME):
        assert naming(lived.out, word) == []
    for path in lived.out.iterdir():
        for content in members(path):
            if path.suffix in (".pdf", ".png", ".fgan"):
                packed = b"".join(texts(content[: 1 << 18]))
                assert not any(word.lower().encode() in packed for word in (PERSON, USER, HOME)), path.name


def test_the_log_tells_what_happened_and_names_nobody(lived: Lived) -> None:
    log = (lived.folders.data / "fashiongan.log").read_text()
    assert "is cut short" in log
    assert not any(word in log for word in (PERSON, USER, HOME))


def test_who_is_erased_is_found_in_no_byte_of_any_file(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = [lived.place / name for name in ("data", "config", "tmp")]
    before = {name for folder in ours for name in naming(folder, PERSON)}
    kinds = ("library.sqlite", "session.json", "consent.json", "-1.mkv", ".conf", "pictures", "presets")
    assert all(any(kind in name for name in before) for kind in kinds), before
    for kind in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(lived.place / kind.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(lived.place / "tmp"))
    told = CliRunner().invoke(app, ["erase", "--person", PERSON, "--yes"])
    assert told.exit_code == 0, told.output
    for folder in (*ours, lived.place / "cache"):
        assert naming(folder, PERSON) == []
    # Neither the scan nor who was dressed is left; pictures that do not say the name are.
    library = lived.folders.library
    assert not list((library / "scans").iterdir())
    assert not (library / "worn.fgan").exists()
    assert len(list((library / "pictures").glob("*.png"))) >= 3


def test_erased_altogether_nothing_is_left(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(lived.place / kind.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(lived.place / "tmp"))
    assert CliRunner().invoke(app, ["erase", "--everything", "--yes"]).exit_code == 0
    assert not lived.folders.data.exists()
    assert [path for path in (lived.place / "config").rglob("*") if path.is_file()] == []
