from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.errors import Cancelled, CheckpointError, ImageError, RequestError
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.style_picture import StylePicture
from fashiongan.taste.board import MoodBoard, read_liked
from fashiongan.taste.design import Climb, Usual, design_idea
from fashiongan.taste.profile import TasteProfile
from fashiongan.taste.recommender import TasteModel
from tests.taste.weights import WIDTH, add_taste

CPU = torch.device("cpu")


def plain(color: tuple[int, int, int]) -> StylePicture:
    rgba = np.zeros((64, 64, 4), np.uint8)
    rgba[8:56, 16:48] = (*color, 255)
    return StylePicture(rgba, True, "a photo", "")


@pytest.fixture
def model(tiny_checkpoints: Path) -> TasteModel:
    add_taste(tiny_checkpoints)
    return TasteModel.load(tiny_checkpoints, CPU)


def starred(model: TasteModel, *colors: tuple[int, int, int]) -> TasteProfile:
    return replace(model.empty(), stars=tuple(model.star(plain(color)) for color in colors))


def test_what_is_starred_is_liked_better_than_what_is_starred_as_bad(model: TasteModel) -> None:
    good, bad = plain((200, 20, 20)), plain((20, 20, 200))
    taste = model.fit(replace(model.empty(), stars=(model.star(good), model.star(bad, liked=False))))
    assert model.rank([bad.rgba, good.rgba], taste) == [1, 0]


def test_an_invisible_pixel_has_no_say(model: TasteModel) -> None:
    picture = plain((200, 20, 20)).rgba
    other = picture.copy()
    other[other[..., 3] == 0] = (9, 200, 9, 0)
    assert np.allclose(model.code(picture), model.code(other), atol=1e-5)


def test_a_profile_without_stars_is_told_in_one_line(model: TasteModel) -> None:
    with pytest.raises(RequestError, match=r"no stars.*star a few pictures"):
        model.fit(model.empty())


def test_stars_of_other_weights_are_refused(model: TasteModel) -> None:
    with pytest.raises(CheckpointError, match="star pictures anew"):
        model.fit(replace(starred(model, (200, 20, 20)), checkpoint_sha256="0" * 64))


def test_a_folder_of_pictures_is_a_taste(model: TasteModel, tmp_path: Path) -> None:
    for name, color in (("a", (200, 20, 20)), ("b", (180, 30, 20))):
        Image.fromarray(plain(color).rgba).save(tmp_path / f"{name}.png")
    (tmp_path / "notes.txt").write_text("red")
    board = read_liked(tmp_path)
    assert isinstance(board, MoodBoard)
    assert len(board.pictures) == 2
    assert model.taste_of(board).theta.shape == (WIDTH,)


def test_a_folder_without_a_garment_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match="holds 0 pictures"):
        read_liked(tmp_path)
    noise = np.random.default_rng(0).integers(0, 255, (64, 64, 3), np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    with pytest.raises(ImageError, match=r"noise.png"):
        read_liked(tmp_path)


def test_far_out_codes_are_rare_and_common_ones_are_not() -> None:
    codes = torch.randn(400, 3, generator=torch.Generator().manual_seed(0))
    usual = Usual(codes)
    assert usual.rarity(torch.zeros(1, 3)).item() == 0
    assert usual.rarity(torch.full((1, 3), 5.0)).item() == pytest.approx(4, rel=0.15)


def test_designing_keeps_to_the_words_and_to_the_length_of_latents_and_comes_out_the_same(
    model: TasteModel, tiny_checkpoints: Path
) -> None:
    generator = GarmentGenerator.load(tiny_checkpoints, CPU)
    taste, asked = model.fit(starred(model, (200, 20, 20))), GarmentAttributes(Category.SKIRT)
    climb = Climb(starts=2, steps=2)
    start, first, again = (
        design_idea(generator, model, taste, asked, 5, lambda share, what: None, one)
        for one in (Climb(starts=2, steps=0), climb, climb)
    )
    assert first.attributes.category is Category.SKIRT
    assert np.array_equal(first.code.latent, again.code.latent)
    assert not np.array_equal(first.code.latent, start.code.latent)
    lengths = [np.linalg.norm(one.code.latent.astype(float)) for one in (start, first)]
    assert lengths[0] == pytest.approx(lengths[1], rel=1e-2)


def test_designing_can_be_stopped(model: TasteModel, tiny_checkpoints: Path) -> None:
    generator = GarmentGenerator.load(tiny_checkpoints, CPU)

    def stop(share: float, what: str) -> None:
        raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        design_idea(generator, model, model.fit(starred(model, (9, 9, 9))), GarmentAttributes(), 0, stop)
