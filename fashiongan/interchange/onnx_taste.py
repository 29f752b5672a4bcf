"""The taste network as a graph: pictures in, codes out, and the tastes of the people it was trained on beside it."""

import json

import torch
from torch import Tensor

from fashiongan.checkpoints import Weights
from fashiongan.interchange.onnx_graph import OUTPUT, OnnxGraph
from fashiongan.networks.taste_network import TASTE_PX
from fashiongan.taste.recommender import build_taste


def taste_graph(weights: Weights) -> OnnxGraph:
    """The graph of taste weights.

    Raises
    ------
    CheckpointError : the tensors do not fit
    """
    parts = build_taste(weights)
    width = parts.network.shape.width

    def draw(batch: int, generator: torch.Generator) -> dict[str, Tensor]:
        return {"picture": torch.rand(batch, 3, TASTE_PX, TASTE_PX, generator=generator) * 2 - 1}

    told = {
        "picture": f"(B, 3, {TASTE_PX}, {TASTE_PX}) RGB in -1 to 1, a garment on white",
        OUTPUT: f"(B, {width}) codes; somebody with the taste theta likes a picture by theta . code",
    }
    mean = [round(one, 5) for one in parts.population.mean(0).tolist()]
    return OnnxGraph(parts.network, draw, told, facts={"mean_taste": json.dumps(mean)})
