from pathlib import Path

import numpy as np
import pytest
import torch

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.generator.parts import GeneratorParts, build_generator
from fashiongan.networks.latent_encoder import CELLS, cells
from fashiongan.training.generator.batches import conditions_of
from fashiongan.training.generator.directions import PROPERTIES, _meant, _measured
from fashiongan.training.generator.finishing import fit_latent_encoder
from fashiongan.training.generator.views import view_names, views_of


@pytest.fixture(scope="module")
def parts(tiny_weights: Path) -> GeneratorParts:
    checkpoint = Checkpoint("conditional", tiny_weights, "", "conditional")
    return build_generator(load_weights(checkpoint, torch.device("cpu")))


def test_finished_weights_carry_directions_of_unit_length_with_names_of_their_own(parts: GeneratorParts) -> None:
    vectors = torch.stack(list(parts.directions.values()))
    assert len(parts.directions) == 8 + 2 * 3
    assert torch.allclose(vectors.norm(dim=1), torch.ones(len(vectors)), atol=1e-2)
    assert parts.latent_encoder is not None


@torch.no_grad()
def test_a_latent_encoder_guesses_better_than_chance(parts: GeneratorParts) -> None:
    encoder = fit_latent_encoder(parts, 600)
    latents = torch.randn(32, parts.network.shape.total_latent_width)
    guessed = encoder(parts.network(latents, conditions_of(parts.wardrobe, torch.arange(32))))
    assert torch.nn.functional.cosine_similarity(guessed, latents, dim=1).mean() > 0.05


def test_cells_hold_no_colour_from_under_transparent_pixels() -> None:
    rgba = torch.rand(1, 4, 40, 40) * 2 - 1
    rgba[:, 3] = -1
    assert torch.equal(cells(rgba), torch.zeros(1, 4 * CELLS**2))


def test_what_is_measured_of_a_picture_is_what_it_is_called() -> None:
    def garment(top: int, bottom: int, height: int, color: tuple[int, int, int]) -> dict[str, float]:
        rgba = np.zeros((128, 128, 4), np.uint8)
        for row in range(height):
            half = round(top + (bottom - top) * row / height)
            rgba[10 + row, 64 - half : 64 + half] = (*color, 255)
        return dict(zip(PROPERTIES, _measured(rgba), strict=True))

    plain = garment(20, 20, 60, (90, 90, 90))
    assert garment(30, 30, 60, (90, 90, 90))["wider"] > plain["wider"]
    assert garment(20, 20, 90, (90, 90, 90))["longer"] > plain["longer"]
    assert garment(20, 40, 60, (90, 90, 90))["flared"] > plain["flared"]
    assert garment(20, 20, 60, (200, 200, 200))["lighter"] > plain["lighter"]
    assert garment(20, 20, 60, (200, 150, 60))["warmer"] > plain["warmer"]


def test_a_large_picture_is_seen_whole_at_half_size_and_in_a_piece_at_full_size() -> None:
    rgb, alpha = torch.rand(2, 3, 256, 256), torch.rand(2, 1, 256, 256)
    whole, piece = views_of(rgb, alpha, torch.tensor([[0.0, 0.0], [1.0, 0.5]]))
    assert torch.allclose(whole.rgb[0, :, 0, 0], rgb[0, :, :2, :2].mean((1, 2)))
    assert torch.equal(piece.rgb[0], rgb[0, :, :128, :128])
    assert torch.equal(piece.alpha[1], alpha[1, :, 128:, 64:192])
    assert len(view_names(256)) == 2
    assert len(views_of(rgb[..., :64, :64], alpha[..., :64, :64], torch.zeros(2, 2))) == len(view_names(64)) == 1


def test_a_direction_is_named_by_what_it_moves_most_among_names_that_are_free() -> None:
    effect = np.zeros(len(PROPERTIES))
    effect[:3] = (2.0, -1.0, 0.1)
    assert _meant(effect, []) == 0
    assert _meant(effect, ["wider"]) == 1
    assert _meant(effect, ["wider", "longer"]) is None
