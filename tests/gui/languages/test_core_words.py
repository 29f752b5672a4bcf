"""What the core says in English, found among the words that are translated."""

from collections.abc import Iterator
from enum import StrEnum

import pytest

from fashiongan.attributes import Category, GarmentAttributes
from fashiongan.body.definitions import DEFINITIONS
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.fit_colors import SCALES
from fashiongan.garment.fit_lines import FITS
from fashiongan.garment.pattern import Cloth, Pattern
from fashiongan.garment.style import Style
from fashiongan.garment.wardrobe import draft
from fashiongan.ideas.tools import Change
from gui.camera_work import PROCEDURES
from gui.languages.core_words import WORDS
from gui.languages.wording import in_words
from scanning.calibration.inputs import Edge
from scanning.depth_verdict import LIMITS


@pytest.fixture
def patterns(measurer: BodyMeasurer) -> Iterator[Pattern]:
    body = measurer.model.mesh(measurer.model.neutral)
    dimensions = take_dimensions(body.vertices_mm, measurer)
    return (draft(dimensions, Style(GarmentAttributes(category))) for category in Category)


def test_every_measurement_has_its_name_and_text() -> None:
    texts = {text for one in DEFINITIONS for text in (one.title, one.text)}
    assert texts == set(WORDS["Measurement"])


def test_every_garment_and_every_piece_has_its_name(patterns: Iterator[Pattern]) -> None:
    titles = set()
    for pattern in patterns:
        titles |= {pattern.title, *(panel.piece.title for panel in pattern.panels.values())}
    assert titles | set(Cloth) <= set(WORDS["Pattern"])


@pytest.mark.parametrize("choice", [Change, Figure, Edge])
def test_every_choice_has_its_name(choice: type[StrEnum]) -> None:
    assert set(choice) <= set(WORDS["Choice"])


def test_what_a_camera_can_be_told_and_tells_has_its_words() -> None:
    asked = {text for one in PROCEDURES for text in (one.title, one.words, one.recordings) if text}
    assert asked | {text for one in LIMITS.values() for text in (one.name, one.advice)} <= set(WORDS["Camera"])


def test_how_a_garment_fits_has_its_words() -> None:
    assert {FITS, *(scale.meaning for scale in SCALES.values())} <= set(WORDS["Fit"])


@pytest.mark.usefixtures("romanian")
@pytest.mark.parametrize(
    ("context", "english", "said"),
    [
        ("Progress", "tile 3 of 10", "bucata 3 din 10"),
        ("Progress", "camera 2 of 3, 12 frames", "camera 2 din 3, cadre: 12"),
        ("Progress", "recording, 3 of 60 s, 90 frames", "înregistrare, 3 din 60 s, cadre: 90"),
        ("Fit", "Too tight at the chest: cloth is stretched by 7 %; give it 60 mm more.", "piept"),
        ("Fit", "Size M, between S and L: bust 91.0 cm, M is 90 to 98 cm.", "între S și L: bust 91,0 cm"),
        ("Origin", "seed 7 in %1.png", "sămânța 7 în %1.png"),
        ("Origin", "shape varied by 0.35", "formă, variat cu 0,35"),
    ],
)
def test_a_text_with_parts_is_said_in_romanian(context: str, english: str, said: str) -> None:
    assert said in in_words(context, english)


@pytest.mark.usefixtures("romanian")
def test_what_nobody_translated_is_said_as_it_is() -> None:
    assert in_words("Progress", "spinning yarn") == "spinning yarn"


def test_without_a_translation_every_text_stays_as_it_is() -> None:
    line = "Cut in size L, for a bust of 94.0 cm: 4.0 cm more than here."
    assert in_words("Fit", line) == line
