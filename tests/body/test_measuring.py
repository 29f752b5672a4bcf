import math
from dataclasses import replace

import numpy as np
import pytest

from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer, GirthRule, Tape
from fashiongan.body.population import random_adult
from fashiongan.errors import MeasurementError


def test_a_tape_round_a_cylinder_is_its_circumference() -> None:
    angle = np.linspace(0, 2 * math.pi, 240, endpoint=False)
    ring = np.stack([150 * np.cos(angle), np.zeros(240), 150 * np.sin(angle)], axis=1)
    up = np.array([0.0, 10.0, 0.0])
    vertices = np.concatenate([ring - up, ring + up, 0.3 * up[None]])
    tape = Tape(GirthRule("waist_mm", "trunk", (480,)), np.arange(240), np.arange(240, 480))
    assert tape.length_mm(vertices) == pytest.approx(2 * math.pi * 150, rel=1e-3)


def test_a_body_twice_as_large_measures_twice_as_much(measurer: BodyMeasurer, woman: FittedBody) -> None:
    vertices = woman.mesh.vertices_mm
    lengths = [tape.length_mm(vertices) for tape in measurer.tapes(vertices)]
    doubled = [tape.length_mm(2 * vertices) for tape in measurer.tapes(vertices) if tape.rule.below_mm == 0]
    kept = [one for one, tape in zip(lengths, measurer.tapes(vertices), strict=True) if tape.rule.below_mm == 0]
    assert doubled == pytest.approx([2 * one for one in kept])


@pytest.mark.parametrize(
    "asked",
    [
        BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980, inseam_mm=770, shoulder_mm=390, neck_mm=345, thigh_mm=570),
        BodyMeasurements(Figure.WOMAN, 1600, 1040, 900, 1100),
        BodyMeasurements(Figure.WOMAN, 1780, 840, 660, 900, inseam_mm=840),
        BodyMeasurements(Figure.MAN, 1800, 1000, 850, 1000, inseam_mm=830, thigh_mm=570),
        BodyMeasurements(Figure.MAN, 1750, 1120, 1060, 1080, inseam_mm=790, thigh_mm=600),
    ],
)
def test_a_fitted_body_has_the_given_measurements_within_3_mm(measurer: BodyMeasurer, asked: BodyMeasurements) -> None:
    fitted = fit_body(asked, measurer)
    found = measurer.measure(fitted.mesh.vertices_mm, asked.figure).given()
    assert all(abs(found[name] - value) <= 3 for name, value in asked.given().items())


def test_nearly_every_adult_of_a_population_is_fitted_within_3_mm_and_all_others_are_told(
    measurer: BodyMeasurer,
) -> None:
    random = np.random.default_rng(7)
    fitted = [fit_body(random_adult(random), measurer) for _ in range(24)]
    within = [one.worst_mm <= 3 for one in fitted]
    assert np.mean(within) >= 0.95
    assert all((one.note == "") == ok for one, ok in zip(fitted, within, strict=True))


def test_an_ordinary_back_that_was_taped_by_hand_hardly_changes_the_body(measurer: BodyMeasurer) -> None:
    plain = BodyMeasurements(Figure.WOMAN, 1680, 900, 740, 980)
    # What clothing tables give for this stature.
    taped = replace(plain, back_waist_mm=415)
    moved = fit_body(taped, measurer).mesh.vertices_mm - fit_body(plain, measurer).mesh.vertices_mm
    assert np.linalg.norm(moved, axis=1).max() < 15


def test_measurements_that_no_body_has_together_are_refused_by_name(measurer: BodyMeasurer) -> None:
    with pytest.raises(MeasurementError, match="No body has these measurements together: "):
        fit_body(BodyMeasurements(Figure.WOMAN, 1600, 800, 900, 800, shoulder_mm=550), measurer)
