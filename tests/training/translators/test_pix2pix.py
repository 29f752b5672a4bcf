import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import SketchSet, draw_sketches, load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import TrainingError
from fashiongan.tools.sketching import build_sketch_generator
from fashiongan.training.translators.pix2pix import Judge, Pix2pixRecipe, Pix2pixSettings
from fashiongan.training.translators.premultiplied import (
    on_ground,
    premultiplied_to_straight,
    straight_to_premultiplied,
)
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
TINY = Pix2pixSettings(size_px=64, width=2, batch=2, seed=5)


@pytest.fixture(scope="module")
def sketches(tiny_garments: Path) -> SketchSet:
    return load_sketches(load_training_set(tiny_garments, Split.TRAIN, 64))


@pytest.mark.parametrize("discriminator", Judge)
def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(
    sketches: SketchSet, discriminator: Judge
) -> None:
    settings = replace(TINY, discriminator=discriminator)
    through = Pix2pixRecipe(sketches, settings, CPU)
    through.step()
    state = through_a_file(through.state())
    expected = through.step()
    resumed = Pix2pixRecipe(sketches, settings, CPU)
    resumed.restore(state)
    assert resumed.step() == expected
    assert same(through.state(), resumed.state())


def test_a_run_is_not_gone_on_with_another_discriminator(sketches: SketchSet) -> None:
    other = Pix2pixRecipe(sketches, replace(TINY, discriminator=Judge.PROJECTED), CPU)
    with pytest.raises(TrainingError, match="choose another --run"):
        other.restore(Pix2pixRecipe(sketches, TINY, CPU).state())


def test_a_run_begins_with_the_averaged_weights_of_another(sketches: SketchSet) -> None:
    first = Pix2pixRecipe(sketches, TINY, CPU)
    first.step()
    second = Pix2pixRecipe(sketches, replace(TINY, batch=3), CPU, begin_with=first.state())
    assert same(dict(second.generator.state_dict()), dict(first.averaged().state_dict()))
    with pytest.raises(TrainingError, match="another kind"):
        Pix2pixRecipe(sketches, replace(TINY, width=4), CPU, begin_with=first.state())


@pytest.mark.parametrize("change", [{"size_px": 100}, {"batch": 0}, {"width": 1}, {"seed": -1}])
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but"):
        replace(TINY, **change)  # type: ignore[arg-type]


def test_exported_weights_draw_what_the_average_draws(sketches: SketchSet, tmp_path: Path) -> None:
    recipe = Pix2pixRecipe(sketches, TINY, CPU)
    recipe.step()
    path = tmp_path / "weights.safetensors"
    recipe.export(path, {"steps": 1})
    weights = load_weights(Checkpoint("pix2pix", path, "", "pix2pix"), CPU)
    parts = build_sketch_generator(weights)
    batch = draw_sketches(sketches, torch.tensor([0]), CPU, torch.Generator().manual_seed(0))
    with torch.no_grad():
        made, expected = (one(batch.ink, batch.hints, batch.words) for one in (parts.network, recipe.averaged()))
    assert torch.allclose(made, expected, atol=0.02)
    assert parts.palette.shape == (len(sketches), 3)
    assert json.dumps(weights.header["options"])


def test_a_transparent_pixel_shows_the_ground_whatever_its_colour() -> None:
    rgba = torch.tensor([0.3, -0.6, 0.9, -1.0]).view(1, 4, 1, 1)
    ground = torch.tensor([0.1, 0.2, 0.3]).view(1, 3, 1, 1)
    assert torch.allclose(on_ground(straight_to_premultiplied(rgba), ground), ground)


def test_premultiplied_and_back_is_the_same() -> None:
    rgba = torch.rand(1, 4, 8, 8) * 2 - 1
    assert torch.allclose(premultiplied_to_straight(straight_to_premultiplied(rgba)), rgba, atol=1e-3)


def test_the_grid_shows_sketch_result_and_garment(sketches: SketchSet) -> None:
    assert Pix2pixRecipe(sketches, TINY, CPU).sample_grid().size == (8 * 64, 6 * 64)
