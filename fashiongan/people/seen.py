"""A person as a picture shows them, and what is refused of a picture before anybody is redressed."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import Category
from fashiongan.errors import ImageError, RequestError
from fashiongan.people.exchange import Piece, piece_of
from fashiongan.people.framing import PersonFrame
from fashiongan.people.regions import BodyPart, Region

# Of the frame: less than this of somebody, of a head, of clothes or of a trunk is nobody.
LEAST_PERSON, LEAST_HEAD, LEAST_CLOTHES, LEAST_TRUNK = 0.04, 0.003, 0.01, 0.01
# The share of the body that must lie inside what is seen of the person.
LEAST_AGREEMENT = 0.6
# Of the frame: what must be there of the legs for a bottom or a dress.
LEAST_LEGS = 0.03
# Of the legs: so much is under a top, and so little under a bottom, where a dress is worn.
DRESS_COVERS, BOTTOM_COVERS = 0.2, 0.1


@dataclass(frozen=True, eq=False)
class SeenPerson:
    """frame : where in the picture; rgb : (256, 160, 3) of it; regions, body : (256, 160) uint8 of Region, BodyPart"""

    frame: PersonFrame
    rgb: NDArray[np.uint8]
    regions: NDArray[np.uint8]
    body: NDArray[np.uint8]

    @property
    def in_dress(self) -> bool:
        """Whether one piece covers trunk and thighs."""
        legs = self.body == BodyPart.LEGS
        top, bottom = (float((self.regions[legs] == one).mean()) if legs.any() else 0.0 for one in _WORN)
        return top > DRESS_COVERS and bottom < BOTTOM_COVERS

    def share(self, *regions: Region) -> float:
        """How much of the frame shows some regions."""
        return float(np.isin(self.regions, regions).mean())

    def share_of_body(self, part: BodyPart) -> float:
        """How much of the frame a part of the body takes, seen or covered."""
        return float((self.body == part).mean())


_WORN = (Region.TOP, Region.BOTTOM)


def refuse_nobody(seen: SeenPerson, name: str) -> None:
    """Refuse a picture that shows nobody, or nobody who can be made out.

    Raises
    ------
    ImageError : see above
    """
    person = seen.share(*(region for region in Region if region))
    head, clothes = seen.share(Region.HAIR, Region.HEAD), seen.share(*_WORN)
    body = seen.body > 0
    agreement = float((seen.regions[body] > 0).mean()) if body.any() else 0.0
    enough = person >= LEAST_PERSON and head >= LEAST_HEAD and clothes >= LEAST_CLOTHES
    if not enough or seen.share_of_body(BodyPart.TRUNK) < LEAST_TRUNK or agreement < LEAST_AGREEMENT:
        raise ImageError(
            f"{name} shows no person who can be made out (head {head:.1%}, clothes {clothes:.1%} of the picture); give "
            "one of somebody standing, from the front, head to foot."
        )


def refuse_piece(seen: SeenPerson, category: Category) -> None:
    """Refuse to put on what cannot be put on here.

    Raises
    ------
    RequestError : legs are not in the picture, or a dress is worn where a top or bottom is asked for
    """
    piece = piece_of(category)
    if piece is not Piece.TOP and seen.share_of_body(BodyPart.LEGS) < LEAST_LEGS:
        raise RequestError(
            f"To put on {category}, the picture shows too little of the legs "
            f"({seen.share_of_body(BodyPart.LEGS):.1%} of it); give one from head to foot, or ask for a top."
        )
    if piece is not Piece.DRESS and seen.in_dress:
        raise RequestError(f"The person wears a dress, so no {category} can be put on; ask for a dress.")
