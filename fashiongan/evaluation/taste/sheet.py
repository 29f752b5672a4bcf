"""Tastes for people to look at: what somebody owns, what they are said to like, and what is designed for them."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image

from fashiongan.dataset.ownership import Ownership
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.evaluation.captions import with_column_names
from fashiongan.evaluation.taste.gain import Designs
from fashiongan.evaluation.taste.trials import Others
from fashiongan.taste.recommender import TasteModel

PEOPLE, EACH, CELL_PX, GAP_PX = 4, 5, 128, 16
Rgba = NDArray[np.uint8]


def ranking_sheet(
    designs: Sequence[Designs], model: TasteModel, garments: TrainingSet, owners: Ownership
) -> Image.Image:
    """A row for each of four people: what they own, and of other people's garments the best and the least liked."""
    codes = np.stack([model.code(_rgba(garments, row)) for row in range(len(garments))])
    rows = []
    for one in designs[:PEOPLE]:
        others = torch.nonzero(owners.owner != owners.owner[one.rows[0]])[:, 0].numpy()
        order = others[model.fit(one.profile).rank(codes[others])]
        rows.append([_shown(garments, one.rows), _shown(garments, order), _shown(garments, order[::-1])])
    return _sheet(rows, ["owns", "liked best of others'", "liked least"])


def design_sheet(designs: Sequence[Designs], garments: TrainingSet) -> Image.Image:
    """A row for each of four people: what they own, what was designed for them, what the same seeds give anybody."""
    rows = [[_shown(garments, one.rows), one.designed[:EACH], one.sampled[:EACH]] for one in designs[:PEOPLE]]
    return _sheet(rows, ["owns", "designed", "sampled"])


def taste_table(report: dict[str, Any]) -> str:
    """The report for people to read."""
    ranking = report["ranking"]
    head = f"AUC, {next(iter(ranking[str(Others.ANY)].values()))['people']} people of {report['split']}"
    lines = [f"{head:26}" + "".join(f"{name:>26}" for name in ranking)]
    for way in ranking[str(Others.ANY)]:
        cells = (f"{scores[way]['value']:.3f} ± {scores[way]['error']:.3f}" for scores in ranking.values())
        lines.append(f"{way:26}" + "".join(f"{cell:>26}" for cell in cells))
    known = report["known_people"]
    lines.append(f"\n{known['people']} people of the training split: {known['value']:.3f} ± {known['error']:.3f}")
    for steps, gain in report.get("designs", {}).items():
        lines.append(f"\n{steps} steps: a design is liked better than a sample")
        lines += [f"  by {name}: {one['value']:.0%} ± {one['error']:.0%}" for name, one in gain["preferred"].items()]
        for space, kids in gain["kid"].items():
            both = (f"{which} {kid['value']:.1f} ± {kid['deviation']:.1f}" for which, kid in kids.items())
            lines.append(f"  KID x1000, {space}: " + ", ".join(both))
    return "\n".join(lines)


def _rgba(garments: TrainingSet, row: int) -> Rgba:
    return garments.rgba[row].permute(1, 2, 0).numpy()


def _shown(garments: TrainingSet, rows: Any) -> list[Rgba]:
    """The first of some garments, without brands and lettering, which are not ours to show."""
    plain = [int(row) for row in rows if garments.may_flip[int(row)]]
    return [_rgba(garments, row) for row in plain[:EACH]]


def _sheet(rows: list[list[list[Rgba]]], names: list[str]) -> Image.Image:
    block = EACH * CELL_PX + GAP_PX
    sheet = Image.new("RGB", (len(names) * block, len(rows) * CELL_PX), "white")
    for y, blocks in enumerate(rows):
        for x, pictures in enumerate(blocks):
            for place, rgba in enumerate(pictures):
                picture = Image.fromarray(np.ascontiguousarray(rgba)).resize((CELL_PX, CELL_PX))
                sheet.paste(picture, (x * block + place * CELL_PX, y * CELL_PX), picture)
    return with_column_names(sheet, names)
