from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.errors import ScanError
from scanning.frame import RgbdFrame
from scanning.simulation.camera import D435, IDEAL, Setup, SimulatedCamera
from scanning.simulation.person import Person
from scanning.views import LEAST_FRAMES, MOST_VIEWS, DepthSums, stood_views
from tests.scanning.people import random_adult, with_half_the_pixels

SETUP = Setup(with_half_the_pixels(IDEAL), 1500.0, views=3, frames_a_view=6, turning_frames=2)


@pytest.fixture(scope="module")
def adult(measurer: BodyMeasurer) -> Person:
    return random_adult(measurer.model, 30)


@pytest.mark.parametrize("views", [2, 3, 8])
def test_as_many_stands_as_there_are_give_as_many_views(adult: Person, views: int) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, views=views))
    assert len(stood_views(camera.frames(), camera.camera)) == views


def test_noise_does_not_cut_a_stand(adult: Person) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, sensor=with_half_the_pixels(D435), frames_a_view=10))
    assert [view.frames for view in stood_views(camera.frames(), camera.camera)] == [10, 10, 10]


def test_views_know_where_they_begin(adult: Person) -> None:
    camera = SimulatedCamera(adult, SETUP)
    assert [view.first for view in stood_views(camera.frames(), camera.camera)] == [0, 8, 16]


def test_somebody_who_turns_slowly_without_stopping_still_gives_views(adult: Person) -> None:
    """A turn in 24 seconds, of which one is looked at."""
    camera = SimulatedCamera(adult, replace(SETUP, views=720, frames_a_view=1, turning_frames=0))
    assert len(stood_views(islice(camera.frames(), 30), camera.camera)) >= 2


def test_more_stands_than_can_be_used_are_thinned_evenly(adult: Person) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, views=20, frames_a_view=5, turning_frames=1))
    views = stood_views(camera.frames(), camera.camera)
    assert len(views) == MOST_VIEWS
    assert views[0].first == 0


@pytest.mark.parametrize("count", [1, LEAST_FRAMES - 1])
def test_too_few_frames_to_stand_still_in_are_refused(adult: Person, count: int) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, views=1, frames_a_view=count))
    with pytest.raises(ScanError, match="nobody stands still"):
        stood_views(camera.frames(), camera.camera)


def test_somebody_who_spins_is_refused(adult: Person) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, views=30, frames_a_view=1, turning_frames=0))
    with pytest.raises(ScanError, match="nobody stands still"):
        stood_views(camera.frames(), camera.camera)


def test_no_depth_at_all_is_refused(adult: Person) -> None:
    camera = SimulatedCamera(adult, SETUP)
    dark = (RgbdFrame(np.zeros((240, 320), np.uint16), number, number) for number in range(9))
    with pytest.raises(ScanError, match="lens covered"):
        stood_views(dark, camera.camera)


def test_no_frame_at_all_is_refused(adult: Person) -> None:
    with pytest.raises(ScanError):
        stood_views(iter(()), SimulatedCamera(adult, SETUP).camera)


def test_frames_are_taken_one_at_a_time(adult: Person) -> None:
    camera, alive = SimulatedCamera(adult, replace(SETUP, views=2)), []

    def counted() -> Iterator[RgbdFrame]:
        for frame in camera.frames():
            alive.append(frame.sequence)
            yield frame

    assert len(stood_views(counted(), camera.camera)) == 2
    assert alive == list(range(camera.frame_count))


def test_a_mean_is_of_what_was_seen_and_where_half_saw_something() -> None:
    sums = DepthSums()
    for column in ([1000, 1000, 0, 900], [1010, 0, 0, 1100], [1005, 1002, 700, 1000]):
        sums.add(np.array([column], np.float32))
    assert sums.mean_mm().tolist() == [[1005, 1001, 0, 0]]


def test_halves_of_the_frames_make_the_whole(adult: Person) -> None:
    camera = SimulatedCamera(adult, replace(SETUP, sensor=with_half_the_pixels(D435)))
    view = stood_views(camera.frames(), camera.camera)[0]
    both = (view.even_mm > 0) & (view.odd_mm > 0) & (view.depth_mm > 0)
    off = (view.even_mm + view.odd_mm)[both] / 2 - view.depth_mm[both]
    assert np.abs(np.median(off)) < 0.1
    assert not np.array_equal(view.even_mm, view.odd_mm)
