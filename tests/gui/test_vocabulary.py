from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from pytestqt.qtbot import QtBot

from fashiongan.attributes import VOCABULARY, Category
from fashiongan.library.library import Library
from fashiongan.presets.built_in import built_in_presets
from gui.asking.preset_bar import BUILT_IN_NAMES
from gui.gallery.filter_bar import FilterBar
from gui.gallery.inspector import Facts
from gui.gallery.model import GalleryModel
from gui.panels.attributes import AttributePanel
from gui.vocabulary import WORDS, shown
from tests.library.pictures import plain_garment


class Reversed(QTranslator):
    """A language in which words of the vocabulary are written backwards."""

    def translate(self, context: str, text: str, comment: str | None = None, number: int = -1) -> str:
        return text[::-1] if context == "Vocabulary" else text


def test_every_word_can_be_translated() -> None:
    words = {str(word) for kind in VOCABULARY.values() for word in kind}
    assert set(WORDS) == {shown(word) for word in words | set(VOCABULARY)}
    assert len(set(WORDS)) == len(words | set(VOCABULARY))
    assert set(BUILT_IN_NAMES) == {preset.name for preset in built_in_presets()}


@pytest.fixture
def backwards(qtbot: QtBot) -> Iterator[None]:
    language = Reversed()
    QCoreApplication.installTranslator(language)
    yield
    QCoreApplication.removeTranslator(language)


@pytest.mark.usefixtures("backwards")
def test_in_another_language_words_look_different_and_mean_the_same(qtbot: QtBot) -> None:
    panel, bar = AttributePanel(), FilterBar()
    qtbot.addWidget(panel)
    qtbot.addWidget(bar)
    panel.boxes["category"].setCurrentText("sserd")
    bar.boxes["fabric"].setCurrentText("mined")
    assert panel.attributes().to_dict() == {"category": "dress"}
    assert bar.query().words["fabric"] == {"denim"}
    lengths = panel.boxes["length"]
    assert [lengths.itemText(row) for row in range(1, lengths.count())] == ["inim", "eenk", "idim", "ixam"]


@pytest.mark.usefixtures("backwards")
def test_what_is_known_of_a_picture_is_told_in_the_users_language(qtbot: QtBot, tmp_path: Path) -> None:
    facts, image = Facts(), plain_garment(Category.DRESS)
    qtbot.addWidget(facts)
    with Library(tmp_path) as library:
        facts.show_picture(library.add(image), image)
        gallery = GalleryModel(library)
        caption = gallery.index(0).data()
    assert facts.facts()["Garment"].startswith("sserd, ")
    assert caption.startswith("sserd")


@pytest.mark.usefixtures("backwards")
def test_pictures_are_found_by_the_words_of_the_users_language(qtbot: QtBot, tmp_path: Path) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    with Library(tmp_path) as library:
        dress, _ = (library.add(plain_garment(kind)).number for kind in (Category.DRESS, Category.TSHIRT))
        for typed in ("sserd", "SSERD", "dress", "ser"):
            bar.text.setText(typed)
            assert library.numbers(bar.query()) == [dress]
        bar.text.setText("dress trihs")
        assert library.numbers(bar.query()) == []


def test_a_tshirt_is_found_as_it_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    with Library(tmp_path) as library:
        _, tshirt = (library.add(plain_garment(kind)).number for kind in (Category.DRESS, Category.TSHIRT))
        for typed in ("T-shirt", "tshirt"):
            bar.text.setText(typed)
            assert library.numbers(bar.query()) == [tshirt]
