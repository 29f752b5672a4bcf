from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.errors import TrainingError
from fashiongan.tools.upscaling import build_upscaler, with_colors_of
from fashiongan.training.translators.esrgan import EsrganRecipe, EsrganSettings, Stage
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def pictures() -> Tensor:
    """(3, 3, 144, 144) of stripes."""
    stripes = (torch.sin(torch.arange(144) * 0.4) * 100 + 128).byte().expand(3, 144, 144)
    return torch.stack([stripes, stripes.transpose(1, 2), stripes.flip(2)])


def settings(stage: Stage) -> EsrganSettings:
    return EsrganSettings(stage, width=6, growth=2, blocks=1, batch=1, bfloat16=False)


def recipe(pictures: Tensor, stage: Stage) -> EsrganRecipe:
    first = EsrganRecipe(pictures, settings(Stage.PSNR), CPU).state() if stage is Stage.GAN else None
    return EsrganRecipe(pictures, settings(stage), CPU, first)


@pytest.mark.parametrize("stage", Stage)
def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(pictures: Tensor, stage: Stage) -> None:
    through = recipe(pictures, stage)
    through.step()
    state = through_a_file(through.state())
    resumed = EsrganRecipe(pictures, settings(stage), CPU)
    resumed.restore(state)
    assert through.step() == resumed.step()
    assert same(through.state(), resumed.state())


def test_a_run_is_not_gone_on_with_other_settings(pictures: Tensor) -> None:
    with pytest.raises(TrainingError, match="choose another --run"):
        recipe(pictures, Stage.GAN).restore(recipe(pictures, Stage.PSNR).state())


def test_the_second_stage_begins_at_the_first_and_keeps_it(pictures: Tensor, tmp_path: Path) -> None:
    second = recipe(pictures, Stage.GAN)
    second.step()
    second.export(tmp_path / "weights.safetensors", {"steps": 1})
    checkpoint = Checkpoint("upscaler", tmp_path / "weights.safetensors", "", "upscaler")
    made = build_upscaler(load_weights(checkpoint, CPU), CPU)
    begun = EsrganRecipe(pictures, settings(Stage.PSNR), CPU).average.network
    small = np.full((8, 8, 4), 255, np.uint8)
    small[..., :3] = np.arange(8)[:, None, None] * 30
    with torch.no_grad():
        rgb = torch.from_numpy(small[..., :3].copy()).permute(2, 0, 1)[None].float() / 255
        wanted = with_colors_of(rgb, begun(rgb))[0]
    shown = torch.from_numpy(made.upscale(small, 0)[..., :3].copy()).permute(2, 0, 1) / 255
    assert (shown - wanted.clamp(0, 1)).abs().max() < 0.01


def test_a_run_of_another_shape_is_not_begun_with(pictures: Tensor) -> None:
    other = EsrganSettings(Stage.PSNR, width=4, growth=2, blocks=1, batch=2)
    with pytest.raises(TrainingError, match="--width"):
        EsrganRecipe(pictures, other, CPU, recipe(pictures, Stage.PSNR).state())


@pytest.mark.parametrize("change", [{"batch": 0}, {"blocks": 0}, {"learning_rate": 0.0}, {"seed": -1}])
def test_settings_that_cannot_be_are_refused(change: dict[str, float]) -> None:
    with pytest.raises(TrainingError):
        EsrganSettings(Stage.PSNR, **change)  # type: ignore[arg-type]
