import torch

from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.masked_generator import MaskedGenerator, covered


def inputs(shape: GeneratorShape) -> tuple[torch.Tensor, Conditions]:
    generator = torch.Generator().manual_seed(0)
    labels = torch.zeros(2, len(shape.vocabulary_sizes), dtype=torch.long)
    lab, style = (torch.rand(2, width, generator=generator) for width in (6, shape.style_width))
    return torch.randn(2, shape.total_latent_width, generator=generator), Conditions(labels, lab, style)


def test_it_begins_as_the_generator_that_knows_no_silhouette(tiny_shape: GeneratorShape) -> None:
    network = MaskedGenerator(tiny_shape).eval()
    given = inputs(tiny_shape)
    with torch.no_grad():
        assert torch.equal(network(*given, torch.rand(2, 1, 32, 32)), network.generator(*given))


def test_every_resolution_can_learn_of_the_silhouette(tiny_shape: GeneratorShape) -> None:
    network = MaskedGenerator(tiny_shape)
    network(*inputs(tiny_shape), torch.rand(2, 1, 32, 32)).square().mean().backward()
    assert set(network.pyramid.adds) == {"4", "8", "16", "32"}
    assert all(bool(add.weight.grad.any()) for add in network.pyramid.adds.values())


def test_a_garment_is_opaque_where_it_is_covered() -> None:
    coverage = torch.tensor([0.0, 0.5, 1.0]).view(1, 1, 1, 3)
    assert covered(torch.full((1, 4, 1, 3), 0.3), coverage)[0, 3, 0].tolist() == [-1, 0, 1]
