import numpy as np
import pytest

from fashiongan.garment.curves import line
from fashiongan.garment.folding import fold_back, folded
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Panel, Pattern, Piece, Seam, pattern_of
from fashiongan.garment.placing import Fold, Limb, Placing, Wrap


def strip(name: str, low: float, high: float, placing: Placing) -> Panel:
    edges = {
        "low": line((0, low), (200, low)),
        "right": line((200, low), (200, high)),
        "top": line((200, high), (0, high)),
        "left": line((0, high), (0, low)),
    }
    return Panel(name, edges, placing, Piece(name))


def two_strips(splay_deg: float) -> Pattern:
    wrap = Wrap(Limb.TRUNK, 0.0, 1000.0, ((100.0, 900.0),))
    panels = [strip("held", 0, 100, wrap), strip("flap", 100, 160, Fold(splay_deg))]
    return pattern_of("strips", panels, [Seam(("held", "top"), ("flap", "low"))])


@pytest.mark.parametrize("splay_deg", [0.0, 30.0, 90.0])
def test_a_flap_is_laid_back_on_what_holds_it_as_a_mirror_image_that_stands_off_by_an_angle(splay_deg: float) -> None:
    pattern = two_strips(splay_deg)
    flat = mesh_pattern(pattern)
    upright = np.column_stack([flat.flat_mm, np.zeros(len(flat.flat_mm))])  # its outside looks along z
    flap = flat.vertices_of("flap")
    laid = fold_back(pattern, flat, upright)[flap]
    above = flat.flat_mm[flap, 1] - 100
    angle = np.radians(splay_deg)
    assert laid[:, 0] == pytest.approx(flat.flat_mm[flap, 0], abs=1e-6)
    assert laid[:, 1] == pytest.approx(100 - above * np.cos(angle), abs=1e-6)
    assert laid[:, 2] == pytest.approx(above * np.sin(angle), abs=1e-6)


def test_what_holds_a_flap_stays_where_it_is() -> None:
    pattern = two_strips(10.0)
    flat = mesh_pattern(pattern)
    upright = np.column_stack([flat.flat_mm, np.zeros(len(flat.flat_mm))])
    still = ~folded(pattern, flat)
    assert (fold_back(pattern, flat, upright)[still] == upright[still]).all()
