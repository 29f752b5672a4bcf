from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from fashiongan.checkpoints import Checkpoint
from fashiongan.errors import CheckpointError, ImageError, RequestError
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.tools.preparation import Preparation
from fashiongan.tools.restyling import Restyler, read_garment
from fashiongan.tools.styles import known_styles
from fashiongan.training.release import release
from fashiongan.training.translators.outcome import write_translators

CPU = torch.device("cpu")


class Same(ResnetGenerator):
    """Changes nothing."""

    def forward(self, picture: Tensor) -> Tensor:
        return picture


class Blue(ResnetGenerator):
    """Everything becomes blue, the ground too."""

    def forward(self, picture: Tensor) -> Tensor:
        return torch.tensor([-1.0, -1.0, 1.0])[None, :, None, None].expand_as(picture)


def restyler(network: type[ResnetGenerator]) -> Restyler:
    return Restyler("any", network(ResnetShape(2, 1)), CPU, Checkpoint("any", Path("any"), "", "restyle"))


def garment(width: int, height: int) -> NDArray[np.uint8]:
    """A tall box of smooth colours with a soft edge, on transparent black."""
    rgba = np.zeros((height, width, 4), np.uint8)
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    inside = (abs(across - 0.5) < 0.25) & (abs(down - 0.4) < 0.3)
    rgba[..., 0], rgba[..., 1], rgba[..., 2] = 60 + 100 * across, 40 + 120 * down, 90
    rgba[~inside, :3] = 0
    rgba[..., 3] = 255 * inside
    return rgba


@pytest.mark.parametrize("size", [(256, 256), (70, 40), (31, 800), (900, 700)])
def test_size_and_alpha_stay_as_they_were_and_all_cloth_changes(size: tuple[int, int]) -> None:
    rgba = garment(*size)
    made = restyler(Blue).restyle(rgba)
    assert made.shape == rgba.shape
    assert np.array_equal(made[..., 3], rgba[..., 3])
    assert (made[rgba[..., 3] > 0, :3] == (0, 0, 255)).all()


@pytest.mark.parametrize("size", [(256, 256), (600, 500), (90, 90)])
def test_a_translator_that_changes_nothing_gives_the_picture_back(size: tuple[int, int]) -> None:
    rgba = garment(*size)
    made = restyler(Same).restyle(rgba)
    cloth = rgba[..., 3] > 0
    assert np.abs(made[cloth].astype(int) - rgba[cloth]).max() <= 6


def test_a_garment_as_large_as_in_training_is_not_resized_at_all() -> None:
    rgba = np.random.default_rng(0).integers(0, 256, (256, 256, 4)).astype(np.uint8)
    rgba[..., 3] = 0
    rgba[8:248, 20:200, 3] = 255
    made = restyler(Same).restyle(rgba)
    cloth = rgba[..., 3] > 0
    assert np.array_equal(made[cloth], rgba[cloth])


def test_the_same_picture_gives_the_same_bytes() -> None:
    torch.manual_seed(0)
    network, rgba = ResnetGenerator(ResnetShape(2, 1)), garment(120, 100)
    one, other = (
        Restyler("any", network, CPU, Checkpoint("any", Path("any"), "", "restyle")).restyle(rgba) for _ in range(2)
    )
    assert np.array_equal(one, other)


def test_a_translator_that_makes_patterns_sees_a_motif_that_depends_on_the_picture_alone() -> None:
    checkpoint = Checkpoint("any", Path("any"), "", "restyle")
    maker = Restyler("any", Same(ResnetShape(2, 1)), CPU, checkpoint, Preparation.PRINT)
    rgba, brighter = garment(120, 100), garment(120, 100)
    brighter[..., :3] += 1
    one, again, other = (maker.restyle(picture) for picture in (rgba, rgba.copy(), brighter))
    assert np.array_equal(one, again)
    assert np.abs(one.astype(int) - rgba)[rgba[..., 3] > 0].mean() > 3
    assert np.abs(one.astype(int) - other)[rgba[..., 3] > 0].mean() > 3


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (256, 256)])
def test_a_picture_without_cloth_is_refused(size: tuple[int, int]) -> None:
    rgba = np.zeros((*size, 4), np.uint8)
    if size != (256, 256):
        rgba[..., 3] = 255
    with pytest.raises(ImageError, match="less than 16 px of cloth"):
        restyler(Same).restyle(rgba)


def test_a_photo_on_a_plain_ground_is_cut_out_and_a_cut_out_is_left_as_it_is(tmp_path: Path) -> None:
    photo = Image.new("RGB", (100, 100), "white")
    photo.paste((10, 20, 120), (30, 20, 70, 80))
    photo.save(tmp_path / "photo.png")
    rgba = read_garment(tmp_path / "photo.png")
    assert rgba[128, 128].tolist() == [10, 20, 120, 255]
    assert rgba[2, 2, 3] == 0
    Image.fromarray(garment(70, 40)).save(tmp_path / "cut.png")
    assert np.array_equal(read_garment(tmp_path / "cut.png"), garment(70, 40))


def test_a_style_is_loaded_by_its_word_and_an_unknown_one_names_the_known(tmp_path: Path) -> None:
    network = ResnetGenerator(ResnetShape(2, 1))
    weights = tmp_path / "weights.safetensors"
    write_translators(weights, "cut", {"velvet": network}, {"velvet": "plain"}, {}, {})
    shelf = tmp_path / "shelf"
    for name in ("restyle-velvet", "restyle-silk"):
        release(weights, name, {"system": "restyle"}, shelf)
    assert set(known_styles(shelf)) == {"velvet", "silk"}
    rgba = garment(60, 60)
    assert Restyler.load(shelf, CPU, "velvet").restyle(rgba).shape == rgba.shape
    with pytest.raises(RequestError, match="Known: "):
        Restyler.load(shelf, CPU, "tweed")
    with pytest.raises(CheckpointError, match="translates into velvet, not silk"):
        Restyler.load(shelf, CPU, "silk")


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    network = ResnetGenerator(ResnetShape(2, 1))
    network.shape = ResnetShape(3, 1)
    write_translators(tmp_path / "w.safetensors", "cut", {"velvet": network}, {"velvet": "plain"}, {}, {})
    release(tmp_path / "w.safetensors", "restyle-velvet", {"system": "restyle"}, tmp_path)
    with pytest.raises(CheckpointError, match="does not fit a translator"):
        Restyler.load(tmp_path, CPU, "velvet")
