"""Whether what lies over a scanned head is hair, and how much.

A person is fitted twice, with and without hair. Hair it is where the skull then lies clearly under what was seen, and
the face is explained as well as before: a head that merely went wrong explains it worse.
"""

from typing import NamedTuple

import numpy as np

from scanning.pairing import Pairs
from scanning.posed_body import PosableBody

# Points within this reach of the scalp may be hair; so thin, it is the noise of the points.
HAIR_REACH_MM, THIN_MM = 120.0, 4.0
# Hair is this much thicker than the misfit of the face, which may be worse by that much, and is at most so large.
TIMES_MISFIT, WORSE, MOST_MISFIT_MM, FAR_MM = 1.5, 1.1, 5.0, 20.0


class HeadSeen(NamedTuple):
    """How well face and neck are explained in the mean, and how far points lie outside the scalp in the middle, mm."""

    misfit_mm: float
    hair_mm: float


def head_seen(pairs: Pairs, body: PosableBody) -> HeadSeen:
    """Look at pairs of points with their nearest places on a fitted body, within HAIR_REACH_MM."""
    bare = body.share_of(pairs, body.face_and_neck) > 0.5
    scalp = body.share_of(pairs, body.scalp) > 0.5
    if not bare.any() or not scalp.any():
        return HeadSeen(FAR_MM, 0.0)
    misfit = np.abs(pairs.residual_mm[bare]).clip(max=FAR_MM).mean()
    return HeadSeen(float(misfit), float(np.median(pairs.residual_mm[scalp])))


def wears_hair(bald: HeadSeen, haired: HeadSeen) -> bool:
    """Whether the head is better understood with hair."""
    thick = haired.hair_mm > max(THIN_MM, TIMES_MISFIT * haired.misfit_mm)
    return thick and haired.misfit_mm < min(MOST_MISFIT_MM, WORSE * bald.misfit_mm)


def hair_doubts(hair: float) -> dict[str, str]:
    """The reason by name, of measurements that so much hair makes doubtful."""
    return {"head_mm": "hair covers the head; measure it by tape, or wear a tight cap"} if hair else {}


def hair_notes(hair: float) -> tuple[str, ...]:
    """What to say of so much hair."""
    return (f"hair stands about {hair:.0f} mm off the head; heights are those of the head under it",) if hair else ()
