import pytest

from fashiongan.errors import RequestError
from fashiongan.tools.region import Region, region_and_seed


def test_a_region_is_read_from_four_numbers() -> None:
    assert Region.parse("10,20, 300,40") == Region(10, 20, 300, 40)
    assert str(Region(10, 20, 300, 40)) == "10,20,300,40"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1,2,3", "not a region"),
        ("a,b,c,d", "not a region"),
        ("0,0,0,50", "covers nothing"),
        ("0,0,-5,50", "covers nothing"),
        ("0,0,15,50", "too small"),
    ],
)
def test_a_region_that_cannot_be_is_refused(text: str, answer: str) -> None:
    with pytest.raises(RequestError, match=answer):
        Region.parse(text)


@pytest.mark.parametrize(
    ("region", "answer"),
    [
        (Region(-1, 0, 50, 50), "beyond the photo"),
        (Region(60, 0, 50, 50), "beyond the photo"),
        (Region(0, 60, 50, 50), "beyond the photo"),
        (Region(0, 0, 100, 100), "covers everything"),
    ],
)
def test_a_region_outside_or_all_of_a_photo_is_refused(region: Region, answer: str) -> None:
    with pytest.raises(RequestError, match=answer):
        region.refuse_outside(100, 100)


def test_half_a_photo_has_half_a_region() -> None:
    assert Region(10, 20, 300, 40).scaled(0.5) == Region(5, 10, 150, 20)


def test_a_region_and_its_seed_are_read_back() -> None:
    assert region_and_seed(Region(1, 2, 30, 40).with_seed(7)) == (Region(1, 2, 30, 40), 7)
