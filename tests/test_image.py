from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.errors import ImageError
from fashiongan.image import GarmentImage, open_picture

RED = (180, 40, 40)


@pytest.mark.parametrize("end", ["png", "webp"])
def test_an_animation_is_its_first_frame(end: str, tmp_path: Path) -> None:
    path = tmp_path / f"moving.{end}"
    frames = [Image.new("RGB", (20, 30), color) for color in (RED, "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True)
    assert np.array(open_picture(path))[5, 5].tolist() == [*RED, 255]


def test_a_tall_picture_is_not_stretched_into_a_square(two_sided_tshirt: GarmentImage) -> None:
    tall = np.zeros((200, 100, 4), np.uint8)
    tall[..., 0] = tall[..., 3] = 255
    square = np.asarray(GarmentImage(tall, two_sided_tshirt.idea, "", "").in_square(80))
    assert square.shape == (80, 80, 3)
    red = (square == (255, 0, 0)).all(-1)
    assert red[:, 20:60].all()
    assert red.sum() == 80 * 40


def test_inks_become_the_colours_that_they_print(tmp_path: Path) -> None:
    Image.new("RGB", (20, 30), RED).convert("CMYK").save(tmp_path / "inks.jpg")
    assert np.abs(np.array(open_picture(tmp_path / "inks.jpg"))[5, 5] - [*RED, 255.0]).max() <= 3


@pytest.mark.parametrize(
    ("picture", "message"),
    [
        (Image.new("1", (8200, 8000)), r"huge.tif has more than 64,000,000 pixels; shrink it"),
        (Image.new("F", (20, 30)), r"its pixels are fractions"),
    ],
)
def test_what_is_too_large_or_has_no_white_is_refused_in_one_line(
    picture: Image.Image, message: str, tmp_path: Path
) -> None:
    picture.save(tmp_path / "huge.tif")
    with pytest.raises(ImageError, match=message) as caught:
        open_picture(tmp_path / "huge.tif")
    assert "\n" not in str(caught.value)
