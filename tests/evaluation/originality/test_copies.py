import numpy as np
import pytest
import torch

from fashiongan.evaluation.originality.copies import MOST_CUT, Way, copies
from fashiongan.evaluation.originality.separation import separation

RANDOM = np.random.default_rng(0)


def garments() -> torch.Tensor:
    """Four opaque squares of noise."""
    rgba = torch.randint(0, 256, (4, 4, 64, 64), dtype=torch.uint8, generator=torch.Generator().manual_seed(0))
    rgba[:, 3] = 255
    return rgba


def test_mirrored_twice_is_as_before() -> None:
    once = copies(garments(), Way.MIRRORED, torch.Generator())
    assert not torch.equal(once, garments())
    assert torch.equal(copies(once, Way.MIRRORED, torch.Generator()), garments())


def test_another_light_leaves_the_outline() -> None:
    lit = copies(garments(), Way.RELIT, torch.Generator().manual_seed(0))
    assert torch.equal(lit[:, 3], garments()[:, 3])
    assert not torch.equal(lit[:, :3], garments()[:, :3])


def test_a_cropped_copy_lacks_something_but_not_much() -> None:
    cut = copies(garments(), Way.CROPPED, torch.Generator().manual_seed(0))
    share = (cut[:, 3] > 127).float().mean((1, 2))
    assert float(share.max()) < 1
    assert float(share.min()) > (1 - 2.5 * MOST_CUT) ** 2


def test_copies_beside_what_they_copy_are_told_from_what_is_new() -> None:
    training, new = RANDOM.normal(size=(300, 8)), RANDOM.normal(size=(100, 8))
    copied = separation(new + 1e-6, new, training)
    assert (copied.found_first, copied.apart, copied.too_near) == (1, 1, 1)


def test_what_has_nothing_to_do_with_what_it_copies_is_not_found() -> None:
    training, new = RANDOM.normal(size=(300, 8)), RANDOM.normal(size=(100, 8))
    other = separation(RANDOM.normal(size=(100, 8)), new, training)
    assert other.found_first < 0.1
    assert other.apart < 0.2
    assert other.too_near == pytest.approx(0, abs=0.03)
