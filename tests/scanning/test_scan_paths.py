from pathlib import Path

import numpy as np
import pytest
import trimesh

from fashiongan.body.measurements import Figure
from fashiongan.body.model import BodyMesh
from scanning.body_scan import BodyScan
from scanning.measurement_set import measurement_set
from scanning.scan_files import scan_paths, write_scan


@pytest.mark.parametrize("ending", [".yaml", ".csv", ".smis", ".freesewing.json", ".garmentcode.yaml"])
def test_everything_of_a_scan_lies_beside_its_measurement_file_under_one_name(ending: str) -> None:
    beside = [Path(f"scans/me{one}") for one in (".json", ".pdf", ".glb", ".ply")]
    assert scan_paths(Path(f"scans/me{ending}")) == (Path(f"scans/me{ending}"), *beside)


def test_the_file_with_every_detail_is_not_written_twice() -> None:
    assert scan_paths(Path("me.json")).count(Path("me.json")) == 1


def test_body_and_points_are_both_written_in_metres(tmp_path: Path) -> None:
    box = trimesh.creation.box((400.0, 1700.0, 200.0))
    body = BodyMesh(np.asarray(box.vertices), np.asarray(box.faces, np.int32), {})
    basics = {"height_mm": 1700.0, "bust_mm": 1000.0, "waist_mm": 850.0, "hip_mm": 1000.0}
    scan = BodyScan(body, body.vertices_mm, body.vertices_mm, measurement_set(Figure.MAN, basics), {})
    write_scan(scan, tmp_path / "me.yaml")
    for ending in (".glb", ".ply"):
        assert trimesh.load(tmp_path / f"me{ending}").extents == pytest.approx([0.4, 1.7, 0.2])
