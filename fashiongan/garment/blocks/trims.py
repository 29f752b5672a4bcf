"""Strips that finish an edge: cut, but not draped."""

from fashiongan.garment.curves import line
from fashiongan.garment.pattern import Cloth, Panel, Piece

RIB_MM, BINDING_MM, BAND_MM = 20.0, 15.0, 35.0
# A rib is cut shorter than its edge and stretched on, so that it lies flat.
RIB_SHARE = 0.87


def folded_strip(name: str, long_mm: float, wide_mm: float, cloth: Cloth = Cloth.SHELL, copies: int = 1) -> Panel:
    """A straight strip that is folded in half along its length; `wide_mm` is what is seen of it."""
    high = 2 * wide_mm
    edges = {
        "neck": line((0, 0), (long_mm, 0)),
        "end": line((long_mm, 0), (long_mm, high)),
        "neck_inside": line((long_mm, high), (0, high)),
        "start": line((0, high), (0, 0)),
    }
    fold = {"fold": line((0, wide_mm), (long_mm, wide_mm))}
    allowance = {"neck": 7.0, "neck_inside": 7.0}
    title = name.replace("_", " ").capitalize()
    return Panel(name, edges, None, Piece(title, copies=copies, cloth=cloth, allowance_mm=allowance, marks=fold))
