import torch

from fashiongan.evaluation.generator.color_error import color_error
from fashiongan.networks.conditional_generator import GeneratorShape
from fashiongan.networks.conditioning import Conditions


class FlatColor(torch.nn.Module):
    """Draws one opaque colour whatever it is asked."""

    shape = GeneratorShape(16, 4, (13,))

    def forward(self, latent: torch.Tensor, asked: Conditions) -> torch.Tensor:
        rgba = torch.tensor([200 / 127.5 - 1, 40 / 127.5 - 1, 40 / 127.5 - 1, 1.0])
        return rgba.view(1, 4, 1, 1).expand(1, 4, 16, 16)


def test_only_solid_garments_count_and_the_finished_picture_meets_the_color() -> None:
    labels = torch.zeros(3, 7, dtype=torch.long)
    labels[2, 4] = 1
    asked = torch.tensor([[44.0, 59.0, 36.0] * 2, [40.0, -5.0, -30.0] * 2, [90.0, 0.0, 0.0] * 2])
    error = color_error(FlatColor(), Conditions(labels, asked, torch.zeros(3, 1)), seed=0)  # type: ignore[arg-type]
    assert 15 < error.network < 60
    assert error.finished < 1
