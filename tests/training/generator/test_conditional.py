import io
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import TrainingError
from fashiongan.generator.parts import build_generator
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.training.ema import MovingAverage
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.weights import take_over


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 32)


def recipe(garments: TrainingSet) -> ConditionalRecipe:
    return ConditionalRecipe(garments, ConditionalSettings(32, 4, 4, 5, bfloat16=False), torch.device("cpu"))


def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(garments: TrainingSet) -> None:
    through = recipe(garments)
    through.step()
    state = through.state()
    resumed = recipe(garments)
    resumed.restore(through_a_file(state))
    for _ in range(2):
        assert through.step() == resumed.step()
    assert same(through.state(), resumed.state())


def same(a: object, b: object) -> bool:
    """Whether two trees of state are equal to the last bit."""
    if isinstance(a, torch.Tensor) and isinstance(b, torch.Tensor):
        return torch.equal(a, b)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(same(one, other) for one, other in zip(a, b, strict=True))
    return a == b


def through_a_file(state: dict[str, object]) -> dict[str, object]:
    """A copy that went through a file, as on a resume."""
    buffer = io.BytesIO()
    torch.save(state, buffer)
    buffer.seek(0)
    loaded: dict[str, object] = torch.load(buffer, weights_only=True)
    return loaded


def test_a_run_is_not_gone_on_with_other_settings(garments: TrainingSet) -> None:
    other = ConditionalRecipe(garments, ConditionalSettings(32, 8, 4, 5), torch.device("cpu"))
    with pytest.raises(TrainingError, match="choose another --run"):
        other.restore(recipe(garments).state())


@pytest.mark.parametrize("change", [{"size_px": 100}, {"batch": 3}, {"batch": 0}, {"base_width": 0}, {"seed": -1}])
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but"):
        ConditionalSettings(**{"size_px": 32, "base_width": 4, "batch": 4, "seed": 0, **change})


def test_exported_weights_draw_what_the_average_draws(garments: TrainingSet, tmp_path: Path) -> None:
    trained = recipe(garments)
    trained.step()
    trained.export(tmp_path / "weights.safetensors", {"steps": 1})
    checkpoint = Checkpoint("conditional", tmp_path / "weights.safetensors", "", "conditional")
    network = build_generator(load_weights(checkpoint, torch.device("cpu"))).network
    latent = torch.randn(2, network.shape.total_latent_width)
    asked = trained.batches.conditions(torch.tensor([0, 1]), torch.Generator())
    with torch.no_grad():
        assert torch.allclose(network(latent, asked), trained.averaged()(latent, asked), atol=0.02)


def test_a_larger_generator_grows_from_a_smaller_one(garments: TrainingSet) -> None:
    small = ConditionalGenerator(replace(recipe(garments).shape, style_width=0))
    large = ConditionalGenerator(replace(small.shape, size_px=64, style_width=5))
    take_over(large, small.state_dict())
    known = small.blocks["32"].style.gain_and_bias.weight
    told = large.blocks["32"].style.gain_and_bias.weight
    assert torch.equal(told[:, :-5], known)
    assert not told[:, -5:].any()
    assert large.to_rgba.weight.shape == (4, large.to_rgba.in_channels, 3, 3)


def test_the_moving_average_of_a_network_at_rest_is_the_network() -> None:
    network = torch.nn.Linear(3, 2)
    average = MovingAverage(network)
    for _ in range(5):
        average.update()
    assert torch.allclose(average.network.weight, network.weight)


def test_a_run_that_grows_keeps_what_style_codes_mean(tiny_garments: Path, garments: TrainingSet) -> None:
    small = recipe(garments)
    larger = load_training_set(tiny_garments, Split.TRAIN, 64)
    grown = ConditionalRecipe(larger, ConditionalSettings(64, 4, 4, 5), torch.device("cpu"), small.state())
    assert torch.equal(grown.style_encoder.axes, small.style_encoder.axes)
    with torch.no_grad():
        asked = small.batches.conditions(torch.tensor([0, 1]), torch.Generator())
        assert grown.averaged()(torch.randn(2, grown.shape.total_latent_width), asked).shape[-1] == 64
    with pytest.raises(TrainingError, match="another kind"):
        ConditionalRecipe(larger, ConditionalSettings(64, 8, 4, 5), torch.device("cpu"), small.state())
