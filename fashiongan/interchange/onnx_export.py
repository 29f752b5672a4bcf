"""Writing generators as ONNX, and seeing that onnxruntime makes of them what PyTorch makes."""

import warnings
from pathlib import Path

import torch
from torch import Tensor

from fashiongan.errors import CheckpointError, RequestError
from fashiongan.files import replacing
from fashiongan.interchange.onnx_graph import OUTPUT, OnnxGraph

OPSET = 17
TOLERANCE = 1e-4
# Of a batch of one, the tracer could take the batch for a constant.
TRACED_BATCH = 2
CHECKED_BATCHES = (1, 3)
_BATCH, _HEIGHT, _WIDTH = 0, 2, 3
_MISSING = 'ONNX needs more packages: pip install "fashiongan[export]".'


def export_onnx(graph: OnnxGraph, path: Path) -> None:
    """Write a graph, with a free batch size, and what its inputs and its output are in the metadata.

    PyTorch's older exporter is taken, which follows one run of the network: it makes of every generator that we have
    the same numbers as the newer one, in a twentieth of the time and without three more packages.

    Raises
    ------
    RequestError : the extra `export` is not installed
    OutputError : the place cannot be written to
    """
    try:
        import onnx
    except ImportError as error:
        raise RequestError(_MISSING) from error
    inputs = graph.draw(TRACED_BATCH, torch.Generator().manual_seed(0))
    free = [*inputs, OUTPUT]
    with replacing(path) as partial:
        with warnings.catch_warnings():
            # It warns of its age, and that sizes which are the same in every run become constants.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                graph.network.eval(),
                tuple(inputs.values()),
                partial,
                dynamo=False,
                opset_version=OPSET,
                input_names=list(inputs),
                output_names=[OUTPUT],
                dynamic_axes={name: _free_axes(graph, name) for name in free},
            )
        model = onnx.load(partial)
        onnx.helper.set_model_props(model, graph.facts | graph.told)
        onnx.save(model, partial)


def _free_axes(graph: OnnxGraph, name: str) -> dict[int, str]:
    before = f"{name}_" if name == OUTPUT else ""
    sides = {_HEIGHT: f"{before}height", _WIDTH: f"{before}width"} if graph.free_size else {}
    return {_BATCH: "batch"} | sides


def largest_difference(graph: OnnxGraph, path: Path) -> float:
    """How far onnxruntime is from PyTorch at most, over batches of one and of three, where it may in another size.

    Raises
    ------
    RequestError : the extra `export` is not installed
    CheckpointError : further than 1e-4
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise RequestError(_MISSING) from error
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    random, largest = torch.Generator().manual_seed(1), 0.0
    for batch in CHECKED_BATCHES:
        drawn = graph.draw(batch, random)
        inputs = {name: _wider(value) if graph.free_size else value for name, value in drawn.items()}
        with torch.inference_mode():
            wanted = graph.network(*inputs.values())
        (made,) = session.run([OUTPUT], {name: value.numpy() for name, value in inputs.items()})
        largest = max(largest, float((torch.from_numpy(made) - wanted).abs().max()))
    if largest > TOLERANCE:
        raise CheckpointError(f"{path} differs from PyTorch by {largest:.2g}, more than {TOLERANCE:g}; do not use it.")
    return largest


def _wider(picture: Tensor) -> Tensor:
    """(B, 3, H, W) to (B, 3, H, 2 W), so that sizes are not those of the run that was followed."""
    return torch.cat([picture, picture.flip(-1)], dim=-1)
