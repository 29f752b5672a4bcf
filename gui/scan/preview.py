"""What the camera sees, and in large words what to do."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.languages.numbers import written
from gui.scan.depth_picture import GOOD, WRONG, DepthPicture
from gui.scan.words import guidance_words, turning_words

if TYPE_CHECKING:
    # Only for their names: the window opens sooner without.
    from gui.scan.live import Look
    from scanning.turning import Turning

LARGER = 1.7


class ScanPreview(QWidget):
    """Depth, beside it colour if there is any and it is wanted, above them the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.facts = QLabel(), QLabel()
        font = self.words.font()
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self.words.setFont(font)
        self.words.setWordWrap(True)
        self.words.setAccessibleName(self.tr("What to do"))
        self.facts.setAccessibleName(self.tr("Distance and movement"))
        self.facts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self.words, self.facts):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setMinimumHeight(2 * self.words.fontMetrics().lineSpacing())
        self.picture, self.color = DepthPicture(), ColorPicture()
        self.color.hide()
        pictures = QHBoxLayout()
        pictures.addWidget(self.picture, stretch=1)
        pictures.addWidget(self.color, stretch=1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(pictures, stretch=1)
        column.addWidget(self.facts)

    def show_look(self, look: "Look", turning: "Turning | None" = None, color: bool = False) -> None:
        """Show another moment; `color` : the colour picture, too, if there is one."""
        seen = look.guidance
        self.picture.show_look(look, turning)
        self.color.setVisible(color and look.frame.rgb is not None)
        if self.color.isVisible():
            self.color.show_look(look)
        self.say(guidance_words(seen) if turning is None else turning_words(turning, seen))
        palette = self.words.palette()
        palette.setColor(QPalette.ColorRole.WindowText, GOOD if seen.ok else WRONG)
        self.words.setPalette(palette)
        self.facts.setText(self._facts(look))

    def say(self, words: str) -> None:
        """Large words in the colour of text."""
        self.words.setPalette(QPalette())
        self.words.setText(words)

    def clear(self, words: str) -> None:
        """No pictures, only words."""
        self.picture.clear()
        self.color.hide()
        self.facts.clear()
        self.say(words)

    def _facts(self, look: "Look") -> str:
        seen = look.guidance
        if seen.distance_mm is None:
            return ""
        away = self.tr("%1 m away").replace("%1", written(seen.distance_mm / 1000, 2))
        moves = self.tr("still") if seen.still else self.tr("moving")
        kept = self.tr("%n frame(s) recorded", "", look.recorded) if look.recorded else ""
        return "  ·  ".join(fact for fact in (away, moves, kept) if fact)


class ColorPicture(QLabel):
    """The colour picture, upright, as large as fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Colour as the camera sees it"))
        self.setToolTip(self.tr("Colour helps to stand well; it is recorded only if the person agreed to it"))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumSize(120, 200)
        # A picture must not push the window wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def show_look(self, look: "Look") -> None:
        """Show another moment."""
        from scanning.upright import upright

        if look.frame.rgb is None:
            return
        rgb = np.ascontiguousarray(upright(look.frame.rgb, look.guidance.up))
        height, width = rgb.shape[:2]
        image = QImage(rgb.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888)
        shown = QSize(width, height).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        self.setPixmap(QPixmap.fromImage(image).scaled(shown, mode=Qt.TransformationMode.SmoothTransformation))
