import pytest
import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.networks.resnet_generator import BlurDown, BlurUp, ResnetGenerator, ResnetShape


def johnson(x: Tensor, weights: list[Tensor], blocks: int) -> Tensor:
    """The translator of the papers in plain functions: weights and biases in the order in which they act."""
    pairs = iter(zip(weights[0::2], weights[1::2], strict=True))

    def normed(feature: Tensor) -> Tensor:
        mean, variance = feature.mean((2, 3), keepdim=True), feature.var((2, 3), unbiased=False, keepdim=True)
        return (feature - mean) / (variance + 1e-5).sqrt()

    x = functional.relu(normed(functional.conv2d(functional.pad(x, (3,) * 4, "reflect"), *next(pairs))))
    for _ in range(2):
        x = functional.relu(normed(functional.conv2d(x, *next(pairs), stride=2, padding=1)))
    for _ in range(blocks):
        inner = functional.relu(normed(functional.conv2d(functional.pad(x, (1,) * 4, "reflect"), *next(pairs))))
        x = x + normed(functional.conv2d(functional.pad(inner, (1,) * 4, "reflect"), *next(pairs)))
    for _ in range(2):
        up = functional.conv_transpose2d(x, *next(pairs), stride=2, padding=1, output_padding=1)
        x = functional.relu(normed(up))
    return torch.tanh(functional.conv2d(functional.pad(x, (3,) * 4, "reflect"), *next(pairs)))


def test_it_computes_what_the_papers_describe() -> None:
    torch.manual_seed(0)
    network = ResnetGenerator(ResnetShape(width=4, blocks=3))
    picture = torch.randn(2, 3, 32, 32)
    expected = johnson(picture, [p.detach() for p in network.parameters()], blocks=3)
    assert torch.allclose(network(picture), expected, atol=1e-5)


@pytest.mark.parametrize(("blocks", "millions"), [(9, 11.378), (6, 7.837)])
def test_it_has_as_many_weights_as_the_authors_count(blocks: int, millions: float) -> None:
    network = ResnetGenerator(ResnetShape(width=64, blocks=blocks))
    assert sum(p.numel() for p in network.parameters()) / 1e6 == pytest.approx(millions, abs=0.001)


def test_before_a_batch_norm_convolutions_have_no_bias() -> None:
    network = ResnetGenerator(ResnetShape(width=2, blocks=1, norm="batch"))
    biases = [m.bias is not None for m in network.modules() if isinstance(m, nn.Conv2d | nn.ConvTranspose2d)]
    assert biases == [False] * 7 + [True]


def test_blurred_halving_is_the_filter_1_2_1() -> None:
    picture = torch.randn(1, 2, 8, 10)
    line = torch.tensor([1.0, 2.0, 1.0]) / 4
    kernel = (line[:, None] * line[None]).expand(2, 1, 3, 3)
    expected = functional.conv2d(functional.pad(picture, (1,) * 4, "reflect"), kernel, stride=2, groups=2)
    assert torch.allclose(BlurDown()(picture), expected, atol=1e-6)


def test_blurred_doubling_is_the_filter_1_3_3_1() -> None:
    picture = torch.randn(1, 2, 4, 5)
    line = torch.tensor([1.0, 3.0, 3.0, 1.0]) / 4
    kernel = (line[:, None] * line[None]).expand(2, 1, 4, 4)
    padded = functional.pad(picture, (1,) * 4, "replicate")
    expected = functional.conv_transpose2d(padded, kernel, stride=2, padding=3, groups=2)
    assert torch.allclose(BlurUp()(picture), expected, atol=1e-6)


def test_blurred_resampling_compares_the_layers_that_cut_names() -> None:
    assert ResnetGenerator(ResnetShape(width=2, blocks=9, resampling="blurred")).compared == (0, 4, 8, 12, 16)


@pytest.mark.parametrize("resampling", ["strided", "blurred"])
def test_features_on_the_way_are_the_same_with_and_without_the_rest(resampling: str) -> None:
    network = ResnetGenerator(ResnetShape(width=2, blocks=6, resampling=resampling))  # type: ignore[arg-type]
    picture = torch.randn(1, 3, 16, 24)
    made, maps = network.with_features(picture)
    assert torch.equal(made, network(picture))
    assert made.shape == picture.shape
    alone = network.features(picture)
    assert [one.shape[1] for one in maps] == list(network.compared_channels)
    assert all(torch.equal(a, b) for a, b in zip(maps, alone, strict=True))


def test_a_shape_is_made_again_from_its_plain_values() -> None:
    shape = ResnetShape(64, 9, resampling="blurred")
    assert ResnetShape(**shape.to_dict()) == shape


def test_a_network_that_makes_changes_makes_none_at_first_and_then_learns_from_all_its_weights() -> None:
    torch.manual_seed(0)
    network = ResnetGenerator(ResnetShape(width=4, blocks=2, changes=True))
    picture = torch.rand(2, 3, 16, 16) * 2 - 1
    assert torch.equal(network(picture), picture)
    assert not any(isinstance(module, nn.InstanceNorm2d) for module in network.modules())
    optimiser = torch.optim.SGD(network.parameters(), lr=0.1)
    for _ in range(3):
        optimiser.zero_grad()
        (network(picture) ** 2).mean().backward()
        optimiser.step()
    assert all(parameter.grad is not None and parameter.grad.any() for parameter in network.parameters())
    assert network(picture).abs().max() <= 1 + 1e-6


def test_a_network_that_has_made_everything_black_can_still_learn() -> None:
    network = ResnetGenerator(ResnetShape(width=2, blocks=1, changes=True))
    bias = [module for module in network.modules() if isinstance(module, nn.Conv2d)][-1].bias
    assert bias is not None
    nn.init.constant_(bias, -1.0)
    made = network(torch.zeros(1, 3, 16, 16))
    assert torch.allclose(made, torch.tensor(-1.0))
    made.mean().backward()
    assert bias.grad is not None
    assert bias.grad.all()
