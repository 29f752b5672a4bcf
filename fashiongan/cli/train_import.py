"""Commands of `fashiongan-train` for weights of other projects, and for our networks in other runtimes."""

import hashlib
import re
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.interchange.importing import import_style, import_upscaler
from fashiongan.interchange.layouts import OfficialWeights, recognised
from fashiongan.interchange.onnx_export import export_onnx, largest_difference
from fashiongan.interchange.onnx_graphs import onnx_graph
from fashiongan.interchange.state_dict import read_state_dict
from fashiongan.networks.residual_dense import UpscalerShape
from fashiongan.training.release import Entry

Shelf = Annotated[Path | None, typer.Option(help="Checkpoints folder.  [default: the one in use]")]


def import_command(
    file: Annotated[Path, typer.Argument(help="A .pth of CycleGAN, pix2pix, ESRGAN or Real-ESRGAN.")],
    name: Annotated[str | None, typer.Option(help="Of the style.  [default: that of the file]")] = None,
    fidelity: Annotated[Path | None, typer.Option(help="The same upscaler trained for PSNR: the slider's 0.")] = None,
    to: Shelf = None,
    replace: Annotated[bool, typer.Option("--replace", help="Replace what has the name.")] = False,
) -> None:
    """Take weights of the official repositories: a generator becomes a style, an RRDBNet the upscaler.

    Nothing in the file is run, and its licence is yours to know.
    """
    official, folder = _official(file), to or checkpoint_folder()
    if isinstance(official.shape, UpscalerShape):
        if name:
            raise RequestError(f"--name is {name}, but an upscaler has none; there is one in a checkpoints folder.")
        other = _official(fidelity) if fidelity else None
        written = import_upscaler(official, other, _facts(file), folder, replace)
        typer.echo(f"{written}: enlarges {official.shape.factor} times; {official.shape}")
        return
    if fidelity:
        raise RequestError("--fidelity is the other end of an upscaler, and the weights are of a style.")
    style = name or re.sub("[^a-z0-9]+", "-", file.stem.lower()).strip("-")
    written = import_style(official, style, _facts(file), folder, replace)
    typer.echo(f"{written}: fashiongan-generate --restyle {style} PICTURE --out FOLDER; {official.shape}")


def _official(file: Path) -> OfficialWeights:
    try:
        return recognised(read_state_dict(file))
    except CheckpointError as error:
        named = str(error) if str(file) in str(error) else f"{file}: {error}"
        raise CheckpointError(named) from error


def _facts(file: Path) -> Entry:
    return {
        "licence": "that of the imported weights",
        "imported_from": file.name,
        "imported_sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
    }


def export_command(
    name: Annotated[
        str,
        typer.Argument(
            help="conditional, creative, masked, mcgan, pix2pix, taste, upscaler, fashiongan.parser (or .regions, "
            ".textures), or restyle- and a style."
        ),
    ],
    out: Annotated[Path, typer.Option(help="ONNX file to write.")],
    realism: Annotated[float | None, typer.Option(help="Of an upscaler: 0 to 1.  [default: 0.5 if learnt]")] = None,
    checkpoints: Shelf = None,
) -> None:
    """Write a generator as ONNX, and compare what onnxruntime makes with what PyTorch makes."""
    graph = onnx_graph(name, checkpoints or checkpoint_folder(), realism)
    export_onnx(graph, out)
    typer.echo(f"{out}: differs from PyTorch by at most {largest_difference(graph, out):.1g}")
