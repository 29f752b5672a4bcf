import numpy as np
import pytest
import trimesh
from scipy.spatial import ConvexHull

from fashiongan.body.definitions import BY_NAME, DEFINITIONS, Kind
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import Floats
from fashiongan.body.population import ANSUR
from fashiongan.body.tailoring import Side, TapedBody, tape_all, tape_body, tape_lines

LEVEL_GIRTHS = ("bust_mm", "waist_mm", "hip_mm", "top_hip_mm", "seat_mm")


@pytest.fixture(scope="module")
def taped(measurer: BodyMeasurer, woman: FittedBody) -> TapedBody:
    return tape_body(woman.mesh.vertices_mm, measurer)


@pytest.fixture(
    scope="module",
    params=[
        BodyMeasurements(Figure.WOMAN, 1600, 1040, 900, 1100),
        BodyMeasurements(Figure.WOMAN, 1780, 840, 660, 900),
        BodyMeasurements(Figure.MAN, 1680, 900, 760, 900),
        BodyMeasurements(Figure.MAN, 1750, 1120, 1060, 1080),
    ],
    ids=lambda asked: f"{asked.figure} {asked.bust_mm:g}",
)
def limbs(request: pytest.FixtureRequest, measurer: BodyMeasurer) -> tuple[FittedBody, dict[str, float]]:
    """Slim and stout bodies, and all that was measured on their left."""
    fitted = fit_body(request.param, measurer)
    return fitted, tape_all(fitted.mesh.vertices_mm, measurer, Side.LEFT)


def _flat(points: Floats, normal: Floats) -> Floats:
    """(N, 2) points of a plane in two of its own directions."""
    return points @ np.linalg.svd(normal[None])[2][1:].T


def test_at_least_34_measurements_are_taken_and_every_one_is_defined(taped: TapedBody) -> None:
    assert set(taped.values_mm) == set(taped.lines_mm) == set(BY_NAME)
    assert len(DEFINITIONS) == len(BY_NAME) >= 34
    assert sum(one.clause != "-" for one in DEFINITIONS) >= 30


def test_no_clause_is_given_twice() -> None:
    clauses = [one.clause for one in DEFINITIONS if one.clause != "-"]
    assert len(clauses) == len(set(clauses))


def test_limits_are_those_of_iso_20685() -> None:
    assert [kind.limit_mm for kind in Kind] == [4, 4, 5, 9, 4, 2, 5]


def test_the_basic_measurements_stay_as_they_are(measurer: BodyMeasurer, woman: FittedBody, taped: TapedBody) -> None:
    basic = measurer.measure(woman.mesh.vertices_mm, Figure.WOMAN).given()
    assert {name: taped.values_mm[name] for name in basic} == pytest.approx(basic, abs=0.05)


def test_left_and_right_of_a_symmetric_body_are_the_same(measurer: BodyMeasurer, woman: FittedBody) -> None:
    left = tape_all(woman.mesh.vertices_mm, measurer, Side.LEFT)
    assert left == pytest.approx(tape_all(woman.mesh.vertices_mm, measurer), abs=0.1)


def test_a_thicker_right_leg_is_measured_on_the_right(measurer: BodyMeasurer, woman: FittedBody) -> None:
    vertices = woman.mesh.vertices_mm.copy()
    leg = (vertices[:, 0] < 0) & (vertices[:, 1] < 700)
    center = vertices[leg].mean(0) * [1, 0, 1]
    vertices[leg] += 0.2 * (vertices[leg] - center) * [1, 0, 1]
    assert (
        tape_all(vertices, measurer, Side.RIGHT)["knee_mm"] > 1.1 * tape_all(vertices, measurer, Side.LEFT)["knee_mm"]
    )


@pytest.mark.parametrize("name", LEVEL_GIRTHS)
def test_a_level_girth_is_the_hull_of_an_independent_slice(taped: TapedBody, woman: FittedBody, name: str) -> None:
    level = taped.lines_mm[name][0, 1]
    mesh = trimesh.Trimesh(woman.mesh.vertices_mm, woman.mesh.faces, process=False)
    section = mesh.section([0, 1, 0], [0, level, 0])
    trunk = max(section.discrete, key=lambda ring: np.ptp(ring[:, 0]) * (abs(ring[:, 0].mean()) < 30))
    assert taped.values_mm[name] == pytest.approx(ConvexHull(trunk[:, [0, 2]]).area, rel=2e-3)


@pytest.mark.parametrize("name", sorted(BY_NAME))
def test_every_value_is_the_length_of_its_line(taped: TapedBody, name: str) -> None:
    line = taped.lines_mm[name]
    assert np.linalg.norm(np.diff(line, axis=0), axis=1).sum() == pytest.approx(taped.values_mm[name], rel=1e-6)


def test_the_calf_is_the_fullest_slice_between_ankle_and_knee(
    limbs: tuple[FittedBody, dict[str, float]],
) -> None:
    fitted, body = limbs
    leg = trimesh.Trimesh(fitted.mesh.vertices_mm, fitted.mesh.faces, process=False).slice_plane([0, 0, 0], [1, 0, 0])
    levels = np.arange(body["ankle_height_mm"] + 60, 0.82 * body["knee_height_mm"], 8.0)
    slices = [leg.section([0, 1, 0], [0, level, 0]).vertices[:, [0, 2]] for level in levels]
    assert body["calf_mm"] == pytest.approx(max(ConvexHull(one).area for one in slices), abs=2)


def test_the_wrist_is_hardly_more_than_the_thinnest_slice_of_the_forearm(
    limbs: tuple[FittedBody, dict[str, float]],
) -> None:
    fitted, body = limbs
    elbow, wrist = (fitted.mesh.joints_mm[name] for name in ("lowerarm01.L", "wrist.L"))
    mesh = trimesh.Trimesh(fitted.mesh.vertices_mm, fitted.mesh.faces, process=False)
    places = wrist + np.outer(np.arange(-60.0, 20.0, 4.0), (wrist - elbow) / np.linalg.norm(wrist - elbow))
    rings = [mesh.section(wrist - elbow, place).vertices - place for place in places]
    slices = [ConvexHull(_flat(ring[np.linalg.norm(ring, axis=1) < 70], wrist - elbow)).area for ring in rings]
    assert min(slices) - 2 < body["wrist_mm"] < min(slices) + 6


def test_the_wrists_of_average_adults_are_those_of_the_survey(measurer: BodyMeasurer) -> None:
    # ANSUR II: about 155 mm of women and 176 mm of men.
    for figure, wrist_mm in ((Figure.WOMAN, 155), (Figure.MAN, 176)):
        average = fit_body(BodyMeasurements(figure, *ANSUR[figure].means_mm), measurer)
        assert average.measurements.wrist_mm == pytest.approx(wrist_mm, abs=10)


def test_girths_come_in_the_order_of_a_body(taped: TapedBody) -> None:
    body = taped.values_mm
    assert body["waist_mm"] < body["top_hip_mm"] < body["hip_mm"] <= body["seat_mm"]
    assert body["underbust_mm"] < body["bust_mm"]
    assert body["thigh_mm"] > body["mid_thigh_mm"] > body["knee_mm"] > body["calf_mm"] > body["ankle_mm"]
    assert body["upper_arm_mm"] > body["elbow_mm"] > body["wrist_mm"]
    assert body["neck_base_mm"] > body["neck_mm"]


def test_heights_come_in_the_order_of_a_body(taped: TapedBody) -> None:
    parts = ("shoulder", "armpit", "bust", "underbust", "waist", "hip")
    names = ["height_mm", *(f"{part}_height_mm" for part in parts), "inseam_mm", "knee_height_mm", "ankle_height_mm"]
    values = [taped.values_mm[name] for name in names]
    assert values == sorted(values, reverse=True)


def test_the_shoulders_of_a_woman_are_at_four_fifths_and_her_seventh_vertebra_at_six_sevenths(taped: TapedBody) -> None:
    # What people usually have, to a hundredth of the stature.
    shares = {name: taped.values_mm[name] / taped.values_mm["height_mm"] for name in BY_NAME}
    assert shares["shoulder_height_mm"] == pytest.approx(0.82, abs=0.01)
    assert shares["cervicale_height_mm"] == pytest.approx(0.86, abs=0.01)


def test_the_back_of_a_woman_is_a_quarter_of_her_stature(taped: TapedBody) -> None:
    # The standard figure of clothing tables: 415 mm from the seventh vertebra to the waist at 1680 mm.
    assert taped.values_mm["back_waist_mm"] / taped.values_mm["height_mm"] == pytest.approx(415 / 1680, abs=0.01)


def test_half_of_the_shoulders_and_an_arm_reach_from_the_nape_to_the_wrist(taped: TapedBody) -> None:
    body = taped.values_mm
    assert body["back_neck_to_wrist_mm"] == pytest.approx(body["shoulder_mm"] / 2 + body["arm_length_mm"], abs=0.1)


def test_total_crotch_is_front_rise_and_back_rise(taped: TapedBody) -> None:
    body = taped.values_mm
    assert body["total_crotch_mm"] == pytest.approx(body["front_rise_mm"] + body["back_rise_mm"])


def test_a_longer_way_to_the_same_place_is_longer(taped: TapedBody) -> None:
    body = taped.values_mm
    assert body["outside_leg_mm"] >= body["waist_height_mm"] - 15
    assert body["shoulder_mm"] > body["biacromial_mm"]
    assert body["back_neck_to_wrist_mm"] > body["arm_length_mm"] + body["biacromial_mm"] / 2


def test_lines_lie_on_the_right_of_the_body(measurer: BodyMeasurer, woman: FittedBody) -> None:
    lines = tape_lines(woman.mesh.vertices_mm, measurer)
    assert all(lines[name][:, 0].max() < 0 for name in ("wrist_mm", "thigh_mm", "knee_mm", "armscye_mm"))


@pytest.mark.parametrize("girth", ["bust", "waist", "hip"])
def test_the_back_part_of_a_girth_is_about_half_of_it(taped: TapedBody, girth: str) -> None:
    assert taped.values_mm[f"{girth}_back_mm"] == pytest.approx(taped.values_mm[f"{girth}_mm"] / 2, rel=0.15)
