"""The three networks that redress people, as graphs."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from fashiongan.checkpoints import Weights
from fashiongan.errors import RequestError
from fashiongan.interchange.onnx_graph import OUTPUT, WORDS, OnnxGraph, random_words
from fashiongan.networks.redress_generators import (
    BODY_PARTS,
    KEPT_REGIONS,
    LAB,
    LATENT,
    PIECES,
    REGIONS,
    SKIN,
    RedressShape,
)
from fashiongan.people.exchange import Piece
from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX, BodyPart, Region
from fashiongan.tools.redress_parts import build_redress
from fashiongan.tools.redressing import CHECKPOINT_NAME

_SIZE = (HEIGHT_PX, WIDTH_PX)
_FRAME = f"{HEIGHT_PX}, {WIDTH_PX}"
_REGIONS, _BODY, _PIECES = (", ".join(one.name.lower() for one in kind) for kind in (Region, BodyPart, Piece))
_WORDS = "(B, A) int64, for each attribute of the vocabulary the place of its word; after the last: open"
# What both stages are told first.
_TOLD = {
    "latent": f"(B, {LATENT}) normal, mean 0, deviation 1",
    "words": _WORDS,
    "piece": f"(B, {PIECES}) 1 for the one that is put on, of {_PIECES}",
}
PARTS = ("parser", "regions", "textures")


def person_graph(weights: Weights, part: str) -> OnnxGraph:
    """The graph of one of PARTS.

    Raises
    ------
    RequestError : another part
    CheckpointError : the weights do not fit
    """
    if part not in PARTS:
        names = ", ".join(f"{CHECKPOINT_NAME}.{one}" for one in PARTS)
        raise RequestError(f"{CHECKPOINT_NAME} holds three networks; give one of {names}.")
    parts = build_redress(weights)
    if part == "parser":
        return _parser(parts.parser)
    facts = {"vocabulary": WORDS}
    if part == "regions":
        return _regions(parts.regions, parts.regions.shape, facts)
    return _textures(parts.textures, parts.textures.shape, facts)


def _parser(network: nn.Module) -> OnnxGraph:
    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        return {"picture": torch.rand(batch, 3, *_SIZE, generator=generator) * 2 - 1}

    told = {
        "picture": f"(B, 3, {_FRAME}) RGB in -1 to 1",
        OUTPUT: f"(B, {REGIONS + BODY_PARTS}, {_FRAME}) logits of {_REGIONS}; then of {_BODY} under the clothes",
    }
    return OnnxGraph(network, draw, told)


def _regions(network: nn.Module, shape: RedressShape, facts: dict[str, str]) -> OnnxGraph:
    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        body = _classes(batch, BODY_PARTS, generator)
        kept = _classes(batch, KEPT_REGIONS + 1, generator)[:, 1:]
        return _drawn(batch, shape, generator) | {"body": body, "kept": kept}

    told = _TOLD | {
        "body": f"(B, {BODY_PARTS}, {_FRAME}) 0 or 1 for {_BODY}, as if nothing were worn",
        "kept": f"(B, {KEPT_REGIONS}, {_FRAME}) 0 or 1 for hair, head and the other piece",
        OUTPUT: f"(B, {REGIONS}, {_FRAME}) logits of {_REGIONS}",
    }
    return OnnxGraph(network, draw, told, facts=facts)


def _textures(network: nn.Module, shape: RedressShape, facts: dict[str, str]) -> OnnxGraph:
    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        mask = (torch.rand(batch, 1, *_SIZE, generator=generator) > 0.5).float()
        rgb = torch.rand(batch, 3, *_SIZE, generator=generator) * 2 - 1
        return _drawn(batch, shape, generator) | {
            "lab": torch.rand(batch, LAB, generator=generator) * 60 - 10,
            "style": torch.randn(batch, shape.style_width, generator=generator),
            "skin": torch.rand(batch, SKIN, generator=generator) * 2 - 1,
            "regions": _classes(batch, REGIONS, generator),
            "kept": torch.cat([rgb * mask, mask], dim=1),
        }

    told = _TOLD | {
        "lab": f"(B, {LAB}) CIELAB D65 of the main and of the second colour, L 0 to 100",
        "style": f"(B, {shape.style_width}) code of the style encoder",
        "skin": f"(B, {SKIN}) mean RGB of the skin in -1 to 1",
        "regions": f"(B, {REGIONS}, {_FRAME}) 0 or 1 for {_REGIONS}",
        "kept": f"(B, 4, {_FRAME}) RGB in -1 to 1 where it is kept, else 0; and 1 where it is, else 0",
        OUTPUT: f"(B, 3, {_FRAME}) RGB in -1 to 1; take it where nothing is kept",
    }
    return OnnxGraph(network, draw, told, facts=facts)


def _drawn(batch: int, shape: RedressShape, generator: torch.Generator) -> dict[str, Tensor]:
    sizes = tuple(size + 1 for size in shape.vocabulary_sizes)
    pieces = torch.randint(PIECES, (batch,), generator=generator)
    return {
        "latent": torch.randn(batch, LATENT, generator=generator),
        "words": random_words(batch, sizes, generator),
        "piece": functional.one_hot(pieces, PIECES).float(),
    }


def _classes(batch: int, count: int, generator: torch.Generator) -> Tensor:
    """(B, count, H, W) of 0 and 1: one class each pixel."""
    classes = torch.randint(count, (batch, *_SIZE), generator=generator)
    return functional.one_hot(classes, count).permute(0, 3, 1, 2).float()
