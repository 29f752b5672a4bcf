"""What many tests share: tiny real data, a tiny generator in a checkpoints folder, one body, one fitted garment."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import settings
from safetensors.torch import save_file

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Pattern
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel
from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.dataset.colors import read_colors, shipped_color_table
from fashiongan.dataset.labels import Split, label_indices, read_labels, shipped_label_table
from fashiongan.dataset.wardrobe import Wardrobe
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.generator.parts import ENCODER_PREFIX
from fashiongan.ideas.idea import DesignCode, Idea
from fashiongan.image import GarmentImage
from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.garment_encoder import GarmentEncoder, ReaderShape
from fashiongan.networks.style_encoder import StyleEncoder
from fashiongan.training.generator.finishing import finish
from fashiongan.training.release import release

# How long an example takes says something of the machine, nothing of the program.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "checkpoints"
VOCABULARY_SIZES = tuple(len(kind) for kind in VOCABULARY.values())


@pytest.fixture(scope="session")
def tiny_garments() -> Path:
    """14 real garments without logos, from the CC0 set."""
    return ROOT / "tests" / "data" / "garments"


@pytest.fixture(scope="session")
def tiny_shape() -> GeneratorShape:
    return GeneratorShape(
        32, 4, VOCABULARY_SIZES, latent_width=16, scale_latent_width=4, condition_width=12, style_width=6
    )


@pytest.fixture(scope="session")
def tiny_weights(tiny_shape: GeneratorShape, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained generator of a few thousand weights, in a file as training writes it and finishing completes it."""
    torch.manual_seed(0)
    encoder = StyleEncoder(tiny_shape.style_width)
    torch.nn.init.normal_(encoder.axes)
    parts = {"": ConditionalGenerator(tiny_shape), ENCODER_PREFIX: encoder}
    tensors = {f"{prefix}{name}": value for prefix, part in parts.items() for name, value in part.state_dict().items()}
    tensors = {name: value for name, value in tensors.items() if "num_batches" not in name}
    path = tmp_path_factory.mktemp("weights") / "weights.safetensors"
    header = {"system": "conditional", "shape": json.dumps(tiny_shape.to_dict())}
    save_file(tensors | labelled_wardrobe(tiny_shape.style_width).to_tensors(), path, metadata=header)
    finish(load_weights(Checkpoint("conditional", path, "", "conditional"), torch.device("cpu")), path, pictures=32)
    return path


def labelled_wardrobe(style_width: int) -> Wardrobe:
    """The shipped labels and colours of the training split, with styles out of thin air."""
    labels = [label for label in read_labels(shipped_label_table()) if label.split is Split.TRAIN]
    colors = read_colors(shipped_color_table())
    return Wardrobe(
        torch.from_numpy(label_indices(label.attributes for label in labels)),
        torch.tensor(np.stack([colors[label.image].as_row() for label in labels]), dtype=torch.float32),
        torch.randn(len(labels), style_width, generator=torch.Generator().manual_seed(0)),
    )


@pytest.fixture(scope="session")
def tiny_reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained reader."""
    torch.manual_seed(0)
    shape = ReaderShape(VOCABULARY_SIZES, width=8)
    path = tmp_path_factory.mktemp("reader") / "weights.safetensors"
    tensors = {n: t.half() for n, t in GarmentEncoder(shape).state_dict().items() if "num_batches" not in n}
    save_file(tensors, path, metadata={"system": "reader", "shape": json.dumps(shape.to_dict())})
    return path


@pytest.fixture
def tiny_checkpoints(tiny_weights: Path, tiny_reader: Path, tmp_path: Path) -> Path:
    """A checkpoints folder of a test's own: the tiny generator and reader, and the real body."""
    folder = tmp_path / "checkpoints"
    folder.mkdir()
    release(tiny_weights, "conditional", {"system": "conditional"}, folder)
    release(tiny_reader, "reader", {"system": "reader"}, folder)
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
    rgba[16:84, 36:92, 3] = 255
    rgba[20:44, 14:114, 3] = 255
    rgba[:, :64, 0] = 220
    rgba[:, 64:, 2] = 220
    asked = GarmentAttributes(Category.TSHIRT, pattern=Pattern.BLOCK)
    words = {"sleeve": "short", "neckline": "crew", "length": "regular", "closure": "none", "fabric": "jersey"}
    whole = GarmentAttributes.parse({**words, "category": "tshirt", "pattern": "block"}, ("red", "blue"))
    code = DesignCode(*(np.zeros(width, np.float16) for width in (8, 8, 6)))
    return GarmentImage(rgba, Idea(asked, whole, code, "drawn"), "drawn", "")


@pytest.fixture(scope="session")
def worn_tshirt(two_sided_tshirt: GarmentImage, woman: FittedBody, measurer: BodyMeasurer) -> FittedGarment:
    return fit_garment(two_sided_tshirt, woman, take_dimensions(woman.mesh.vertices_mm, measurer))


@pytest.fixture
def body_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(ROOT / "examples" / "body.yaml", tmp_path / "body.yaml"))
