from collections.abc import Mapping

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from shapely import Polygon, contains_xy

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.atlas import pack
from fashiongan.garment.dimensions import Dimensions, take_dimensions
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.picture import Surface, View, render
from fashiongan.garment.style import Shape, Style
from fashiongan.garment.texture import Texture, paint
from fashiongan.garment.wardrobe import draft
from tests.garment.flat_picture import as_image, draw, flat_top

TEE = {"category": "tshirt", "sleeve": "short", "neckline": "crew", "pattern": "solid"}
TROUSERS = {"category": "trousers", "length": "full", "pattern": "solid"}
GREEN = (0, 255, 0)


@pytest.fixture(scope="module")
def dimensions(woman: FittedBody, measurer: BodyMeasurer) -> Dimensions:
    return take_dimensions(woman.mesh.vertices_mm, measurer)


@pytest.fixture(scope="module")
def tee(dimensions: Dimensions) -> Pattern:
    return draft(dimensions, Style(GarmentAttributes.parse(TEE), shape=Shape(length=1.2, hem=1.05)))


def colors_of(pattern: Pattern, texture: NDArray[np.uint8], panel: str) -> NDArray[np.float64]:
    """(N, 5) x and y in mm and the colour of every texel inside a panel."""
    where, places = pack(pattern, len(texture)).pixels(panel)
    outline = Polygon(pattern.panels[panel].outline)
    inside = contains_xy(outline, places[..., 0], places[..., 1])
    return np.concatenate([places[inside], texture[where][inside]], axis=1).astype(np.float64)


def painted(
    pattern: Pattern, rgba: NDArray[np.uint8], words: Mapping[str, str | None], **how: Texture
) -> NDArray[np.uint8]:
    return paint(pattern, pack(pattern, 512), as_image(rgba, words), **how)


@pytest.mark.parametrize("texture", list(Texture))
def test_nothing_of_a_green_ground_comes_onto_any_panel(tee: Pattern, texture: Texture) -> None:
    rgba = draw(flat_top(tee))
    rgba[rgba[..., 3] == 0] = (*GREEN, 0)
    colors = painted(tee, rgba, TEE, texture=texture).astype(int)
    assert (colors[..., 1] - colors[..., [0, 2]].max(-1)).max() < 12


def test_what_is_left_in_the_picture_is_on_the_wearers_right(tee: Pattern) -> None:
    rgba = draw(flat_top(tee))
    rgba[:, :128, :3], rgba[:, 128:, :3] = (220, 0, 0), (0, 0, 220)
    texture = painted(tee, rgba, {**TEE, "pattern": "block"})
    front, back = (colors_of(tee, texture, name) for name in ("front", "back"))
    assert (front[front[:, 0] < -15, 2] > 200).all()
    assert (front[front[:, 0] > 15, 4] > 200).all()
    assert (back[back[:, 0] > 15, 2] > 200).all()


def test_sleeves_take_the_sleeves_colour_and_the_trunk_its_own(tee: Pattern) -> None:
    polygons = flat_top(tee)
    shirt = [(outline, (20, 20, 220) if n in (1, 2) else (220, 20, 20)) for n, (outline, _) in enumerate(polygons)]
    texture = painted(tee, draw(shirt), TEE)
    for name, channel in (("front", 2), ("back", 2), ("sleeve_left", 4), ("sleeve_right", 4)):
        colors = colors_of(tee, texture, name)
        assert (colors[:, channel] > 150).mean() > 0.9


def test_the_back_shows_no_buttons(tee: Pattern) -> None:
    rgba = draw(flat_top(tee))
    rgba[:, 122:134, :3] = (250, 240, 10)
    words = {"category": "tank", "sleeve": "none", "pattern": "check", "closure": "buttons"}
    texture = painted(tee, rgba, words, texture=Texture.TILE)
    assert (texture[..., 0] < 200).all()


def test_a_coloured_edge_along_a_rounded_hem_goes_all_along_the_hem(tee: Pattern) -> None:
    rgba = draw(flat_top(tee), 512)
    columns = np.arange(512) - 256
    lowest = np.flatnonzero(rgba[:, 256, 3])[-1] - 30 * (columns / 130) ** 2
    rows = np.arange(512)[:, None]
    trunk = np.abs(columns) < 130
    rgba[(rows > lowest - 28) & trunk, :3] = (250, 240, 10)
    rgba[(rows > lowest) & trunk, 3] = 0
    colors = colors_of(tee, paint(tee, pack(tee, 512), as_image(rgba, TEE)), "front")
    edge = colors[(colors[:, 1] < colors[:, 1].min() + 12) & (np.abs(colors[:, 0]) < 180)]
    assert (edge[:, 2] > 180).mean() > 0.95


@pytest.mark.parametrize("spacing_mm", [40.0, 60.0])
def test_stripes_keep_their_spacing(tee: Pattern, spacing_mm: float) -> None:
    rgba = draw(flat_top(tee), 512)
    spread = np.concatenate([outline for outline, _ in flat_top(tee)])
    px_per_mm = 0.94 * 512 / np.ptp(spread, axis=0).max()
    light_rows = (np.arange(512) / px_per_mm) % spacing_mm < spacing_mm / 2
    rgba[light_rows, :, :3] = 250
    texture = paint(tee, pack(tee, 1024), as_image(rgba, {**TEE, "pattern": "stripe"}))
    colors = colors_of(tee, texture, "front")
    column = colors[(np.abs(colors[:, 0]) < 3) & (colors[:, 1] < -150)]
    column = column[np.argsort(column[:, 1])]
    light = column[:, 2] > 160
    rising = column[1:, 1][light[1:] & ~light[:-1]]
    rising = rising[np.concatenate([[True], np.diff(rising) > spacing_mm / 4])]
    assert np.diff(rising).mean() == pytest.approx(spacing_mm, rel=0.05)


def test_a_letter_is_not_mirrored_on_the_body(worn_tshirt: FittedGarment) -> None:
    rgba = worn_tshirt.image.rgba.copy()
    rgba[..., :3] = 200
    cv2.putText(rgba, "F", (52, 66), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0, 0, 0, 255), 4)
    rgba[..., 3] = worn_tshirt.image.rgba[..., 3]
    image = as_image(rgba, {**TEE, "pattern": "graphic"})
    texture = paint(worn_tshirt.pattern, pack(worn_tshirt.pattern, 1024), image)
    cloth = worn_tshirt.mesh
    flat_light = np.tile([0.0, 0.0, 1.0], (len(cloth.corners_mm), 1))
    surface = Surface(cloth.corners_mm, cloth.flat.faces, flat_light, uv=worn_tshirt.uv, texture=texture)
    low, high = cloth.corners_mm.min(0), cloth.corners_mm.max(0)
    seen = np.asarray(render([surface], View(0.0, low, high), 128, 128).convert("L")) < 110
    letter = rgba[..., 0] < 100

    def boxed(mask: np.ndarray) -> np.ndarray:
        rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
        cut = mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        return np.asarray(cv2.resize(cut.astype(np.float32), (24, 32)))

    def likeness(first: np.ndarray, second: np.ndarray) -> float:
        return float(np.corrcoef(first.ravel(), second.ravel())[0, 1])

    assert likeness(boxed(seen), boxed(letter)) > 0.6
    assert likeness(boxed(seen), boxed(letter)) > likeness(boxed(seen), boxed(letter)[:, ::-1]) + 0.2


def test_each_leg_of_trousers_takes_its_own_leg_of_the_picture(dimensions: Dimensions) -> None:
    pattern = draft(dimensions, Style(GarmentAttributes.parse(TROUSERS)))
    halves = [(pattern.panels[f"front_{side}"].outline, (0, 0, 0)) for side in ("left", "right")]
    spread = [(outline + np.array([np.sign(outline[:, 0].mean()) * 75, 0]), color) for outline, color in halves]
    spread.append((np.array([(-160, -60), (160, -60), (160, -250), (-160, -250)], float), (0, 0, 0)))
    rgba = draw(spread)
    rgba[:, :128, 0], rgba[:, 128:, 2] = 220, 220
    texture = painted(pattern, rgba, TROUSERS)
    left, right = (colors_of(pattern, texture, f"front_{side}") for side in ("left", "right"))
    assert (left[left[:, 0] > 30, 4] > 150).mean() > 0.97
    assert (right[right[:, 0] < -30, 2] > 150).mean() > 0.97


def test_the_tile_covers_the_whole_garment_in_plain_cloth(tee: Pattern) -> None:
    rgba = draw(flat_top(tee))
    rgba[110:150, 110:150, :3] = (250, 240, 10)
    colors = painted(tee, rgba, {**TEE, "pattern": "graphic"}, texture=Texture.TILE)
    assert (colors[..., 0] < 120).all()
