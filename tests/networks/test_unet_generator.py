import pytest
import torch
from torch import nn

from fashiongan.networks.patch_discriminator import PatchDiscriminator
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape


def millions(network: nn.Module) -> float:
    return sum(parameter.numel() for parameter in network.parameters()) / 1e6


def test_it_has_as_many_weights_as_the_authors_say() -> None:
    assert millions(UnetGenerator(UnetShape(3, 3))) == pytest.approx(54.414, abs=5e-4)
    assert millions(PatchDiscriminator(6)) == pytest.approx(2.769, abs=5e-4)


def test_the_authors_nest_of_blocks_computes_the_same() -> None:
    network = UnetGenerator(UnetShape(3, 3, width=4, downs=6)).eval()
    downs, ups = list(network.downs), list(network.ups)

    def block(level: int, x: torch.Tensor) -> torch.Tensor:
        """Level by level, each inside the one before it, as in their `UnetSkipConnectionBlock`."""
        activated = x if level == 0 else nn.functional.leaky_relu(x, 0.2)
        inner = downs[level].norm(downs[level].convolution(activated))
        if level < len(downs) - 1:
            inner = block(level + 1, inner)
        if level == 0:
            return torch.tanh(network.to_picture(torch.relu(inner)))
        up = ups[level - 1]
        return torch.cat([x, up.norm(up.convolution(torch.relu(inner)))], dim=1)

    picture = torch.randn(2, 3, 64, 64)
    with torch.no_grad():
        assert torch.allclose(network(picture), block(0, picture), atol=1e-6)


def test_three_levels_of_eight_have_dropout_and_nothing_is_random_in_use() -> None:
    network = UnetGenerator(UnetShape(1, 1, width=2))
    assert sum(isinstance(module, nn.Dropout) for module in network.modules()) == 3
    network.eval()
    picture = torch.randn(1, 1, 256, 256)
    with torch.no_grad():
        assert torch.equal(network(picture), network(picture))


def test_an_open_word_is_a_word_of_its_own() -> None:
    network = SketchGenerator(SketchGeneratorShape((3, 2), width=2, downs=5)).eval()
    ink, hints = torch.zeros(2, 1, 32, 32), torch.zeros(2, 4, 32, 32)
    with torch.no_grad():
        made = network(ink, hints, torch.tensor([[3, 2], [0, 2]]))
    assert made.shape == (2, 4, 32, 32)
    assert not torch.equal(made[0], made[1])
