from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.attributes import VOCABULARY, Category, GarmentAttributes, Pattern
from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.color import Color
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.tools.sketch_request import SketchRequest
from fashiongan.tools.sketching import SketchTranslator, build_sketch_generator, words_of
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release
from tests.conftest import SHIPPED, VOCABULARY_SIZES

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained translator; its palette has a red T-shirt and a blue skirt."""
    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("checkpoints")
    shape = SketchGeneratorShape(VOCABULARY_SIZES, width=2)
    palette = {
        "palette.rgb": torch.tensor([[200, 0, 0], [0, 0, 200]], dtype=torch.uint8),
        "palette.category": torch.tensor([0, list(Category).index(Category.SKIRT)], dtype=torch.uint8),
    }
    weights = SketchGenerator(shape).state_dict() | palette
    write_weights(folder / "run.safetensors", "pix2pix", weights, {"shape": shape.to_dict()})
    release(folder / "run.safetensors", "pix2pix", {"system": "pix2pix"}, folder)
    return folder


@pytest.fixture(scope="module")
def translator(checkpoints: Path) -> SketchTranslator:
    return SketchTranslator.load(checkpoints, CPU)


@pytest.fixture
def lines() -> np.ndarray:
    drawn = np.zeros((256, 256), bool)
    drawn[40:216, [60, 196]] = drawn[[40, 215], 60:197] = True
    return drawn


def test_the_same_request_gives_the_same_bytes(translator: SketchTranslator, lines: np.ndarray) -> None:
    first, second = (translator.draw(SketchRequest(lines, seed=4)) for _ in range(2))
    assert first.shape == (256, 256, 4)
    assert first.dtype == np.uint8
    assert (first == second).all()


def test_a_colour_that_was_asked_for_is_taken(translator: SketchTranslator) -> None:
    asked = GarmentAttributes(Category.SKIRT, colors=(Color(1, 2, 3),))
    assert translator.main_color(asked, seed=0) == Color(1, 2, 3)


def test_an_open_colour_is_that_of_a_garment_of_the_category(translator: SketchTranslator) -> None:
    assert translator.main_color(GarmentAttributes(Category.SKIRT), seed=7) == Color(0, 0, 200)
    drawn = {translator.main_color(GarmentAttributes(), seed).hex for seed in range(20)}
    assert drawn == {"#c80000", "#0000c8"}


def test_a_category_without_colours_takes_that_of_any_garment(translator: SketchTranslator) -> None:
    assert translator.main_color(GarmentAttributes(Category.BLAZER), seed=0).hex in ("#c80000", "#0000c8")


def test_words_are_columns_and_open_ones_the_size_of_the_vocabulary() -> None:
    words = words_of(GarmentAttributes(Category.SHIRT, pattern=Pattern.CHECK))[0].tolist()
    assert words[0] == list(Category).index(Category.SHIRT)
    assert words[list(VOCABULARY).index("pattern")] == list(Pattern).index(Pattern.CHECK)
    assert [word for word, size in zip(words, VOCABULARY_SIZES, strict=True) if word == size] == [5, 10, 9, 3, 8]


def test_dabs_change_the_picture(translator: SketchTranslator, lines: np.ndarray) -> None:
    dabs = np.zeros((256, 256, 4), np.uint8)
    dabs[100:150, 100:150] = 0, 200, 0, 255
    plain, dabbed = (translator.translate(*inputs) for inputs in _inputs(translator, lines, dabs))
    assert (plain != dabbed).any()


def _inputs(translator: SketchTranslator, lines: np.ndarray, dabs: np.ndarray) -> list[tuple[torch.Tensor, ...]]:
    requests = (SketchRequest(lines), SketchRequest(lines, dabs=dabs))
    ink = torch.from_numpy(lines).float()[None, None]
    return [(ink, translator._hints(one), words_of(one.asked)) for one in requests]


@pytest.mark.parametrize(
    "change", [{"lines": np.zeros((8, 8), bool)}, {"seed": -1}, {"dabs": np.zeros((8, 8, 4), np.uint8)}]
)
def test_requests_that_cannot_be_met_are_refused(lines: np.ndarray, change: dict[str, object]) -> None:
    with pytest.raises(RequestError, match="but"):
        SketchRequest(**{"lines": lines, **change})  # type: ignore[arg-type]


def test_weights_of_something_else_are_refused() -> None:
    reader = load_weights(find_checkpoint("reader", SHIPPED), CPU)
    with pytest.raises(CheckpointError, match="not of a sketch translator"):
        build_sketch_generator(reader)


def test_weights_of_another_shape_are_refused(checkpoints: Path) -> None:
    weights = load_weights(find_checkpoint("pix2pix", checkpoints), CPU)
    wider = weights.header | {"shape": weights.header["shape"] | {"width": 4}}
    with pytest.raises(CheckpointError, match="not of a sketch translator"):
        build_sketch_generator(Weights(Checkpoint("pix2pix", Path(), "", "pix2pix"), weights.tensors, wider))
