"""The page on which a garment is worn: seen from all sides, judged, cut otherwise, and compared with its pattern."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QSplitter, QVBoxLayout, QWidget

from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import Surface
from fashiongan.garment.sized import sizes_of
from fashiongan.image import GarmentImage
from gui.fit.cut_controls import CutControls
from gui.fit.layers import LayerList
from gui.fit.pattern_view import PatternView
from gui.fit.scene import Scene
from gui.fit.view_bar import ViewBar
from gui.fit_order import Dressed, FitOrder
from gui.languages.wording import in_words
from gui.panels.fit_view import FitView
from gui.wearer import Wearer
from gui.widgets.camera import Ray
from gui.widgets.viewport import Viewport

COLUMN_PX = 330


class FitPage(QWidget):
    """Shows what is worn. `order_asked` gives a `FitOrder` when ease or size changes; the old look stays until
    `show_dressed` brings the new one. `worn_changed` when somebody else is dressed, or they wear something else."""

    order_asked = Signal(object)
    worn_changed = Signal()

    def __init__(self, wearer: Wearer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wearer = wearer
        self.dressed: Dressed | None = None
        self._asked: FitOrder | None = None
        self.viewport, self.pattern, self.layers = Viewport(), PatternView(), LayerList()
        self._how_to_begin = self.viewport.placeholder
        self.cut, self.fit_view = CutControls(), FitView()
        self.view_bar = ViewBar(self.viewport)
        self.addActions(self.view_bar.shortcuts)
        self.waiting, self.pattern_title = QLabel(), QLabel()
        self.keep_on = QCheckBox(self.tr("&Keep on"))
        self.keep_on.setToolTip(self.tr("What is worn stays, and the next garment is put on over it"))
        self._lay_out()
        self._connect()
        self._show_layers()
        self.stop_waiting()

    @property
    def look(self) -> FittedGarment | None:
        """The garment that was fitted last."""
        return self.dressed.look if self.dressed else None

    def order_for(self, image: GarmentImage) -> FitOrder:
        """What to ask for, to see a picture's garment worn as is chosen here."""
        over = self.look.worn if self.look and self.keep_on.isChecked() else ()
        figure = self.wearer.measured.figure
        size = self.cut.size_name if self.cut.size_name in sizes_of(image.attributes.category, figure) else ""
        return FitOrder(image, self.wearer, self.cut.ease, over, size)

    def dress(self, wearer: Wearer, surfaces: Sequence[Surface] = ()) -> None:
        """Somebody else is dressed from now on; what another wore goes. surfaces : their body, if it is known."""
        self.wearer, self.dressed = wearer, None
        self.fit_view.clear()
        self.cut.offer_sizes(())
        self._show_layers()
        self.stop_waiting()
        self.viewport.placeholder = self._how_to_begin
        if surfaces:
            self.viewport.show_surfaces(surfaces)
        else:
            self.viewport.recolor([])
        self.worn_changed.emit()

    def show_dressed(self, dressed: Dressed) -> None:
        """Show a fitted garment, seen from where the one before was seen, and say how it fits."""
        first, self.dressed = self.dressed is None, dressed
        look = dressed.look
        self.fit_view.describe(dressed)
        self.cut.offer_sizes(sizes_of(look.image.attributes.category, look.body.measurements.figure))
        if self._answers(look) and not self.cut.settling:
            self.stop_waiting()
        self._show_layers()
        show = self.viewport.show_surfaces if first else self.viewport.replace_surfaces
        show(dressed.surfaces)
        self._recolor()
        self.worn_changed.emit()

    def stop_waiting(self) -> None:
        """What was asked for is here, or does not come: the controls say how the garment that is shown is cut."""
        self._asked = None
        self.waiting.hide()
        if self.look is not None:
            self.cut.show_cut(self.look.ease, self.look.size)

    def close_renderer(self) -> None:
        """Give the graphics context back; call before the window goes."""
        self.viewport.close_renderer()

    def _lay_out(self) -> None:
        left, right, splitter = QWidget(), QWidget(), QSplitter()
        seen = QVBoxLayout(left)
        seen.setContentsMargins(0, 0, 0, 0)
        seen.setSpacing(2)
        seen.addWidget(self.view_bar)
        seen.addWidget(self.viewport, stretch=1)
        column = QVBoxLayout(right)
        column.setContentsMargins(6, 4, 6, 6)
        for part in (self.cut, self.waiting, self.fit_view, self.layers, self.keep_on, self.pattern_title):
            column.addWidget(part)
        column.addWidget(self.pattern, stretch=1)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([2 * COLUMN_PX, COLUMN_PX])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(splitter)

    def _connect(self) -> None:
        self.cut.settled.connect(self._ask)
        self.fit_view.chosen.connect(self._recolor)
        self.layers.hidden_changed.connect(self._recolor)
        self.layers.garment_chosen.connect(self._show_pattern)
        self.pattern.piece_chosen.connect(self._show_piece)
        self.viewport.clicked.connect(self._choose_under)

    def _ask(self) -> None:
        look = self.look
        if look is None or (self.cut.ease, self.cut.size_name) == (look.ease, look.size):
            return
        said = self.tr("Cutting it anew: %1, %2…").replace("%1", self.cut.ease_box.currentText())
        self.waiting.setText(said.replace("%2", self.cut.size_box.currentText()))
        self.waiting.show()
        self._asked = FitOrder(look.image, self.wearer, self.cut.ease, look.under, self.cut.size_name)
        self.order_asked.emit(self._asked)

    def _answers(self, look: FittedGarment) -> bool:
        """Not an earlier order, while a later one is waited for."""
        asked = self._asked
        return asked is None or look.image is not asked.image or (look.ease, look.size) == (asked.ease, asked.size)

    def _scene(self) -> Scene:
        return Scene(self.fit_view.which, self.layers.hidden(), self._garment, self.pattern.chosen)

    def _recolor(self) -> None:
        if self.dressed is not None:
            self.viewport.placeholder = self.tr("Everything is hidden; tick a layer.")
            self.viewport.recolor(self._scene().surfaces(self.dressed))

    def _show_layers(self) -> None:
        worn = self.look.worn if self.look else ()
        for part in (self.layers, self.keep_on, self.pattern_title):
            part.setVisible(bool(worn))
        self.layers.show_layers([in_words("Pattern", one.pattern.title) for one in worn])
        self._show_pattern(len(worn))

    def _show_pattern(self, layer: int) -> None:
        self._garment = layer
        if self.dressed is None:
            self.pattern.show_pieces(())
            return
        self.pattern.show_pieces(self.dressed.pieces[layer - 1])
        self._show_piece()

    def _show_piece(self) -> None:
        if self.dressed is None:
            return
        pattern, piece = self.dressed.look.worn[self._garment - 1].pattern, self.pattern.chosen
        hidden = bool(piece) and pattern.panels[piece].placing is None
        said = self.tr("Pattern: %1; this piece is not draped") if hidden else self.tr("Pattern: %1")
        self.pattern_title.setText(said.replace("%1", in_words("Pattern", pattern.title)))
        self._recolor()

    def _choose_under(self, ray: Ray) -> None:
        if self.dressed is None:
            return
        layer, piece = self._scene().under(self.dressed, ray)
        if layer:
            self.layers.choose(layer)
        self.pattern.choose(piece)
