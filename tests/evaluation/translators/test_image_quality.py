import math

import pytest
import torch

from fashiongan.evaluation.translators.image_quality import psnr_db, ssim


def test_a_tenth_of_the_luma_range_off_is_twenty_decibels() -> None:
    black = torch.zeros(1, 3, 32, 32)
    share = 0.1 / (219 / 255)  # Luma spans 16 to 235.
    assert psnr_db(black, black + share).item() == pytest.approx(20, abs=0.01)


def test_twice_the_error_costs_six_decibels() -> None:
    black = torch.zeros(1, 3, 32, 32)
    lost = psnr_db(black, black + 0.1) - psnr_db(black, black + 0.2)
    assert lost.item() == pytest.approx(20 * math.log10(2), abs=0.01)


def test_pictures_are_wholly_similar_to_themselves_and_less_with_noise() -> None:
    random = torch.Generator().manual_seed(0)
    picture = torch.rand(1, 3, 40, 40, generator=random)
    noisy = picture + 0.2 * torch.randn(picture.shape, generator=random)
    assert ssim(picture, picture).item() == pytest.approx(1)
    assert ssim(picture, noisy).item() < 0.95


def test_an_inverted_pattern_is_dissimilar() -> None:
    picture = torch.rand(1, 3, 40, 40, generator=torch.Generator().manual_seed(0))
    assert ssim(picture, 1 - picture).item() < 0
