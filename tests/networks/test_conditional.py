import torch

from fashiongan.networks.conditional_generator import ConditionalGenerator, GeneratorShape
from fashiongan.networks.conditioning import Conditions, LabelEmbedding
from fashiongan.networks.projected_discriminator import ProjectedDiscriminator


def test_every_latent_and_every_condition_reaches_the_picture(tiny_shape: GeneratorShape) -> None:
    torch.manual_seed(0)
    network = ConditionalGenerator(tiny_shape).eval()
    latent = torch.randn(1, tiny_shape.total_latent_width, requires_grad=True)
    lab = torch.tensor([[50.0, 10, 10, 30, 0, 0]], requires_grad=True)
    style = torch.randn(1, tiny_shape.style_width, requires_grad=True)
    labels = torch.zeros(1, 7, dtype=torch.long)
    made = network(latent, Conditions(labels, lab, style))
    assert made.shape == (1, 4, 32, 32)
    for gradient in torch.autograd.grad(made[:, :, 10, 12].sum(), (latent, lab, style)):
        assert (gradient != 0).all()
    for column in range(7):
        other = labels.clone()
        other[0, column] = 1
        assert not torch.equal(network(latent, Conditions(other, lab, style)), made)


def test_no_attribute_is_louder_than_another() -> None:
    codes = LabelEmbedding((13, 5, 3), 16)(torch.tensor([[12, 0, 2], [3, 4, 1]]))
    assert torch.allclose(codes.norm(dim=-1), torch.ones(2, 3))


def test_the_discriminator_judges_small_pictures_at_fewer_scales() -> None:
    channels = (6, 8, 10, 12)
    asked = Conditions(torch.zeros(2, 1, dtype=torch.long), torch.zeros(2, 6), torch.zeros(2, 5))
    for size, heads in ((128, 4), (64, 3), (32, 2)):
        features = [torch.randn(2, c, size // s, size // s) for c, s in zip(channels, (4, 8, 16, 32), strict=True)]
        assert ProjectedDiscriminator(channels, size, (13,), 5)(features, asked).shape == (2, heads)
