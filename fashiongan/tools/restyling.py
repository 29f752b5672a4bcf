"""A garment in another style: patterned, denim, dark ... with its shape kept. Translators with their checkpoints."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import distance_transform_edt
from torch import Tensor

from fashiongan.checkpoints import Checkpoint, Weights, find_checkpoint, load_weights
from fashiongan.claimed_size import MISFITS, misfit, no_larger_than
from fashiongan.errors import CheckpointError, ImageError, RequestError
from fashiongan.generator.style_picture import MARGIN_PX, MOSTLY, OPAQUE, SIZE_PX, read_style_picture
from fashiongan.image import WHITE, open_picture
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape
from fashiongan.tools.preparation import Preparation, prepared
from fashiongan.tools.styles import PREFIX, known_styles

SYSTEM = "restyle"
PREPARED = "prepared"
LEAST_PX = 16
# We train the former; the latter is among those that are imported.
Translator = ResnetGenerator | UnetGenerator
# Nearer to transparent than this, a pixel is part ground, and takes its colour from the cloth beside it.
_ALL_CLOTH = 250


class Restyler:
    """A loaded translator into one style. The same picture gives the same bytes."""

    def __init__(
        self,
        style: str,
        network: Translator,
        device: torch.device,
        checkpoint: Checkpoint,
        preparation: Preparation | None = None,
    ) -> None:
        """`preparation` : what is done to the cloth before the translator sees it"""
        self.style = style
        self._preparation = preparation
        self.checkpoint = checkpoint
        self.network = network.to(device).eval().requires_grad_(False)
        self._device = device

    @classmethod
    def load(cls, folder: Path, device: torch.device, style: str) -> "Restyler":
        """Load the checkpoint of a style.

        Raises
        ------
        RequestError : there is none of this name
        CheckpointError : changed, or of another shape than its header says
        """
        known = known_styles(folder)
        if style not in known:
            words = ", ".join(known) or "none yet; train one with fashiongan-train cyclegan, or import one"
            raise RequestError(f'"{style}" is not a style to change into. Known: {words}.')
        checkpoint = find_checkpoint(PREFIX + style, folder)
        weights = load_weights(checkpoint, device)
        translators = build_translators(weights)
        if style not in translators:
            raise CheckpointError(
                f"{checkpoint.path} translates into {', '.join(translators)}, not {style}; restore it."
            )
        return cls(style, translators[style], device, checkpoint, preparation_of(weights, style))

    @torch.inference_mode()
    def restyle(self, rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Change a garment's cloth: (H, W, 4) of any size to the same size, with its alpha as it was.

        The translator sees the garment as large as it saw them in training; the change is brought back to the size of
        the picture, so a larger one is as sharp as one of 256 px.

        Raises
        ------
        ImageError : hardly anything in it is opaque
        """
        frame = _framed(rgba)
        made = ((self.network(self._seen(frame))[0].cpu() + 1) * 127.5).round().clamp(0, 255).byte()
        return frame.brought_back(made.permute(1, 2, 0).numpy(), rgba)

    def _seen(self, frame: "_Frame") -> Tensor:
        """(1, 3, 256, 256) what the network sees; a motif depends on nothing but the picture."""
        seen = torch.from_numpy(frame.rgb).permute(2, 0, 1)[None].float() / 127.5 - 1
        if self._preparation:
            alpha = torch.from_numpy(frame.alpha)[None, None].float() / 255
            random = torch.Generator().manual_seed(crc32(frame.rgb.tobytes()))
            seen = prepared(seen, alpha, self._preparation, random)
        return seen.to(self._device)


def read_garment(path: Path) -> NDArray[np.uint8]:
    """Read any picture, (H, W, 4): a cut-out as it is; of a photo the garment on its plain ground, 256 px.

    Raises
    ------
    ImageError : not a picture, too small, or almost nothing in it is opaque
    """
    rgba = np.array(open_picture(path))
    if min(rgba.shape[:2]) < LEAST_PX:
        raise ImageError(
            f"{path} is {rgba.shape[1]} x {rgba.shape[0]} px, too small; give one of {LEAST_PX} px or more."
        )
    return rgba if (rgba[..., 3] > OPAQUE).mean() <= MOSTLY else read_style_picture(path).rgba


def preparation_of(weights: Weights, style: str) -> Preparation | None:
    """What is done to cloth before the translator into a style sees it.

    Raises
    ------
    CheckpointError : nothing that we know
    """
    said = weights.header.get(PREPARED, {})
    known = said.get(style) if isinstance(said, dict) else said
    if known is not None and known not in list(Preparation):
        raise CheckpointError(f'{weights.checkpoint.path} wants cloth prepared by "{_short(known)}"; restore it.')
    return Preparation(known) if known else None


def _short(known: object) -> str:
    return " ".join(str(known).split())[:40]


def build_translators(weights: Weights) -> dict[str, Translator]:
    """Build the translators that some weights hold, by the style that they make.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    try:
        shape, made = dict[str, Any](weights.header["shape"]), {}
        for style in dict[str, Any](weights.header["directions"]):
            own = {name: one for name, one in weights.tensors.items() if name.startswith(f"{style}.")}
            with no_larger_than(own):
                network = _unfilled(shape)
            network.load_state_dict({name.removeprefix(f"{style}."): one for name, one in own.items()})
            made[style] = network.eval()
    except MISFITS as error:
        raise CheckpointError(
            f"{weights.checkpoint.path} does not fit a translator ({misfit(error)}); restore it."
        ) from error
    return made


def _unfilled(shape: dict[str, Any]) -> Translator:
    """The network of a shape: only a U-Net has one that says how often it halves."""
    return UnetGenerator(UnetShape(**shape)) if "downs" in shape else ResnetGenerator(ResnetShape(**shape))


@dataclass(frozen=True, eq=False)
class _Frame:
    """A garment as translators see it. rgb : (256, 256, 3) on white; alpha : (256, 256); inner : where the garment's
    box lies in it; box : where that lies in the picture; both left, top, right, bottom in pixels"""

    rgb: NDArray[np.uint8]
    alpha: NDArray[np.uint8]
    inner: tuple[int, int, int, int]
    box: tuple[int, int, int, int]

    def brought_back(self, made: NDArray[np.uint8], rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """A copy of the picture with the colours of what was made in this frame."""
        left, top, right, bottom = self.box
        cloth = Image.fromarray(_grown(made, self.alpha)).crop(self.inner)
        result = rgba.copy()
        sized = cloth.resize((right - left, bottom - top), Image.Resampling.BICUBIC)
        result[top:bottom, left:right, :3] = np.asarray(sized)
        return result


def _framed(rgba: NDArray[np.uint8]) -> _Frame:
    picture = Image.fromarray(rgba)
    box = picture.getchannel("A").point(lambda alpha: 255 if alpha > 0 else 0).getbbox()
    if box is None or max(box[2] - box[0], box[3] - box[1]) < LEAST_PX:
        raise ImageError(f"The picture shows less than {LEAST_PX} px of cloth; give a larger one of a garment.")
    plain = Image.new("RGBA", picture.size, (*WHITE, 255))
    garment = Image.alpha_composite(plain, picture).convert("RGB").crop(box)
    scale = (SIZE_PX - 2 * MARGIN_PX) / max(garment.size)
    width, height = (max(1, round(length * scale)) for length in garment.size)
    left, top = (SIZE_PX - width) // 2, (SIZE_PX - height) // 2
    rgb, alpha = Image.new("RGB", (SIZE_PX,) * 2, WHITE), Image.new("L", (SIZE_PX,) * 2)
    rgb.paste(garment.resize((width, height), Image.Resampling.LANCZOS), (left, top))
    alpha.paste(picture.getchannel("A").crop(box).resize((width, height), Image.Resampling.LANCZOS), (left, top))
    return _Frame(np.array(rgb), np.array(alpha), (left, top, left + width, top + height), box)


def _grown(made: NDArray[np.uint8], alpha: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Colours with those at and beyond the edge taken from the nearest cloth: (256, 256, 3)."""
    cloth = alpha >= _ALL_CLOTH
    if not cloth.any():
        return made
    near = distance_transform_edt(~cloth, return_distances=False, return_indices=True)
    return np.asarray(made[tuple(near)])
