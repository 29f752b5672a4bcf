import io
import re
import zlib
from base64 import a85decode
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from rich.console import Console

from fashiongan.body.definitions import DEFINITIONS
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.tailoring import tape_body
from fashiongan.errors import OutputError
from scanning.body_chart import PANELS, spread
from scanning.body_picture import View, near_half, projected, shaded_body
from scanning.measurement_set import MeasurementSet, measurement_set
from scanning.measurement_table import measurement_table
from scanning.report import ReportedBody, report_pdf, write_report

HIDDEN = "hidden <behind> the arm & [sleeve]"


@pytest.fixture(scope="module")
def measured(measurer: BodyMeasurer, woman: FittedBody) -> tuple[MeasurementSet, ReportedBody]:
    taped = tape_body(woman.mesh.vertices_mm, measurer)
    found = measurement_set(Figure.WOMAN, taped.values_mm, {"waist_mm": 4.0}, {"wrist_mm": HIDDEN}, ("8 views",))
    return found, ReportedBody(woman.mesh.vertices_mm, woman.mesh.faces, taped.lines_mm)


@pytest.fixture(scope="module")
def pdf(measured: tuple[MeasurementSet, ReportedBody]) -> bytes:
    return report_pdf(*measured)


@pytest.fixture(scope="module")
def text(pdf: bytes) -> str:
    return text_of(pdf)


def text_of(pdf: bytes) -> str:
    """What the pages of a PDF of reportlab's say, in order."""
    streams = re.findall(
        rb"/Filter \[ /ASCII85Decode /FlateDecode \] /Length \d+\n>>\nstream\n(.*?)~>endstream", pdf, re.S
    )
    pages = b" ".join(zlib.decompress(a85decode(stream)) for stream in streams)
    parts = re.findall(rb"\((.*?)\) Tj", pages)
    return re.sub(r"\s+", " ", " ".join(part.decode("latin-1") for part in parts))


def test_the_report_has_three_pages_of_paper_a4(pdf: bytes) -> None:
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 3
    assert b"/MediaBox [ 0 0 595.2756 841.8898 ]" in pdf


def test_every_title_and_clause_stands_in_the_report(text: str) -> None:
    assert [one.title for one in DEFINITIONS if one.title not in text] == []
    assert [one.clause for one in DEFINITIONS if one.clause not in text and one.clause != "-"] == []


def test_what_is_doubted_is_told_with_its_reason(text: str) -> None:
    assert "Measure again:" in text
    assert HIDDEN.replace(" ", "") in text.replace(" ", "")


def test_the_same_body_gives_the_same_bytes_and_no_day(
    measured: tuple[MeasurementSet, ReportedBody], pdf: bytes
) -> None:
    assert report_pdf(*measured) == pdf
    assert b"D:20000101" in pdf


def test_the_day_is_written_where_it_is_given(measured: tuple[MeasurementSet, ReportedBody]) -> None:
    assert "3 May 2031" in text_of(report_pdf(*measured, date="3 May 2031"))


def test_a_place_that_cannot_be_written_is_told(measured: tuple[MeasurementSet, ReportedBody], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError):
        write_report(*measured, tmp_path / "file" / "report.pdf")


def test_every_measurement_is_drawn_in_some_panel() -> None:
    assert {one.name for one in DEFINITIONS} == {name for panel in PANELS for name in panel.names}


@pytest.mark.parametrize("wanted", [[9.0, 9.0, 9.0], [100.0, 50.0, 49.0, 48.0, 2.0], [], [5.0]])
def test_numbers_keep_their_distance_and_stay_where_there_is_room(wanted: list[float]) -> None:
    places = spread(wanted, 8.0)
    assert all(above - below >= 8 - 1e-9 for above, below in pairwise(places))
    assert sum(places) == pytest.approx(sum(wanted))


def test_the_right_arm_is_left_in_front_and_right_behind() -> None:
    right_hand = np.array([[-700.0, 900.0, 50.0]])
    assert projected(right_hand, View.FRONT)[0][0, 0] < 0 < projected(right_hand, View.BACK)[0][0, 0]


def test_the_nearer_half_of_a_ring_is_its_front_from_the_front() -> None:
    angle = np.linspace(0, 2 * np.pi, 41)
    ring = np.stack([np.cos(angle), np.zeros(41), np.sin(angle)], axis=1)
    assert np.array_equal(near_half(ring, View.FRONT), ~near_half(ring, View.BACK))


def test_a_box_is_drawn_as_wide_and_high_as_it_is() -> None:
    corners = np.array([[x, y, z] for x in (0.0, 100) for y in (0.0, 200) for z in (0.0, 50)])
    faces = np.array([[1, 5, 7], [1, 7, 3]], dtype=np.int32)
    picture = shaded_body(corners, faces, View.FRONT, 1.0)
    assert picture.size == (100, 200)
    assert np.asarray(picture)[..., 3].mean() > 250


def test_the_terminal_table_tells_what_to_measure_again(measured: tuple[MeasurementSet, ReportedBody]) -> None:
    console = Console(width=160, record=True, file=io.StringIO())
    console.print(measurement_table(measured[0]))
    shown = console.export_text()
    assert f"measure again: {HIDDEN}" in shown
    assert re.search(r"Waist girth\s+│ 5\.3\.10\s+│\s+740 │ 4\.0 │\s+9 │", shown)
