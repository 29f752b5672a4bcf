import numpy as np
import pytest

from fashiongan.attributes import Category
from fashiongan.errors import ImageError, RequestError
from fashiongan.people.framing import PersonFrame
from fashiongan.people.regions import BodyPart, Region
from fashiongan.people.seen import SeenPerson, refuse_nobody, refuse_piece
from tests.tools.redressers import body_of, dress_map, person_map


def seen(regions: np.ndarray, body: np.ndarray) -> SeenPerson:
    return SeenPerson(PersonFrame(0, 0, 160, 256), np.zeros((256, 160, 3), np.uint8), regions, body)


PERSON = seen(person_map(), body_of(person_map()))
DRESSED = seen(dress_map(), body_of(person_map()))


def test_somebody_in_a_dress_is_told_from_somebody_in_a_top_and_a_bottom() -> None:
    assert DRESSED.in_dress
    assert not PERSON.in_dress


@pytest.mark.parametrize("category", ["skirt", "tank"])
def test_nobody_in_a_dress_puts_on_a_top_or_a_bottom(category: str) -> None:
    with pytest.raises(RequestError, match=f"wears a dress, so no {category} .*ask for a dress"):
        refuse_piece(DRESSED, Category(category))


def test_any_piece_can_be_put_on_by_who_stands_there_whole() -> None:
    for category in Category:
        refuse_piece(PERSON, category)
    refuse_piece(DRESSED, Category.DRESS)


def test_without_legs_there_is_no_skirt_but_a_top() -> None:
    regions, body = person_map(), body_of(person_map())
    regions[120:], body[120:] = Region.GROUND, BodyPart.GROUND
    half = seen(regions, body)
    with pytest.raises(RequestError, match=r"put on skirt, .* too little of the legs \(0.0% of it\)"):
        refuse_piece(half, Category.SKIRT)
    refuse_piece(half, Category.TSHIRT)


@pytest.mark.parametrize("missing", [Region.TOP, Region.HEAD])
def test_clothes_without_anybody_and_somebody_without_a_head_are_nobody(missing: Region) -> None:
    regions, body = person_map(), body_of(person_map())
    gone = (regions == missing) | ((regions == Region.HAIR) if missing is Region.HEAD else (regions == Region.BOTTOM))
    regions[gone] = Region.GROUND
    with pytest.raises(ImageError, match="hanger shows no person who can be made out"):
        refuse_nobody(seen(regions, body), "hanger")


def test_an_empty_picture_shows_nobody() -> None:
    empty = np.zeros((256, 160), np.uint8)
    with pytest.raises(ImageError, match="shows no person"):
        refuse_nobody(seen(empty, empty), "wall.jpg")


def test_a_whole_person_is_somebody() -> None:
    refuse_nobody(PERSON, "person.jpg")
