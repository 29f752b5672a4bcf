"""What this program is, which version, and whose work is in it."""

from importlib.metadata import version

from PySide6.QtWidgets import QMessageBox, QWidget

from gui.languages.wording import translate


def show_about(parent: QWidget) -> None:
    """A short dialog."""
    words = translate(
        "About",
        "From an idea to a garment that fits, offline, on this computer. Nothing leaves it.\n\n"
        "FashionGAN %1, Apache-2.0. The generators were trained on CC0 photos; the body is Anny's.",
    )
    QMessageBox.about(parent, "FashionGAN", words.replace("%1", version("fashiongan")))
