"""Training in several processes, through Lightning Fabric: who takes which part, and how gradients become one.

Every process draws the same random numbers for the whole batch and takes its own part of it, so that a run in several
processes computes what one process would. Gradients are averaged by hand: a step of a GAN runs the discriminator for
two losses, which wrappers that hook into the backward pass do not expect.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import torch
from torch import nn

from fashiongan.errors import TrainingError


class Processes:
    """One process, or one of several that Fabric has launched."""

    def __init__(self, fabric: Any = None) -> None:
        self._fabric = fabric
        self.count: int = fabric.world_size if fabric else 1
        self.index: int = fabric.global_rank if fabric else 0

    def refuse_uneven(self, batch: int) -> None:
        """Refuse a batch that cannot be shared evenly, in pairs.

        Raises
        ------
        TrainingError : it is not a multiple of twice the processes
        """
        if batch % (2 * self.count):
            raise TrainingError(
                f"batch is {batch}, but for {self.count} processes it is a multiple of {2 * self.count}."
            )

    @property
    def first(self) -> bool:
        """Whether this process writes the files."""
        return self.index == 0

    def average_gradients(self, network: nn.Module) -> None:
        """Give each parameter the mean of its gradients over the processes."""
        if self.count == 1:
            return
        gradients = [parameter.grad for parameter in network.parameters() if parameter.grad is not None]
        whole = self._fabric.all_reduce(torch.cat([one.flatten() for one in gradients]), reduce_op="mean")
        for gradient, mean in zip(gradients, whole.split([one.numel() for one in gradients]), strict=True):
            gradient.copy_(mean.view_as(gradient))

    def mean(self, values: dict[str, float]) -> dict[str, float]:
        """The mean of each value over the processes."""
        if self.count == 1:
            return values
        means = self._fabric.all_reduce(torch.tensor(list(values.values()), dtype=torch.float64), reduce_op="mean")
        return dict(zip(values, means.tolist(), strict=True))

    def agreed(self, answer: bool) -> bool:
        """The first process's answer, so that all stop together whatever their clocks say."""
        return answer if self.count == 1 else bool(self._fabric.broadcast(answer))

    def refuse_apart(self, step: int) -> None:
        """Refuse to go on from different steps, as processes do that see different folders.

        Raises
        ------
        TrainingError : they differ
        """
        if self.count == 1:
            return
        ends = torch.tensor([step, -step], dtype=torch.float64)
        last, first = self._fabric.all_reduce(ends, reduce_op="max").tolist()
        if last != -first:
            raise TrainingError(
                f"The processes go on from steps {int(-first)} to {int(last)}, so they do not see the same folder; "
                "give a --run that all nodes share."
            )

    @contextmanager
    def together(self) -> Iterator[None]:
        """What needs the other processes.

        Raises
        ------
        TrainingError : one of them has ended
        """
        try:
            yield
        except RuntimeError as error:
            # NCCL has a class for it, Gloo only a text.
            if not isinstance(error, torch.distributed.DistError) and "gloo" not in str(error).lower():
                raise
            raise TrainingError(
                f"Process {self.index} of {self.count} has lost another, which was ended or cannot be reached; see "
                "what that one says. The same command on all nodes goes on from the last state."
            ) from error

    def leave(self) -> None:
        """Wait for the others, then let go of them: a process that ends while it is still joined may be aborted."""
        if self.count > 1:
            self._fabric.barrier()
            torch.distributed.destroy_process_group()


def launch(count: int, accelerator: str) -> tuple[Processes, torch.device]:
    """Start `count` processes of this program, or join those that torchrun or Slurm started on any number of nodes.

    Raises
    ------
    TrainingError : Fabric is not installed, or cannot have as many processes
    """
    started, nodes = _started()
    if count == 1 and started == 1:
        return Processes(), torch.device("cuda" if accelerator == "cuda" else "cpu")
    try:
        from lightning_fabric import Fabric
        from lightning_fabric.utilities.exceptions import MisconfigurationException
    except ImportError as error:
        raise TrainingError('Several processes need one more package: pip install "fashiongan[train]".') from error
    devices = count if count > 1 else started // nodes
    try:
        fabric = Fabric(accelerator=accelerator, devices=devices, num_nodes=nodes, strategy="ddp")
        fabric.launch()
    except (RuntimeError, ValueError, TypeError, MisconfigurationException) as error:
        raise TrainingError(f"{devices} processes cannot be started ({str(error).splitlines()[0]}).") from error
    if fabric.device.type == "cpu":
        torch.set_num_threads(max(1, torch.get_num_threads() // count))
    return Processes(fabric), fabric.device


def _started() -> tuple[int, int]:
    """How many processes torchrun or srun started, and on how many nodes; Fabric finds out which this one is."""
    for processes, nodes in (("WORLD_SIZE", "GROUP_WORLD_SIZE"), ("SLURM_NTASKS", "SLURM_NNODES")):
        if processes in os.environ:
            return int(os.environ[processes]), int(os.environ.get(nodes, 1))
    return 1, 1
