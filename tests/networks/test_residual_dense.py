import pytest
import torch
from torch.nn import functional

from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape


def test_the_paper_s_upscaler_has_as_many_weights_as_the_paper_s() -> None:
    with torch.device("meta"):
        network = ResidualDenseNetwork(UpscalerShape(64, 32, 23))
    assert sum(one.numel() for one in network.parameters()) == 16_697_987


def test_layers_carry_the_names_of_the_authors_files() -> None:
    names = list(ResidualDenseNetwork(UpscalerShape(4, 2, 1)).state_dict())
    assert [name for name in names if name.endswith("weight")] == [
        "conv_first.weight",
        *(f"body.0.rdb{block}.conv{layer}.weight" for block in (1, 2, 3) for layer in range(1, 6)),
        *(f"conv_{name}.weight" for name in ("body", "up1", "up2", "hr", "last")),
    ]


@pytest.mark.parametrize("factor", [1, 2, 4])
def test_pictures_become_as_much_larger_as_the_factor_says(factor: int) -> None:
    made = ResidualDenseNetwork(UpscalerShape(4, 2, 1, factor))(torch.rand(2, 3, 8, 12))
    assert made.shape == (2, 3, 8 * factor, 12 * factor)


def test_before_training_enlarging_is_nearly_bilinear_doubling_done_twice() -> None:
    torch.manual_seed(0)
    picture = torch.rand(1, 3, 12, 12)
    with torch.no_grad():
        made = ResidualDenseNetwork(UpscalerShape(8, 4, 1))(picture)
    plain = picture
    for _ in range(2):
        plain = functional.interpolate(plain, scale_factor=2.0, mode="bilinear", align_corners=False)
    assert (made - plain)[..., 8:-8, 8:-8].abs().mean() < 0.01


def test_other_factors_are_refused() -> None:
    with pytest.raises(ValueError, match="no upscaler"):
        UpscalerShape(factor=3)
