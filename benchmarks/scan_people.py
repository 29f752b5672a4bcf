"""People to try scans on: of the body model, and strangers to it, standing a little differently each time.

The truth is taped on the person's own mesh. Even of strangers it shares this with the fit: the topology of the mesh and
so the vertices that are landmarks, which parts the skin follows (skinning weights), where tapes lie, and, up to waves,
warp, bulges and a bend of the chest, the shapes of the body model. `scan_slices` is a second truth without the tapes.
"""

from dataclasses import dataclass

import numpy as np

from benchmarks.scan_strangers import changed, haired, posture
from fashiongan.body.fitting import fit_body
from fashiongan.body.measurements import BodyMeasurements
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel, Floats
from fashiongan.body.population import random_adult
from fashiongan.body.posing import NAMES, PARTS, STANDING, Skeleton, parts_named
from fashiongan.errors import MeasurementError
from scanning.simulation.person import Person
from scanning.surface_fit import standing_turns

# Spread of random stances, degrees: arms and posture; legs open alike, feet stay flat.
ARM_DEG, FOREARM_DEG, LEG_DEG, NECK_DEG = 8.0, 4.0, 1.5, 2.0
CLOTH_MM, WRINKLES_MM, BARE = 1.0, 0.7, ("neck", "head", "hand", "foot")


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody to scan: as they stand before the camera, the (V, 3) truth in the stance that is measured, the same
    without wrinkles and hair as they stand before the camera, and who was asked for."""

    person: Person
    truth_mm: Floats
    smooth: Person
    asked: BodyMeasurements


class People:
    """Random adults of ANSUR II. The same number is always the same person."""

    def __init__(self, model: BodyModel) -> None:
        self._measurer = BodyMeasurer(model)
        self._skeleton = Skeleton(model)

    def subject(self, number: int, stance: int, stranger: bool) -> Subject:
        """Person `number` in their `stance`-th try to stand the same; strangers are not of the body model."""
        random = np.random.default_rng((number, stranger))
        faces = self._measurer.model.faces
        asked, rest, joints = self._body(random)
        carriage = STANDING.copy()
        if stranger:
            rest, joints = changed(rest, joints, self._skeleton, faces, random)
            carriage = posture(random)
        turns = _stance(carriage, np.random.default_rng((number, stance, 1)))
        # A tape lies over the cloth and smooths its wrinkles, which the camera sees.
        covered = 1 - self._skeleton.weights[:, parts_named(*BARE)].sum(1)
        smooth = Person(rest, faces).dressed(CLOTH_MM, 0.0, random, covered).vertices_mm
        wrinkled = Person(rest, faces).dressed(CLOTH_MM, WRINKLES_MM, random, covered).vertices_mm
        if stranger and number % 2:
            wrinkled = haired(wrinkled, self._skeleton, faces, random)
        standing = self._skeleton.pose(smooth, joints, standing_turns(turns))
        posed, unwrinkled = (self._skeleton.pose(one, joints, turns) for one in (wrinkled, smooth))
        return Subject(
            Person(_grounded(posed), faces), _grounded(standing), Person(_grounded(unwrinkled), faces), asked
        )

    def _body(self, random: np.random.Generator) -> tuple[BodyMeasurements, Floats, Floats]:
        while True:
            asked = random_adult(random)
            try:
                fitted = fit_body(asked, self._measurer)
            except MeasurementError:
                continue
            joints = np.array([fitted.mesh.joints_mm[part.joint] for part in PARTS])
            return asked, fitted.mesh.vertices_mm, joints


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
