from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.dataset.colors import read_colors
from fashiongan.dataset.labels import Split
from fashiongan.dataset.prepare import cut_garment, prepare, split_of
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import DatasetError

LABELS = "image,split,contributor,category,sleeve,neckline,length,pattern,closure,fabric,logo\n"


def without_green(photo: Image.Image) -> Image.Image:
    """Stands in for U2-Net: what is pure green is the background."""
    pixels = np.asarray(photo.convert("RGB")).astype(int)
    green = (pixels[..., 1] > 180) & (pixels[..., 0] < 80) & (pixels[..., 2] < 80)
    return Image.fromarray(np.dstack([pixels, np.where(green, 0, 255)]).astype(np.uint8))


def photo(path: Path, box: tuple[int, int, int, int] = (60, 40, 140, 170)) -> None:
    picture = Image.new("RGB", (200, 200), (0, 220, 0))
    picture.paste((180, 30, 40), box)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, quality=95)


def test_photos_become_a_set_that_can_be_loaded(tmp_path: Path) -> None:
    photo(tmp_path / "raw" / "ann" / "a.jpg")
    photo(tmp_path / "raw" / "ben" / "b.jpg")
    (tmp_path / "raw" / "labels.csv").write_text(LABELS + "a,train,ann,dress,none,crew,knee,solid,none,jersey,n\n")
    (tmp_path / "raw" / "ann" / "text.png").write_text("not a picture")
    report = prepare(tmp_path / "raw", tmp_path / "set", without_green)
    assert (report.kept, report.labelled, report.refused) == (2, 1, {"unreadable": 1})
    loaded = load_training_set(tmp_path / "set", Split.TRAIN, 64)
    assert loaded.ids == ["a"]
    assert "b," in (tmp_path / "set" / "unlabelled.csv").read_text()
    red, green, blue = Image.open(tmp_path / "set" / "images" / "a.webp").convert("RGB").getpixel((128, 128))
    assert (abs(red - 180) < 8, abs(green - 30) < 8, abs(blue - 40) < 8) == (True, True, True)
    assert read_colors(tmp_path / "set" / "colors.csv")["a"].main_lab[0] == pytest.approx(38.5, abs=1.5)


def test_a_cut_out_is_centred_with_its_longest_side_at_240_px() -> None:
    rgba = np.zeros((300, 300, 4), np.uint8)
    rgba[100:250, 20:80] = 255
    mask = cut_garment(rgba)[..., 3] > 128
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    assert (rows[0], rows[-1]) == (8, 247)
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(127.5, abs=1)


@pytest.mark.parametrize(
    ("box", "reason"),
    [((0, 0, 4, 4), "no garment stands out"), ((0, 0, 200, 180), "cut off by the edge")],
)
def test_a_poor_cut_out_is_refused_with_its_reason(box: tuple[int, int, int, int], reason: str) -> None:
    rgba = np.zeros((200, 200, 4), np.uint8)
    rgba[box[1] : box[3], box[0] : box[2]] = 255
    with pytest.raises(DatasetError, match=reason):
        cut_garment(rgba)


def test_a_folder_without_photos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="holds no photos"):
        prepare(tmp_path, tmp_path / "set", without_green)


def test_a_contributor_always_falls_on_the_same_side() -> None:
    assert {split_of(str(number)) for number in range(400)} == {"train", "val", "test"}
    assert split_of("ann") == split_of("ann")
