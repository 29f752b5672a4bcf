import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import label

from fashiongan.dataset.line_drawings import LAYERS, line_layers, outline
from fashiongan.dataset.thinning import thinned

EIGHT = np.ones((3, 3))


def square_with_a_seam(size: int = 96) -> NDArray[np.uint8]:
    """A cut-out, dark above and light below its middle."""
    rgba = np.zeros((size, size, 4), np.uint8)
    rgba[16:-16, 16:-16] = (60, 60, 60, 255)
    rgba[size // 2 : -16, 16:-16, :3] = 180
    return rgba


def test_a_thick_ring_is_thinned_to_a_ring_of_one_pixel() -> None:
    y, x = np.mgrid[:80, :80] - 40
    ring = np.abs(np.hypot(x, y) - 25) < 4
    thin = thinned(ring)
    assert label(thin, EIGHT)[1] == 1
    assert label(~thin)[1] == 2
    assert np.abs(np.hypot(x, y)[thin] - 25).max() < 2.5
    assert thin.sum() < 2 * np.pi * 25 * 1.1


def test_one_pixel_lines_stay_as_they_are() -> None:
    line = np.eye(30, dtype=bool)
    assert (thinned(line) == line).all()


def test_the_outline_of_a_square_is_its_rim() -> None:
    mask = np.zeros((20, 20), bool)
    mask[5:15, 5:15] = True
    assert outline(mask).sum() == 4 * 9


def test_every_kind_finds_the_seam_and_keeps_it_off_the_outline() -> None:
    layers = dict(zip(LAYERS, line_layers(square_with_a_seam()), strict=True))
    for name in ("fine", "coarse", "strong"):
        rows = np.flatnonzero(layers[name].any(1))
        assert len(rows)
        assert np.abs(rows - 47.5).max() < 4, name
    assert layers["exact"].sum() == 4 * 63
    assert not (layers["exact"] & layers["fine"]).any()


def test_a_picture_without_a_garment_has_no_lines() -> None:
    assert not line_layers(np.zeros((64, 64, 4), np.uint8)).any()
