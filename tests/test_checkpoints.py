import pickle
import zipfile
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.errors import CheckpointError
from fashiongan.generator.generation import GarmentGenerator
from tests.conftest import SHIPPED


@pytest.mark.parametrize("name", ["conditional", "body"])
def test_every_shipped_checkpoint_is_the_one_the_manifest_means(name: str) -> None:
    assert find_checkpoint(name, SHIPPED).path.stat().st_size <= 40e6


def test_shipped_body_stays_small() -> None:
    assert find_checkpoint("body", SHIPPED).path.stat().st_size <= 20e6


def test_weights_load_on_the_device_with_their_shape(tiny_checkpoints: Path) -> None:
    weights = load_weights(find_checkpoint("conditional", tiny_checkpoints), torch.device("cpu"))
    assert weights.header["shape"]["size_px"] == 32
    assert all(tensor.dtype == torch.float32 for tensor in weights.tensors.values())


def test_a_missing_checkpoint_is_named(tiny_checkpoints: Path) -> None:
    (tiny_checkpoints / "conditional.safetensors").unlink()
    with pytest.raises(CheckpointError, match=r"conditional.safetensors is missing"):
        find_checkpoint("conditional", tiny_checkpoints)


def test_a_truncated_checkpoint_is_refused(tiny_checkpoints: Path) -> None:
    path = tiny_checkpoints / "conditional.safetensors"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(CheckpointError, match=r"is not the file that manifest.toml means"):
        find_checkpoint("conditional", tiny_checkpoints)


def test_another_file_under_the_right_name_is_refused(tiny_checkpoints: Path) -> None:
    body = (tiny_checkpoints / "body.safetensors").read_bytes()
    (tiny_checkpoints / "conditional.safetensors").write_bytes(body)
    with pytest.raises(CheckpointError, match="is not the file"):
        find_checkpoint("conditional", tiny_checkpoints)


def test_a_pickle_is_refused_by_its_content_whatever_its_name(tiny_checkpoints: Path) -> None:
    path = tiny_checkpoints / "conditional.safetensors"
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        path.write_bytes(pickle.dumps({"a": [1, "text"]}, protocol))
        with pytest.raises(CheckpointError, match="is a pickle"):
            find_checkpoint("conditional", tiny_checkpoints)
    torch.save({"a": torch.zeros(1)}, path)
    assert zipfile.is_zipfile(path)
    with pytest.raises(CheckpointError, match="is a pickle"):
        find_checkpoint("conditional", tiny_checkpoints)


def test_an_unknown_name_is_answered_with_the_known_ones(tiny_checkpoints: Path) -> None:
    with pytest.raises(CheckpointError, match=r'"cyclegan". Known: body, conditional'):
        find_checkpoint("cyclegan", tiny_checkpoints)


def test_a_folder_without_manifest_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(CheckpointError, match="FASHIONGAN_CHECKPOINTS"):
        GarmentGenerator.load(tmp_path, torch.device("cpu"))


@pytest.mark.parametrize(
    "text", ["conditional = 3", '[conditional]\nfile = "a"', "[conditional]\nfile = 1\nsha256 = 2"]
)
def test_a_manifest_entry_that_lacks_something_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.toml").write_text(text)
    with pytest.raises(CheckpointError, match="restore the manifest"):
        find_checkpoint("conditional", tmp_path)


def test_weights_that_are_not_finite_are_refused(tiny_checkpoints: Path) -> None:
    checkpoint = find_checkpoint("conditional", tiny_checkpoints)
    tensors = {name: tensor * float("nan") for name, tensor in load_file(checkpoint.path).items()}
    save_file(tensors, checkpoint.path, metadata={"system": "conditional"})
    with pytest.raises(CheckpointError, match="not finite"):
        load_weights(checkpoint, torch.device("cpu"))
