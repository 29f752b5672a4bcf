"""Sleeves that are set into any top, with a plain hem, a buttoned cuff or a rib."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from fashiongan.garment.blocks.fronts import SIDES, Part, Top
from fashiongan.garment.blocks.sleeve import SleeveDraft, sleeve_panels
from fashiongan.garment.blocks.trims import folded_strip
from fashiongan.garment.curves import Points, length_mm, line, split
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import SEAM_ALLOWANCE_MM, Cloth, Panel, Piece, Seam
from fashiongan.garment.placing import Wrap

SLIT_MM, UNDERLAP_MM = 110.0, 20.0
SLEEVELESS_STEP = "Sew the sides; close each armhole's strip to a ring and sew it on."


@dataclass(frozen=True, slots=True)
class Cuff:
    """A band that holds the sleeve together. around_mm : closed, without overlap; closed_by : nothing for a rib."""

    around_mm: float
    deep_mm: float
    closed_by: str = ""
    cloth: Cloth = Cloth.SHELL


def shirt_cuff(body: Dimensions) -> Cuff:
    """Of two layers, buttoned, wide enough for a wrist and a watch."""
    return Cuff(body.wrist_mm + 45.0, 62.0, "buttons")


def rib_cuff(body: Dimensions) -> Cuff:
    """A folded rib, which a hand can stretch and pass."""
    return Cuff(body.wrist_mm + 32.0, 58.0, cloth=Cloth.RIB)


def sleeves(numbers: SleeveDraft, top: Top, cuff: Cuff | None = None) -> Part:
    """Both sleeves, with cuffs if there are any, and the seams that hold them in the armholes."""
    front, _ = top.armholes["left"]
    if cuff:
        numbers = replace(numbers, length=numbers.length - cuff.deep_mm)
    panels: list[Panel] = []
    seams: list[Seam] = []
    for side, sleeve in zip(SIDES, sleeve_panels(numbers, length_mm(top.edge(front))), strict=True):
        sleeve, joining = _set_in(sleeve, side, top)
        seams += joining
        if cuff:
            sleeve, band, closing = _cuffed(sleeve, side, cuff)
            panels += [sleeve, band]
            seams += closing
        else:
            panels.append(sleeve)
    return panels, seams


def bound_armholes(top: Top, wide_mm: float) -> Part:
    """A strip round each armhole of a top without sleeves."""
    front, behind = top.armholes["left"]
    around = sum(length_mm(top.edge(end)) for end in (front, *behind))
    return [folded_strip("armhole_binding", around, wide_mm, copies=2)], []


def _set_in(sleeve: Panel, side: str, top: Top) -> tuple[Panel, list[Seam]]:
    """Seen from outside, a left sleeve has the back on its right, a right sleeve the front."""
    front, behind = top.armholes[side]
    before, after = ("cap_left", "cap_right") if side == "left" else ("cap_right", "cap_left")
    names = [f"{after}_{index}" for index in range(len(behind))] if len(behind) > 1 else [after]
    # A left sleeve's cap runs up from the underarm behind, a right one's down to it.
    upwards = list(zip(names, behind, strict=True))
    along = upwards if side == "left" else upwards[::-1]
    pieces = split(sleeve.edges[after], *(length_mm(top.edge(end)) for _, end in along[:-1]))
    sleeve = with_edge_split(sleeve, after, dict(zip((name for name, _ in along), pieces, strict=True)))
    # Two notches behind, on the lowest panel there, and one in front; the left edges run down, the right ones up.
    pair = (0.45, 0.5) if side == "left" else (0.5, 0.55)
    seams = [Seam(end, (sleeve.name, name), notches=() if index else pair) for index, (name, end) in enumerate(upwards)]
    seams.append(Seam(front, (sleeve.name, before), notches=(0.5,)))
    seams.append(Seam((sleeve.name, "underarm_right"), (sleeve.name, "underarm_left"), notches=(0.5,)))
    return sleeve, seams


def with_edge_split(panel: Panel, edge: str, pieces: Mapping[str, Points]) -> Panel:
    """The same panel with several edges where there was one; each keeps its allowance."""
    edges: dict[str, Points] = {}
    for name, points in panel.edges.items():
        edges |= pieces if name == edge else {name: points}
    allowance = dict(panel.piece.allowance_mm)
    if edge in allowance:
        allowance |= dict.fromkeys(pieces, allowance.pop(edge))
    return replace(panel, edges=edges, piece=replace(panel.piece, allowance_mm=allowance))


def _cuffed(sleeve: Panel, side: str, cuff: Cuff) -> tuple[Panel, Panel, list[Seam]]:
    """A buttoned cuff opens behind, where the sleeve is slit; a rib is closed at the underarm."""
    hem = sleeve.edges["hem"]
    wide, around = length_mm(hem), min(cuff.around_mm, length_mm(hem))
    share = (0.75 if side == "left" else 0.25) if cuff.closed_by else 1.0
    names = [f"hem_{index}" for index in range(2)] if cuff.closed_by else ["hem"]
    pieces = split(hem, share * wide) if cuff.closed_by else [hem]
    slit_x, low = pieces[0][-1].tolist()
    sleeve = with_edge_split(sleeve, "hem", dict(zip(names, pieces, strict=True)))
    marks = {"slit": line((slit_x, low), (slit_x, low + SLIT_MM))} if cuff.closed_by else {}
    allowance = {name: one for name, one in sleeve.piece.allowance_mm.items() if name not in names}
    sleeve = replace(sleeve, piece=replace(sleeve.piece, marks=marks, allowance_mm=allowance))
    band = _band(sleeve, f"cuff_{side}", cuff, around, [share, 1.0][: len(names)], -low)
    gathered = wide / around - 1
    seams = [Seam((band.name, f"top_{index}"), (sleeve.name, name), gathered) for index, name in enumerate(names)]
    return sleeve, band, [*seams, Seam((band.name, "end_right"), (band.name, "end_left"), closed_by=cuff.closed_by)]


def _band(sleeve: Panel, name: str, cuff: Cuff, around: float, shares: list[float], sleeve_mm: float) -> Panel:
    """Drawn as it is worn, from one end of the slit round the wrist to the other."""
    right = (shares[0] - 0.5) * around
    left, deep = right - around, cuff.deep_mm
    stops = [right, *(right - share * around for share in shares)]
    tops = {f"top_{index}": line((a, 0.0), (b, 0.0)) for index, (a, b) in enumerate(pairwise(stops))}
    edges = {
        "hem": line((left, -deep), (right, -deep)),
        "end_right": line((right, -deep), (right, 0.0)),
        **tops,
        "end_left": line((left, 0.0), (left, -deep)),
    }
    assert isinstance(sleeve.placing, Wrap)
    wrap = replace(sleeve.placing, level_mm=sleeve.placing.level_mm + sleeve_mm, girth_mm=((0.0, around),))
    return Panel(name, edges, wrap, _cuff_piece(name, cuff, edges))


def _cuff_piece(name: str, cuff: Cuff, edges: Mapping[str, Points]) -> Piece:
    """A rib is cut double and folded at its hem; of a buttoned cuff, the end that comes from behind lies under."""
    twin = None if name.endswith("left") else "cuff_left"
    if not cuff.closed_by:
        return Piece("Cuff", twin_of=twin, cloth=cuff.cloth, allowance_mm={"hem": cuff.deep_mm})
    under, over, sign = ("end_left", "end_right", 1.0) if twin is None else ("end_right", "end_left", -1.0)
    inwards = np.array([[-sign * UNDERLAP_MM / 2, 0.0]])
    buttons = {"button": edges[under].mean(0) + inwards, "buttonhole": edges[over].mean(0) + inwards}
    return Piece("Cuff", 2, twin, cuff.cloth, {under: SEAM_ALLOWANCE_MM + UNDERLAP_MM}, buttons=buttons)
