"""Small pictures to large ones, four times as wide and high: the upscaler with its checkpoint."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.dataset.bleed import bled
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.tools.realism import DEFAULT_REALISM
from fashiongan.tools.tiling import tiles

CHECKPOINT_NAME = "upscaler"
# The two ends of the slider are kept in one file.
FIDELITY, REALISM = "fidelity.", "realism."
# Weights that were imported without another end serve as both.
EITHER = "either."
# Means of 5 x 5 small pixels, one after the other: a deviation of 2.4 of them.
COLOR_BLURS = 3
# Four times as wide and high, these are as many pixels as our programs read back.
MAX_PIXELS = 2_000_000
Progress = Callable[[float, str], None]
Picture = NDArray[np.uint8]


class PictureUpscaler:
    """Loaded weights. Any picture, tile by tile; its transparency is enlarged with it."""

    def __init__(self, checkpoint: Checkpoint, shape: UpscalerShape, ends: "Ends", device: torch.device) -> None:
        self.checkpoint = checkpoint
        self.shape = shape
        self._ends = ends
        self._device = device

    @classmethod
    def load(cls, folder: Path, device: torch.device) -> "PictureUpscaler":
        """Load the checkpoint of the upscaler.

        Raises
        ------
        CheckpointError : missing, changed, or of another shape than its header says
        """
        return build_upscaler(load_weights(find_checkpoint(CHECKPOINT_NAME, folder), torch.device("cpu")), device)

    @property
    def has_realism(self) -> bool:
        """Whether the weights hold the second stage, too."""
        return bool(self._ends.realism)

    @torch.inference_mode()
    def upscale(
        self, rgba: Picture, realism: float = DEFAULT_REALISM, progress: Progress = lambda share, what: None
    ) -> Picture:
        """(H, W, 4) sRGB with straight alpha to (4H, 4W, 4); the same picture gives the same bytes.

        Parameters
        ----------
        realism : 0 (nearest to what is known) to 1 (most detail, part of it made up)
        progress : told of each tile; whatever it raises ends the work

        Raises
        ------
        RequestError : the picture is too large, or realism is not 0 to 1
        CheckpointError : realism was asked of weights that have only learnt fidelity
        """
        height, width = rgba.shape[:2]
        if not 1 <= height * width <= MAX_PIXELS:
            raise RequestError(
                f"The picture is {width} x {height} px, and at most {MAX_PIXELS:,} pixels are enlarged; shrink it."
            )
        network, factor = self.network(realism), self.shape.factor
        alpha = rgba[..., 3]
        large = np.zeros((height * factor, width * factor, 4), np.uint8)
        large[..., 3] = enlarged_alpha(alpha, factor)
        colors = torch.from_numpy(np.array(bled(rgba))).permute(2, 0, 1)  # (3, H, W)
        whole = list(tiles(height, width))
        for index, (down, across) in enumerate(whole):
            progress(index / len(whole), f"tile {index + 1} of {len(whole)}")
            if alpha[down.seen, across.seen].any():
                made = self._made(network, colors[:, down.seen, across.seen])
                inner = made[down.within(factor), across.within(factor)]
                large[down.answered(factor), across.answered(factor), :3] = inner
        return large

    def network(self, realism: float) -> ResidualDenseNetwork:
        """The network that far between its ends, ready for use; see `Ends.between`."""
        network = ResidualDenseNetwork(self.shape)
        network.load_state_dict(self._ends.between(realism))
        network.eval().requires_grad_(False)
        return network.to(device=self._device, memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]

    def _made(self, network: ResidualDenseNetwork, colors: Tensor) -> Picture:
        """(3, h, w) uint8 to (factor h, factor w, 3)."""
        fold, factor = self.shape.fold, self.shape.factor
        height, width = colors.shape[1:]
        rgb = colors[None].float() / 255
        if fold > 1:
            rgb = functional.pad(rgb, (0, -width % fold, 0, -height % fold), mode="replicate")
        made = network(rgb.to(self._device).contiguous(memory_format=torch.channels_last)).cpu()
        kept = with_colors_of(rgb, made)[0]
        pixels = (kept[:, : height * factor, : width * factor].clamp(0, 1) * 255).round().byte()
        return np.asarray(pixels.permute(1, 2, 0).numpy())


def with_colors_of(small: Tensor, large: Tensor) -> Tensor:
    """(1, 3, H, W) and (1, 3, fH, fW): the latter with the colours of the former, over areas of some small pixels.

    A network that makes details up drifts in colour, too, and a designer's colours must stay. The difference is
    blurred, so that noise and blocks of the small picture do not come back. After Irani and Peleg, Improving Resolution
    by Image Registration (1991), which takes back all of it.
    """
    factor = large.shape[-1] // small.shape[-1]
    drift = small - functional.avg_pool2d(large, factor)
    for _ in range(COLOR_BLURS):
        drift = functional.avg_pool2d(drift, 5, stride=1, padding=2, count_include_pad=False)
    return large + functional.interpolate(drift, scale_factor=float(factor), mode="bilinear", align_corners=False)


class Ends:
    """The weights of both stages, and everything between them.

    Source: Wang et al., ESRGAN (2018), section 3.4, network interpolation.
    """

    def __init__(self, fidelity: dict[str, Tensor], realism: dict[str, Tensor]) -> None:
        self.fidelity, self.realism = fidelity, realism

    def between(self, realism: float) -> dict[str, Tensor]:
        """Weights so far from the first stage towards the second: 0 to 1.

        Raises
        ------
        RequestError : not 0 to 1
        CheckpointError : there is no second stage
        """
        if not 0 <= realism <= 1:
            raise RequestError(f"realism is {realism:g}, but it is 0 (nearest to what is known) to 1 (most detail).")
        if realism == 0:
            return self.fidelity
        if not self.realism:
            raise CheckpointError(f"These weights have learnt no realism yet, and {realism:g} was asked; give 0.")
        return {name: torch.lerp(one, self.realism[name], realism) for name, one in self.fidelity.items()}


def enlarged_alpha(alpha: Picture, factor: int) -> Picture:
    """(H, W) to (factor H, factor W), bicubic."""
    plane = torch.from_numpy(np.array(alpha, np.float32))[None, None]
    large = functional.interpolate(plane, scale_factor=float(factor), mode="bicubic", align_corners=False)
    return np.asarray(large[0, 0].round().clamp(0, 255).byte().numpy())


def build_upscaler(weights: Weights, device: torch.device) -> PictureUpscaler:
    """Build the upscaler that the header of some weights describes.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape = UpscalerShape(**weights.header["shape"])
        with no_larger_than(weights.tensors):
            wanted = {name: one.shape for name, one in ResidualDenseNetwork(shape).state_dict().items()}
        either = _named(weights.tensors, EITHER)
        ends = [_named(weights.tensors, prefix) or either for prefix in (FIDELITY, REALISM)]
    except MISFITS as error:
        raise CheckpointError(f"The weights do not say what upscaler they are of ({misfit(error)}).") from error
    for end in filter(None, ends):
        wrong = {name for name in wanted.keys() | end.keys() if name not in end or end[name].shape != wanted.get(name)}
        if wrong:
            raise CheckpointError(f"The weights do not fit the upscaler ({len(wrong)} differ, first {min(wrong)}).")
    if not ends[0]:
        raise CheckpointError("The weights have no fidelity stage; train one with --stage psnr.")
    return PictureUpscaler(weights.checkpoint, shape, Ends(*ends), device)


def _named(tensors: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    return {name.removeprefix(prefix): one for name, one in tensors.items() if name.startswith(prefix)}
