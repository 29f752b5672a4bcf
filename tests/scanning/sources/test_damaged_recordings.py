from pathlib import Path

import pytest

from benchmarks.fuzz_recordings import GOOD, damaged_copies, read_all
from benchmarks.sample_recordings import AZURE_PX, compress_bag, sample_camera, sample_frames
from scanning.frame import DepthCamera, RgbdFrame
from scanning.sources.k4a_writer import write_k4a
from scanning.sources.tum_writer import write_tum


@pytest.fixture
def whole_recordings(
    small_bag: Path,
    small_db3: Path,
    small_recording: Path,
    small_camera: DepthCamera,
    small_frames: list[RgbdFrame],
    tmp_path: Path,
) -> dict[str, Path]:
    """One of every format."""
    compress_bag(small_bag, tmp_path / "lz4.bag")
    write_k4a(tmp_path / "k4a.mkv", sample_camera(AZURE_PX), sample_frames(AZURE_PX))
    write_tum(tmp_path / "tum", small_camera, small_frames)
    written = {name: tmp_path / name for name in ("lz4.bag", "k4a.mkv", "tum")}
    return {".bag": small_bag, ".db3": small_db3, ".mkv": small_recording} | written


def test_damaged_recordings_end_in_frames_or_in_one_line(whole_recordings: dict[str, Path], tmp_path: Path) -> None:
    copies = list(damaged_copies(whole_recordings, tmp_path / "damaged", every=29))
    endings = {(kind, damage): read_all(kind, path) for kind, damage, path in copies}
    assert len(endings) >= 28
    assert [what for what, (ending, _, _) in endings.items() if ending not in GOOD] == []
    assert not any("\n" in message for _, _, message in endings.values())
