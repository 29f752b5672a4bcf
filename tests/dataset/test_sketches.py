from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.dataset.color_hints import color_hints, one_color
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import (
    VOCABULARY_SIZES,
    SketchSet,
    draw_sketches,
    draw_upright,
    load_sketches,
    open_some,
    premultiplied,
    unpacked,
)
from fashiongan.dataset.training_set import load_training_set

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def sketches(tiny_garments: Path) -> SketchSet:
    return load_sketches(load_training_set(tiny_garments, Split.TRAIN, 64))


def test_eight_pixels_go_into_a_byte_and_come_out_again() -> None:
    lines = np.random.default_rng(0).random((3, 5, 16)) < 0.5
    assert (unpacked(torch.from_numpy(np.packbits(lines, axis=-1))).numpy() == lines).all()


def test_a_sketch_lies_where_its_garment_lies(sketches: SketchSet) -> None:
    rows = torch.arange(len(sketches))
    ink = draw_upright(sketches, rows, torch.Generator().manual_seed(0))
    alpha = premultiplied(sketches.garments.rgba)[:, 3:]
    near = torch.nn.functional.max_pool2d(alpha, 13, stride=1, padding=6)
    assert (ink * (1 - near)).sum() < 0.02 * ink.sum()


def test_a_batch_depends_on_its_generator_alone(sketches: SketchSet) -> None:
    rows = torch.tensor([0, 1, 2, 3])
    first, second = (draw_sketches(sketches, rows, CPU, torch.Generator().manual_seed(3)) for _ in range(2))
    assert all(torch.equal(getattr(first, name), getattr(second, name)) for name in ("ink", "hints", "words", "cloth"))


def test_hints_are_colours_of_the_garment_on_a_mask_of_0_and_1() -> None:
    cloth = torch.zeros(40, 4, 64, 64)
    cloth[:, :, 16:48, 16:48] = torch.tensor([0.25, 0.5, 0.75, 1.0])[:, None, None]
    cloth[:, 3, 16:48, 16:48] = 1
    color = torch.tensor([-0.5, 0.0, 0.5])
    hints = color_hints(cloth, color.expand(40, 3), torch.Generator().manual_seed(0))
    mask = hints[:, 3:]
    assert set(mask.unique().tolist()) == {0.0, 1.0}
    assert torch.allclose(hints[:, :3], mask * color.view(1, 3, 1, 1), atol=0.02)
    given = mask.mean((1, 2, 3))
    assert (given == 0).any()
    assert (given == 1).any()
    assert ((given > 0) & (given < 0.3)).any()


def test_one_colour_for_all_covers_everything() -> None:
    hints = one_color(torch.tensor([[0.1, 0.2, 0.3]]), 4)
    assert hints.shape == (1, 4, 4, 4)
    assert (hints[0, 3] == 1).all()


def test_words_stay_or_are_open() -> None:
    labels = torch.zeros(200, len(VOCABULARY_SIZES), dtype=torch.int64)
    words = open_some(labels, torch.Generator().manual_seed(0))
    open_ones = words == torch.tensor(VOCABULARY_SIZES)
    assert ((words == 0) | open_ones).all()
    assert open_ones.all(1).float().mean() > 0.3
    assert (~open_ones).all(1).any()
