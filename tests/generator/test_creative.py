from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import find_checkpoint
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.request import Controls
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.idea import Boldness
from fashiongan.ideas.tools import between, mixed
from fashiongan.image import read_garment_image
from fashiongan.studio import Studio
from fashiongan.tasks import Variations
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release
from tests.tools.fillers import add_twin

CPU = torch.device("cpu")
DRESS = GarmentAttributes.parse({"category": "dress"})


@pytest.fixture
def generator(tiny_checkpoints: Path) -> GarmentGenerator:
    add_twin(tiny_checkpoints)
    return GarmentGenerator.load(tiny_checkpoints, CPU)


def test_weights_in_between_are_as_far_as_the_slider(generator: GarmentGenerator) -> None:
    assert generator.twin is not None
    weights = {share: generator.twin.network(share).to_rgba.weight.clone() for share in (0.0, 1.0, 0.25)}
    assert torch.allclose(weights[0.25], 0.75 * weights[0.0] + 0.25 * weights[1.0])
    assert torch.equal(generator.parts.network.to_rgba.weight, weights[0.0])


def test_a_bold_picture_has_the_codes_of_the_usual_one_and_other_pixels(generator: GarmentGenerator) -> None:
    usual, bold = (generator.imagine(DRESS, 3, Controls(creativity=share)) for share in (0.0, 0.5))
    assert usual.attributes == bold.attributes
    assert usual.code.to_dict() == bold.code.to_dict()
    assert (generator.draw(usual).rgba != generator.draw(bold).rgba).any()


def test_a_bold_picture_is_made_again_from_its_file_whatever_was_drawn_between(
    generator: GarmentGenerator, tiny_checkpoints: Path, tmp_path: Path
) -> None:
    bold = generator.draw(generator.imagine(DRESS, 3, Controls(creativity=0.7)))
    bold.save(tmp_path / "bold.png")
    read = read_garment_image(tmp_path / "bold.png")
    studio = Studio(tiny_checkpoints, "cpu")
    studio.generator.draw(generator.imagine(DRESS, 9, Controls(creativity=0.2)))
    again = studio.picture(Variations(read), 0)
    assert np.array_equal(again.rgba, bold.rgba)
    assert again.provenance() == bold.provenance()


def test_pictures_of_before_creative_weights_say_nothing_of_them(generator: GarmentGenerator) -> None:
    idea = generator.imagine(DRESS, 3)
    assert "boldness" not in idea.to_dict()
    assert type(idea).from_dict(idea.to_dict()).boldness is None


def test_creative_weights_that_are_not_here_are_missed(generator: GarmentGenerator) -> None:
    idea = generator.imagine(DRESS, 3, Controls(creativity=0.5))
    assert generator.twin
    with pytest.raises(CheckpointError, match="made with creative 000000000000"):
        generator.draw(replace(idea, boldness=Boldness(0.5, "0" * 64)))
    generator.twin = None
    with pytest.raises(CheckpointError, match="here is no creative"):
        generator.draw(idea)


def test_a_style_picture_goes_with_creative_weights_and_not_with_another_garments_cloth(
    generator: GarmentGenerator,
) -> None:
    controls = Controls(creativity=0.5, style=StylePicture(np.full((256, 256, 4), 255, np.uint8), False, "x", "y"))
    assert generator.imagine(DRESS, 3, controls).boldness is not None
    generator.twin = None
    with pytest.raises(RequestError, match="both choose the cloth"):
        generator.imagine(DRESS, 3, controls)


def test_tools_keep_and_mix_boldness(generator: GarmentGenerator) -> None:
    usual, bold = (generator.imagine(DRESS, seed, Controls(creativity=share)) for seed, share in ((1, 0.0), (2, 0.8)))
    halfway = between(usual, bold, 0.5).boldness
    assert halfway
    assert halfway.share == pytest.approx(0.4)
    assert between(usual, bold, 0.0).boldness is None
    assert mixed(usual, bold, 4).boldness == bold.boldness


def test_the_twin_of_another_generator_is_refused(tiny_checkpoints: Path) -> None:
    add_twin(tiny_checkpoints, "f" * 64)
    with pytest.raises(CheckpointError, match="goes with the generator ffffffffffff"):
        GarmentGenerator.load(tiny_checkpoints, CPU)


def test_creative_weights_of_another_shape_are_refused(tiny_checkpoints: Path) -> None:
    base = find_checkpoint("conditional", tiny_checkpoints)
    facts = {"base": {"sha256": base.sha256}}
    write_weights(tiny_checkpoints / "run.safetensors", "creative", {"to_rgba.weight": torch.zeros(1)}, facts)
    release(tiny_checkpoints / "run.safetensors", "creative", {"system": "creative"}, tiny_checkpoints)
    with pytest.raises(CheckpointError, match="do not fit the generator"):
        GarmentGenerator.load(tiny_checkpoints, CPU)
