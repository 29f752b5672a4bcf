import pytest
import torch

from fashiongan.attributes import Category
from fashiongan.people.exchange import (
    Piece,
    grown,
    kept_pixels,
    kept_regions,
    may_change,
    one_hot,
    piece_of,
    skin_color,
    taken_off,
)
from fashiongan.people.regions import Region
from tests.tools.redressers import COLORS, colored, person_map

MAP = torch.from_numpy(person_map())[None]


@pytest.mark.parametrize(
    ("category", "piece"), [("skirt", Piece.BOTTOM), ("dress", Piece.DRESS), ("blazer", Piece.TOP)]
)
def test_a_category_is_a_piece(category: str, piece: Piece) -> None:
    assert piece_of(Category(category)) is piece


def test_a_dress_takes_off_top_and_bottom_and_a_skirt_the_bottom_alone() -> None:
    both = taken_off(MAP.expand(2, -1, -1), torch.tensor([Piece.DRESS, Piece.BOTTOM]))
    assert (both[0, 0] == ((MAP[0] == Region.TOP) | (MAP[0] == Region.BOTTOM))).all()
    assert (both[1, 0] == (MAP[0] == Region.BOTTOM)).all()


def test_a_mask_grows_by_its_own_radius_on_every_side() -> None:
    point = torch.zeros(2, 1, 21, 21, dtype=torch.bool)
    point[:, :, 10, 10] = True
    assert grown(point, torch.tensor([2, 0])).sum((1, 2, 3)).tolist() == [25, 1]


def test_hair_and_head_never_change() -> None:
    everything = torch.ones(1, 1, 256, 160, dtype=torch.bool)
    still = ~may_change(MAP, everything)[0, 0]
    assert (still == ((MAP[0] == Region.HAIR) | (MAP[0] == Region.HEAD))).all()


def test_of_the_other_piece_only_what_is_known_is_told() -> None:
    unknown = torch.zeros(1, 1, 256, 160, dtype=torch.bool)
    unknown[:, :, :140] = True
    kept = kept_regions(MAP, torch.tensor([Piece.TOP]), unknown)
    assert kept[0, 2].sum() == (MAP[0, 140:] == Region.BOTTOM).sum()
    assert (kept[0, 0] == (MAP[0] == Region.HAIR)).all()


def test_nothing_of_the_other_piece_is_told_of_who_puts_on_a_dress() -> None:
    nothing = torch.zeros(1, 1, 256, 160, dtype=torch.bool)
    assert kept_regions(MAP, torch.tensor([Piece.DRESS]), nothing)[0, 2].sum() == 0


def test_pixels_that_are_not_kept_are_not_told() -> None:
    rgb, unknown = torch.ones(1, 3, 2, 2), torch.tensor([[[[True, False], [False, False]]]])
    told = kept_pixels(rgb, unknown)
    assert told[0, :, 0, 0].tolist() == [0, 0, 0, 0]
    assert told[0, :, 1, 1].tolist() == [1, 1, 1, 1]


def test_the_colour_of_skin_is_the_mean_of_what_is_bare() -> None:
    rgb = torch.from_numpy(colored(person_map())[..., :3].copy()).permute(2, 0, 1)[None] / 127.5 - 1
    bare = [Region.HEAD, Region.ARMS, Region.LEGS]
    counts = torch.tensor([float((one == MAP).sum()) for one in bare])
    colors = torch.tensor([COLORS[one] for one in bare]) / 127.5 - 1
    assert torch.allclose(skin_color(rgb, MAP)[0], (counts[:, None] * colors).sum(0) / counts.sum(), atol=1e-5)


def test_nobody_bare_has_no_colour_of_skin() -> None:
    assert skin_color(torch.ones(1, 3, 4, 4), torch.zeros(1, 4, 4)).tolist() == [[0, 0, 0]]


def test_one_hot_maps_sum_to_one() -> None:
    assert (one_hot(MAP, 7).sum(1) == 1).all()
