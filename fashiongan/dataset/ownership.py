"""Who owns what: the contributors of a garment set, and their garments."""

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from fashiongan.dataset.labels import read_labels, table_beside
from fashiongan.dataset.training_set import TrainingSet
from fashiongan.errors import DatasetError

# Who owns fewer shows no taste.
LEAST_GARMENTS = 5


@dataclass(frozen=True, eq=False)
class Ownership:
    """names : of the people, in order; owner : (N,) int64 place of each garment's owner among them"""

    names: list[str]
    owner: Tensor

    def wardrobes(self, least: int = LEAST_GARMENTS) -> dict[int, Tensor]:
        """The rows of each person's garments, of people who own at least so many."""
        own = {person: torch.nonzero(self.owner == person)[:, 0] for person in range(len(self.names))}
        return {person: rows for person, rows in own.items() if len(rows) >= least}

    def held_rows(self) -> Tensor:
        """One garment of everybody who owns enough: kept from training, to be found again."""
        return torch.tensor([int(rows[0]) for rows in self.wardrobes().values()], dtype=torch.long)

    def learnt_rows(self) -> Tensor:
        """All garments but those that are held out."""
        kept = torch.ones(len(self.owner), dtype=torch.bool)
        kept[self.held_rows()] = False
        return torch.nonzero(kept)[:, 0]


def owners_of(source: Path, garments: TrainingSet) -> Ownership:
    """Whose the garments of a loaded set are, by the label table of its source.

    Raises
    ------
    DatasetError : the table cannot be read, or lacks a garment
    """
    contributor = {label.image: label.contributor for label in read_labels(table_beside(source))}
    missing = [image for image in garments.ids if image not in contributor]
    if missing:
        raise DatasetError(f"{len(missing)} pictures have no contributor (first: {missing[0]}); run prepare again.")
    names = sorted({contributor[image] for image in garments.ids})
    place = {name: index for index, name in enumerate(names)}
    return Ownership(names, torch.tensor([place[contributor[image]] for image in garments.ids]))
