"""Every generator as a graph with named inputs, of which each says what it is."""

from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor, nn

from fashiongan.checkpoints import Weights, find_checkpoint, load_weights
from fashiongan.errors import RequestError
from fashiongan.generator.creative import CHECKPOINT_NAME as CREATIVE
from fashiongan.generator.creative import build_creative
from fashiongan.generator.generation import CHECKPOINT_NAME as CONDITIONAL
from fashiongan.generator.parts import build_generator
from fashiongan.generator.style_picture import SIZE_PX
from fashiongan.interchange.onnx_graph import OUTPUT, WORDS, OnnxGraph, random_words
from fashiongan.interchange.onnx_people import person_graph
from fashiongan.interchange.onnx_taste import taste_graph
from fashiongan.networks.compose_generator import ComposeGenerator
from fashiongan.networks.conditional_generator import ConditionalGenerator
from fashiongan.networks.conditioning import Conditions
from fashiongan.networks.masked_generator import MaskedGenerator, covered
from fashiongan.networks.unet_generator import UnetGenerator
from fashiongan.taste.space import CHECKPOINT_NAME as TASTE
from fashiongan.tools.composing import CHECKPOINT_NAME as COMPOSER
from fashiongan.tools.composing import build_composer
from fashiongan.tools.masking import CHECKPOINT_NAME as MASKED
from fashiongan.tools.masking import build_filler
from fashiongan.tools.realism import DEFAULT_REALISM
from fashiongan.tools.redressing import CHECKPOINT_NAME as REDRESS
from fashiongan.tools.restyling import SYSTEM as RESTYLE
from fashiongan.tools.restyling import build_translators
from fashiongan.tools.sketching import CHECKPOINT_NAME as SKETCH
from fashiongan.tools.sketching import build_sketch_generator
from fashiongan.tools.upscaling import CHECKPOINT_NAME as UPSCALER
from fashiongan.tools.upscaling import build_upscaler

_RGBA = "(B, 4, S, S) RGBA in -1 to 1, as the network makes it"


def onnx_graph(name: str, folder: Path, realism: float | None = None) -> OnnxGraph:
    """The graph of a checkpoint; of the three that redress people, of "fashiongan.parser" and so on.

    Parameters
    ----------
    realism : where between its ends an upscaler is taken; None where it is by default, and for anything else

    Raises
    ------
    CheckpointError : no such checkpoint, or a damaged one
    RequestError : not a generator, or realism for what is no upscaler
    """
    of_person = name.split(".")[0] == REDRESS
    checkpoint = find_checkpoint(REDRESS if of_person else name, folder)
    if checkpoint.system not in (UPSCALER, REDRESS, *_GRAPHS):
        raise RequestError(f"{name} makes no pictures, so it is not exported; give a generator.")
    if realism is not None and checkpoint.system != UPSCALER:
        raise RequestError(f"--realism is of upscalers, and {name} is none; leave it out.")
    weights = load_weights(checkpoint, torch.device("cpu"))
    if checkpoint.system == REDRESS:
        graph = person_graph(weights, name.partition(".")[2])
    else:
        graph = _upscaler(weights, realism) if checkpoint.system == UPSCALER else _GRAPHS[checkpoint.system](weights)
    graph.facts.update(checkpoint=checkpoint.name, sha256=checkpoint.sha256, system=checkpoint.system)
    return graph


class _Flat(nn.Module):
    """The conditional generator with plain tensors for its conditions."""

    def __init__(self, network: ConditionalGenerator) -> None:
        super().__init__()
        self.network = network

    def forward(self, latent: Tensor, labels: Tensor, lab: Tensor, style: Tensor) -> Tensor:
        made: Tensor = self.network(latent, Conditions(labels, lab, style))
        return made


class _FlatWithGround(nn.Module):
    """The composer with plain tensors for its conditions."""

    def __init__(self, network: ComposeGenerator) -> None:
        super().__init__()
        self.network = network

    def forward(self, latent: Tensor, labels: Tensor, lab: Tensor, style: Tensor, ground: Tensor) -> Tensor:
        made: Tensor = self.network(latent, Conditions(labels, lab, style), ground)
        return made


class _FlatWithMask(nn.Module):
    """The masked generator with plain tensors for its conditions."""

    def __init__(self, network: MaskedGenerator) -> None:
        super().__init__()
        self.network = network

    def forward(self, latent: Tensor, labels: Tensor, lab: Tensor, style: Tensor, coverage: Tensor) -> Tensor:
        return covered(self.network(latent, Conditions(labels, lab, style), coverage), coverage)


def _conditional(weights: Weights) -> OnnxGraph:
    return _of_attributes(build_generator(weights).network)


def _creative(weights: Weights) -> OnnxGraph:
    graph = _of_attributes(build_creative(weights))
    graph.facts["creativity"] = "1"
    return graph


def _masked(weights: Weights) -> OnnxGraph:
    network = build_filler(weights).network
    alike, side = _of_attributes(network.generator), network.shape.size_px

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        return alike.draw(batch, generator) | {"coverage": torch.rand(batch, 1, side, side, generator=generator)}

    told = alike.told | {"coverage": "(B, 1, S, S) 0 to 1, where the garment shall be", OUTPUT: _RGBA}
    return OnnxGraph(_FlatWithMask(network), draw, told, facts=dict(alike.facts))


def _composer(weights: Weights) -> OnnxGraph:
    network = build_composer(weights).network
    alike, side = _of_attributes(network.foreground), network.shape.seen_px

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        return alike.draw(batch, generator) | {"ground": torch.rand(batch, 3, side, side, generator=generator) * 2 - 1}

    inner = network.shape.drawn_px
    told = alike.told | {
        "ground": f"(B, 3, {side}, {side}) RGB in -1 to 1, the photo; its middle {inner} px are the garment's frame",
        OUTPUT: "(B, 5, S, S) RGBA in -1 to 1; and 0 to 1 how far the ground right around is darkened",
    }
    return OnnxGraph(_FlatWithGround(network), draw, told, facts=dict(alike.facts))


def _of_attributes(network: ConditionalGenerator) -> OnnxGraph:
    shape = network.shape

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        lab = torch.rand(batch, 6, generator=generator) * 60 - 10
        return {
            "latent": torch.randn(batch, shape.total_latent_width, generator=generator),
            "labels": random_words(batch, shape.vocabulary_sizes, generator),
            "lab": lab,
            "style": torch.randn(batch, shape.style_width, generator=generator),
        }

    told = {
        "latent": f"(B, {shape.total_latent_width}) normal, mean 0, deviation 1",
        "labels": "(B, A) int64, for each attribute of the vocabulary the place of its word",
        "lab": "(B, 6) CIELAB D65 of the main and of the second colour, L 0 to 100",
        "style": f"(B, {shape.style_width}) code of the style encoder",
        OUTPUT: _RGBA,
    }
    return OnnxGraph(_Flat(network), draw, told, facts={"vocabulary": WORDS})


def _sketch(weights: Weights) -> OnnxGraph:
    network = build_sketch_generator(weights).network
    shape = network.shape

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        ink, rgb = (torch.rand(batch, channels, *2 * [shape.size_px], generator=generator) for channels in (1, 3))
        mask = (ink > 0.8).float()
        hints = torch.cat([(rgb * 2 - 1) * mask, mask], dim=1)
        return {
            "ink": ink,
            "hints": hints,
            "words": random_words(batch, tuple(size + 1 for size in shape.vocabulary_sizes), generator),
        }

    told = {
        "ink": "(B, 1, S, S) 0 paper to 1 line",
        "hints": "(B, 4, S, S) RGB in -1 to 1 where there is a hint, else 0; and 1 where there is one, else 0",
        "words": "(B, A) int64, for each attribute of the vocabulary the place of its word; after the last: open",
        OUTPUT: _RGBA,
    }
    return OnnxGraph(network, draw, told, facts={"vocabulary": WORDS})


def _restyle(weights: Weights) -> OnnxGraph:
    (network,) = build_translators(weights).values()
    unet = isinstance(network, UnetGenerator)

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        side = SIZE_PX if unet else SIZE_PX // 4
        return {"picture": torch.rand(batch, 3, side, side, generator=generator) * 2 - 1}

    sides = "S is 256" if unet else "H and W are multiples of 4, best with a garment of 240 px"
    size = "S, S" if unet else "H, W"
    told = {"picture": f"(B, 3, {size}) RGB in -1 to 1, on white; {sides}", OUTPUT: f"(B, 3, {size}) RGB in -1 to 1"}
    return OnnxGraph(network, draw, told, free_size=not unet)


def _upscaler(weights: Weights, realism: float | None) -> OnnxGraph:
    upscaler = build_upscaler(weights, torch.device("cpu"))
    taken = (DEFAULT_REALISM if upscaler.has_realism else 0.0) if realism is None else realism
    shape = upscaler.shape

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        return {"picture": torch.rand(batch, 3, 24, 32, generator=generator)}

    told = {
        "picture": f"(B, 3, H, W) RGB in 0 to 1; H and W are multiples of {shape.fold}",
        OUTPUT: f"(B, 3, {shape.factor} H, {shape.factor} W) RGB about in 0 to 1: clip it",
    }
    network = upscaler.network(taken).to(memory_format=torch.contiguous_format)  # type: ignore[call-overload]
    return OnnxGraph(network, draw, told, free_size=True, facts={"realism": f"{taken:g}"})


_GRAPHS: dict[str, Callable[[Weights], OnnxGraph]] = {
    CONDITIONAL: _conditional,
    CREATIVE: _creative,
    MASKED: _masked,
    SKETCH: _sketch,
    RESTYLE: _restyle,
    TASTE: taste_graph,
    COMPOSER: _composer,
}
