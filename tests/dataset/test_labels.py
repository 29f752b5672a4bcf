from collections import defaultdict
from pathlib import Path

import pytest

from fashiongan.dataset.labels import Split, label_indices, read_labels, shipped_label_table
from fashiongan.errors import DatasetError

HEADER = "image,split,contributor,category,sleeve,neckline,length,pattern,closure,fabric,logo\n"
ROW = "a,train,1,tshirt,short,crew,regular,solid,none,jersey,n\n"


def test_the_shipped_table_is_split_by_contributor() -> None:
    sides = defaultdict(set)
    for label in read_labels(shipped_label_table()):
        sides[label.contributor].add(label.split)
    assert all(len(side) == 1 for side in sides.values())
    assert set.union(*sides.values()) == set(Split)


def test_label_indices_count_in_vocabulary_order(tmp_path: Path) -> None:
    (tmp_path / "labels.csv").write_text(HEADER + ROW)
    label = read_labels(tmp_path / "labels.csv")[0]
    assert label_indices([label.attributes]).tolist() == [[0, 1, 0, 7, 0, 0, 0]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("image,split\n", "lacks the column"),
        (HEADER + ROW.replace("tshirt", "cape"), "line 2"),
        (HEADER + ROW + ROW.replace("train", "test"), "contributor 1 is in train and test"),
    ],
)
def test_a_bad_table_is_refused_with_the_place(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "labels.csv").write_text(content)
    with pytest.raises(DatasetError, match=message):
        read_labels(tmp_path / "labels.csv")


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"none\.csv"):
        read_labels(tmp_path / "none.csv")
