"""A rib round the hem of a top: shorter than what it gathers, and sewn on stretched."""

from dataclasses import replace

from fashiongan.garment.blocks.bodice import Bodice
from fashiongan.garment.blocks.fronts import Part, Top
from fashiongan.garment.curves import line
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.pattern import Cloth, Panel, Piece, Seam
from fashiongan.garment.placing import Wrap

RIB_MM = 60.0
_SHARE, _EASE_MM, _SHORTEST_SIDE_MM = 0.88, 28.0, 40.0


def above_rib(draft: Bodice) -> Bodice:
    """The same bodice, so much shorter that the rib ends where its hem was."""
    return replace(draft, hem_y=min(draft.hem_y + RIB_MM, draft.armhole_y - _SHORTEST_SIDE_MM))


def rib_hem(draft: Bodice, top: Top, body: Dimensions, closed_by: str) -> Part:
    """One rib for each panel that has a hem, sewn to each other as those are; never too short to go round the body."""
    hem_mm = 4 * draft.hem_half
    least_mm = max(body.hips_mm if _over_hips(draft, body) else body.top_hip_mm, body.waist_mm) + _EASE_MM
    share = min(1.0, max(_SHARE, least_mm / hem_mm))
    panels = [_rib(panel, draft, share) for panel in top.panels if "hem" in panel.edges]
    seams = [Seam((rib.name, "top"), (rib.name.removeprefix("rib_"), "hem"), 1 / share - 1) for rib in panels]
    return panels, seams + _between(top, closed_by)


def _over_hips(draft: Bodice, body: Dimensions) -> bool:
    return draft.side_neck_height + draft.hem_y - RIB_MM < body.waist_height_mm - 100.0


def _rib(panel: Panel, draft: Bodice, share: float) -> Panel:
    hem = panel.edges["hem"] * [share, 1.0]
    (left, y), right = hem[0].tolist(), float(hem[-1, 0])
    low = y - RIB_MM
    edges = {
        "hem": line((left, low), (right, low)),
        "end_right": line((right, low), (right, y)),
        "top": line((right, y), (left, y)),
        "end_left": line((left, y), (left, low)),
    }
    assert isinstance(panel.placing, Wrap)
    wrap = replace(panel.placing, girth_mm=((y, 4 * share * draft.hem_half),))
    twin = panel.piece.twin_of
    title = f"Hem rib, {panel.piece.title.lower()}"
    piece = Piece(title, twin_of=f"rib_{twin}" if twin else None, cloth=Cloth.RIB, allowance_mm={"hem": RIB_MM})
    return Panel(f"rib_{panel.name}", edges, wrap, piece, panel.side)


def _between(top: Top, closed_by: str) -> list[Seam]:
    """Seen from outside, the wearer's left is on the right of a front, and on the left of a back."""
    if any(panel.name == "front" for panel in top.panels):
        return [
            Seam(("rib_front", "end_right"), ("rib_back", "end_left")),
            Seam(("rib_front", "end_left"), ("rib_back", "end_right")),
        ]
    closure = [Seam(("rib_front_left", "end_left"), ("rib_front_right", "end_right"), closed_by=closed_by)]
    return [
        Seam(("rib_front_left", "end_right"), ("rib_back", "end_left")),
        Seam(("rib_front_right", "end_left"), ("rib_back", "end_right")),
        *(closure if closed_by else []),
    ]
