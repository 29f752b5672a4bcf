"""Whether files that are there already may be replaced: asked once, with their names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

MOST_NAMED = 10


def may_replace(parent: QWidget, paths: Sequence[Path]) -> bool:
    """Whether files may be written; a file dialog would ask about one of them only."""
    existing = [path.name for path in paths if path.exists()]
    if not existing:
        return True
    named = existing[:MOST_NAMED]
    if len(existing) > MOST_NAMED:
        named.append(_tr("and %1 more").replace("%1", str(len(existing) - MOST_NAMED)))
    question = _tr("These exist already. Replace them?\n\n%1").replace("%1", "\n".join(named))
    return QMessageBox.question(parent, "FashionGAN", question) == QMessageBox.StandardButton.Yes


def _tr(text: str) -> str:
    return QCoreApplication.translate("Replacing", text)
