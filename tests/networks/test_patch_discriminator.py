import pytest
import torch
from torch import nn

from fashiongan.networks.patch_discriminator import PatchDiscriminator


def test_each_logit_of_three_layers_sees_70_pixels() -> None:
    network = PatchDiscriminator(3, width=4).eval()
    picture = torch.randn(1, 3, 256, 256, requires_grad=True)
    logits = network(picture)
    assert logits.shape == (1, 1, 30, 30)
    logits[0, 0, 15, 15].backward()
    assert picture.grad is not None
    rows = picture.grad.abs().sum((0, 1, 3)).nonzero()
    assert (rows[-1] - rows[0] + 1).item() == 70


@pytest.mark.parametrize("norm", ["batch", "instance"])
def test_convolutions_before_a_batch_norm_have_no_bias(norm: str) -> None:
    network = PatchDiscriminator(6, width=2, norm=norm)  # type: ignore[arg-type]
    biases = [module.bias is not None for module in network.modules() if isinstance(module, nn.Conv2d)]
    inner = norm == "instance"
    assert biases == [True, inner, inner, inner, True]
