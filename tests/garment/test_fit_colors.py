import numpy as np
import pytest

from fashiongan.color import lab_from_rgb
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_colors import SCALES, FitMap, lit_map, mapped_surface
from fashiongan.garment.picture import Surface, View, render


def drawn(surface: Surface) -> np.ndarray:
    low, high = surface.vertices_mm.min(0), surface.vertices_mm.max(0)
    return np.asarray(render([surface], View(0.0, low, high), 60, 90))


def test_more_ease_is_always_lighter_so_that_nobody_needs_to_see_hues() -> None:
    lightness = lab_from_rgb(SCALES[FitMap.EASE].ramp())[:, 0]
    assert (np.diff(lightness) > -0.5).all()
    assert lightness[-1] - lightness[0] > 60


def test_stretch_is_lightest_at_rest_and_blue_or_orange_beside_it() -> None:
    scale = SCALES[FitMap.STRETCH]
    lab = lab_from_rgb(scale.ramp())
    rest = round(float(scale.share(np.array([1.0]))[0]) * (len(lab) - 1))
    assert lab[:, 0].argmax() == pytest.approx(rest, abs=2)
    assert lab[0, 2] < -20 < 20 < lab[-1, 2]


@pytest.mark.parametrize("which", list(FitMap))
def test_ticks_lie_on_the_scale_in_order(which: FitMap) -> None:
    values = [value for value, _ in SCALES[which].ticks]
    assert values == sorted(values)
    assert (values[0], values[-1]) == (SCALES[which].low, SCALES[which].high)


def test_scales_reach_as_far_as_they_say() -> None:
    assert [(SCALES[which].low, SCALES[which].high) for which in FitMap] == [(0, 60), (0.95, 1.15)]


@pytest.mark.parametrize("which", list(FitMap))
def test_every_vertex_has_the_color_of_its_value(worn_tshirt: FittedGarment, which: FitMap) -> None:
    surface = mapped_surface(worn_tshirt, which)
    values = {FitMap.EASE: worn_tshirt.maps.ease_mm, FitMap.STRETCH: worn_tshirt.maps.stretch}[which]
    assert surface.uv is not None
    assert surface.texture is not None
    colors = surface.texture[0, (surface.uv[:, 0] * surface.texture.shape[1]).astype(int)]
    exact = [
        np.interp(values, *zip(*((at, getattr(color, name)) for at, color in SCALES[which].stops), strict=True))
        for name in ("red", "green", "blue")
    ]
    assert np.abs(colors - np.transpose(exact)).max() < 3


def test_painted_light_only_darkens_the_map(worn_tshirt: FittedGarment) -> None:
    surface = mapped_surface(worn_tshirt, FitMap.EASE)
    lit = lit_map(surface)
    assert lit.uv is not None
    assert surface.uv is not None
    np.testing.assert_array_equal(lit.uv[:, 0], surface.uv[:, 0])
    assert lit.uv.min() > 0
    assert lit.uv.max() < 1
    assert drawn(lit).mean() < drawn(surface).mean()
