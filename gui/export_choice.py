"""Where a look is exported to: asked of the user, with every file that would be replaced."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

LOOK_FILES = "Garment with pattern and tech pack (*.glb)"


def ask_where(parent: QWidget) -> Path | None:
    """The GLB that the other files are named after; None if the user does not say."""
    name, _ = QFileDialog.getSaveFileName(
        parent, "Export", "look.glb", LOOK_FILES, options=QFileDialog.Option.DontConfirmOverwrite
    )
    return Path(name if name.endswith(".glb") else f"{name}.glb") if name else None


def may_replace(parent: QWidget, paths: Sequence[Path]) -> bool:
    """Whether files may be written; a file dialog would ask about one of them only."""
    existing = [path.name for path in paths if path.exists()]
    question = f"{' and '.join(existing)} exist already. Replace?"
    return not existing or QMessageBox.question(parent, "FashionGAN", question) == QMessageBox.StandardButton.Yes


def picture_beside(glb: Path) -> Path:
    """The picture of the look in a GLB."""
    return glb.with_name(f"{glb.name.removesuffix('.glb')}.png")
