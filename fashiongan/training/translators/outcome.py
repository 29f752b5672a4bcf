"""What leaves the training of translators: sample grids, and weights for use."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from fashiongan.dataset.unpaired import Views
from fashiongan.networks.resnet_generator import ResnetGenerator
from fashiongan.tools.preparation import Preparation, prepared
from fashiongan.tools.restyling import PREPARED, Translator
from fashiongan.training.exporting import write_weights
from fashiongan.training.grid import picture_grid
from fashiongan.training.translators.translation import SYSTEM


@torch.no_grad()
def before_and_after(
    parts: Sequence[tuple[Views, ResnetGenerator]], preparations: Sequence[Preparation] = ()
) -> Image.Image:
    """For each part a row of pictures, and under it a row of what its translator makes of them, each part prepared in
    its own way if there are any."""
    rows: list[Tensor] = []
    for index, (views, translator) in enumerate(parts):
        device = next(translator.parameters()).device
        seen = views.rgb
        if preparations:
            seen = prepared(seen, views.alpha, preparations[index], torch.Generator().manual_seed(0))
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
    preparations: Mapping[str, Preparation | None] | None = None,
) -> None:
    """Write translators by the domain that they make, each with the domain that it was trained on.

    preparations : what is done to cloth before a translator sees it, by the domain that it makes

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
        PREPARED: {to: str(how) for to, how in (preparations or {}).items() if how},
    }
    write_weights(path, SYSTEM, tensors, facts)
