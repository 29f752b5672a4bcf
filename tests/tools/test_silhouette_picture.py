from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from fashiongan.errors import ImageError
from fashiongan.tools.silhouette_picture import read_silhouette, silhouette_of, silhouette_picture


def page(ground: str = "white", cloth: str = "black", size: tuple[int, int] = (300, 500)) -> Image.Image:
    """A picture with a box that is twice as high as wide, in its lower half."""
    made = Image.new("RGB", size, ground)
    ImageDraw.Draw(made).rectangle((100, 250, 199, 449), fill=cloth)
    return made


def as_rgba(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA"))


@pytest.mark.parametrize(("ground", "cloth"), [("white", "black"), ("black", "white"), ("#e8e8e8", "#202020")])
def test_dark_on_light_and_light_on_dark_are_the_same_silhouette_in_the_middle(ground: str, cloth: str) -> None:
    covered = silhouette_of(as_rgba(page(ground, cloth))) > 127
    rows, columns = (np.flatnonzero(covered.any(axis)) for axis in (1, 0))
    assert (rows[0], rows[-1]) == (8, 247)
    assert (columns[0], columns[-1]) == (68, 187)
    assert covered[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].all()


def test_a_cut_out_is_covered_where_it_is_opaque_whatever_its_colours() -> None:
    rgba = np.random.default_rng(0).integers(0, 256, (90, 120, 4), np.uint8)
    rgba[..., 3] = 0
    rgba[30:60, 40:100, 3] = 255
    covered = silhouette_of(rgba) > 127
    assert covered.sum() == 240 * 120


def test_holes_stay_and_crumbs_go() -> None:
    made = page()
    ImageDraw.Draw(made).rectangle((140, 300, 159, 340), fill="white")
    ImageDraw.Draw(made).rectangle((5, 5, 12, 12), fill="black")
    covered = silhouette_of(as_rgba(made)) > 127
    assert not covered[:, :60].any()
    assert not covered[80, 128]


def test_a_silhouette_of_a_silhouette_is_itself() -> None:
    once = silhouette_picture(as_rgba(page()), "a.png")
    assert np.array_equal(silhouette_of(once.rgba), once.rgba[..., 3])


@pytest.mark.parametrize(
    ("picture", "message"),
    [
        (Image.new("RGB", (90, 90), "white"), "covers nothing"),
        (Image.new("RGBA", (90, 90)), "covers nothing"),
        (Image.new("RGBA", (90, 90), (0, 0, 0, 200)), "covers everything"),
        (Image.linear_gradient("L"), "looks like a photo"),
        (Image.new("RGB", (1, 1), "white"), "covers nothing"),
    ],
)
def test_what_is_no_silhouette_is_refused(picture: Image.Image, message: str, tmp_path: Path) -> None:
    picture.save(tmp_path / "mask.png")
    with pytest.raises(ImageError, match=f"mask.png {message}.*; give"):
        read_silhouette(tmp_path / "mask.png")


def test_a_speck_is_refused() -> None:
    made = Image.new("RGB", (200, 200), "white")
    made.paste("black", (20, 20, 24, 180))
    with pytest.raises(ImageError, match="almost nothing"):
        silhouette_of(as_rgba(made))
