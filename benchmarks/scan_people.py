"""People to try scans on: of the body model, and strangers to it, standing a little differently each time."""

from dataclasses import dataclass

import numpy as np

from fashiongan.body.fitting import fit_body
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel, Floats
from fashiongan.body.population import random_adult
from fashiongan.body.posing import NAMES, PARTS, STANDING, Skeleton, parts_named
from fashiongan.errors import MeasurementError
from scanning.simulation.person import Person, smooth_field
from scanning.surface_fit import standing_turns

# Spread of random stances, degrees: arms and posture; legs open alike, feet stay flat.
ARM_DEG, FOREARM_DEG, LEG_DEG, NECK_DEG = 8.0, 4.0, 1.5, 2.0
# Strangers: waves over the skin, bulges, and posture that no parameter of the body model says.
WAVE_MM, WAVE_STEPS = 3.0, 600
BULGES, BULGE_MM, BULGE_WIDE_MM = 3, 15.0, 90.0
POSTURE_DEG = 5.0
CLOTH_MM, WRINKLES_MM, BARE = 1.0, 0.7, ("neck", "head", "hand", "foot")


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to scan: as they stand before the camera, and the (V, 3) truth in the stance that is measured."""

    person: Person
    truth_mm: Floats


class People:
    """Random adults with the means of ANSUR II. The same number is always the same person."""

    def __init__(self, model: BodyModel) -> None:
        self._measurer = BodyMeasurer(model)
        self._skeleton = Skeleton(model)

    def subject(self, number: int, stance: int, stranger: bool) -> Subject:
        """Person `number` in their `stance`-th try to stand the same; strangers are not of the body model."""
        random = np.random.default_rng((number, stranger))
        rest, joints = self._body(random)
        posture = STANDING.copy()
        if stranger:
            rest = rest + self._waves(rest, random) + _bulges(rest, random)
            posture = _posture(random)
        faces = self._measurer.model.faces
        turns = _stance(posture, np.random.default_rng((number, stance, 1)))
        # A tape lies over the cloth and smooths its wrinkles, which the camera sees.
        covered = 1 - self._skeleton.weights[:, parts_named(*BARE)].sum(1)
        smooth = Person(rest, faces).dressed(CLOTH_MM, 0.0, random, covered).vertices_mm
        wrinkled = Person(rest, faces).dressed(CLOTH_MM, WRINKLES_MM, random, covered).vertices_mm
        standing = self._skeleton.pose(smooth, joints, standing_turns(turns))
        posed = self._skeleton.pose(wrinkled, joints, turns)
        return Subject(Person(_grounded(posed), faces), _grounded(standing))

    def _body(self, random: np.random.Generator) -> tuple[Floats, Floats]:
        while True:
            try:
                fitted = fit_body(random_adult(random), self._measurer)
            except MeasurementError:
                continue
            joints = np.array([fitted.mesh.joints_mm[part.joint] for part in PARTS])
            return fitted.mesh.vertices_mm, joints

    def _waves(self, rest: Floats, random: np.random.Generator) -> Floats:
        """Long smooth waves, in and out."""
        faces = self._measurer.model.faces
        field = WAVE_MM * smooth_field(faces, len(rest), random, WAVE_STEPS)
        return np.asarray(field[:, None] * Person(rest, faces).normals())


def _bulges(rest: Floats, random: np.random.Generator) -> Floats:
    """A few local bulges or hollows of the trunk and thighs."""
    moved = np.zeros_like(rest)
    height = np.ptp(rest[:, 1])
    trunk = np.flatnonzero((np.abs(rest[:, 0]) < 0.12 * height) & (rest[:, 1] > 0.35 * height))
    for at in random.choice(trunk, BULGES):
        distance = np.linalg.norm(rest - rest[at], axis=1)
        middle = rest[:, :] - [0.0, rest[at, 1], 0.0]
        normals = middle / np.maximum(np.linalg.norm(middle, axis=1, keepdims=True), 1.0)
        size = BULGE_MM * random.standard_normal()
        moved += size * np.exp(-((distance / BULGE_WIDE_MM) ** 2))[:, None] * normals * [1.0, 0.0, 1.0]
    return moved


def _posture(random: np.random.Generator) -> Floats:
    """A slouch or hollow back, and a head carried forwards: the same in every stance of a person."""
    turns = STANDING.copy()
    belly, chest, head = POSTURE_DEG * random.standard_normal(3)
    for name, degrees in {"belly": belly, "chest": belly + chest, "neck": belly + chest + head, "head": head}.items():
        turns[NAMES.index(name), 0] = np.radians(degrees)
    return turns


def _stance(posture: Floats, random: np.random.Generator) -> Floats:
    """How somebody stands this time: arms, legs and head a little otherwise."""
    turns = posture.copy()
    legs = LEG_DEG * random.standard_normal()
    nod = NECK_DEG * random.standard_normal(3)
    chest = posture[NAMES.index("chest")]
    for name in ("neck", "head"):
        turns[NAMES.index(name)] += np.radians(nod)
    for side, sign in (("L", 1.0), ("R", -1.0)):
        arm, forearm = ARM_DEG * random.standard_normal(3), FOREARM_DEG * random.standard_normal(3)
        turns[NAMES.index(f"clavicle.{side}")] = chest
        turns[NAMES.index(f"upper arm.{side}")] = np.radians(arm)
        turns[NAMES.index(f"forearm.{side}")] = turns[NAMES.index(f"hand.{side}")] = np.radians(arm + forearm)
        turns[NAMES.index(f"thigh.{side}")] = turns[NAMES.index(f"shin.{side}")] = np.radians([0, 0, sign * legs])
    return turns


def _grounded(vertices: Floats) -> Floats:
    return np.asarray(vertices - [0, vertices[:, 1].min(), 0])
