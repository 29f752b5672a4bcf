"""Killed while somebody is recorded: every frame that was told of is there, to the last bit."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.kills.child import DONE, READY, Tell
from benchmarks.kills.material import Material
from benchmarks.kills.operation import Hashes, leftovers
from fashiongan.errors import RecordingError
from scanning.frame import RgbdFrame
from scanning.record import record
from scanning.simulation.camera import SimulatedCamera
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened

FILE = "somebody.mkv"


@dataclass(slots=True)
class _Again(SimulatedCamera):
    """Frames that were simulated already."""

    seen: tuple[RgbdFrame, ...] = ()

    def frames(self) -> Iterator[RgbdFrame]:
        return iter(self.seen)


@dataclass
class Recording:
    """One recording a kill."""

    name: str = "record"
    share: int = 36
    whole: list[Hashes] = field(default_factory=list)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """Nothing: the frames are known."""
        return []

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        source = _Again(material.camera.person, material.camera.setup, seen=material.frames)
        tell(READY)
        record(source, folder / FILE, on_frame=lambda count: tell(f"{count} frames"))
        tell(DONE)

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        path, safe = folder / FILE, sum(line.endswith(" frames") for line in told)
        frames = _read(path) if path.exists() else []
        path.unlink(missing_ok=True)
        same = all(
            np.array_equal(one.depth, other.depth) and one.timestamp_us == other.timestamp_us
            for one, other in zip(frames, material.frames, strict=False)
        )
        lost = [] if len(frames) >= safe else [f"{safe - len(frames)} frames of {safe}"]
        return lost + ([] if same else ["frames changed"]) + leftovers(folder)


def _read(path: Path) -> list[RgbdFrame]:
    """All frames up to where it breaks off."""
    frames: list[RgbdFrame] = []
    try:
        with opened(open_recording(path)) as source:
            frames.extend(source.frames())
    except RecordingError:
        pass
    return frames
