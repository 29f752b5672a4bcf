from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.errors import ImageError
from fashiongan.generator.style_picture import read_style_picture


def test_a_fabric_photo_is_cloth_all_over(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (300, 500, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "fabric.jpg")
    picture = read_style_picture(tmp_path / "fabric.jpg")
    assert picture.rgba.shape == (256, 256, 4)
    assert (picture.rgba[..., 3] == 255).all()
    assert len(picture.sha256) == 64


def test_a_plain_ground_is_taken_away_and_the_same_colour_inside_is_kept(tmp_path: Path) -> None:
    photo = np.full((256, 256, 3), 250, np.uint8)
    photo[60:200, 60:200] = (180, 20, 20)
    photo[100:120, 100:120] = 250
    Image.fromarray(photo).save(tmp_path / "garment.png")
    alpha = read_style_picture(tmp_path / "garment.png").rgba[..., 3]
    assert alpha[2, 2] == 0
    assert (alpha[20:-20, 20:-20] == 255).all()


def test_a_cut_out_keeps_its_alpha_and_is_centred(tmp_path: Path) -> None:
    cut = np.zeros((400, 400, 4), np.uint8)
    cut[20:120, 30:80] = 255
    Image.fromarray(cut).save(tmp_path / "cut.png")
    alpha = read_style_picture(tmp_path / "cut.png").rgba[..., 3]
    assert alpha[128, 128] == 255
    assert alpha[:, 0].max() == 0


@pytest.mark.parametrize("content", [b"hello", b""])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.png").write_bytes(content)
    with pytest.raises(ImageError, match="cannot be read as a picture"):
        read_style_picture(tmp_path / "a.png")


def test_a_long_photo_is_not_cut_at_its_ends_and_a_small_one_is_enlarged(tmp_path: Path) -> None:
    for name, size in (("long", (300, 900)), ("small", (20, 60))):
        photo = Image.new("RGB", size, "white")
        photo.paste("navy", tuple(round(part * share) for share in (0.2, 0.8) for part in size))
        photo.save(tmp_path / f"{name}.png")
        alpha = read_style_picture(tmp_path / f"{name}.png").rgba[..., 3] > 128
        rows = np.flatnonzero(alpha.any(1))
        assert np.ptp(rows) == pytest.approx(239, abs=2)
        assert alpha.sum() == pytest.approx(240 * 80, rel=0.06)


def test_grey_of_16_bits_is_not_white(tmp_path: Path) -> None:
    grey = np.linspace(0, 65535, 64 * 64).reshape(64, 64).astype(np.uint16)
    Image.fromarray(grey).save(tmp_path / "grey.png")
    assert 100 < read_style_picture(tmp_path / "grey.png").rgba[..., 0].mean() < 155


def test_an_empty_picture_is_refused(tmp_path: Path) -> None:
    Image.new("RGBA", (50, 50)).save(tmp_path / "empty.png")
    with pytest.raises(ImageError, match="almost no cloth"):
        read_style_picture(tmp_path / "empty.png")
