from pathlib import Path

import pytest

from scanning.scan_files import scan_paths


@pytest.mark.parametrize("ending", [".yaml", ".csv", ".smis", ".freesewing.json", ".garmentcode.yaml"])
def test_everything_of_a_scan_lies_beside_its_measurement_file_under_one_name(ending: str) -> None:
    beside = [Path(f"scans/me{one}") for one in (".json", ".pdf", ".glb", ".ply")]
    assert scan_paths(Path(f"scans/me{ending}")) == (Path(f"scans/me{ending}"), *beside)


def test_the_file_with_every_detail_is_not_written_twice() -> None:
    assert scan_paths(Path("me.json")).count(Path("me.json")) == 1
