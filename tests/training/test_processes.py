import socket
from pathlib import Path
from typing import Any

import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import TrainingError
from fashiongan.networks.shared_statistics import SharedBatchNorm2d, batch_deviation
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.processes import Processes

STEPS = 2


def steps_of(fabric: Any, garments: Path, out: Path) -> None:
    """Train a little in one of several processes; the first writes down what came of it."""
    torch.set_num_threads(1)
    processes = Processes(fabric)
    data = load_training_set(garments, Split.TRAIN, 32)
    recipe = ConditionalRecipe(
        data, ConditionalSettings(32, 4, 8, 5, bfloat16=False), torch.device("cpu"), processes=processes
    )
    before = {name: value.detach().clone() for name, value in recipe.generator.named_parameters()}
    losses = [recipe.step() for _ in range(STEPS)]
    if processes.first:
        moved = {name: value.detach() - before[name] for name, value in recipe.generator.named_parameters()}
        torch.save({"losses": losses, "moved": moved}, out)
    processes.leave()


def test_two_processes_compute_what_one_does_with_the_whole_batch(
    tiny_garments: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fabric_module = pytest.importorskip("lightning_fabric")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("MASTER_PORT", str(free.getsockname()[1]))
    fabric = fabric_module.Fabric(accelerator="cpu", devices=2, strategy="ddp_spawn")
    fabric.launch(steps_of, tiny_garments, tmp_path / "two.pt")
    steps_of(None, tiny_garments, tmp_path / "one.pt")
    two, one = (torch.load(tmp_path / f"{name}.pt", weights_only=True) for name in ("two", "one"))
    for of_two, of_one in zip(two["losses"], one["losses"], strict=True):
        assert of_two == pytest.approx({**of_one, "variety": of_two["variety"]}, rel=1e-3, abs=1e-4)
    # Adam moves a weight by its gradient's sign at first, which is arbitrary where the gradient is nearly zero.
    agreement = [
        torch.isclose(two["moved"][name], moved, rtol=0.1).float().mean() for name, moved in one["moved"].items()
    ]
    assert min(agreement) > 0.8
    assert max(float(moved.abs().max()) for moved in one["moved"].values()) > 1e-4


def test_alone_the_shared_statistics_are_pytorchs_own() -> None:
    feature = torch.randn(6, 3, 4, 4)
    ours, theirs = SharedBatchNorm2d(3), torch.nn.BatchNorm2d(3)
    assert torch.equal(ours(feature), theirs(feature))
    assert torch.equal(batch_deviation(feature), feature.std(0))


def test_a_batch_that_cannot_be_shared_evenly_is_refused() -> None:
    class Three:
        world_size, global_rank = 3, 0

    with pytest.raises(TrainingError, match="multiple of 6"):
        Processes(Three()).refuse_uneven(32)
