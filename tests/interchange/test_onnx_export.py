import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
import torch
from torch import Tensor

from fashiongan.attributes import VOCABULARY
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.generator.creative import build_creative
from fashiongan.generator.parts import build_generator
from fashiongan.interchange.importing import import_style
from fashiongan.interchange.layouts import OfficialWeights
from fashiongan.interchange.onnx_export import export_onnx, largest_difference
from fashiongan.interchange.onnx_graphs import onnx_graph
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.masked_generator import covered
from fashiongan.networks.residual_dense import ResidualDenseNetwork, UpscalerShape
from fashiongan.networks.resnet_generator import ResnetGenerator, ResnetShape
from fashiongan.networks.sketch_generator import SketchGenerator, SketchGeneratorShape
from fashiongan.networks.unet_generator import UnetGenerator, UnetShape
from fashiongan.tools.composing import build_composer
from fashiongan.tools.masking import build_filler
from fashiongan.tools.restyling import build_translators
from fashiongan.tools.sketching import build_sketch_generator
from fashiongan.tools.upscaling import FIDELITY, REALISM, PictureUpscaler
from fashiongan.training.exporting import write_weights
from fashiongan.training.release import release
from tests.tools.composers import add_composer
from tests.tools.fillers import add_filler, add_twin

CPU = torch.device("cpu")
SIZES = tuple(len(kind) for kind in VOCABULARY.values())
Network = Callable[..., Tensor]


def loosened(network: torch.nn.Module) -> torch.nn.Module:
    """Weights as after some training: as they begin, networks make almost nothing of what they see."""
    generator = torch.Generator().manual_seed(0)
    for parameter in network.parameters():
        torch.nn.init.normal_(parameter, 0, 0.1, generator)
    return network


def conditional(folder: Path) -> Network:
    network = build_generator(load_weights(find_checkpoint("conditional", folder), CPU)).network
    return lambda latent, labels, lab, style: network(latent, Conditions(labels, lab, style))


def creative(folder: Path) -> Network:
    add_twin(folder)
    network = build_creative(load_weights(find_checkpoint("creative", folder), CPU))
    return lambda latent, labels, lab, style: network(latent, Conditions(labels, lab, style))


def masked(folder: Path) -> Network:
    add_filler(folder)
    network = build_filler(load_weights(find_checkpoint("masked", folder), CPU)).network
    return lambda latent, labels, lab, style, coverage: covered(
        network(latent, Conditions(labels, lab, style), coverage), coverage
    )


def sketch(folder: Path) -> Network:
    shape = SketchGeneratorShape(SIZES, width=2, downs=5, word_channels=2)
    tensors = loosened(SketchGenerator(shape)).state_dict()
    palette = {"palette.rgb": torch.zeros(1, 3), "palette.category": torch.zeros(1)}
    write_weights(folder / "s.safetensors", "pix2pix", tensors | palette, {"shape": shape.to_dict()})
    release(folder / "s.safetensors", "pix2pix", {"system": "pix2pix"}, folder)
    return build_sketch_generator(load_weights(find_checkpoint("pix2pix", folder), CPU)).network


def style(name: str, network: ResnetGenerator | UnetGenerator) -> Callable[[Path], Network]:
    def put(folder: Path) -> Network:
        tensors = {n: t for n, t in loosened(network).state_dict().items() if "num_batches" not in n}
        import_style(OfficialWeights(network.shape, tensors), name, {}, folder)
        return build_translators(load_weights(find_checkpoint(f"restyle-{name}", folder), CPU))[name]

    return put


def composer(folder: Path) -> Network:
    add_composer(folder)
    network = build_composer(load_weights(find_checkpoint("mcgan", folder), CPU)).network
    return lambda latent, labels, lab, style, ground: network(latent, Conditions(labels, lab, style), ground)


def upscaler(factor: int) -> Callable[[Path], Network]:
    def put(folder: Path) -> Network:
        shape = UpscalerShape(4, 2, 1, factor)
        ends = {end: loosened(ResidualDenseNetwork(shape)).state_dict() for end in (FIDELITY, REALISM)}
        tensors = {f"{end}{name}": value * (end == REALISM) for end, one in ends.items() for name, value in one.items()}
        write_weights(folder / "u.safetensors", "upscaler", tensors, {"shape": shape.to_dict()})
        release(folder / "u.safetensors", "upscaler", {"system": "upscaler"}, folder)
        return PictureUpscaler.load(folder, CPU).network(0.5)

    return put


KINDS: dict[str, tuple[str, Callable[[Path], Network]]] = {
    "conditional": ("conditional", conditional),
    "creative": ("creative", creative),
    "masked": ("masked", masked),
    "sketch": ("pix2pix", sketch),
    "composer": ("mcgan", composer),
    "style of the papers": ("restyle-a", style("a", ResnetGenerator(ResnetShape(4, 2)))),
    "style with blurs": ("restyle-b", style("b", ResnetGenerator(ResnetShape(4, 2, resampling="blurred")))),
    "style that changes": ("restyle-c", style("c", ResnetGenerator(ResnetShape(4, 2, changes=True)))),
    "mixed style that changes": (
        "restyle-d",
        style("d", ResnetGenerator(ResnetShape(4, 2, resampling="mixed", changes=True))),
    ),
    "imported U-Net": ("restyle-e", style("e", UnetGenerator(UnetShape(3, 3, width=2)))),
    "upscaler x4": ("upscaler", upscaler(4)),
    "upscaler x2": ("upscaler", upscaler(2)),
    "upscaler x1": ("upscaler", upscaler(1)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_onnxruntime_makes_what_pytorch_makes_for_any_batch(kind: str, tiny_checkpoints: Path) -> None:
    name, put = KINDS[kind]
    network = put(tiny_checkpoints)
    graph, path = onnx_graph(name, tiny_checkpoints), tiny_checkpoints / "made.onnx"
    export_onnx(graph, path)
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    for batch in (1, 3):
        inputs = graph.draw(batch, torch.Generator().manual_seed(5))
        (made,) = session.run(["made"], {key: value.numpy() for key, value in inputs.items()})
        with torch.inference_mode():
            wanted = network(*inputs.values()).numpy()
        assert wanted.std() > 1e-3
        assert made.shape == wanted.shape
        assert np.abs(made - wanted).max() < 1e-4
    assert largest_difference(graph, path) < 1e-4


@pytest.mark.parametrize(("name", "size"), [("style of the papers", (40, 24)), ("upscaler x2", (6, 14))])
def test_pictures_of_any_size_go_through_what_is_fully_convolutional(
    name: str, size: tuple[int, int], tiny_checkpoints: Path
) -> None:
    listed, put = KINDS[name]
    network, path = put(tiny_checkpoints), tiny_checkpoints / "made.onnx"
    export_onnx(onnx_graph(listed, tiny_checkpoints), path)
    seen = torch.rand(1, 3, *size)
    (made,) = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"]).run(
        None, {"picture": seen.numpy()}
    )
    with torch.inference_mode():
        assert np.abs(made - network(seen).numpy()).max() < 1e-4


def test_the_file_says_what_goes_in_and_what_comes_out(tiny_checkpoints: Path) -> None:
    path = tiny_checkpoints / "made.onnx"
    export_onnx(onnx_graph("conditional", tiny_checkpoints), path)
    model = onnx.load(path)
    told = {entry.key: entry.value for entry in model.metadata_props}
    assert {"latent", "labels", "lab", "style", "made"} <= told.keys()
    assert "CIELAB" in told["lab"]
    assert json.loads(told["vocabulary"])["category"][0] == str(next(iter(VOCABULARY["category"])))
    assert told["sha256"] == find_checkpoint("conditional", tiny_checkpoints).sha256
    assert [value.name for value in model.graph.output] == ["made"]
    onnx.checker.check_model(model)


def test_a_file_of_other_weights_is_noticed(tiny_checkpoints: Path) -> None:
    path = tiny_checkpoints / "made.onnx"
    KINDS["upscaler x4"][1](tiny_checkpoints)
    export_onnx(onnx_graph("upscaler", tiny_checkpoints, realism=0), path)
    with pytest.raises(CheckpointError, match=r"differs from PyTorch by .*do not use it"):
        largest_difference(onnx_graph("upscaler", tiny_checkpoints, realism=1), path)


@pytest.mark.parametrize(
    ("name", "realism", "message"),
    [("reader", None, "reader makes no pictures"), ("conditional", 0.5, "--realism is of upscalers")],
)
def test_what_cannot_be_exported_is_refused(
    name: str, realism: float | None, message: str, tiny_checkpoints: Path
) -> None:
    with pytest.raises(RequestError, match=message):
        onnx_graph(name, tiny_checkpoints, realism)
