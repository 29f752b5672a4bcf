"""A picture was dropped: a small menu asks what it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from gui.pages.design import DesignPage


class PictureMenu(QMenu):
    """Everything that a picture can be on the Design page; Escape takes it for nothing."""

    def __init__(self, page: DesignPage, path: Path) -> None:
        super().__init__(page)
        self._path = path
        asked, begin = page.attributes, page.begin
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setToolTipsVisible(True)
        self.addSection(self.tr("What is %1?").replace("%1", path.name))
        self._offer(self.tr("A &style: take its cloth"), self.tr("Garments are drawn in this cloth"), asked.load_style)
        two = self.tr("Its one or two main colours are asked for")
        self._offer(self.tr("&Colours: ask for them"), two, asked.colors.take_picture)
        anew = self.tr("Draw it anew and go on from there")
        self._offer(self.tr("The &photo of a garment"), anew, begin.begin_with_photo)
        self._offer(self.tr("A &line drawing"), self.tr("Garments of this drawing"), begin.begin_with_sketch)
        self._offer(self.tr("A s&ilhouette"), self.tr("Garments of this outline"), begin.begin_with_silhouette)
        self._offer(self.tr("A photo to put a &garment into"), self.tr("Garments at a place in it"), begin.open_scene)
        self._offer(self.tr("A p&erson to dress"), self.tr("Somebody in what is asked on the left"), begin.redress)

    def _offer(self, text: str, tip: str, take: Callable[[Path], object]) -> None:
        action = self.addAction(text)
        action.setToolTip(tip)
        action.triggered.connect(lambda: take(self._path))
