"""Whether files that are there already may be replaced: asked once, with their names."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMessageBox, QWidget

from gui.languages.wording import translate

MOST_NAMED = 10


def may_replace(parent: QWidget, paths: Sequence[Path]) -> bool:
    """Whether files may be written; a file dialog would ask about one of them only."""
    existing = [path.name for path in paths if path.exists()]
    if not existing:
        return True
    named = existing[:MOST_NAMED]
    if len(existing) > MOST_NAMED:
        named.append(translate("Replacing", "and %1 more").replace("%1", str(len(existing) - MOST_NAMED)))
    question = translate("Replacing", "These exist already. Replace them?\n\n%1").replace("%1", "\n".join(named))
    return QMessageBox.question(parent, "FashionGAN", question) == QMessageBox.StandardButton.Yes
