from pathlib import Path

import numpy as np
import onnxruntime
import torch

from fashiongan.interchange.onnx_export import export_onnx, largest_difference
from fashiongan.interchange.onnx_graphs import onnx_graph
from fashiongan.taste.recommender import TasteModel
from tests.taste.weights import WIDTH, add_taste


def test_onnxruntime_makes_the_codes_that_pytorch_makes(tiny_checkpoints: Path) -> None:
    add_taste(tiny_checkpoints)
    graph, path = onnx_graph("taste", tiny_checkpoints), tiny_checkpoints / "taste.onnx"
    export_onnx(graph, path)
    assert largest_difference(graph, path) < 1e-4
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    picture = graph.draw(3, torch.Generator().manual_seed(0))["picture"]
    (codes,) = session.run(["made"], {"picture": picture.numpy()})
    assert codes.shape == (3, WIDTH)
    network = TasteModel.load(tiny_checkpoints, torch.device("cpu")).network
    assert np.allclose(codes, network(picture).detach().numpy(), atol=1e-4)
    assert "theta . code" in session.get_modelmeta().custom_metadata_map["made"]
