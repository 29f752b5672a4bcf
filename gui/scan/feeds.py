"""What can be looked at: a live camera, recordings, a simulated person."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fashiongan.body.model import BodyModel
from fashiongan.locking import Passphrase
from gui.scan_order import LiveCamera

if TYPE_CHECKING:
    # Only for its name: the window opens sooner without.
    from scanning.sources.source import Source

# A simulated person stands for so long, in frames, and turns on in so many.
STAND_FRAMES, TURN_FRAMES, TURN_VIEWS = 80, 12, 8
DISTANCE_MM = 1650.0


@dataclass(frozen=True, slots=True)
class Feed:
    """Something that gives frames.

    make : the source, not yet open; called on the thread of the frames; endless : a camera, whose frames come when they
    come; else they are played in their own time, over and over; person : somebody real is to be asked first;
    make_colored : the same with colour, where `make` is without; recordings : the files, none where one is to be made
    """

    name: str
    make: "Callable[[], Source]"
    endless: bool = False
    person: bool = False
    make_colored: "Callable[[], Source] | None" = None
    recordings: tuple[Path, ...] = ()


def camera_feed(camera: LiveCamera, color: bool) -> Feed:
    """A live camera; `color` : it gives colour even if none is to be kept."""

    def make(color: bool = color) -> "Source":
        from scanning.sources.cameras import open_camera

        return open_camera(camera.family, camera.serial, color)

    return Feed(camera.name, make, endless=True, person=True, make_colored=lambda: make(True))


def recordings_feed(paths: tuple[Path, ...], shown: Path, passphrase: Passphrase | None = None) -> Feed:
    """Recordings, one of which is shown. passphrase : of locked ones"""

    def make() -> "Source":
        from scanning.sources.recorded import open_recording

        return open_recording(shown, passphrase)

    return Feed(shown.name, make, recordings=paths)


def simulated_feed(name: str, model: Callable[[], BodyModel]) -> Feed:
    """Somebody ordinary before a simulated time-of-flight camera, who stands, turns on, and so on."""

    def make() -> "Source":
        from scanning.frame import Intrinsics
        from scanning.simulation.camera import AZURE, Sensor, Setup, SimulatedCamera
        from scanning.simulation.person import Person, Restlessness

        shape = model()
        body = shape.mesh(shape.neutral)
        restless = Restlessness(sway_mm=3.0, sway_deg=0.5, yaw_deg=2.0)
        # Half as fine as the real one, so that it keeps up on small machines.
        wide, high = AZURE.intrinsics.width_px // 2, AZURE.intrinsics.height_px // 2
        focal = AZURE.intrinsics.fx_px / 2
        sensor = Sensor(AZURE.name, Intrinsics(wide, high, focal, focal, wide / 2 - 0.5, high / 2 - 0.5))
        setup = Setup(sensor, DISTANCE_MM, True, 950.0, TURN_VIEWS, STAND_FRAMES, TURN_FRAMES, restless)
        return SimulatedCamera(Person(body.vertices_mm, body.faces), setup)

    return Feed(name, make)
