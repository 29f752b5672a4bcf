"""The files of the translators, read as XML: whole, and true to the source."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

from gui.help.languages import FOLDER

ROMANIAN, ENGLISH, QT = FOLDER / "fashiongan_ro.ts", FOLDER / "fashiongan_en.ts", FOLDER / "qt_ro.ts"
# Texts that stand side by side, so that no two may have the same key.
TOGETHER = (
    ("AttributePanel", "WordBoxes", "SeedRow", "Menus"),
    ("Export", "ExportDialog"),
    ("PictureMenu",),
    ("CutControls", "FitPage"),
)


@dataclass(frozen=True)
class Message:
    """One text; `said` : its translation, or one for each plural form."""

    context: str
    source: str
    said: tuple[str, ...]
    finished: bool
    plural: bool


def messages(file: Path) -> list[Message]:
    return [
        _message(context.findtext("name", ""), one)
        for context in ElementTree.parse(file).getroot().iter("context")
        for one in context.iter("message")
    ]


def _message(context: str, one: ElementTree.Element) -> Message:
    translation, plural = one.find("translation"), one.get("numerus") == "yes"
    assert translation is not None
    forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    said = forms if plural else (translation.text or "",)
    return Message(context, one.findtext("source", ""), said, translation.get("type") is None, plural)


def tool(name: str) -> str:
    """A program of PySide6, beside this Python."""
    return shutil.which(name, path=str(Path(sys.executable).parent)) or name


def places(text: str) -> Counter[str]:
    return Counter(re.findall(r"%[1-9n]", text))


def mnemonics(text: str) -> list[str]:
    return re.findall(r"&([^& ])", text.lower())


@pytest.mark.parametrize("file", [ROMANIAN, ENGLISH])
def test_the_texts_of_the_window_and_those_of_the_translators_are_the_same(file: Path, tmp_path: Path) -> None:
    copy = shutil.copy(file, tmp_path)
    options = ["-extensions", "py", "-no-obsolete", "-locations", "none", "-silent"]
    only = ["-pluralonly"] if file is ENGLISH else []
    subprocess.run([tool("pyside6-lupdate"), *options, *only, str(FOLDER.parent), "-ts", str(copy)], check=True)
    assert set(messages(file)) == set(messages(Path(copy)))


@pytest.mark.parametrize("file", [ROMANIAN, ENGLISH, QT])
def test_every_translation_is_finished(file: Path) -> None:
    assert not [one for one in messages(file) if not one.finished or not all(one.said)]


@pytest.mark.parametrize(("file", "forms"), [(ROMANIAN, 3), (ENGLISH, 2)])
def test_every_plural_has_the_forms_of_its_language(file: Path, forms: int) -> None:
    plural = [one for one in messages(file) if one.plural]
    assert plural
    assert {len(one.said) for one in plural} == {forms}


@pytest.mark.parametrize("file", [ROMANIAN, ENGLISH, QT])
def test_what_is_filled_in_is_filled_in_everywhere(file: Path) -> None:
    assert not [one for one in messages(file) if any(places(said) != places(one.source) for said in one.said)]


def test_a_text_keeps_its_key_and_its_spaces() -> None:
    for one in messages(ROMANIAN):
        for said in one.said:
            assert len(mnemonics(said)) == len(mnemonics(one.source)), said
            assert said.endswith("\n") == one.source.endswith("\n"), said


@pytest.mark.parametrize("contexts", TOGETHER)
def test_no_two_keys_are_the_same_where_they_stand_together(contexts: tuple[str, ...]) -> None:
    keys = Counter(
        key for one in messages(ROMANIAN) if one.context in contexts for said in one.said for key in mnemonics(said)
    )
    assert not [key for key, count in keys.items() if count > 1]


def test_romanian_letters_have_their_comma_below() -> None:
    assert not [one for one in messages(ROMANIAN) + messages(QT) if re.search("[şţŞŢ]", "".join(one.said))]


@pytest.mark.parametrize(("language", "sources"), [("ro", [ROMANIAN, QT]), ("en", [ENGLISH])])
def test_what_the_window_loads_is_made_of_these_files(language: str, sources: list[Path], tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    subprocess.run([tool("pyside6-lrelease"), "-silent", *map(str, sources), "-qm", str(made)], check=True)
    assert made.read_bytes() == (FOLDER / f"fashiongan_{language}.qm").read_bytes()
