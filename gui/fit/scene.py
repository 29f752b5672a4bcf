"""What of a dressed body is shown, and what a click on it means; no Qt here."""

from dataclasses import dataclass

from fashiongan.garment.fit_colors import FitMap
from fashiongan.garment.highlight import highlighted
from fashiongan.garment.picture import Surface
from fashiongan.garment.pieces import faces_of_piece, piece_of_face
from gui.fit_order import Dressed
from gui.widgets.camera import Ray
from gui.widgets.picking import first_hits


@dataclass(frozen=True, slots=True)
class Scene:
    """Layer 0 is the body, the others are what it wears, from the inside out.

    coloring : the last garment's fit, None for its picture; hidden : layers; garment : the layer whose pattern is
    looked at; piece : the one of it that is chosen, "" for none
    """

    coloring: FitMap | None = None
    hidden: frozenset[int] = frozenset()
    garment: int = 1
    piece: str = ""

    def visible(self, dressed: Dressed) -> list[int]:
        """The layers that are shown."""
        return [layer for layer in range(len(dressed.surfaces)) if layer not in self.hidden]

    def surfaces(self, dressed: Dressed) -> list[Surface]:
        """What to draw."""
        layers, colored = self.visible(dressed), dressed.shown(self.coloring)
        shown = [colored[layer] for layer in layers]
        if not self.piece or self.garment not in layers:
            return shown
        faces = faces_of_piece(dressed.look.worn[self.garment - 1], self.piece)
        return highlighted(shown, layers.index(self.garment), faces)

    def under(self, dressed: Dressed, ray: Ray) -> tuple[int, str]:
        """The garment's layer and its piece that a line of sight meets; 0 and "" where it meets none."""
        layers = self.visible(dressed)
        for hit in first_hits([dressed.surfaces[layer] for layer in layers], ray):
            layer = layers[hit.surface]
            if layer:
                return layer, piece_of_face(dressed.look.worn[layer - 1], hit.face)
        return 0, ""
