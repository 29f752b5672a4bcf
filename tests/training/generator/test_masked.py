from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import TrainingError
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.tools.masking import build_filler
from fashiongan.training.generator.masked import MaskedRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.losses import silhouette_loss
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
SETTINGS = ConditionalSettings(32, 4, 4, 5, bfloat16=False)
SHA = "a" * 64


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 32)


@pytest.fixture(scope="module")
def base(tiny_weights: Path) -> GeneratorParts:
    return build_generator(load_weights(Checkpoint("conditional", tiny_weights, "", "conditional"), CPU))


def recipe(garments: TrainingSet, base: GeneratorParts, waiting: int = 0) -> MaskedRecipe:
    made = MaskedRecipe(garments, (base, SHA), SETTINGS, CPU)
    made.waiting = waiting
    return made


def test_the_silhouette_is_met_where_alpha_is_coverage() -> None:
    coverage = torch.tensor([0.0, 0.25, 1.0])
    assert silhouette_loss(coverage * 2 - 1, coverage).item() == 0
    assert silhouette_loss(torch.ones(3), torch.zeros(3)).item() == 1


def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(
    garments: TrainingSet, base: GeneratorParts
) -> None:
    through = recipe(garments, base, waiting=1)
    through.step()
    state = through_a_file(through.state())
    resumed = recipe(garments, base)
    resumed.restore(state)
    assert through.step() == resumed.step()
    assert same(through.state(), resumed.state())


def test_the_two_of_a_request_have_one_silhouette(garments: TrainingSet, base: GeneratorParts) -> None:
    made = recipe(garments, base)
    batch = made.batches.draw(4, made.random)
    coverage = made._coverage(batch.cuts, made.random)
    assert coverage.shape == (4, 1, 32, 32)
    assert torch.equal(coverage[0], coverage[1])
    assert torch.equal(coverage[2], coverage[3])


def test_a_run_is_not_gone_on_with_another_batch(garments: TrainingSet, base: GeneratorParts) -> None:
    other = MaskedRecipe(garments, (base, SHA), replace(SETTINGS, batch=6), CPU)
    with pytest.raises(TrainingError, match="choose another --run"):
        other.restore(recipe(garments, base).state())


def test_garments_of_another_size_are_refused(tiny_garments: Path, base: GeneratorParts) -> None:
    with pytest.raises(TrainingError, match="draws 32 px"):
        MaskedRecipe(load_training_set(tiny_garments, Split.TRAIN, 64), (base, SHA), SETTINGS, CPU)


def test_exported_weights_draw_what_the_average_draws(
    garments: TrainingSet, base: GeneratorParts, tmp_path: Path
) -> None:
    trained = recipe(garments, base)
    trained.step()
    trained.export(tmp_path / "w.safetensors", {"steps": 1})
    parts = build_filler(load_weights(Checkpoint("masked", tmp_path / "w.safetensors", "", "masked"), CPU))
    latent = torch.randn(2, trained.shape.total_latent_width)
    asked = trained.batches.conditions(torch.tensor([0, 1]), torch.Generator())
    coverage = trained._coverage(torch.tensor([0, 1]), torch.Generator())
    with torch.no_grad():
        made, expected = (one(latent, asked, coverage) for one in (parts.network, trained.averaged()))
    assert torch.allclose(made, expected, atol=0.02)
    assert parts.coarse.shape == (len(garments), 16, 16)
    assert 0.05 < float(parts.coarse.mean()) < 0.95


def test_it_knows_how_much_memory_it_needs_and_stays_as_it_is(garments: TrainingSet, base: GeneratorParts) -> None:
    made = recipe(garments, base)
    before = through_a_file(made.state())
    assert made.memory_bytes() > 1e6
    assert same(before, made.state())


def test_the_grid_shows_cut_cloth_and_result(garments: TrainingSet, base: GeneratorParts) -> None:
    assert recipe(garments, base).sample_grid().size == (8 * 32, 6 * 32)
