"""The menu over a picture in the gallery."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from gui.gallery.actions import GalleryActions
from gui.gallery.deeds import PictureDeeds


def fill_gallery_menu(menu: QMenu, looking: Sequence[QAction], deeds: PictureDeeds, actions: GalleryActions) -> None:
    """What can be looked at, made, changed and taken back, in this order."""
    menu.addActions([*looking, actions.compare])
    menu.addSeparator()
    deeds.fill_menu(menu)
    menu.addSeparator()
    menu.addActions(actions.of_pictures)
    menu.addSeparator()
    menu.addActions([actions.undo, actions.redo])
