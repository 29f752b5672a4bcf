from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.scenes import Scenes, load_scenes
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.errors import TrainingError
from fashiongan.networks.compose_generator import ComposeShape
from fashiongan.tools.composing import build_composer
from fashiongan.training.composing.losses import background_loss
from fashiongan.training.composing.mcgan import McganRecipe, McganSettings
from fashiongan.training.composing.scene_batches import SceneSource, style_rows
from tests.tools.composers import photo_tar, tiny_generator
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
TINY = McganSettings(width=2, batch=4, seed=5)


@pytest.fixture(scope="module")
def scenes(tiny_garments: Path, tmp_path_factory: pytest.TempPathFactory) -> Scenes:
    return load_scenes(photo_tar(tiny_garments, tmp_path_factory.mktemp("p") / "photos.tar"), Split.TRAIN, 40, 0.8)


def recipe(scenes: Scenes, folder: Path, settings: McganSettings = TINY) -> McganRecipe:
    made = McganRecipe(scenes, tiny_generator(folder), settings, CPU)
    made.waiting = 0
    return made


def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(scenes: Scenes, tiny_checkpoints: Path) -> None:
    through = recipe(scenes, tiny_checkpoints)
    through.step()
    state = through_a_file(through.state())
    expected = through.step()
    resumed = recipe(scenes, tiny_checkpoints)
    resumed.restore(state)
    assert resumed.step() == expected
    assert same(through.state(), resumed.state())


def test_a_run_is_not_gone_on_with_other_settings(scenes: Scenes, tiny_checkpoints: Path) -> None:
    state = recipe(scenes, tiny_checkpoints).state()
    with pytest.raises(TrainingError, match="choose another --run"):
        recipe(scenes, tiny_checkpoints, replace(TINY, seed=6)).restore(state)


@pytest.mark.parametrize("change", [{"batch": 1}, {"width": 1}, {"seed": -1}])
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but"):
        replace(TINY, **change)  # type: ignore[arg-type]


def test_a_step_changes_the_blocks_but_not_the_garment_generator(scenes: Scenes, tiny_checkpoints: Path) -> None:
    trained = recipe(scenes, tiny_checkpoints)
    before = {name: value.clone() for name, value in trained.generator.state_dict().items()}
    trained.step()
    after = trained.generator.state_dict()
    changed = {name.split(".")[0] for name, value in after.items() if not torch.equal(value, before[name])}
    assert "to_change" in changed
    assert "foreground" not in changed


def test_exported_weights_draw_what_the_average_draws(scenes: Scenes, tiny_checkpoints: Path, tmp_path: Path) -> None:
    trained = recipe(scenes, tiny_checkpoints)
    trained.step()
    path = tmp_path / "weights.safetensors"
    trained.export(path, {"steps": 1})
    network = build_composer(load_weights(Checkpoint("mcgan", path, "", "mcgan"), CPU)).network
    batch = trained.batches.draw(2, torch.Generator().manual_seed(0))
    with torch.no_grad():
        made, expected = (one(batch.latents, batch.asked, batch.seen) for one in (network, trained.averaged()))
    assert torch.allclose(made, expected, atol=0.02)


def test_the_grid_shows_ground_paste_and_what_is_made(scenes: Scenes, tiny_checkpoints: Path) -> None:
    assert recipe(scenes, tiny_checkpoints).sample_grid().size == (8 * 32, 6 * 32)


def test_memory_is_said_before_a_run(scenes: Scenes, tiny_checkpoints: Path) -> None:
    small, large = (recipe(scenes, tiny_checkpoints, replace(TINY, batch=size)).memory_bytes() for size in (4, 64))
    assert 0 < small < large


def test_a_real_scene_is_the_photo_at_the_garment_and_the_ground_far_from_it(
    scenes: Scenes, tiny_checkpoints: Path
) -> None:
    parts = tiny_generator(tiny_checkpoints)
    source = SceneSource(scenes, parts.wardrobe, ComposeShape(parts.network.shape, 2))
    batch = source.draw(6, torch.Generator().manual_seed(0))
    far = (torch.nn.functional.max_pool2d(batch.mask, 9, 1, 4) == 0).expand_as(batch.real)
    assert torch.equal(batch.real[far], batch.ground[far])
    inside = (batch.mask > 0.99).expand_as(batch.real)
    assert (batch.real - batch.ground)[inside].abs().mean() > 0.1


def test_a_garment_of_the_wardrobe_is_found_by_its_words_and_colours() -> None:
    wardrobe = Wardrobe(
        torch.tensor([[0, 1], [0, 2], [0, 1]]), torch.tensor([[10.0] * 6, [50.0] * 6, [90.0] * 6]), torch.eye(3)
    )
    assert style_rows(wardrobe, torch.tensor([[0, 1], [0, 2]]), torch.full((2, 6), 80.0)).tolist() == [2, 1]


def test_an_untouched_background_costs_nothing() -> None:
    ground, alpha = torch.rand(1, 3, 64, 64), torch.zeros(1, 1, 64, 64)
    alpha[..., 16:48, 16:48] = 1
    assert background_loss(torch.where(alpha > 0, torch.ones(()), ground), ground, alpha) == 0
    assert background_loss(ground + 0.5, ground, alpha) == pytest.approx(0.5, abs=1e-5)
