import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from fashiongan.errors import RequestError
from fashiongan.taste.profile import Star, TasteProfile, picture_sha256, read_profile

EMPTY = TasteProfile("taste", "abc")


def star(sha256: str = "1", liked: bool = True, width: int = 3) -> Star:
    return Star("a skirt", sha256, liked, True, np.arange(width, dtype=np.float16) / 3)


def test_a_profile_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    profile = EMPTY.toggled(star()).toggled(star("2", liked=False))
    profile.save(tmp_path / "me.json")
    back = read_profile(tmp_path / "me.json")
    assert back.sha256 == profile.sha256
    assert np.array_equal(back.stars[0].code, star().code)
    assert [one.liked for one in back.stars] == [True, False]


def test_a_second_press_takes_the_star_away() -> None:
    once = EMPTY.toggled(star())
    assert once.has("1")
    assert not once.toggled(star()).stars


def test_a_picture_is_found_again_by_its_pixels() -> None:
    picture = np.zeros((2, 2, 4), np.uint8)
    other = picture.copy()
    other[0, 0, 0] = 1
    assert picture_sha256(picture) == picture_sha256(picture.copy()) != picture_sha256(other)
    assert picture_sha256(picture) != picture_sha256(picture.reshape(1, 4, 4))


def test_stars_of_two_networks_do_not_go_together() -> None:
    with pytest.raises(RequestError, match="star anew"):
        replace(EMPTY, stars=(star(), star("2", width=5)))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": "recipe"}, "is not a taste profile"),
        ({"version": 9}, "version 9"),
        ({"stars": [{"name": "x"}]}, "damaged"),
        ({"stars": 3}, "damaged"),
        ({"stars": [star().to_dict() | {"code": "!"}]}, "damaged"),
        ({"stars": [star().to_dict() | {"liked": "yes"}]}, "damaged"),
    ],
)
def test_a_wrong_profile_is_refused_in_one_line(tmp_path: Path, change: dict[str, object], message: str) -> None:
    path = tmp_path / "me.json"
    EMPTY.toggled(star()).save(path)
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(RequestError, match=message) as refused:
        read_profile(path)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"[1", b"[" * 100_000])
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "me.json").write_bytes(content)
    with pytest.raises(RequestError, match=r"me.json"):
        read_profile(tmp_path / "me.json")
