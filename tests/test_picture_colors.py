from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.color import Color, delta_e_2000
from fashiongan.errors import ImageError
from fashiongan.generator.style_picture import StylePicture, read_style_picture
from fashiongan.picture_colors import color_at, main_colors

RED, NAVY, WHITE = (200, 30, 40), (20, 30, 90), (255, 255, 255)


def read(picture: Image.Image, folder: Path) -> StylePicture:
    picture.save(folder / "picture.png")
    return read_style_picture(folder / "picture.png")


def near(color: Color, rgb: tuple[int, int, int], units: float = 3) -> bool:
    return float(delta_e_2000(color.lab, Color(*rgb).lab)) < units


def test_of_a_garment_on_white_the_ground_does_not_count(tmp_path: Path) -> None:
    photo = Image.new("RGB", (200, 200), WHITE)
    photo.paste(RED, (70, 60, 130, 140))
    [color] = main_colors(read(photo, tmp_path))
    assert near(color, RED)


def test_of_a_garment_on_a_floor_of_boards_the_ground_does_not_count(tmp_path: Path) -> None:
    grain = np.random.default_rng(0).integers(-25, 25, (240, 240, 3)) + np.array([[[170, 120, 70]]])
    grain[::24] -= 60
    photo = Image.fromarray(grain.clip(0, 255).astype(np.uint8))
    photo.paste(NAVY, (80, 40, 160, 200))
    picture = read(photo, tmp_path)
    assert not picture.cut_out
    assert near(main_colors(picture)[0], NAVY)


def test_of_a_fabric_that_fills_the_picture_both_colours_count_the_larger_first(tmp_path: Path) -> None:
    stripes = Image.new("RGB", (200, 200), NAVY)
    for left in range(0, 200, 20):
        stripes.paste(WHITE, (left, 0, left + 7, 200))
    main, second = main_colors(read(stripes, tmp_path))
    assert near(main, NAVY)
    assert near(second, WHITE, units=6)


def test_light_and_shade_of_one_cloth_are_one_colour(tmp_path: Path) -> None:
    shade = np.linspace(0.9, 1.0, 200)[None, :, None] * np.array(RED)
    photo = np.zeros((200, 200, 4), np.uint8)
    photo[20:180, :, :3], photo[20:180, :, 3] = shade, 255
    assert len(main_colors(read(Image.fromarray(photo), tmp_path))) == 1


def test_what_is_transparent_has_no_colour() -> None:
    nothing = StylePicture(np.zeros((256, 256, 4), np.uint8), True, "nothing.png", "")
    with pytest.raises(ImageError, match=r"nothing\.png shows no cloth"):
        main_colors(nothing)


def test_the_colour_at_a_point_is_that_of_its_surroundings_and_none_where_nothing_is() -> None:
    rgba = np.zeros((20, 20, 4), np.uint8)
    rgba[5:15, 5:15] = (*RED, 255)
    rgba[10, 10] = (255, 255, 255, 255)
    assert color_at(rgba, 10, 10) == color_at(rgba, 5, 5) == Color(*RED)
    assert color_at(rgba, 2, 10) is None
    assert color_at(np.full((3, 3, 4), 255, np.uint8), 0, 0) == Color(*WHITE)
