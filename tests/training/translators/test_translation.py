import math

import pytest
import torch

from fashiongan.errors import TrainingError
from fashiongan.training.losses import (
    least_squares_discriminator_loss,
    least_squares_generator_loss,
    patch_contrast_loss,
)
from fashiongan.training.translators.image_pool import ImagePool
from fashiongan.training.translators.translation import LEAST_RATE, Adversary, Judge, TranslationSettings


def test_least_squares_are_zero_where_real_is_one_and_fake_zero() -> None:
    assert least_squares_discriminator_loss(torch.ones(3), torch.zeros(3)) == 0
    assert least_squares_discriminator_loss(torch.zeros(3), torch.ones(3)) == 1
    assert least_squares_generator_loss(torch.full((2, 2), 3.0)) == 4


def test_patches_that_cannot_be_told_apart_cost_the_logarithm_of_their_number() -> None:
    same = torch.ones(2, 7, 4) / 2
    assert patch_contrast_loss(same, same).item() == pytest.approx(math.log(7), abs=1e-5)


def test_patches_at_right_angles_are_told_apart_as_the_temperature_says() -> None:
    codes = torch.eye(5)[None]
    expected = math.log(1 + 4 * math.exp(-1 / 0.5))
    assert patch_contrast_loss(codes, codes, temperature=0.5).item() == pytest.approx(expected, abs=1e-5)


def test_only_what_was_made_learns_from_the_contrast() -> None:
    made, source = (torch.randn(1, 4, 3, requires_grad=True) for _ in range(2))
    patch_contrast_loss(made, source).backward()
    assert made.grad is not None
    assert source.grad is None


def test_a_pool_gives_the_first_pictures_back_and_later_half_of_the_older_ones() -> None:
    pool, random = ImagePool(50), torch.Generator().manual_seed(0)
    numbered = torch.arange(400.0).view(-1, 1, 1, 1)
    first = pool.exchange(numbered[:50], random)
    assert torch.equal(first, numbered[:50])
    later = pool.exchange(numbered[50:], random)
    older = (later != numbered[50:]).float().mean()
    assert 0.4 < older < 0.6
    assert len(pool.kept) == 50
    kept = set(pool.kept.flatten().tolist())
    given = set(first.flatten().tolist()) | set(later.flatten().tolist())
    assert kept | given == set(range(400))


def test_the_learning_rate_stays_for_half_of_the_plan_and_falls_to_almost_nothing() -> None:
    settings = TranslationSettings(planned_images=1000)
    assert [settings.rate_share(images) for images in (0, 500, 750)] == [1.0, 1.0, 0.5]
    assert settings.rate_share(1000) == settings.rate_share(5000) == LEAST_RATE


@pytest.mark.parametrize(
    "change", [{"width": 0}, {"blocks": 0}, {"batch": 0}, {"planned_images": 0}, {"view_px": 100}, {"seed": -1}]
)
def test_settings_that_cannot_be_are_refused(change: dict[str, int]) -> None:
    with pytest.raises(TrainingError, match="but it is"):
        TranslationSettings(**change)  # type: ignore[arg-type]


def test_the_papers_translators_see_no_motif() -> None:
    with pytest.raises(TrainingError, match="--faithful"):
        TranslationSettings(motif=True, changes=False)


@pytest.mark.parametrize("judge", list(Judge))
def test_a_discriminator_learns_to_tell_two_sets_apart_and_the_generators_loss_teaches_it_nothing(judge: Judge) -> None:
    torch.manual_seed(0)
    adversary = Adversary(TranslationSettings(judge=judge), torch.device("cpu"))
    real, fake = torch.rand(2, 3, 32, 32), torch.rand(2, 3, 32, 32) * 0.2 - 1
    losses = [adversary.learn(real, fake) for _ in range(8)]
    assert losses[-1] < 0.8 * losses[0]
    before = [one.clone() for one in adversary.network.parameters()]
    shown = fake.clone().requires_grad_(True)
    adversary.fooled(shown).backward()
    assert shown.grad is not None
    assert shown.grad.abs().sum() > 0
    assert all(one.grad is None or not one.requires_grad for one in adversary.network.parameters())
    assert all(torch.equal(a, b) for a, b in zip(before, adversary.network.parameters(), strict=True))
