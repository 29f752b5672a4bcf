import math
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from fashiongan.checkpoints import Checkpoint
from fashiongan.evaluation.captions import STRIP_PX
from fashiongan.evaluation.redressing.nearest_person import NearestPerson
from fashiongan.evaluation.redressing.pieces import in_exchange, worn_pieces
from fashiongan.evaluation.redressing.region_score import RegionScore
from fashiongan.evaluation.redressing.report import evaluate_redress
from fashiongan.evaluation.redressing.sheet import redress_sheet, redress_table
from fashiongan.generator.reader import GarmentReader
from fashiongan.people.exchange import Piece
from fashiongan.tools.redressing import Redresser
from tests.conftest import SHIPPED
from tests.tools.redressers import person_map, tiny_parts, tiny_people

CPU = torch.device("cpu")
PEOPLE = tiny_people(8)


@pytest.fixture(scope="module")
def redresser() -> Redresser:
    return Redresser(Checkpoint("fashiongan", Path(), "", "fashiongan"), tiny_parts(), CPU)


def colour_distance(first: Tensor, second: Tensor) -> Tensor:
    return (first - second).abs().mean((1, 2, 3))


def colour_looks(rgb: Tensor) -> np.ndarray:
    return rgb.double().mean((2, 3)).numpy() / 255


def test_maps_that_are_the_same_score_one_and_halves_that_overlap_a_third() -> None:
    first, second = np.zeros((4, 6), np.uint8), np.zeros((4, 6), np.uint8)
    first[:, :4], second[:, 2:] = 1, 1
    score = RegionScore(3)
    score.add(first, second)
    assert score.each()[:2] == [0, pytest.approx(1 / 3)]
    assert math.isnan(score.each()[2])
    same = RegionScore(2)
    same.add(first, first)
    assert same.mean() == 1


def test_every_piece_is_exchanged_for_one_of_its_kind_that_another_wears() -> None:
    pairs = in_exchange(worn_pieces(PEOPLE), PEOPLE)
    assert len(pairs) == int(PEOPLE.worn.sum())
    assert all(own.piece is other.piece and own.row != other.row for own, other in pairs)
    assert {own.piece for own, _ in pairs} == set(Piece)


def test_the_nearest_person_to_a_training_person_wears_what_they_wear() -> None:
    nearest = NearestPerson(PEOPLE)
    for piece in worn_pieces(PEOPLE):
        found = nearest.regions(piece, PEOPLE.body[piece.row].numpy())
        assert (found == PEOPLE.regions[piece.row].numpy()).all()


def test_a_report_has_every_part_and_a_perfect_parser_full_marks(redresser: Redresser) -> None:
    reader = GarmentReader.load(SHIPPED, CPU)
    report = evaluate_redress(redresser, PEOPLE, PEOPLE, None, 12, reader, colour_distance, colour_looks)
    assert report["parser"]["as drawn"]["regions_miou"] == 1
    assert report["parser"]["in front of photos"]["regions_miou"] < 1
    assert report["regions"]["nearest training person"] == 1
    assert report["redressed"]["head_unchanged"] == 1
    assert report["redressed"]["refused"] == 0
    assert report["kid"]["training"]["value"] < report["kid"]["made"]["value"]
    table = redress_table(report | {"split": "test"})
    assert "12 pieces in 8 pictures of split test" in table


def test_a_sheet_shows_a_person_a_row_with_four_redressings(redresser: Redresser) -> None:
    assert redress_sheet(redresser, PEOPLE, 3).size == (6 * 160, 3 * 256 + STRIP_PX)


def test_people_are_as_wide_as_the_networks_see_them() -> None:
    assert person_map().shape == tuple(PEOPLE.rgb.shape[2:])
