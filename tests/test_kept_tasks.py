import json
from typing import Any

import numpy as np
import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.color import Color
from fashiongan.errors import RequestError
from fashiongan.generator.request import Controls, GenerationRequest
from fashiongan.generator.style_picture import StylePicture
from fashiongan.ideas.reworked import OtherPicture
from fashiongan.ideas.tools import Change
from fashiongan.kept_tasks import read_task, task_text
from fashiongan.tasks import Blend, FromPhoto, IntoPhoto, Moulding, Recoloring, Restyling, Task, Variations
from fashiongan.tools.place import Place
from fashiongan.tools.region import Region
from tests.library.pictures import plain_garment

ASKED = GarmentAttributes(Category.DRESS, colors=(Color.parse("teal"), Color.parse("white")))
RGBA = np.random.default_rng(0).integers(0, 256, (40, 40, 4), dtype=np.uint8)
STYLE = StylePicture(RGBA, True, "swatch.png", "00")
LINES = np.random.default_rng(1).random((256, 256)) > 0.9
TASKS: list[Task] = [
    GenerationRequest(ASKED, 3, 9, Controls(0.5, 0.0, STYLE)),
    Variations(plain_garment(), 2, 0.4, 5, Change.CLOTH),
    Blend(plain_garment(), plain_garment(Category.SKIRT), 4),
    Moulding(plain_garment(), (("longer", 1.5),), plain_garment(Category.DRESS), 0.25),
    Recoloring(plain_garment(), (Color.parse("red"),)),
    FromPhoto(STYLE, ASKED),
    IntoPhoto(Place(OtherPicture(RGBA, "room.png"), Region(2, 3, 20, 20)), ASKED, 2, 1),
    Restyling(OtherPicture(RGBA, "x.png"), "dark"),
]


@pytest.mark.parametrize("task", TASKS, ids=lambda task: type(task).__name__)
def test_a_task_comes_back_as_it_was(task: Task) -> None:
    back = read_task(task_text(task))
    assert type(back) is type(task)
    assert back.to_dict() == task.to_dict()
    assert back.count == task.count


def test_pictures_come_back_to_the_last_bit() -> None:
    back = read_task(task_text(FromPhoto(STYLE, ASKED)))
    assert isinstance(back, FromPhoto)
    assert np.array_equal(back.photo.rgba, RGBA)


def changed(**other: Any) -> str:
    return json.dumps(json.loads(task_text(TASKS[3])) | other)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "3",
        "[" * 5000 + "]" * 5000,
        '{"class": "Path", "fields": {}}',
        '{"class": "GenerationRequest", "fields": {"attributes": 3}}',
        '{"array": "object", "shape": [1], "packed": ""}',
        '{"array": "uint8", "shape": [99999999, 999999], "packed": ""}',
        '{"class": "Color", "fields": {"red": 1, "green": 2, "blue": 3}}',
        changed(fields={}),
        changed(**{"class": "Mix"}),
    ],
)
def test_what_is_no_task_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(RequestError, match="ask for it again"):
        read_task(text)
