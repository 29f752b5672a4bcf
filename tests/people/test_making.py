from pathlib import Path

import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.dataset.labels import Split
from fashiongan.errors import DatasetError
from fashiongan.people.making import TABLE, make_people

HEAD = "picture,split,top,top_cloth,bottom,bottom_cloth"


def test_people_that_are_there_are_left_alone_and_come_into_one_table(
    tiny_garments: Path, measurer: BodyMeasurer, tmp_path: Path
) -> None:
    (tmp_path / "rows").mkdir()
    (tmp_path / "rows" / "00000.csv").write_text(f"{HEAD}\n00000-0,{Split.TRAIN},a,b,c,d\n")
    (tmp_path / "rows" / "00001.csv").write_text("")
    (tmp_path / "rows" / "00002.csv").write_text(f"{HEAD}\n00002-0,{Split.TEST},e,f,,\n")
    told: list[int] = []
    assert make_people(tiny_garments, tmp_path, 3, measurer, told.append) == 2
    assert told == [1, 2, 3]
    assert (tmp_path / TABLE).read_text().splitlines() == [
        HEAD,
        "00000-0,train,a,b,c,d",
        "00002-0,test,e,f,,",
    ]
    assert not (tmp_path / "pictures").exists()


def test_a_set_that_is_not_there_makes_nobody(tmp_path: Path, measurer: BodyMeasurer) -> None:
    with pytest.raises(DatasetError, match="is neither a folder nor"):
        make_people(tmp_path / "none.tar", tmp_path / "out", 1, measurer, lambda done: None)
