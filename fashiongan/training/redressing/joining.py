"""Three runs of redressing as one file of weights."""

from collections.abc import Mapping
from pathlib import Path

import torch
from torch import Tensor

from fashiongan.checkpoints import Checkpoint, Weights, load_weights
from fashiongan.errors import CheckpointError
from fashiongan.tools.redress_parts import build_redress, redress_shape
from fashiongan.training.exporting import write_weights
from fashiongan.training.redressing.person_run import SYSTEM, Stage


def join_runs(runs: Mapping[Stage, Path], path: Path) -> None:
    """Write the weights of a run of each stage into one file.

    Raises
    ------
    CheckpointError : a run has no weights, is of another stage, or of another shape than the others
    OutputError : the place cannot be written to
    """
    loaded = {stage: _loaded(runs[stage] / "weights.safetensors", stage) for stage in Stage}
    shapes = {stage: redress_shape(weights.header) for stage, weights in loaded.items()}
    for stage, shape in shapes.items():
        if shape != shapes[Stage.PARSER]:
            raise CheckpointError(f"{runs[stage]} has networks of another shape than {runs[Stage.PARSER]}; train anew.")
    tensors: dict[str, Tensor] = {}
    for stage, weights in loaded.items():
        tensors |= {f"{stage}.{name}": one for name, one in weights.tensors.items()}
    facts = {"shape": shapes[Stage.PARSER].to_dict(), "training": _training(loaded)}
    options = {str(stage): weights.header.get("options") for stage, weights in loaded.items()}
    write_weights(path, SYSTEM, tensors, facts | {"options": options})
    build_redress(load_weights(Checkpoint(SYSTEM, path, "", SYSTEM), torch.device("cpu")))


def _loaded(path: Path, stage: Stage) -> Weights:
    weights = load_weights(Checkpoint(SYSTEM, path, "", SYSTEM), torch.device("cpu"))
    options = weights.header.get("options")
    own = options.get("stage") if isinstance(options, dict) else None
    if own != str(stage):
        raise CheckpointError(f"{path} is of stage {own}, not {stage}; give a run of {stage}.")
    return weights


def _training(loaded: Mapping[Stage, Weights]) -> dict[str, int]:
    """How far all stages together were trained, and each by itself."""
    known = {stage: dict(weights.header["training"]) for stage, weights in loaded.items()}
    total = {name: sum(int(one[name]) for one in known.values()) for name in ("steps", "images")}
    return total | {f"{stage}_images": int(one["images"]) for stage, one in known.items()}
