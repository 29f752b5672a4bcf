import numpy as np
import pytest

from fashiongan.attributes import Pattern as Print
from fashiongan.garment.fabric_tile import fabric_tile, repeating


def jump(tile: np.ndarray, axis: int) -> tuple[float, float]:
    """Between opposite edges, and between the neighbours that differ most."""
    rows = np.moveaxis(tile, axis, 0)
    return float(np.abs(rows[0] - rows[-1]).mean()), float(np.abs(np.diff(rows, axis=0)).mean((1, 2)).max())


@pytest.mark.parametrize("axis", [0, 1])
def test_opposite_edges_match_as_well_as_neighbours_do(axis: int) -> None:
    rng = np.random.default_rng(0)
    x, y = np.meshgrid(np.arange(90), np.arange(80))
    weave = 120 + 40 * np.sin(2 * np.pi * x / 13) + 30 * np.sin(2 * np.pi * y / 17)
    patch = weave[..., None] + rng.normal(0, 4, (80, 90, 3))
    across, beside = jump(repeating(patch), axis)
    assert across < 1.05 * beside


def test_stripes_go_on_across_the_edge_at_their_period() -> None:
    stripes = np.where(np.arange(100) % 14 < 7, 200.0, 40.0)
    tile = repeating(np.broadcast_to(stripes[:, None, None], (100, 100, 3)).copy())
    assert len(tile) % 14 == 0


def test_the_patch_is_taken_beside_a_print_and_loses_light_and_shadow() -> None:
    rgb = np.full((120, 120, 3), 150, np.float64) * np.linspace(0.85, 1.15, 120)[:, None, None]
    rgb[30:80, 35:85] = (250, 20, 20)
    tile = fabric_tile(rgb.astype(np.uint8), np.ones((120, 120), bool), 100, 1.0, Print.GRAPHIC)
    assert np.ptp(tile.rgb.mean((1, 2))) < 6
    assert tile.rgb[..., 0].max() < 200


def test_a_tile_repeats_at_its_scale() -> None:
    tile = fabric_tile(
        np.random.default_rng(1).integers(0, 255, (90, 90, 3), np.uint8), np.ones((90, 90), bool), 80, 0.5, None
    )
    place = np.array([[30.0, -50.0]])
    period = np.array([tile.rgb.shape[1], -tile.rgb.shape[0]]) / 0.5
    assert tile.at(place + period) == pytest.approx(tile.at(place), abs=1e-6)


def test_creases_of_plain_cloth_do_not_come_again_with_every_tile() -> None:
    rng = np.random.default_rng(0)
    creases = 25 * np.sin(np.arange(120) / 6.0)[:, None] * np.cos(np.arange(120) / 9.0)[None]
    rgb = (140 + creases[..., None] + rng.normal(0, 2, (120, 120, 1))).repeat(3, axis=2).astype(np.uint8)
    tile = fabric_tile(rgb, np.ones((120, 120), bool), 100, 1.0, Print.SOLID)
    assert tile.rgb.mean(-1).std() < 6
