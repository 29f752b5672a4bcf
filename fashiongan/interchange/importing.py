"""Weights of official repositories become checkpoints of ours.

An RRDBNet becomes the upscaler. A generator of CycleGAN or pix2pix becomes a style: a picture goes in and a picture
comes out, within the garment's outline. That holds for sketches, too (edges to shoes): the network of `--sketch` takes
lines, colour hints and words, which no official generator has. As with the official `--eval`, dropout is off and batch
norms use the statistics of training, so that the same picture gives the same bytes. Numbers stay as precise as they are
in the file.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from safetensors.torch import save_file

from fashiongan.checkpoints import MANIFEST, checkpoint_names
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.interchange.layouts import OfficialWeights
from fashiongan.interchange.state_dict import Tensors
from fashiongan.networks.residual_dense import UpscalerShape
from fashiongan.tools.restyling import SYSTEM
from fashiongan.tools.styles import PREFIX
from fashiongan.tools.upscaling import CHECKPOINT_NAME, EITHER, FIDELITY, REALISM
from fashiongan.training.release import Entry, release

_NAME = re.compile("[a-z0-9][a-z0-9-]*")
_RGB = 3


def import_style(official: OfficialWeights, name: str, facts: Entry, folder: Path, replace: bool = False) -> Path:
    """Put a generator into a checkpoints folder as the style `name`; the file that was written.

    Parameters
    ----------
    facts : what else the manifest is to say
    replace : whether a style of this name may go

    Raises
    ------
    RequestError : no name for a style, or there is one of this name
    CheckpointError : the weights are not of a translator from RGB to RGB
    OutputError : the folder cannot be written to
    """
    shape = official.shape
    if isinstance(shape, UpscalerShape):
        raise CheckpointError("The weights are of an upscaler, which is no style; import it without a name.")
    if (shape.channels_in, shape.channels_out) != (_RGB, _RGB):
        raise CheckpointError(
            f"The generator makes {shape.channels_out} channels of {shape.channels_in}; a style makes RGB of RGB."
        )
    if not _NAME.fullmatch(name):
        raise RequestError(f'"{name}" cannot name a style; use small letters, digits and hyphens.')
    tensors = {f"{name}.{layer}": value for layer, value in official.tensors.items()}
    header = {"shape": shape.to_dict(), "directions": {name: "any"}, "options": {"method": "imported"}}
    return _released(PREFIX + name, SYSTEM, tensors, header, facts, folder, replace)


def import_upscaler(
    official: OfficialWeights, fidelity: OfficialWeights | None, facts: Entry, folder: Path, replace: bool = False
) -> Path:
    """Put an RRDBNet into a checkpoints folder as the upscaler; the file that was written.

    Parameters
    ----------
    fidelity : the same network trained without a discriminator, to be the other end of the slider; without it the
        slider changes nothing
    facts, replace : as in `import_style`

    Raises
    ------
    RequestError : there is an upscaler already
    CheckpointError : not of upscalers, or of two shapes
    OutputError : the folder cannot be written to
    """
    shape = official.shape
    if not isinstance(shape, UpscalerShape):
        raise CheckpointError("The weights are of a translator between pictures, not of an upscaler.")
    if fidelity and fidelity.shape != shape:
        raise CheckpointError(f"The slider's ends are of two networks, {fidelity.shape} and {shape}; give two alike.")
    ends = {REALISM: official, FIDELITY: fidelity} if fidelity else {EITHER: official}
    tensors = {f"{end}{name}": value for end, one in ends.items() for name, value in one.tensors.items()}
    header = {"shape": shape.to_dict(), "options": {"method": "imported"}}
    return _released(CHECKPOINT_NAME, CHECKPOINT_NAME, tensors, header, facts, folder, replace)


def _released(
    name: str, system: str, tensors: Tensors, header: Mapping[str, Any], facts: Entry, folder: Path, replace: bool
) -> Path:
    if not replace and (folder / MANIFEST).exists() and name in checkpoint_names(folder):
        raise RequestError(f"{folder} has {name} already; add --replace, or give another folder or name.")
    texts = {"system": system} | {key: json.dumps(value) for key, value in header.items()}
    with TemporaryDirectory() as beside:
        file = Path(beside) / "weights.safetensors"
        save_file(tensors, file, metadata=texts)
        listed: Entry = {"system": system, **facts}
        return release(file, name, listed, folder)
