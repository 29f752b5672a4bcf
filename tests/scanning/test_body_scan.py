"""Whole scans of simulated people, against slices of their true meshes that our tape never touched."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import trimesh
from scipy.spatial import ConvexHull, cKDTree
from scipy.spatial.transform import Rotation

from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import FashionGanError
from scanning.body_scan import BodyScan, BodyScanner
from scanning.calibration.calibration import Calibration, CameraCalibration
from scanning.formats.files import read_measurement_file
from scanning.frame import matrix_of
from scanning.scan_files import refuse_existing, scan_paths, write_scan
from scanning.simulation.camera import IDEAL, Setup, SimulatedCamera, world_to_camera
from scanning.simulation.person import Person
from scanning.sources.recorded import open_recording
from tests.data.make_recordings import BAG, K4A, OURS, PERSON_SEED
from tests.scanning.people import UPRIGHT_ARMS, Played, posed, random_adult, with_hair

SETUP = Setup(IDEAL, 1500.0, views=4, frames_a_view=6, turning_frames=2)


@pytest.fixture(scope="module")
def scanner(measurer: BodyMeasurer) -> BodyScanner:
    return BodyScanner(measurer.model)


@pytest.fixture(scope="module")
def adult(measurer: BodyMeasurer) -> Person:
    return random_adult(measurer.model, PERSON_SEED)


@pytest.fixture(scope="module")
def scan(scanner: BodyScanner, adult: Person) -> BodyScan:
    return scanner.scan([SimulatedCamera(adult, SETUP)], Figure.MAN)


def girth_at(person: Person, height_mm: float, half_width_mm: float) -> float:
    """The convex hull's length of a level cut of the part of a mesh that is so near to where the cut's middle is."""
    section = trimesh.Trimesh(person.vertices_mm, person.faces, process=False).section([0, 1, 0], [0, height_mm, 0])
    rings = [ring[:, [0, 2]] for ring in section.discrete]
    middle = [ring for ring in rings if abs(ring[:, 0].mean()) < half_width_mm]
    points = np.concatenate(middle)
    return float(ConvexHull(points).area)


@pytest.mark.parametrize(("girth", "height"), [("waist_mm", "waist_height_mm"), ("hip_mm", "hip_height_mm")])
def test_large_girths_are_those_of_a_slice_of_the_person(
    scan: BodyScan, adult: Person, girth: str, height: str
) -> None:
    found = scan.measured.values_mm
    assert found[girth] == pytest.approx(girth_at(adult, found[height], 120), abs=9)


def test_the_calf_is_that_of_a_slice_of_the_leg(scan: BodyScan, adult: Person) -> None:
    leg = Person(adult.vertices_mm - [adult.vertices_mm[adult.vertices_mm[:, 1] < 400, 0].min() / 2, 0, 0], adult.faces)
    fullest = max(girth_at(leg, height, 80) for height in np.arange(280, 480, 20))
    assert scan.measured.values_mm["calf_mm"] == pytest.approx(fullest, abs=6)


def test_stature_is_that_of_the_person(scan: BodyScan, adult: Person) -> None:
    assert scan.measured.values_mm["height_mm"] == pytest.approx(np.ptp(adult.vertices_mm[:, 1]), abs=4)


def test_the_body_as_seen_lies_on_the_points(scan: BodyScan) -> None:
    body = trimesh.Trimesh(scan.posed_mm, scan.body.faces, process=False)
    skin, _ = trimesh.sample.sample_surface(body, 200_000, seed=0)
    assert np.median(cKDTree(skin).query(scan.points_mm[::50])[0]) < 2


def test_a_quiet_scan_is_certain_of_the_large_girths(scan: BodyScan) -> None:
    for name in ("height_mm", "bust_mm", "waist_mm", "hip_mm"):
        found = scan.measured.by_name[name]
        assert found.confident, found.reason
        assert found.uncertainty_mm is not None


def test_arms_that_hang_put_the_trunk_in_doubt(scanner: BodyScanner, measurer: BodyMeasurer) -> None:
    hanging = posed(measurer.model, PERSON_SEED, UPRIGHT_ARMS)
    found = scanner.scan([SimulatedCamera(hanging, replace(SETUP, views=3))], Figure.MAN).measured.by_name
    assert "arms hung" in found["waist_mm"].reason
    assert not found["waist_mm"].confident


def test_all_files_of_a_scan_are_written_and_read_back(scan: BodyScan, tmp_path: Path) -> None:
    out = tmp_path / "anna.yaml"
    write_scan(scan, out)
    endings = {path.suffix for path in scan_paths(out)}
    assert endings == {".yaml", ".json", ".pdf", ".glb", ".ply"}
    assert all(path.stat().st_size > 500 for path in scan_paths(out) if path.suffix != ".yaml")
    assert read_measurement_file(out.with_suffix(".json")).values_mm == pytest.approx(scan.measured.values_mm, abs=0.1)
    assert trimesh.load(out.with_suffix(".glb"), force="mesh").extents[1] == pytest.approx(
        scan.measured.values_mm["height_mm"] / 1000, abs=0.002
    )
    assert len(trimesh.load(out.with_suffix(".ply")).vertices) == len(scan.points_mm)
    with pytest.raises(FashionGanError, match="overwrite"):
        refuse_existing(out)


def fixed_cameras(person: Person, count: int) -> tuple[list[Played], Calibration]:
    """Cameras all around, each with a serial number and a known place."""
    sources, known = [], []
    for index in range(count):
        around = Rotation.from_euler("y", index * 360 / count, degrees=True).as_matrix()
        # Walking around the person shows the same as the person turning the other way.
        turned = Person(person.vertices_mm @ around, person.faces)
        camera = SimulatedCamera(turned, replace(SETUP, views=1))
        pose = np.eye(4)
        pose[:3, :3] = around
        pose = pose @ np.linalg.inv(world_to_camera(SETUP))
        sources.append(Played(replace(camera.camera, serial=str(index)), list(camera.frames())))
        known.append(CameraCalibration(str(index), camera_to_world=matrix_of(pose)))
    return sources, Calibration(tuple(known))


def test_four_fixed_cameras_measure_what_one_does_before_whom_the_person_turns(
    scanner: BodyScanner, scan: BodyScan, adult: Person
) -> None:
    sources, calibration = fixed_cameras(adult, 4)
    found = scanner.scan(sources, Figure.MAN, calibration).measured.values_mm
    for name in ("height_mm", "bust_mm", "waist_mm", "hip_mm"):
        assert found[name] == pytest.approx(scan.measured.values_mm[name], abs=4)


@pytest.mark.parametrize("recording", [OURS, BAG, K4A])
def test_recordings_of_every_format_are_measured(scanner: BodyScanner, adult: Person, recording: Path) -> None:
    found = scanner.scan([open_recording(recording)], Figure.MAN).measured.values_mm
    assert found["height_mm"] == pytest.approx(np.ptp(adult.vertices_mm[:, 1]), abs=12)
    # The bag has but two views of half the pixels, five frames each.
    true = math.floor(girth_at(adult, found["hip_height_mm"], 120))
    assert found["hip_mm"] == pytest.approx(true, abs=25 if recording == BAG else 9)


def test_recordings_are_small() -> None:
    assert sum(path.stat().st_size for path in (OURS, BAG, K4A)) < 6e6


def test_hair_does_not_make_anybody_taller(scanner: BodyScanner, adult: Person) -> None:
    scan = scanner.scan([SimulatedCamera(with_hair(adult, 25.0), SETUP)], Figure.MAN)
    assert scan.measured.values_mm["height_mm"] == pytest.approx(np.ptp(adult.vertices_mm[:, 1]), abs=6)
    assert any("hair" in note for note in scan.measured.notes)
    assert "hair" in scan.measured.by_name["head_mm"].reason
