import torch

from fashiongan.people.regions import Region
from fashiongan.training.redressing.person_scenes import SCALES, Scenes, draw_scenes
from tests.tools.redressers import tiny_people

PEOPLE = tiny_people(2)
BLACK = torch.zeros(1, 3, 256, 256, dtype=torch.uint8)


def scenes(grounds: torch.Tensor | None, count: int = 48) -> Scenes:
    rows = torch.arange(count) % 2
    return draw_scenes(PEOPLE, grounds, rows, torch.Generator().manual_seed(3))


def test_pictures_stay_in_range_and_labels_stay_labels() -> None:
    drawn = scenes(BLACK, 8)
    assert drawn.rgb.shape == (8, 3, 256, 160)
    assert drawn.rgb.abs().max() <= 1
    assert set(drawn.regions.unique().tolist()) <= {int(one) for one in Region}


def test_some_pictures_show_nobody_and_are_labelled_so() -> None:
    empty = (scenes(BLACK).regions == 0).all(2).all(1)
    assert 0 < empty.float().mean() < 0.3


def test_people_are_larger_and_smaller_than_they_were() -> None:
    there = (scenes(BLACK).regions > 0).flatten(1).sum(1)
    was = (PEOPLE.regions > 0).flatten(1).sum(1).float().mean()
    sizes = (there[there > 0] / was).sqrt()
    assert sizes.min() < 0.75
    assert sizes.max() > 1.0
    assert SCALES[0] - 0.1 < sizes.min()


def test_body_and_regions_move_together() -> None:
    drawn = scenes(None)
    body, seen = drawn.body > 0, drawn.regions > 0
    assert (body & ~seen).sum() < 0.02 * body.sum()


def test_photos_stand_behind_half_of_them() -> None:
    corners = scenes(BLACK).rgb[:, :, 3:9, 3:9].mean((1, 2, 3))
    assert 0.2 < (corners < -0.9).float().mean() < 0.8
