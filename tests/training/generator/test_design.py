from dataclasses import replace
from pathlib import Path

import pytest
import torch

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import CheckpointError, TrainingError
from fashiongan.generator.creative import build_twin
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.networks.garment_encoder import GarmentEncoder, ReaderShape
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.creative_eyes import Aim, Creativity, On, as_read
from fashiongan.training.generator.design import DesignRecipe
from fashiongan.training.generator.released import state_of
from fashiongan.training.generator.settings import ConditionalSettings
from tests.training.generator.test_conditional import same, through_a_file

CPU = torch.device("cpu")
SETTINGS = ConditionalSettings(32, 4, 4, 5, bfloat16=False)
SHA = "a" * 64
USUAL = Aim()


@pytest.fixture(scope="module")
def garments(tiny_garments: Path) -> TrainingSet:
    return load_training_set(tiny_garments, Split.TRAIN, 32)


@pytest.fixture(scope="module")
def base(garments: TrainingSet, tmp_path_factory: pytest.TempPathFactory) -> GeneratorParts:
    path = tmp_path_factory.mktemp("base") / "weights.safetensors"
    ConditionalRecipe(garments, SETTINGS, CPU).export(path, {})
    return build_generator(load_weights(Checkpoint("conditional", path, "", "conditional"), CPU))


@pytest.fixture(scope="module")
def reader() -> GarmentEncoder:
    torch.manual_seed(1)
    shape = ReaderShape(tuple(len(kind) for kind in VOCABULARY.values()), width=8)
    return GarmentEncoder(shape).eval().requires_grad_(False)


def recipe(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder, aim: Aim = USUAL, waiting: int = 0
) -> DesignRecipe:
    made = DesignRecipe(garments, (base, SHA), reader, aim, SETTINGS, CPU)
    made._recipe.waiting = waiting
    return made


def test_it_begins_as_the_released_generator(base: GeneratorParts) -> None:
    state = state_of(base)
    assert state["style_encoder"].keys() == base.style_encoder.state_dict().keys()
    grown = {name: one for name, one in state["average"].items() if "running" in name}
    assert all(torch.equal(one, base.network.state_dict()[name]) for name, one in grown.items())


@pytest.mark.parametrize(
    ("creativity", "on"),
    [(Creativity.CAN, On.SHAPE), (Creativity.HOLISTIC, On.TEXTURE), (Creativity.SHARMA_MITTAL, On.BOTH)],
)
def test_every_aim_gives_the_generator_something_to_lessen(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder, creativity: Creativity, on: On
) -> None:
    assert recipe(garments, base, reader, Aim(creativity, on)).step()["creativity"] > 0


def test_going_on_from_a_state_gives_the_same_losses_as_never_stopping(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder
) -> None:
    through = recipe(garments, base, reader)
    through.step()
    state = through_a_file(through.state())
    resumed = recipe(garments, base, reader)
    resumed.restore(state)
    assert through.step() == resumed.step()
    assert same(through.state(), resumed.state())


def test_the_generator_waits_for_new_heads(garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder) -> None:
    waiting = recipe(garments, base, reader, waiting=1)
    before = through_a_file(waiting.averaged().state_dict())
    waiting.step()
    assert same(before, dict(waiting.averaged().state_dict()))
    waiting.step()
    assert not same(before, dict(waiting.averaged().state_dict()))


def test_the_reader_stays_as_it_is_and_heads_learn(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder
) -> None:
    made = recipe(garments, base, reader)
    known = through_a_file(dict(reader.state_dict()))
    head = made._eyes.heads[0].weight.detach().clone()
    made.step()
    assert same(known, dict(reader.state_dict()))
    assert not torch.equal(head, made._eyes.heads[0].weight)


def test_a_run_is_not_gone_on_with_another_aim(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder
) -> None:
    with pytest.raises(TrainingError, match="choose another --run"):
        recipe(garments, base, reader, Aim(on=On.SHAPE)).restore(recipe(garments, base, reader).state())


def test_a_generator_of_another_size_is_not_begun_with(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder
) -> None:
    with pytest.raises(TrainingError, match="of 32 px and width 4, not 32 and 8"):
        DesignRecipe(garments, (base, SHA), reader, Aim(), replace(SETTINGS, base_width=8), CPU)


def test_what_is_exported_is_the_creative_twin_of_its_base_alone(
    garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder, tmp_path: Path
) -> None:
    made = recipe(garments, base, reader)
    made.step()
    made.export(tmp_path / "w.safetensors", {"steps": 1})
    weights = load_weights(Checkpoint("creative", tmp_path / "w.safetensors", "", "creative"), CPU)
    twin = build_twin(weights, base.network, SHA)
    latent = torch.randn(2, base.network.shape.total_latent_width)
    asked = made._recipe.batches.conditions(torch.tensor([0, 1]), torch.Generator())
    with torch.no_grad():
        assert torch.allclose(twin.network(1.0)(latent, asked), made.averaged()(latent, asked), atol=0.02)
    with pytest.raises(CheckpointError, match="goes with the generator aaaaaaaaaaaa"):
        build_twin(weights, base.network, "b" * 64)


@pytest.mark.parametrize("change", [{"gain": 0.0}, {"alpha": -1.0}, {"beta": 99.0}, {"gain": float("nan")}])
def test_aims_that_cannot_be_are_refused(change: dict[str, float]) -> None:
    with pytest.raises(TrainingError, match="above 0"):
        replace(Aim(), **change)


def test_a_reader_sees_pictures_on_white_and_small() -> None:
    transparent = torch.full((1, 4, 256, 256), -1.0)
    assert torch.equal(as_read(transparent), torch.ones(1, 3, 128, 128))


def test_the_grid_shows_both_ends(garments: TrainingSet, base: GeneratorParts, reader: GarmentEncoder) -> None:
    assert recipe(garments, base, reader).sample_grid().size == (8 * 32, 6 * 32)
