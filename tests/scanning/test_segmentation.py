from dataclasses import replace

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import ScanError
from scanning.segmentation import Silhouette, cloud_of, person_in
from scanning.simulation.camera import D435, IDEAL, Sensor, Setup, SimulatedCamera, world_to_camera
from scanning.simulation.person import Person
from scanning.views import stood_views
from tests.scanning.people import box, dog, moved, random_adult, scenery, upright_cylinder

# A box that shows two of its sides.
CORNERWISE = Person(
    box((-150, 0, -150), (150, 1700, 150)).vertices_mm @ Rotation.from_euler("y", 45, degrees=True).as_matrix(),
    box((-150, 0, -150), (150, 1700, 150)).faces,
)
SETUP = Setup(IDEAL, 1500.0, views=1, frames_a_view=6)


def scene(person: Person, sensor: Sensor = IDEAL, *others: Person) -> tuple[np.ndarray, np.ndarray]:
    """The depth of one view, and the camera's pose."""
    setup = replace(SETUP, sensor=sensor)
    camera = SimulatedCamera(person, setup, scenery=tuple(scenery(one) for one in others))
    return stood_views(camera.frames(), camera.camera)[0].depth_mm, np.linalg.inv(world_to_camera(setup))


def found_in(depth_mm: np.ndarray, pose: np.ndarray, sensor: Sensor = IDEAL) -> Silhouette:
    return person_in(depth_mm, sensor.intrinsics, pose)


@pytest.mark.parametrize("shape", [upright_cylinder(150, 1700), CORNERWISE])
@pytest.mark.parametrize("sensor", [IDEAL, D435])
def test_what_stands_on_the_floor_is_cut_out_whole_without_the_wall(shape: Person, sensor: Sensor) -> None:
    depth, pose = scene(shape, sensor)
    person = found_in(depth, pose, sensor)
    # The wall is 2.7 m away, the thing nearer; columns of an upright picture run down from the camera's height.
    height_mm = 950 - (np.arange(640) - 319.5) * depth / 385
    standing = (depth > 0) & (depth < 1700) & (np.abs(height_mm - 800) < 700)
    assert not (person.mask & (depth > 1700)).any()
    assert np.count_nonzero(person.mask & standing) > 0.9 * np.count_nonzero(standing)


def test_a_person_is_cut_out_from_head_to_feet(measurer: BodyMeasurer) -> None:
    adult = random_adult(measurer.model, 30)
    person = found_in(*scene(adult))
    assert person.top_mm == pytest.approx(np.ptp(adult.vertices_mm[:, 1]), abs=50)
    assert person.bottom_mm < 60
    assert person.others == 0


def test_a_cloud_lies_on_the_thing_that_was_seen() -> None:
    depth, pose = scene(upright_cylinder(150, 1700))
    cloud = cloud_of(depth, found_in(depth, pose), IDEAL.intrinsics, pose)
    side = cloud.points_mm[cloud.points_mm[:, 1] < 1600]
    # Upright, and so far from the axis, for 48 sides bulge in by half a millimetre.
    assert np.hypot(side[:, 0], side[:, 2]) == pytest.approx(150, abs=2)
    outwards = side * [1, 0, 1] / 150
    normals = cloud.normals[cloud.points_mm[:, 1] < 1600]
    assert np.median(np.einsum("ni,ni->n", outwards, normals)) > 0.98
    assert cloud.camera_mm == pytest.approx([0, 950, 1500])


def test_somebody_beside_is_counted(measurer: BodyMeasurer) -> None:
    beside = moved(upright_cylinder(150, 1700), 650, -700)
    assert found_in(*scene(upright_cylinder(150, 1700), IDEAL, beside)).others == 1


@pytest.mark.parametrize(
    "nobody", [dog(), upright_cylinder(100, 400), moved(upright_cylinder(200, 1700), rise_mm=-1800)]
)
def test_a_dog_a_stool_and_an_empty_floor_are_nobody(nobody: Person) -> None:
    with pytest.raises(ScanError, match="nobody is seen"):
        found_in(*scene(nobody))


def test_an_image_without_depth_shows_nobody() -> None:
    with pytest.raises(ScanError, match="nobody is seen"):
        found_in(np.zeros((480, 640), np.float32), np.eye(4))
