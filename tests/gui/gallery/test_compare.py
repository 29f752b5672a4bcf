from pytestqt.qtbot import QtBot

from fashiongan.attributes import Category
from gui.gallery.compare import CompareDialog
from tests.library.pictures import plain_garment


def test_what_differs_is_bold_and_what_is_shared_is_not(qtbot: QtBot) -> None:
    dialog = CompareDialog([plain_garment(Category.TSHIRT, "red"), plain_garment(Category.DRESS, "red")])
    qtbot.addWidget(dialog)
    bold = {row[0].text().split(":")[0]: row[0].font().bold() for row in dialog.words}
    assert bold["category"]
    assert not bold["colours"]
    assert [label.text() for label in dialog.words[0]] == ["category: tshirt", "category: dress"]
