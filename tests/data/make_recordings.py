"""Write `tests/data/recordings`: one simulated person in three formats, `python -m tests.data.make_recordings`.

A D435 in our own format, another in RealSense's `.bag`, and an Azure Kinect in its own layout; the person is not real.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from fashiongan.body.model import ASSET_NAME, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from scanning.frame import DepthCamera, RgbdFrame
from scanning.recording import RecordingWriter
from scanning.simulation.camera import AZURE, D435, Sensor, Setup, SimulatedCamera
from scanning.sources.k4a_writer import write_k4a
from scanning.sources.rosbag_writer import write_bag
from tests.scanning.people import random_adult, with_half_the_pixels

FOLDER = Path(__file__).parent / "recordings"
OURS, BAG, K4A = FOLDER / "d435.mkv", FOLDER / "d435.bag", FOLDER / "azure.mkv"
PERSON_SEED = 30
FAR_MM, FRAMES_A_VIEW = 2000, 5


def main() -> None:
    """Replace all of them."""
    FOLDER.mkdir(exist_ok=True)
    for path in (OURS, BAG, K4A):
        path.unlink(missing_ok=True)
    camera, frames = seen_by(D435, views=4)
    with RecordingWriter(OURS, camera) as writer:
        for frame in frames:
            writer.write(frame)
    write_bag(BAG, *seen_by(with_half_the_pixels(D435), views=2))
    write_k4a(K4A, *seen_by(with_half_the_pixels(AZURE), views=2))


def seen_by(sensor: Sensor, views: int) -> tuple[DepthCamera, Iterator[RgbdFrame]]:
    """A camera, and what it sees nearer than the wall."""
    person = random_adult(BodyModel.load(checkpoint_folder() / ASSET_NAME), PERSON_SEED)
    setup = Setup(sensor, 1500.0, views=views, frames_a_view=FRAMES_A_VIEW, turning_frames=1)
    source = SimulatedCamera(person, setup)
    return source.camera, (near_part(frame) for frame in source.frames())


def near_part(frame: RgbdFrame) -> RgbdFrame:
    """Without the wall, so that files stay small."""
    return replace(frame, depth=np.where(frame.depth < FAR_MM, frame.depth, 0).astype(np.uint16))


if __name__ == "__main__":
    main()
