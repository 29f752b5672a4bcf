"""What many tests share: tiny real data, a tiny generator in a checkpoints folder, one body, one fitted garment."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Pattern
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.image import GarmentImage
from fashiongan.latent import LatentSource
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.training.release import release

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "checkpoints"
VOCABULARY_SIZES = tuple(len(kind) for kind in VOCABULARY.values())


@pytest.fixture(scope="session")
def tiny_garments() -> Path:
    """14 real garments without logos, from the CC0 set."""
    return ROOT / "tests" / "data" / "garments"


@pytest.fixture(scope="session")
def tiny_shape() -> GeneratorShape:
    return GeneratorShape(32, 4, VOCABULARY_SIZES, latent_width=16, scale_latent_width=4, condition_width=12)


@pytest.fixture(scope="session")
def tiny_weights(tiny_shape: GeneratorShape, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained generator of a few thousand weights, in a file as training writes it."""
    torch.manual_seed(0)
    network = ConditionalGenerator(tiny_shape)
    path = tmp_path_factory.mktemp("weights") / "weights.safetensors"
    tensors = {name: value for name, value in network.state_dict().items() if "num_batches" not in name}
    save_file(tensors, path, metadata={"system": "conditional", "shape": json.dumps(tiny_shape.to_dict())})
    return path


@pytest.fixture
def tiny_checkpoints(tiny_weights: Path, tmp_path: Path) -> Path:
    """A checkpoints folder of a test's own: the tiny generator, and the real body."""
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    release(tiny_weights, "conditional", {"system": "conditional"}, folder)
    release(SHIPPED / "body.safetensors", "body", {"system": "body"}, folder)
    return folder


@pytest.fixture(scope="session")
def measurer() -> BodyMeasurer:
    return BodyMeasurer(BodyModel.load(SHIPPED / "body.safetensors"))


@pytest.fixture(scope="session")
def woman(measurer: BodyMeasurer) -> FittedBody:
    return fit_body(BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980), measurer)


@pytest.fixture(scope="session")
def two_sided_tshirt() -> GarmentImage:
    """A T-shirt shape that is red on the viewer's left and blue on the viewer's right."""
    rgba = np.zeros((128, 128, 4), np.uint8)
    rgba[16:116, 36:92, 3] = 255
    rgba[20:52, 12:116, 3] = 255
    rgba[:, :64, 0] = 220
    rgba[:, 64:, 2] = 220
    attributes = GarmentAttributes(Category.TSHIRT, pattern=Pattern.BLOCK)
    return GarmentImage(rgba, attributes, attributes, LatentSource(0), "drawn", "")


@pytest.fixture(scope="session")
def worn_tshirt(two_sided_tshirt: GarmentImage, woman: FittedBody) -> FittedGarment:
    return fit_garment(two_sided_tshirt, woman)


@pytest.fixture
def body_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "body.yaml", tmp_path / "body.yaml"))
