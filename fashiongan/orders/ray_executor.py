"""Batches on a Ray cluster: shards of pieces go to its machines, which write into a folder that all of them share.

A shard that is lost with its worker is made again elsewhere. Files are replaced whole and the same piece gives the
same bytes, so it does no harm if one is written twice; the index has one writer, the process that the user started.
"""

import os
import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, redirect_stdout
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import Any

from fashiongan.body.fitting import FittedBody
from fashiongan.checkpoints import listed_checkpoint
from fashiongan.errors import CheckpointError, RequestError
from fashiongan.orders.making import Maker, Outcome, Piece, not_made
from fashiongan.orders.output_folder import picture_name
from fashiongan.orders.spec import BatchOrder
from fashiongan.studio import Studio

# So much is made again when a worker is lost. A shard that loses a worker each time is given up.
PIECES_A_SHARD, MOST_LOST_WORKERS = 8, 3
# Only outcomes and, for fits, a body go through Ray's memory: pictures go through the folder.
OBJECT_STORE_BYTES = 100_000_000
# Other versions of these draw other bytes.
DRAWN_WITH = ("fashiongan", "torch", "numpy", "scipy", "pillow")
# Ray reports nothing to its makers, asks for its token (made at first use) and listens on this machine alone.
_ALONE = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_AUTH_MODE": "token", "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a worker needs to make pieces as the user's process would. `weights` : SHA-256 by name"""

    checkpoints: Path
    weights: dict[str, str]
    versions: dict[str, str]
    order: BatchOrder
    body: FittedBody | None
    folder: Path


@dataclass(frozen=True, slots=True)
class OnRay:
    """Makes pieces on a Ray cluster. `address` : of a running one, or None for workers on this machine only;
    `workers` : how many shards are in work at once, or None for one on every processor core."""

    weights: dict[str, str]
    address: str | None = None
    workers: int | None = None

    def outcomes(self, maker: Maker, pieces: Iterable[Piece]) -> Iterator[list[Outcome]]:
        """As in `Executor`; there are never more shards in memory than workers.

        Raises
        ------
        RequestError : Ray is not installed, does not answer, or a machine has other versions
        CheckpointError, OutputError : the run cannot go on
        """
        order = replace(maker.order, tasks=())
        folder, checkpoints = maker.folder.resolve(), maker.studio.checkpoints.resolve()
        recipe = Recipe(checkpoints, self.weights, installed_versions(), order, maker.body, folder)
        with _cluster(self.address, self.workers) as cores:
            yield from _made(recipe, shards(pieces), self.workers or cores)


def shards(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Pieces in order, some at a time."""
    left = iter(pieces)
    while shard := tuple(islice(left, PIECES_A_SHARD)):
        yield shard


def installed_versions() -> dict[str, str]:
    """What draws on this machine."""
    return {name: version(name) for name in DRAWN_WITH}


@contextmanager
def _cluster(address: str | None, workers: int | None) -> Iterator[int]:
    """Join a cluster, or start one on this machine and take it down again; gives its number of processor cores."""
    if address is None:
        os.environ.update(_ALONE)
    try:
        import ray
    except ImportError as error:
        raise RequestError('--executor ray needs one more package: pip install "fashiongan[scale]".') from error
    with ExitStack() as stack:
        where: dict[str, Any] = {"address": address}
        if address is None:
            leavings = stack.enter_context(tempfile.TemporaryDirectory(prefix="ray-", ignore_cleanup_errors=True))
            where = {"address": "local", "num_cpus": workers or os.cpu_count(), "_temp_dir": leavings}
            where |= {"include_dashboard": False, "object_store_memory": OBJECT_STORE_BYTES}
        # Ray tells of lost workers where our results are printed.
        stack.enter_context(redirect_stdout(sys.stderr))
        stack.callback(ray.shutdown)
        try:
            ray.init(**where, log_to_driver=False, logging_level="error")
        except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise RequestError(
                f"No Ray at {address or 'this machine'} ({reason[:200]}); see docs/scaling.md."
            ) from error
        yield max(1, int(ray.cluster_resources().get("CPU", 1)))


def _made(recipe: Recipe, shards: Iterator[tuple[Piece, ...]], most: int) -> Iterator[list[Outcome]]:
    import ray

    shared = ray.put(recipe)
    make = ray.remote(num_cpus=1, max_retries=MOST_LOST_WORKERS)(make_shard)
    in_work: dict[Any, tuple[Piece, ...]] = {}
    while True:
        for shard in islice(shards, most - len(in_work)):
            in_work[make.remote(shared, shard)] = shard
        if not in_work:
            return
        (ready,), _ = ray.wait(list(in_work), num_returns=1)
        yield _outcomes_of(ready, in_work.pop(ready))


def _outcomes_of(ready: Any, shard: Sequence[Piece]) -> list[Outcome]:
    """What a worker told of its shard; where it was lost each time, that nothing of it was made."""
    import ray
    from ray.exceptions import NodeDiedError, OutOfMemoryError, RayTaskError, WorkerCrashedError

    try:
        outcomes: list[Outcome] = ray.get(ready)
    except RayTaskError as error:
        raise error.cause from None
    except (NodeDiedError, OutOfMemoryError, WorkerCrashedError) as error:
        reason = f"{MOST_LOST_WORKERS + 1} workers were lost over it ({type(error).__name__}); --resume tries it again."
        return [Outcome(one.number, None, not_made(picture_name(one.number), reason)) for one in shard]
    return outcomes


def make_shard(recipe: Recipe, shard: Sequence[Piece]) -> list[Outcome]:
    """In a worker: make some pieces.

    Raises
    ------
    RequestError, CheckpointError : this machine has other versions or other weights
    OutputError : the folder cannot be written to
    """
    _refuse_other_machine(recipe)
    maker = Maker(_studio(recipe.checkpoints), recipe.order, recipe.body, recipe.folder)
    return [maker.make(piece) for piece in shard]


@cache
def _studio(checkpoints: Path) -> Studio:
    """A worker loads weights once. It draws on the CPU, whatever its machine has, so that all draw the same bytes."""
    return Studio(checkpoints, device="cpu")


def _refuse_other_machine(recipe: Recipe) -> None:
    here, name = installed_versions(), platform.node()
    for package, wanted in recipe.versions.items():
        if here[package] != wanted:
            raise RequestError(f"{name} has {package} {here[package]} and not {wanted}; install the same everywhere.")
    for checkpoint, sha256 in recipe.weights.items():
        found = listed_checkpoint(checkpoint, recipe.checkpoints).sha256
        if found != sha256:
            raise CheckpointError(
                f"{name} has {checkpoint} {found[:12]} in {recipe.checkpoints} and not {sha256[:12]}; "
                "give --checkpoints a folder that all machines share."
            )
