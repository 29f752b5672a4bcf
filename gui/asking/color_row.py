"""The two colours that are asked for: picked, taken from a picture, or left open."""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from fashiongan.color import Color
from fashiongan.errors import FashionGanError, RequestError
from fashiongan.generator.style_picture import LARGEST_PX, read_style_picture
from fashiongan.image import GarmentImage, open_picture
from fashiongan.picture_colors import main_colors
from fashiongan.picture_tasks import colors_of
from gui.asking.eyedropper import Eyedropper
from gui.asking.picture_file import choose_picture
from gui.dropping.picture_drop import PictureDrop
from gui.widgets.color_button import ColorButton
from gui.widgets.menu_button import MenuButton


class ColorRow(QWidget):
    """A main and a second colour, and a menu to take them from pictures; a picture dropped on them gives its own.

    current : the picture of the gallery that is chosen, if one is
    """

    changed = Signal()
    refused = Signal(str)

    def __init__(self, current: Callable[[], GarmentImage | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = current
        self.main, self.second = ColorButton(self.tr("Main colour")), ColorButton(self.tr("Second colour"))
        tip = self.tr("Take colours from a picture; one can be dropped on the colours, too")
        self.more = MenuButton(self.tr("Colours from a picture"), tip)
        self._fill_menu(self.more.actions_)
        self.setFocusProxy(self.main)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.main, self.second):
            row.addWidget(button, stretch=1)
        row.addWidget(self.more)
        PictureDrop(self.main).dropped.connect(self.take_picture)
        PictureDrop(self.second).dropped.connect(self.take_second)
        self.main.changed.connect(self._offer_second)
        self.second.changed.connect(self.changed)
        self._offer_second()

    @property
    def colors(self) -> tuple[Color, ...]:
        """None, one or two, the main one first."""
        return tuple(color for color in (self.main.color, self.second.color) if color)

    def show_colors(self, colors: Sequence[Color]) -> None:
        """Ask for these colours, none, one or two."""
        first, second, *_ = (*colors, None, None)
        self.main.set_color(first)
        self.second.set_color(second)

    def take_picture(self, path: Path) -> None:
        """Ask for the one or two main colours of a picture; a bad file changes nothing."""
        self._try(lambda: self.show_colors(main_colors(read_style_picture(path))))

    def take_second(self, path: Path) -> None:
        """Ask for the main colour of a picture as the second one."""
        self._try(lambda: self.second.set_color(main_colors(read_style_picture(path))[0]))

    def take_chosen(self) -> None:
        """Ask for the colours of the gallery's chosen picture."""
        self._try(lambda: self.show_colors(colors_of(self._chosen())))

    def open_eyedropper(self, rgba: NDArray[np.uint8], name: str) -> Eyedropper:
        """Let one colour be taken out of a picture, (H, W, 4)."""
        dialog = Eyedropper(rgba, name, self.main.color is not None, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(lambda color, second: (self.second if second else self.main).set_color(color))
        dialog.open()
        return dialog

    def _fill_menu(self, menu: QMenu) -> None:
        ways = (
            (
                self.tr("&Colours of the chosen picture"),
                self.take_chosen,
                self.tr("What the garment shows, one or two"),
            ),
            (self.tr("Colours of a &file…"), self._choose_file, self.tr("Of a garment, a fabric, or anything")),
            (self.tr("&Eyedropper on the chosen picture…"), self._pick_chosen, self.tr("Take the colour at a point")),
            (self.tr("Eyedropper on a f&ile…"), self._pick_file, self.tr("Take the colour at a point")),
            (self.tr("&Leave both open"), lambda: self.show_colors(()), self.tr("Any colours may be drawn")),
        )
        for text, act, tip in ways:
            action = menu.addAction(text)
            action.setToolTip(tip)
            action.triggered.connect(act)

    def _choose_file(self) -> None:
        if path := choose_picture(self, self.tr("Picture to take the colours of")):
            self.take_picture(path)

    def _pick_chosen(self) -> None:
        self._try(lambda: self.open_eyedropper(self._chosen().rgba, self.tr("the chosen picture")))

    def _pick_file(self) -> None:
        if path := choose_picture(self, self.tr("Picture to take a colour of")):
            self._try(lambda: self.open_eyedropper(_pixels(path), path.name))

    def _chosen(self) -> GarmentImage:
        image = self._current()
        if image is None:
            raise RequestError(self.tr("No picture is chosen; choose one in the gallery first."))
        return image

    def _offer_second(self) -> None:
        if self.main.color is None and self.second.color is not None:
            self.second.set_color(None)
        self.second.setEnabled(self.main.color is not None)
        self.changed.emit()

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))


def _pixels(path: Path) -> NDArray[np.uint8]:
    """(H, W, 4), no larger than a screen shows."""
    picture = open_picture(path)
    picture.thumbnail((LARGEST_PX, LARGEST_PX))
    return np.array(picture)
