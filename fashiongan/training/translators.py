"""What leaves the training of translators: sample grids, and weights for use."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.unpaired import Views
from fashiongan.motif import with_motifs
from fashiongan.networks.resnet_generator import ResnetGenerator
from fashiongan.restyling import PATTERNS, Translator
from fashiongan.training.exporting import write_weights
from fashiongan.training.grid import picture_grid
from fashiongan.training.translation import SYSTEM


@torch.no_grad()
def before_and_after(parts: Sequence[tuple[Views, ResnetGenerator]], motif: bool = False) -> Image.Image:
    """For each part a row of pictures, and under it a row of what its translator makes of them; with `motif`, those of
    the first part get motifs printed on."""
    rows: list[Tensor] = []
    for index, (views, translator) in enumerate(parts):
        device = next(translator.parameters()).device
        seen = views.rgb
        if motif and index == 0:
            seen = views.masked(with_motifs(seen, torch.Generator().manual_seed(0)))
        made = [translator(one.to(device)).cpu() for one in torch.split(seen, 1)]
        rows += [views.rgb, views.masked(torch.cat(made))]
    columns = max(len(row) for row in rows)
    padded = [torch.cat([row, row.new_ones(columns - len(row), *row.shape[1:])]) for row in rows]
    pictures = torch.cat(padded)
    return picture_grid(torch.cat([pictures, torch.ones_like(pictures[:, :1])], dim=1), columns)


def write_translators(
    path: Path,
    method: str,
    translators: Mapping[str, Translator],
    sources: Mapping[str, str],
    options: Mapping[str, Any],
    training: Mapping[str, Any],
    patterns: Sequence[str] = (),
) -> None:
    """Write translators by the domain that they make, each with the domain that it was trained on.

    patterns : those that are given cloth with a motif printed on it

    Raises
    ------
    OutputError : the place cannot be written to
    """
    tensors = {f"{to}.{name}": value for to, one in translators.items() for name, value in one.state_dict().items()}
    shape = next(iter(translators.values())).shape
    facts = {
        "shape": shape.to_dict(),
        "directions": dict(sources),
        "options": dict(options) | {"method": method},
        "training": dict(training),
        PATTERNS: list(patterns),
    }
    write_weights(path, SYSTEM, tensors, facts)
