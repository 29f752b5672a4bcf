import logging
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from fashiongan.errors import DatasetError
from fashiongan.training.picture_folder import folder_domain, folder_pair


def fill(folder: Path, count: int) -> Path:
    """A folder of red squares, some cut out, some photographed on white."""
    folder.mkdir()
    for index in range(count):
        picture = Image.new("RGBA", (90, 60), (255, 255, 255, 0 if index % 2 else 255))
        picture.paste((200, 0, 0, 255), (20, 10, 70, 50))
        kind = "png" if index % 2 else "jpg"
        (picture if index % 2 else picture.convert("RGB")).save(folder / f"{index}.{kind}")
    return folder


def test_photos_and_cut_outs_become_garments_on_white(tmp_path: Path) -> None:
    domain = folder_domain(fill(tmp_path / "red", 6))
    assert domain.name == "red"
    assert domain.shown.shape == (6, 4, 256, 256)
    for shown in domain.shown:
        assert shown[3, 128, 128] == 255
        assert np.abs(shown[:3, 128, 128].int().numpy() - (200, 0, 0)).max() < 8
        assert shown[:, 2, 2].tolist() == [255, 255, 255, 0]


def test_a_picture_that_cannot_be_read_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder = fill(tmp_path / "red", 5)
    (folder / "z.png").write_text("no picture")
    (folder / "notes.txt").write_text("nothing to see")
    with caplog.at_level(logging.WARNING):
        assert len(folder_domain(folder)) == 5
    assert "z.png" in caplog.text
    assert "notes" not in caplog.text


def test_too_few_pictures_no_folder_and_equal_names_are_refused(tmp_path: Path) -> None:
    few, enough = fill(tmp_path / "few", 4), fill(tmp_path / "enough", 5)
    with pytest.raises(DatasetError, match="few has 4 pictures"):
        folder_pair(enough, few)
    with pytest.raises(DatasetError, match="nowhere is not a folder"):
        folder_domain(tmp_path / "nowhere")
    (tmp_path / "other").mkdir()
    with pytest.raises(DatasetError, match="Both folders are called enough"):
        folder_pair(enough, fill(tmp_path / "other" / "enough", 5))
    for path in few.iterdir():
        path.write_text("no picture")
    (few / "5.png").write_text("no picture")
    with pytest.raises(DatasetError, match="Only 0 of 5"):
        folder_domain(few)
