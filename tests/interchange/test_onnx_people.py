from pathlib import Path

import pytest
import torch

from fashiongan.errors import RequestError
from fashiongan.interchange.onnx_export import export_onnx, largest_difference
from fashiongan.interchange.onnx_graphs import onnx_graph
from fashiongan.interchange.onnx_people import PARTS
from tests.tools.redressers import add_redresser


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    add_redresser(tmp_path)
    return tmp_path


@pytest.mark.parametrize("part", PARTS)
def test_onnxruntime_makes_of_each_network_what_pytorch_makes(folder: Path, part: str) -> None:
    graph, path = onnx_graph(f"fashiongan.{part}", folder), folder / "graph.onnx"
    export_onnx(graph, path)
    assert largest_difference(graph, path) < 1e-4
    assert set(graph.told) == {*graph.draw(1, torch.Generator().manual_seed(0)), "made"}


def test_one_of_the_three_networks_must_be_named(folder: Path) -> None:
    for name in ("fashiongan", "fashiongan.face"):
        with pytest.raises(RequestError, match=r"three networks; give one of fashiongan\.parser"):
            onnx_graph(name, folder)
