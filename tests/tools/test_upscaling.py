from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from fashiongan.checkpoints import Checkpoint, load_weights
from fashiongan.errors import Cancelled, CheckpointError, RequestError
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.tools.upscaling import (
    FIDELITY,
    MAX_PIXELS,
    REALISM,
    PictureUpscaler,
    build_upscaler,
    with_colors_of,
)
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release

SHAPE = UpscalerShape(8, 4, 1)
CPU = torch.device("cpu")


def write(path: Path, prefixes: tuple[str, ...] = (FIDELITY, REALISM)) -> Path:
    """Untrained weights, others for each stage."""
    torch.manual_seed(0)
    stages = {prefix: ResidualDenseNetwork(SHAPE).state_dict() for prefix in prefixes}
    tensors = {f"{prefix}{name}": one for prefix, state in stages.items() for name, one in state.items()}
    write_weights(path, "upscaler", tensors, {"shape": SHAPE.to_dict()})
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("checkpoints")
    release(write(folder / "weights.safetensors"), "upscaler", {"system": "upscaler"}, folder)
    return folder


@pytest.fixture(scope="module")
def upscaler(folder: Path) -> PictureUpscaler:
    return PictureUpscaler.load(folder, CPU)


def picture(height: int, width: int) -> np.ndarray:
    rgba = np.random.default_rng(0).integers(0, 256, (height, width, 4), np.uint8)
    rgba[..., 3] = 255
    return rgba


@pytest.mark.parametrize("size", [(1, 1), (5, 9), (40, 24)])
def test_pictures_of_any_size_become_four_times_as_wide_and_high(
    upscaler: PictureUpscaler, size: tuple[int, int]
) -> None:
    assert upscaler.upscale(picture(*size)).shape == (4 * size[0], 4 * size[1], 4)


def test_a_plain_colour_stays_that_colour_inside(upscaler: PictureUpscaler) -> None:
    plain = np.full((24, 24, 4), (200, 40, 90, 255), np.uint8)
    inner = upscaler.upscale(plain, 0)[32:-32, 32:-32].astype(int)
    assert np.abs(inner - np.median(inner, axis=(0, 1))).max() <= 1


def test_a_drift_in_colour_is_taken_back_and_detail_stays() -> None:
    small = torch.rand(1, 3, 1, 1).expand(1, 3, 20, 20)
    detail = torch.tensor([[0.1, -0.1], [-0.1, 0.1]]).tile(40, 40)
    drifted = (
        small.repeat_interleave(4, 2).repeat_interleave(4, 3) + detail + torch.tensor([0.2, 0, -0.3]).view(3, 1, 1)
    )
    kept = with_colors_of(small, drifted)
    assert torch.allclose(kept, small[..., :1, :1] + detail, atol=1e-5)


def test_tiles_join_without_a_seam(upscaler: PictureUpscaler, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = upscaler.upscale(picture(48, 48))
    monkeypatch.setattr("fashiongan.tools.upscaling.tiles", lambda height, width: small_tiles(height, width))
    assert np.abs(upscaler.upscale(picture(48, 48)).astype(int) - whole).max() <= 1


def small_tiles(height: int, width: int) -> object:
    from fashiongan.tools.tiling import tiles

    return tiles(height, width, tile=16, overlap=16)


def test_what_is_transparent_stays_so_and_does_not_colour_the_edge(upscaler: PictureUpscaler) -> None:
    green_under_red = np.zeros((32, 32, 4), np.uint8)
    green_under_red[..., 1] = 255
    green_under_red[8:24, 8:24] = (255, 0, 0, 255)
    clean = green_under_red.copy()
    clean[..., 1] = 0
    clean[..., 0] = 255
    large = upscaler.upscale(green_under_red, 0)
    assert (large[:16, :, 3] == 0).all()
    assert (large[48:80, 48:80, 3] == 255).all()
    assert (large == upscaler.upscale(clean, 0)).all()


def test_the_slider_goes_from_one_stage_to_the_other(upscaler: PictureUpscaler) -> None:
    made = [upscaler.upscale(picture(16, 16), realism).astype(int) for realism in (0, 0.5, 1)]
    assert np.abs(made[2] - made[0]).mean() > np.abs(made[1] - made[0]).mean() > 0


def test_it_can_be_stopped_at_a_tile(upscaler: PictureUpscaler) -> None:
    def stop(share: float, what: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        upscaler.upscale(picture(8, 8), progress=stop)


@pytest.mark.parametrize("realism", [-0.1, 1.1, float("nan")])
def test_the_slider_has_ends(upscaler: PictureUpscaler, realism: float) -> None:
    with pytest.raises(RequestError, match="realism"):
        upscaler.upscale(picture(4, 4), realism)


def test_pictures_that_would_become_too_large_are_refused(upscaler: PictureUpscaler) -> None:
    with pytest.raises(RequestError, match="shrink it"):
        upscaler.upscale(np.zeros((1, MAX_PIXELS + 1, 4), np.uint8))


def test_weights_without_a_second_stage_know_fidelity_only(tmp_path: Path) -> None:
    path = write(tmp_path / "weights.safetensors", (FIDELITY,))
    first = build_upscaler(load_weights(Checkpoint("upscaler", path, "", "upscaler"), CPU), CPU)
    assert first.upscale(picture(4, 4), 0).shape == (16, 16, 4)
    with pytest.raises(CheckpointError, match="give 0"):
        first.upscale(picture(4, 4), 0.5)


def test_weights_of_another_shape_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "weights.safetensors"
    tensors = {f"{FIDELITY}{name}": one for name, one in ResidualDenseNetwork(SHAPE).state_dict().items()}
    header = {"system": "upscaler", "shape": '{"width": 8, "growth": 4, "blocks": 2, "factor": 4}'}
    save_file(tensors, path, metadata=header)
    with pytest.raises(CheckpointError, match="do not fit"):
        build_upscaler(load_weights(Checkpoint("upscaler", path, "", "upscaler"), CPU), CPU)
