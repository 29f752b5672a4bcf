import torch

from fashiongan.people.regions import Region
from fashiongan.training.redressing.dyeing import dyed

WORN = torch.zeros(32, 20, 16, dtype=torch.uint8)
WORN[:, :4], WORN[:, 4:10], WORN[:, 10:16] = int(Region.HEAD), int(Region.TOP), int(Region.BOTTOM)
PICTURES = 0.4 + 0.02 * torch.rand(32, 3, 20, 16, generator=torch.Generator().manual_seed(1))


def _dyed() -> torch.Tensor:
    return dyed(PICTURES, WORN, torch.Generator().manual_seed(5))


def test_only_cloth_is_dyed() -> None:
    still = ~torch.isin(WORN, torch.tensor([int(Region.TOP), int(Region.BOTTOM)]))

    changed = (_dyed() != PICTURES).any(1)

    assert changed.any()
    assert not (changed & still).any()


def test_about_half_of_the_pieces_are_dyed_each_in_one_colour() -> None:
    changes = (_dyed() - PICTURES)[:, :, 4:10].flatten(2)

    changed = changes.abs().amax((1, 2)) > 0

    assert 8 <= int(changed.sum()) <= 24
    assert float(changes.std(2).max()) < 0.03


def test_folds_stay_where_they_are() -> None:
    before, after = (one[:, :, 4:10].mean(1).flatten(1) for one in (PICTURES, _dyed()))

    alike = [float(torch.corrcoef(torch.stack(pair))[0, 1]) for pair in zip(before, after, strict=True)]

    assert min(alike) > 0.8


def test_dyed_pictures_stay_pictures() -> None:
    made = dyed(torch.rand(32, 3, 20, 16), WORN, torch.Generator().manual_seed(2))

    assert float(made.min()) >= 0
    assert float(made.max()) <= 1
