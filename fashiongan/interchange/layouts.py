"""What generators of the official repositories are called inside, turned into our names.

Sources: https://github.com/junyanz/pytorch-CycleGAN-and-pix2pix, https://github.com/xinntao/ESRGAN and
https://github.com/xinntao/Real-ESRGAN, for the names only.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from fashiongan.errors import CheckpointError
from fashiongan.interchange.state_dict import Tensors
from fashiongan.networks.patch_discriminator import Norm
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape

Shape = ResnetShape | UnetShape | UpscalerShape
READ = "ResNet and U-Net generators of CycleGAN and pix2pix, RRDBNets of ESRGAN and Real-ESRGAN"

_BLOCK = re.compile(r"model\.(\d+)\.conv_block\.(\d+)\.(.+)")
_RUNNING = ("running_mean", "running_var", "num_batches_tracked")
# What ESRGAN first called the layers of its RRDBNet, and what it called them later; ours are those of Real-ESRGAN.
_OLD_RRDB = {"model.0": "conv_first", "model.3": "conv_up1", "model.6": "conv_up2", "model.8": "conv_hr"} | {
    "model.10": "conv_last"
}
_NEWER_RRDB = {"trunk_conv": "conv_body", "upconv1": "conv_up1", "upconv2": "conv_up2", "HRconv": "conv_hr"}
_FACTORS = {3: 4, 12: 2, 48: 1}


@dataclass(frozen=True, eq=False)
class OfficialWeights:
    """The shape that some tensors have, and the tensors under the names of our network of that shape."""

    shape: Shape
    tensors: Tensors

    def __post_init__(self) -> None:
        expected = _expected(self.shape)
        own = {name: tuple(value.shape) for name, value in self.tensors.items()}
        wrong = sorted({*expected.items()} ^ {*own.items()})
        if wrong:
            raise ValueError(f"{wrong[0][0]} is one of {len({name for name, _ in wrong})} that do not fit")


def recognised(tensors: Tensors) -> OfficialWeights:
    """Tell by its names which network a state dict is of.

    Raises
    ------
    CheckpointError : of none that we have, or of a variant that computes something else
    """
    try:
        if any(_BLOCK.fullmatch(name) for name in tensors):
            return _resnet(tensors)
        if "model.model.0.weight" in tensors:
            return _unet(tensors)
        if any(".conv1." in name and "RDB1" in name.upper() for name in tensors):
            return _rrdb(tensors)
    except (KeyError, IndexError, ValueError) as error:
        raise CheckpointError(f"The weights are of an unknown variant ({error}). What is read: {READ}.") from error
    raise CheckpointError(f"The weights are of an unknown network (first {min(tensors)}). What is read: {READ}.")


def _expected(shape: Shape) -> dict[str, tuple[int, ...]]:
    # On the meta device nothing is computed or stored, however large a file says its network is.
    with torch.device("meta"):
        if isinstance(shape, UpscalerShape):
            state: Mapping[str, Tensor] = ResidualDenseNetwork(shape).state_dict()
        else:
            state = (UnetGenerator(shape) if isinstance(shape, UnetShape) else ResnetGenerator(shape)).state_dict()
    return {name: tuple(value.shape) for name, value in state.items() if not name.endswith(_RUNNING[-1])}


def _without_running(tensors: Tensors, norm: Norm) -> Tensors:
    """Batch norms without their count; instance norms, which before PyTorch 0.4 kept statistics unused, without all."""
    unused = _RUNNING if norm == "instance" else _RUNNING[-1:]
    return {name: value for name, value in tensors.items() if not name.endswith(unused)}


def _norm(tensors: Tensors, norm_name: str) -> Norm:
    return "batch" if f"{norm_name}.weight" in tensors else "instance"


def _resnet(tensors: Tensors) -> OfficialWeights:
    found = [match for match in map(_BLOCK.fullmatch, tensors) if match]
    blocks = len({match[1] for match in found})
    norm = _norm(tensors, "model.2")
    # With dropout between them, the second convolution of a block and its norm stand one place later.
    late = 0 if any(match[2] == "5" for match in found) else 1
    first = tensors["model.1.weight"]
    shape = ResnetShape(
        width=first.shape[0],
        blocks=blocks,
        channels_in=first.shape[1],
        channels_out=tensors[f"model.{10 + blocks + 7}.weight"].shape[0],
        norm=norm,
    )
    kept = _without_running(tensors, norm)
    return OfficialWeights(shape, {_resnet_name(name, late): value for name, value in kept.items()})


def _resnet_name(name: str, late: int) -> str:
    match = _BLOCK.fullmatch(name)
    if match is None:
        return re.sub("^model", "layers", name)
    place = int(match[2])
    return f"layers.{match[1]}.layers.{place - late if place > 4 else place}.{match[3]}"


def _unet(tensors: Tensors) -> OfficialWeights:
    downs = sum(value.ndim == 4 for value in tensors.values()) // 2
    norm = _norm(tensors, "model.model.1.model.2")
    first = tensors["model.model.0.weight"]
    shape = UnetShape(
        first.shape[1], tensors["model.model.3.weight"].shape[1], width=first.shape[0], downs=downs, norm=norm
    )
    names = _unet_names(downs)
    kept = _without_running(tensors, norm)
    layers = {name: name.rpartition(".") for name in kept}
    return OfficialWeights(shape, {f"{names[layers[name][0]]}.{layers[name][2]}": kept[name] for name in kept})


def _unet_names(downs: int) -> dict[str, str]:
    """Layers of nested blocks, each but the outermost [activation, down, norm, what is inside, activation, up, norm];
    the innermost has nothing inside and no first norm."""
    names, prefix = {"model.model.0": "downs.0.convolution", "model.model.3": "to_picture"}, "model.model.1.model"
    for level in range(1, downs):
        last = level == downs - 1
        names |= {
            f"{prefix}.1": f"downs.{level}.convolution",
            f"{prefix}.{3 if last else 5}": f"ups.{level - 1}.convolution",
        }
        names |= {} if last else {f"{prefix}.2": f"downs.{level}.norm"}
        names[f"{prefix}.{4 if last else 6}"] = f"ups.{level - 1}.norm"
        prefix = f"{prefix}.3.model"
    return names


def _rrdb(tensors: Tensors) -> OfficialWeights:
    named = {_rrdb_name(name): value for name, value in tensors.items()}
    first, growing = named["conv_first.weight"], named["body.0.rdb1.conv1.weight"]
    if first.shape[1] not in _FACTORS:
        raise ValueError(f"{first.shape[1]} channels go in, not 3, 12 or 48")
    blocks = len({name.split(".")[1] for name in named if name.startswith("body.")})
    shape = UpscalerShape(first.shape[0], growing.shape[0], blocks, _FACTORS[first.shape[1]])
    return OfficialWeights(shape, named)


def _rrdb_name(name: str) -> str:
    block = re.fullmatch(r"(?:model\.1\.sub|RRDB_trunk|body)\.(\d+)\.(?:RDB|rdb)(\d)\.(conv\d)\.(?:0\.)?(\w+)", name)
    if block:
        return f"body.{block[1]}.rdb{block[2]}.{block[3]}.{block[4]}"
    trunk = re.fullmatch(r"model\.1\.sub\.\d+\.(\w+)", name)
    if trunk:
        return f"conv_body.{trunk[1]}"
    layer, _, kind = name.rpartition(".")
    return f"{(_OLD_RRDB | _NEWER_RRDB).get(layer, layer)}.{kind}"
