"""What the operations work on: pictures, two fitted garments, a recording and its scan. Made once, by a child."""

import pickle
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from fashiongan.attributes import GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.garment.fit import FittedGarment
from fashiongan.generator.request import GenerationRequest
from fashiongan.studio import Studio
from scanning.body_scan import BodyScan, BodyScanner
from scanning.frame import RgbdFrame
from scanning.record import record
from scanning.simulation.camera import D435, Setup, SimulatedCamera
from scanning.simulation.person import Person
from scanning.sources.recorded import open_recording

PICTURES, SEED = 12, 7
WOMAN = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)
_FILE = "material.pkl"


@dataclass(frozen=True, eq=False)
class Material:
    """pictures : of garments; looks : two garments, worn; recording : of somebody; scan : of it; camera, frames : to be
    recorded anew"""

    pictures: tuple[Path, ...]
    looks: tuple[FittedGarment, FittedGarment]
    recording: Path
    scan: BodyScan
    camera: SimulatedCamera
    frames: tuple[RgbdFrame, ...]


def make_material(folder: Path) -> None:
    """Draw, fit, record and measure; takes half a minute."""
    studio = Studio()
    asked = GarmentAttributes.parse({"category": "tshirt"}, ())
    images = list(studio.make(GenerationRequest(asked, PICTURES, SEED)))
    paths = tuple(folder / f"{place:03d}.png" for place in range(len(images)))
    for image, path in zip(images, paths, strict=True):
        image.save(path)
    woman = studio.body(WOMAN)
    first, second = (studio.fit(image, woman) for image in images[:2])
    camera = _somebody(studio)
    recording = folder / "somebody.mkv"
    record(camera, recording)
    scan = BodyScanner(studio.measurer.model).scan([open_recording(recording)], Figure.WOMAN)
    material = Material(paths, (first, second), recording, scan, camera, tuple(camera.frames()))
    (folder / _FILE).write_bytes(pickle.dumps(material))


def read_material(folder: Path) -> Material:
    """What `make_material` made, on this machine and just now."""
    material = pickle.loads((folder / _FILE).read_bytes())
    assert isinstance(material, Material)
    return material


def _somebody(studio: Studio) -> SimulatedCamera:
    body = studio.body(WOMAN).mesh
    stature_mm = float(np.ptp(body.vertices_mm[:, 1]))
    setup = Setup(D435, camera_height_mm=stature_mm / 2, views=8, frames_a_view=6, turning_frames=1)
    return SimulatedCamera(Person(body.vertices_mm, body.faces), setup)
