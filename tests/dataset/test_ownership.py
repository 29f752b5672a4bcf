from pathlib import Path

import pytest
import torch

from fashiongan.dataset.labels import Split
from fashiongan.dataset.ownership import Ownership, owners_of
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import DatasetError


def test_garments_belong_to_their_contributors(tiny_garments: Path) -> None:
    garments = load_training_set(tiny_garments, Split.VAL, 32)
    ownership = owners_of(tiny_garments, garments)
    assert ownership.names == ["66"]
    assert ownership.owner.tolist() == [0, 0]


def test_wardrobes_are_of_people_who_own_enough_and_one_garment_each_is_held_out() -> None:
    ownership = Ownership(["a", "b"], torch.tensor([0, 1, 0, 0, 1]))
    assert {person: rows.tolist() for person, rows in ownership.wardrobes(3).items()} == {0: [0, 2, 3]}
    many = Ownership(["a", "b"], torch.tensor([1] + [0] * 5))
    assert many.held_rows().tolist() == [1]
    assert many.learnt_rows().tolist() == [0, 2, 3, 4, 5]


def test_a_set_without_its_label_table_is_refused(tiny_garments: Path, tmp_path: Path) -> None:
    garments = load_training_set(tiny_garments, Split.VAL, 32)
    (tmp_path / "labels.csv").write_text((tiny_garments / "labels.csv").read_text().splitlines()[0] + "\n")
    with pytest.raises(DatasetError, match=r"labels\.csv|have no contributor"):
        owners_of(tmp_path, garments)
