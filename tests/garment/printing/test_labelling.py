import numpy as np
from shapely import LineString, Point, Polygon, box

from fashiongan.garment.printing.labelling import name_hole, place_grain, place_label

WORDS = ("Band", "cut 2 · rib", "T-shirt", "bust 90, waist 74")


def test_words_are_large_where_there_is_room() -> None:
    assert place_label(box(0, 0, 400, 600), WORDS).letters_mm == 8


def test_words_are_turned_in_a_narrow_upright_piece() -> None:
    label = place_label(box(0, 0, 40, 600), WORDS)
    assert label.turn_deg == 90
    assert all(0 < x < 40 for _, (x, _) in label.baselines())


def test_a_long_last_line_is_folded_where_letters_grow_by_it() -> None:
    label = place_label(box(0, 0, 60, 60), WORDS)
    assert label.lines[-2:] == ("bust 90,", "waist 74")


def test_lines_are_read_from_above_downwards() -> None:
    heights = [y for _, (_, y) in place_label(box(0, 0, 400, 600), WORDS).baselines()]
    assert heights == sorted(heights, reverse=True)


def test_the_grain_is_upright_inside_the_piece_and_beside_the_words() -> None:
    piece = box(0, 0, 300, 500)
    label = place_label(piece, WORDS)
    grain = LineString(place_grain(piece, [label]))
    assert piece.contains(grain)
    assert np.ptp(np.array(grain.coords)[:, 0]) == 0
    assert grain.distance(Point(label.middle)) > 30


def test_words_find_the_level_part_of_a_bent_band() -> None:
    """A band of 40 mm, bent to a quarter of a ring, is level only at its lowest place."""
    turns = np.linspace(-np.pi / 4, np.pi / 4, 90)
    ring = np.stack([np.sin(turns), -np.cos(turns)], axis=1)
    band = Polygon(np.concatenate([600 * ring, 560 * ring[::-1]]))
    assert place_label(band, WORDS).letters_mm >= 4


def test_the_name_of_a_hole_stays_on_the_paper_and_off_its_lines() -> None:
    paper, seam = box(0, 0, 200, 50), LineString([(180, 0), (180, 50)])
    (middle,) = (place for _, place in name_hole("button", np.array([[172.0, 25.0]]), paper, seam).baselines())
    assert middle[0] < 165
