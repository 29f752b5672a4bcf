from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import distance_transform_edt

from fashiongan.attributes import Category
from fashiongan.dataset.drawn_garments import drawn_garment
from fashiongan.errors import ImageError
from fashiongan.tools.sketch_picture import read_sketch, sketch_lines

Page = NDArray[np.float64]
INK: Page = 1 - drawn_garment(Category.HOODIE, 0)[..., :1] / 255.0
RANDOM = np.random.default_rng(0)


def opaque(rgb: Page) -> NDArray[np.uint8]:
    whole = np.clip(np.broadcast_to(rgb, (*rgb.shape[:2], 3)), 0, 255).astype(np.uint8)
    return np.dstack([whole, np.full(whole.shape[:2], 255, np.uint8)])


def noise() -> Page:
    return RANDOM.normal(0, 5, (*INK.shape[:2], 3))


def shaded() -> NDArray[np.uint8]:
    light = np.linspace(0.45, 1, INK.shape[1])[None, :, None]
    return opaque(240 * (1 - INK * 0.8) * light + noise())


def ruled(line: float) -> NDArray[np.uint8]:
    page = 255 * (1 - INK * np.ones(3))
    for row in (40, 41):
        page[row::32] = np.minimum(page[row::32], line)
    return opaque(page)


def transparent(level: int) -> NDArray[np.uint8]:
    rgba = np.full((*INK.shape[:2], 4), level, np.uint8)
    rgba[..., 3] = np.rint(INK[..., 0] * 255)
    return rgba


def on_a_table() -> NDArray[np.uint8]:
    table = np.tile(np.array([90.0, 60, 40]), (900, 1200, 1))
    table[120:760, 280:920] = 245 * (1 - INK)
    return opaque(table + RANDOM.normal(0, 5, table.shape))


def resized(size: int) -> NDArray[np.uint8]:
    return np.asarray(Image.fromarray(opaque(255 * (1 - INK))).resize((size, size), Image.Resampling.LANCZOS))


PAGES: dict[str, Callable[[], NDArray[np.uint8]]] = {
    "in a shadow": shaded,
    "ruled in pale blue": lambda: ruled(190),
    "ruled in dark": lambda: ruled(60),
    "grey": lambda: opaque(120 - INK * 80 + noise()),
    "brown": lambda: opaque(np.array([190.0, 150, 100]) * (1 - INK * 0.8) + noise()),
    "black": lambda: opaque(INK * 255),
    "a blackboard": lambda: opaque(np.array([40.0, 70, 55]) + INK * 140 + noise()),
    "with blue ink": lambda: opaque(255 - INK * np.array([220.0, 190, 60])),
    "with a pale pencil": lambda: opaque(245 - INK * 45 + noise() / 2),
    "transparent with black ink": lambda: transparent(0),
    "transparent with white ink": lambda: transparent(255),
    "on a table": on_a_table,
    "large": lambda: resized(2000),
    "small": lambda: resized(150),
}


@pytest.mark.parametrize("name", PAGES)
def test_paper_ink_and_size_do_not_matter(name: str) -> None:
    plain = sketch_lines(opaque(255 * (1 - INK)))
    found = sketch_lines(PAGES[name](), name)
    for these, those in ((plain, found), (found, plain)):
        assert (distance_transform_edt(~those)[these] <= 3).mean() > 0.95


def test_a_drawing_in_a_corner_is_centred_and_240_pixels_long() -> None:
    page = np.full((600, 1500, 4), 255, np.uint8)
    page[40:240, 1250:1450] = resized(200)
    rows, columns = np.nonzero(sketch_lines(page))
    assert max(np.ptp(rows), np.ptp(columns)) == pytest.approx(239, abs=3)
    assert (rows.min() + rows.max()) / 2 == pytest.approx(127.5, abs=2)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(127.5, abs=2)


def test_a_filled_area_becomes_its_rim() -> None:
    page = np.full((400, 400), 255.0)
    page[100:300, 100:300] = 20
    page[108:292, 108:292] = 255
    page[150:190, 180:220] = 20
    inside = sketch_lines(opaque(page[..., None]))[50:130, 90:160]
    assert 100 < inside.sum() < 260


def test_a_photo_is_no_drawing() -> None:
    photo = RANDOM.normal(128, 40, (64, 64, 3)).repeat(5, 0).repeat(5, 1)
    with pytest.raises(ImageError, match="looks like a photo"):
        sketch_lines(opaque(photo), "photo.jpg")


@pytest.mark.parametrize("level", [0.0, 128.0, 255.0])
def test_an_empty_page_is_refused_in_one_line(level: float) -> None:
    with pytest.raises(ImageError, match=r"^page\.png shows no lines.*one garment.*$"):
        sketch_lines(opaque(np.full((300, 200, 1), level)), "page.png")


def test_a_page_of_nothing_is_refused() -> None:
    with pytest.raises(ImageError, match="no lines"):
        sketch_lines(np.zeros((300, 300, 4), np.uint8))


def test_dust_is_no_drawing() -> None:
    page = np.full((400, 400, 1), 255.0)
    page[50:70, 50:70] = page[300:320, 350:370] = 0
    with pytest.raises(ImageError, match="a few small marks"):
        sketch_lines(opaque(page))


def test_one_pixel_is_too_small_to_draw_on() -> None:
    with pytest.raises(ImageError, match="1 x 1 px"):
        sketch_lines(np.zeros((1, 1, 4), np.uint8))


def test_a_text_is_no_picture(tmp_path: Path) -> None:
    path = tmp_path / "sketch.png"
    path.write_text("a sketch")
    with pytest.raises(ImageError, match="cannot be read as a picture"):
        read_sketch(path)


@pytest.mark.parametrize("mode", ["L", "CMYK", "1", "P", "I;16"])
def test_every_kind_of_pixel_is_read(tmp_path: Path, mode: str) -> None:
    drawing = Image.fromarray(opaque(255 * (1 - INK))).convert("L")
    path = tmp_path / ("sketch.tif" if mode == "CMYK" else "sketch.png")
    wide = np.asarray(drawing).astype(np.uint16) * 257
    (Image.fromarray(wide) if mode == "I;16" else drawing.convert(mode)).save(path)
    sketch = read_sketch(path)
    assert sketch.lines.sum() > 1500
    assert len(sketch.sha256) == 64
