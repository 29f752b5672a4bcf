import torch

from fashiongan.networks.style_encoder import STATISTICS, StyleEncoder, cloth_statistics


def test_statistics_see_the_cloth_and_not_what_is_around_it() -> None:
    maps = [torch.randn(2, 24, 16, 16), torch.randn(2, 40, 8, 8)]
    alpha = torch.zeros(2, 1, 64, 64)
    alpha[:, :, 16:48, 16:48] = 1
    around = [one.clone() for one in maps]
    for one in around:
        third = one.shape[-1] // 4
        one[:, :, :third] += 5
        one[:, :, :, -third:] -= 5
    assert cloth_statistics(maps, alpha).shape == (2, STATISTICS)
    assert torch.allclose(cloth_statistics(maps, alpha), cloth_statistics(around, alpha), atol=0.25)


def test_mean_and_spread_of_a_channel_are_what_they_are_called() -> None:
    maps = [3 + 2 * torch.randn(1, 24, 32, 32), torch.zeros(1, 40, 16, 16)]
    found = cloth_statistics(maps, torch.ones(1, 1, 128, 128))[0]
    assert torch.allclose(found[:24], maps[0].mean((2, 3))[0], atol=0.3)
    assert torch.allclose(found[24:48], maps[0].std((2, 3))[0], atol=0.3)


def test_fitted_codes_have_one_length_and_tell_what_differs() -> None:
    encoder = StyleEncoder(4)
    seen = torch.randn(50, STATISTICS) * torch.linspace(5, 0.1, STATISTICS)
    encoder.fit(seen)
    codes = encoder.code(seen)
    assert torch.allclose(codes.norm(dim=1), torch.full((50,), 2.0), atol=1e-4)
    assert (codes.mean(0).abs() < 0.5).all()
