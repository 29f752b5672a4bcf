"""Guidance on simulated people whose place is known."""

from collections.abc import Iterator
from itertools import islice

import numpy as np
import pytest
from numpy.typing import NDArray

from fashiongan.body.model import BodyModel
from scanning.calibration.floor import Floor, find_floor
from scanning.calibration.inputs import Edge
from scanning.frame import DepthCamera, depth_in_mm, points_from_depth
from scanning.guidance import Advice, Guidance, guide
from scanning.simulation.camera import D435, Sensor, Setup, SimulatedCamera
from scanning.simulation.person import Person
from scanning.upright import upright
from scanning.watcher import Watcher
from tests.conftest import SHIPPED
from tests.scanning.people import moved, random_adult, scenery, with_half_the_pixels

SMALL = with_half_the_pixels(D435)
Depth = NDArray[np.float32]


@pytest.fixture(scope="module")
def person() -> Person:
    return random_adult(BodyModel.load(SHIPPED / "body.safetensors"), 3)


def camera_before(
    person: Person,
    distance_mm: float = 1500,
    sensor: Sensor = SMALL,
    other: Person | None = None,
    portrait: bool = True,
) -> SimulatedCamera:
    setup = Setup(sensor, distance_mm, portrait, views=2, frames_a_view=2, turning_frames=0)
    return SimulatedCamera(person, setup, scenery=(scenery(other),) if other else ())


def images(camera: SimulatedCamera) -> Iterator[Depth]:
    return (depth_in_mm(frame, camera.camera) for frame in camera.frames())


def floor_in(depth_mm: Depth, camera: DepthCamera) -> Floor:
    return find_floor(points_from_depth(depth_mm, camera.depth)[::2, ::2])


def seen(camera: SimulatedCamera) -> Guidance:
    first, second = islice(images(camera), 2)
    lens, floor = camera.intrinsics, floor_in(first, camera.camera)
    return guide(second, lens, floor, guide(first, lens, floor))


def test_somebody_whole_and_still_at_the_right_distance_is_well(person: Person) -> None:
    found = seen(camera_before(person))
    assert found.ok
    assert found.still
    assert found.up is Edge.LEFT


@pytest.mark.parametrize("distance_mm", [1300, 1500, 2000])
def test_the_distance_is_that_of_the_skin_some_12_cm_before_the_axis(person: Person, distance_mm: float) -> None:
    assert seen(camera_before(person, distance_mm)).distance_mm == pytest.approx(distance_mm - 120, abs=40)


def test_too_near_and_too_far_are_told(person: Person) -> None:
    assert seen(camera_before(person, 900)).advices[0] is Advice.STEP_BACK
    assert Advice.COME_NEARER in seen(camera_before(person, 2900)).advices


def test_a_camera_that_is_not_upright_cuts_off_head_and_feet(person: Person) -> None:
    found = seen(camera_before(person, 1300, portrait=False))
    assert found.up is Edge.TOP
    assert {Advice.SHOW_HEAD, Advice.SHOW_FEET} <= set(found.advices)


def test_who_stands_aside_is_led_to_the_middle_of_the_upright_picture(person: Person) -> None:
    on_the_right = seen(camera_before(moved(person, x_mm=550), 1900))
    assert on_the_right.advices == (Advice.MOVE_LEFT,)
    columns = np.flatnonzero(upright(on_the_right.person, on_the_right.up).any(0))
    assert columns.mean() > on_the_right.person.shape[0] / 2
    assert seen(camera_before(moved(person, x_mm=-550), 1900)).advices == (Advice.MOVE_RIGHT,)


def test_the_box_holds_all_of_the_person_and_little_else(person: Person) -> None:
    camera = camera_before(person)
    box, depth_mm = seen(camera).box, next(images(camera))
    assert box is not None
    # 1500 mm away, and the wall a metre farther; the floor is left out by taking the upper half of the body.
    rows, columns = np.nonzero((depth_mm > 1000) & (depth_mm < 1800) & (np.arange(depth_mm.shape[1]) < 160))
    assert box.left == pytest.approx(columns.min(), abs=8)
    assert [box.top, box.bottom] == pytest.approx([rows.min(), rows.max()], abs=8)


def test_a_second_person_is_asked_to_leave(person: Person) -> None:
    other = moved(person, x_mm=700, z_mm=-400)
    assert Advice.OTHERS_LEAVE in seen(camera_before(moved(person, x_mm=-300), 1900, other=other)).advices


def test_an_empty_room_asks_somebody_to_come(person: Person) -> None:
    assert seen(camera_before(moved(person, z_mm=9000))).advices == (Advice.COME,)


def test_without_a_floor_the_camera_is_to_be_aimed(person: Person) -> None:
    camera = camera_before(person)
    assert guide(next(images(camera)), camera.intrinsics, None).advices == (Advice.SHOW_FLOOR,)


def test_who_turned_meanwhile_is_not_still(person: Person) -> None:
    camera = camera_before(person)
    front, _, back, _ = images(camera)
    lens, floor = camera.intrinsics, floor_in(front, camera.camera)
    found = guide(back, lens, floor, guide(front, lens, floor))
    assert not found.still
    assert found.moved_share > 0.2


@pytest.mark.parametrize("up", Edge)
def test_turned_upright_the_edge_that_is_up_is_the_first_row(up: Edge) -> None:
    image = np.zeros((3, 5), int)
    edges = {Edge.TOP: np.s_[0], Edge.BOTTOM: np.s_[-1], Edge.LEFT: np.s_[:, 0], Edge.RIGHT: np.s_[:, -1]}
    image[edges[up]] = 1
    assert upright(image, up)[0].all()


def test_watched_from_the_first_frame_on_somebody_who_stands_is_still_from_the_second(person: Person) -> None:
    camera = camera_before(person)
    watcher = Watcher(camera.camera)
    stills = [watcher.look(frame).still for frame in camera.frames()]
    assert stills == [False, True, False, False]


def test_the_floor_is_sought_again_when_nobody_was_seen_for_two_seconds(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    sought: list[int] = []

    def find(points: object) -> Floor:
        sought.append(1)
        return find_floor(np.asarray(points))

    monkeypatch.setattr("scanning.watcher.find_floor", find)
    camera = camera_before(moved(person, z_mm=9000))
    watcher, (first, *others) = Watcher(camera.camera), camera.frames()
    for frame in (first, others[0]):
        watcher.look(frame)
    assert len(sought) == 1
    later = [type(first)(first.depth, 2_500_000 + number * 33_333, 9) for number in range(3)]
    for frame in later:
        watcher.look(frame)
    assert len(sought) == 2
