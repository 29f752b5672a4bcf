import pytest
import torch

from fashiongan.networks.compose_discriminator import ComposeDiscriminator
from fashiongan.networks.compose_generator import ComposeGenerator, ComposeShape, _as_light, laid_on, reach
from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import Conditions
from tests.conftest import VOCABULARY_SIZES

FOREGROUND = GeneratorShape(
    256, 2, VOCABULARY_SIZES, latent_width=8, scale_latent_width=2, condition_width=4, style_width=4
)


@pytest.fixture
def network() -> ComposeGenerator:
    torch.manual_seed(0)
    return ComposeGenerator(ComposeShape(FOREGROUND, width=2)).eval()


def request(count: int = 2) -> tuple[torch.Tensor, Conditions]:
    random = torch.Generator().manual_seed(1)
    labels = torch.zeros(count, len(VOCABULARY_SIZES), dtype=torch.long)
    conditions = Conditions(labels, torch.full((count, 6), 40.0), torch.randn(count, 4, generator=random))
    return torch.randn(count, FOREGROUND.total_latent_width, generator=random), conditions


def ground(network: ComposeGenerator, count: int = 2) -> torch.Tensor:
    side = network.shape.seen_px
    return torch.rand(count, 3, side, side, generator=torch.Generator().manual_seed(2)) * 2 - 1


def test_it_begins_as_the_plain_garment(network: ComposeGenerator) -> None:
    with torch.no_grad():
        made = network(*request(), ground(network))
        plain = network.foreground(*request())
    assert made.shape == (2, 5, 256, 256)
    assert torch.allclose(made[:, :4], plain, atol=1e-5)
    assert made[:, 4].max() < 0.02


def test_once_trained_the_photo_changes_the_garment(network: ComposeGenerator) -> None:
    torch.nn.init.normal_(network.to_change.weight)
    with torch.no_grad():
        bright, dark = (network(*request(), torch.full_like(ground(network), level)) for level in (0.9, -0.9))
    assert not torch.allclose(bright, dark, atol=1e-3)


def test_light_may_change_and_threads_may_not() -> None:
    threads = torch.ones(1, 3, 64, 64)
    threads[..., ::2] = -1
    assert _as_light(threads).abs().max() < 1e-6
    slope = torch.linspace(-1, 1, 64).expand(1, 3, 64, 64)
    assert (_as_light(slope) - slope)[..., 4:-4].abs().max() < 0.02
    assert torch.equal(_as_light(torch.full((1, 3, 64, 64), 0.5)), torch.full((1, 3, 64, 64), 0.5))


def test_the_foreground_stays_as_it_is_in_training(network: ComposeGenerator) -> None:
    network.train()
    before = {name: value.clone() for name, value in network.foreground.state_dict().items()}
    made, _ = network.drawn(*request(), ground(network), network.shape.drawn_px)
    made.sum().backward()
    assert all(torch.equal(before[name], value) for name, value in network.foreground.state_dict().items())
    assert all(one.grad is None for one in network.foreground.parameters())
    assert network.to_change.weight.grad is not None


def test_a_shape_is_read_back_from_plain_values() -> None:
    shape = ComposeShape(FOREGROUND, width=3)
    assert ComposeShape.from_dict(shape.to_dict()) == shape


def garment_in_the_middle(shade: float) -> torch.Tensor:
    made = torch.full((1, 5, 64, 64), -1.0)
    made[:, 4] = shade
    made[:, :4, 24:40, 24:40] = 1.0
    return made


def test_outside_its_reach_the_ground_is_the_same_to_the_last_bit() -> None:
    made, under = garment_in_the_middle(0.5), torch.rand(1, 3, 64, 64) * 2 - 1
    outside = (reach((made[:, 3:4] + 1) / 2) == 0).expand_as(under)
    assert outside.float().mean() > 0.7
    assert torch.equal(laid_on(made, under)[outside], under[outside])


def test_around_a_garment_the_ground_is_darker_and_on_it_nothing_shows() -> None:
    under = torch.zeros(1, 3, 64, 64)
    laid = laid_on(garment_in_the_middle(0.5), under)
    assert (laid[..., 30, 41] < -0.1).all()
    assert (laid[..., 30, 30] == 1).all()


def test_a_discriminator_sees_the_mask() -> None:
    torch.manual_seed(0)
    judge = ComposeDiscriminator((2, 3, 4, 5), 64, VOCABULARY_SIZES, 4)
    maps = [
        torch.rand(2, width, 64 // stride, 64 // stride)
        for width, stride in zip((2, 3, 4, 5), (4, 8, 16, 32), strict=True)
    ]
    _, conditions = request()
    first, second = (judge(maps, torch.full((2, 1, 64, 64), level), conditions) for level in (0.0, 1.0))
    assert first.shape == (2, 3)
    assert not torch.allclose(first, second)
