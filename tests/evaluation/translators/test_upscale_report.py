from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from fashiongan.checkpoints import Checkpoint
from fashiongan.errors import CheckpointError, DatasetError
from fashiongan.evaluation.translators.upscale_report import CELL_PX, HeldOut, evaluate_upscaler, upscale_table
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.tools.upscaling import Ends, PictureUpscaler

CPU = torch.device("cpu")


def upscaler(realism: bool = True, factor: int = 4) -> PictureUpscaler:
    torch.manual_seed(0)
    shape = UpscalerShape(4, 2, 1, factor)
    ends = Ends(ResidualDenseNetwork(shape).state_dict(), ResidualDenseNetwork(shape).state_dict() if realism else {})
    return PictureUpscaler(Checkpoint("upscaler", Path(), "", "upscaler"), shape, ends, CPU)


def ramps(count: int, alpha: int = 255) -> HeldOut:
    """Pictures that any enlarging gives back but for rounding: a grey that rises evenly from left to right."""
    rgba = np.full((count, 112, 112, 4), alpha, np.uint8)
    rgba[..., :3] = np.linspace(30, 220, 112).astype(np.uint8)[None, None, :, None]
    return HeldOut("ramps", rgba)


def mean_difference(first: Tensor, second: Tensor) -> Tensor:
    return (first - second).abs().mean((1, 2, 3))


def test_every_way_is_measured_and_bicubic_gives_even_ramps_back() -> None:
    report, sheet = evaluate_upscaler(upscaler(), [ramps(2)], mean_difference)
    ways = report["kinds"]["ramps"]
    assert list(ways) == ["bicubic", "lanczos", "realism 0", "realism 0.5", "realism 1"]
    assert list(ways) == list(report["print"]["ramps"])
    assert ways["bicubic"]["psnr_db"] > 40
    assert ways["bicubic"]["ssim"] > 0.99
    assert sheet.width == 6 * CELL_PX
    assert "bicubic" in upscale_table(report)


def test_transparent_pictures_are_judged_as_they_look_on_white() -> None:
    report, _ = evaluate_upscaler(upscaler(), [ramps(1, alpha=0)], mean_difference)
    assert all(scores["psnr_db"] == 100 for scores in report["kinds"]["ramps"].values())


def test_weights_of_the_first_stage_are_measured_at_the_faithful_end_only() -> None:
    report, sheet = evaluate_upscaler(upscaler(realism=False), [ramps(1)], mean_difference)
    assert list(report["kinds"]["ramps"]) == ["bicubic", "lanczos", "realism 0"]
    assert sheet.width == 4 * CELL_PX


def test_what_cannot_be_measured_is_refused() -> None:
    with pytest.raises(DatasetError, match="nothing to measure on"):
        evaluate_upscaler(upscaler(), [ramps(0)], mean_difference)
    with pytest.raises(CheckpointError, match="enlarges 2 times"):
        evaluate_upscaler(upscaler(factor=2), [ramps(1)], mean_difference)
