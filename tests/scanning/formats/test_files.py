import json
import math
import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as some

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import Figure, read_measurements
from fashiongan.errors import MeasurementError
from scanning.formats.files import ENDINGS, read_measurement_file, write_measurement_file
from scanning.formats.freesewing import NAMES as FREESEWING
from scanning.formats.garmentcode import NAMES as GARMENTCODE
from scanning.formats.seamly import NAMES as SEAMLY
from scanning.measurement_set import MeasurementSet, measurement_set

BASIC = {"height_mm": 1680.0, "bust_mm": 900.0, "waist_mm": 740.0, "hip_mm": 980.0}
KEPT = {
    ".json": set(BY_NAME),
    ".csv": set(BY_NAME),
    ".smis": set(SEAMLY.values()),
    ".freesewing.json": {*FREESEWING.values(), "height_mm"},
    ".freesewing.yaml": {*FREESEWING.values(), "height_mm"},
    ".garmentcode.yaml": set(GARMENTCODE.values()),
}
sets = some.builds(
    measurement_set,
    some.sampled_from(Figure),
    some.dictionaries(some.sampled_from(sorted(BY_NAME)), some.floats(1, 2900), min_size=1),
)


@pytest.fixture
def woman_set() -> MeasurementSet:
    doubts = {"waist_mm": "breathing, “deeply”; 3 frames"}
    return measurement_set(Figure.WOMAN, BASIC | {"inseam_mm": 770.25}, {"waist_mm": 4.5}, doubts, ("8 views",))


@pytest.mark.parametrize("ending", KEPT)
@settings(max_examples=25)
@given(measured=sets)
def test_what_a_format_holds_comes_back_to_a_tenth_of_a_millimetre(ending: str, measured: MeasurementSet) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"body{ending}"
        write_measurement_file(measured, path)
        kept = {name: value for name, value in measured.values_mm.items() if name in KEPT[ending]}
        if ending == ".csv" or kept:
            found = read_measurement_file(path)
            assert found.figure is measured.figure
            assert found.values_mm == pytest.approx(kept, abs=0.051)


@pytest.mark.parametrize("ending", [".json", ".csv"])
def test_our_own_files_keep_every_detail(woman_set: MeasurementSet, tmp_path: Path, ending: str) -> None:
    write_measurement_file(woman_set, tmp_path / f"body{ending}")
    assert read_measurement_file(tmp_path / f"body{ending}").measurements == woman_set.measurements


def test_json_keeps_the_notes_too(woman_set: MeasurementSet, tmp_path: Path) -> None:
    write_measurement_file(woman_set, tmp_path / "body.json")
    assert read_measurement_file(tmp_path / "body.json") == woman_set


def test_a_body_file_is_one_that_the_designer_reads(woman_set: MeasurementSet, tmp_path: Path) -> None:
    write_measurement_file(woman_set, tmp_path / "body.yaml")
    assert read_measurements(tmp_path / "body.yaml").waist_mm == 740
    assert read_measurement_file(tmp_path / "body.yaml").values_mm["inseam_mm"] == 770.2


OTHER_PROGRAMS = [ending for ending in ENDINGS if ending not in (".json", ".csv")]


@pytest.mark.parametrize("ending", OTHER_PROGRAMS)
def test_other_programs_do_not_get_what_is_in_doubt(tmp_path: Path, ending: str) -> None:
    doubts = {"wrist_mm": "hidden by a sleeve"}
    write_measurement_file(
        measurement_set(Figure.MAN, BASIC | {"wrist_mm": 170}, doubts=doubts), tmp_path / f"a{ending}"
    )
    assert "wrist" not in (tmp_path / f"a{ending}").read_text()
    assert read_measurement_file(tmp_path / f"a{ending}").values_mm == BASIC


@pytest.mark.parametrize("ending", OTHER_PROGRAMS)
def test_a_doubt_about_what_every_body_needs_is_written_and_read_back(tmp_path: Path, ending: str) -> None:
    measured = measurement_set(Figure.WOMAN, BASIC, doubts={"waist_mm": "breathing: “deep” <&> # \n3\x00 frames"})
    write_measurement_file(measured, tmp_path / f"a{ending}")
    waist = read_measurement_file(tmp_path / f"a{ending}").by_name["waist_mm"]
    assert (waist.value_mm, waist.confident, waist.reason) == (740, False, "breathing: “deep” <&> # 3 frames")


def test_notes_and_comments_name_what_is_in_doubt_as_the_file_does(woman_set: MeasurementSet, tmp_path: Path) -> None:
    for ending, line in {
        ".yaml": "# waist_mm is in doubt: breathing",
        ".smis": "<notes>waist_circ is in doubt: breathing",
        ".freesewing.json": '"notes": "waist is in doubt: breathing',
    }.items():
        write_measurement_file(woman_set, tmp_path / f"a{ending}")
        assert line in (tmp_path / f"a{ending}").read_text()


def test_what_follows_from_a_doubtful_measurement_is_left_out(tmp_path: Path) -> None:
    values, path = BASIC | {"bust_back_mm": 430.0}, tmp_path / "a.freesewing.json"
    write_measurement_file(measurement_set(Figure.WOMAN, values), path)
    assert json.loads(path.read_text())["measurements"]["bustFront"] == 470
    write_measurement_file(measurement_set(Figure.WOMAN, values, doubts={"bust_mm": "hair"}), path)
    assert "bustFront" not in json.loads(path.read_text())["measurements"]


def test_seamly_gets_centimetres(woman_set: MeasurementSet, tmp_path: Path) -> None:
    write_measurement_file(woman_set, tmp_path / "body.smis")
    text = (tmp_path / "body.smis").read_text()
    assert '<m name="waist_circ" value="74" />' in text
    assert "<unit>cm</unit>" in text


def test_garmentcode_gets_centimetres_and_freesewing_millimetres(woman_set: MeasurementSet, tmp_path: Path) -> None:
    write_measurement_file(woman_set, tmp_path / "a.garmentcode.yaml")
    write_measurement_file(woman_set, tmp_path / "a.freesewing.json")
    assert yaml.safe_load((tmp_path / "a.garmentcode.yaml").read_text())["body"]["waist"] == 74
    assert json.loads((tmp_path / "a.freesewing.json").read_text())["measurements"]["waist"] == 740


def test_a_shoulder_that_falls_as_far_as_it_is_wide_slopes_by_45_degrees(tmp_path: Path) -> None:
    heights = {"side_neck_height_mm": 1500.0, "shoulder_height_mm": 1400.0, "shoulder_length_mm": 100 * math.sqrt(2)}
    write_measurement_file(measurement_set(Figure.MAN, heights), tmp_path / "a.freesewing.json")
    content = json.loads((tmp_path / "a.freesewing.json").read_text())
    assert content["measurements"]["shoulderSlope"] == pytest.approx(45, abs=0.05)


SEAMLY_FILE = """<?xml version="1.0" encoding="UTF-8"?>
<smis><!-- by hand --><version>0.3.4</version><unit>inch</unit><personal><gender>male</gender></personal>
<body-measurements><m name="waist_circ" value="30"/><m name="hip_circ" value="0"/><m name="@mine" value="3"/>
<m name="bust_arc_b" value="(bust_circ - bust_arc_f)"/></body-measurements></smis>"""


def test_seamly_inches_are_read_and_what_is_passed_over_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.smis").write_text(SEAMLY_FILE)
    found = read_measurement_file(tmp_path / "a.smis")
    assert found.values_mm == pytest.approx({"waist_mm": 762})
    assert found.figure is Figure.MAN
    assert found.notes[1] == "passed over: @mine, bust_arc_b"


def test_freesewing_settings_of_others_need_a_figure(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("measurements:\n  waist: 750\n  waistToKnee: 600\n")
    assert read_measurement_file(tmp_path / "a.yaml", Figure.WOMAN).values_mm == {"waist_mm": 750}
    with pytest.raises(MeasurementError, match="does not say whether it is of a woman or a man"):
        read_measurement_file(tmp_path / "a.yaml")


# Each line holds the one before it nine times: written out, gigabytes.
BOMB = "k0: &k0 [x]\n" + "".join(f"k{i}: &k{i} [{', '.join([f'*k{i - 1}'] * 9)}]\n" for i in range(1, 12))


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.smis", '<?xml version="1.0"?><!DOCTYPE smis [<!ENTITY x "y">]><smis/>', "document type or entities"),
        ("a.smis", "<smis><unit>cm</unit>", "is no XML"),
        ("a.smis", "<smms/>", "not <smis>"),
        ("a.smis", "<smis><unit>ell</unit></smis>", 'the unit is "ell"'),
        ("a.smis", SEAMLY_FILE.replace('"30"', '"wide"'), 'waist_circ is "wide", which is no number'),
        ("a.yaml", "body: {waist: 74, tail: 3}", '"tail" is not a measurement'),
        ("a.yaml", "body: {waist: .nan}", 'waist is "nan", which is no number'),
        ("a.yaml", "body: 3", "body is no list"),
        ("a.yaml", "figure: robot\nbody: {waist: 74}", 'figure is "robot", but it is woman or man'),
        ("a.yaml", "- 1", "holds no measurements"),
        ("a.yaml", "a: [", "cannot be read"),
        ("a.yaml", "measurements: {nose: 3}", '"nose" is not a measurement'),
        ("a.yaml", f"{BOMB}figure: woman\nmeasurements: {{waist: *k11}}", "it unfolds to more than 200,000 values"),
        ("a.json", '{"measurements": {"waist": true}}', 'waist is "True", which is no number'),
        ("a.json", '{"format": "fashiongan-measurements", "version": 9}', "is of version"),
        ("a.json", '{"format": "fashiongan-measurements", "version": 1, "measurements": [1]}', "is no list of measure"),
        ("a.json", "[" * 100_000, "cannot be read"),
        ("a.csv", "a,b\n1,2\n", "no columns name and value_mm"),
        ("a.csv", "name,value_mm\nwaist_mm,1e999\n", "which is no number"),
        ("a.csv", "figure,name,value_mm\nman,waist_mm,800\nman,waist_mm,810\n", "waist_mm is given twice"),
        ("a.csv", "figure,name,value_mm\nman,waist_mm,80000\n", "look at its unit"),
        ("a.txt", "hello", "holds no measurements"),
    ],
)
def test_a_bad_file_is_answered_in_one_line_that_names_the_fault(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(MeasurementError) as failure:
        read_measurement_file(tmp_path / name)
    assert message in str(failure.value)
    assert "\n" not in str(failure.value)
    assert len(str(failure.value)) < 400 + len(str(tmp_path))


def test_a_missing_a_binary_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "binary.csv").write_bytes(bytes(range(256)))
    (tmp_path / "huge.csv").write_bytes(b"x" * 1_000_001)
    for name in ("missing.csv", "binary.csv", "huge.csv"):
        with pytest.raises(MeasurementError):
            read_measurement_file(tmp_path / name)


def test_an_unknown_ending_is_refused(woman_set: MeasurementSet, tmp_path: Path) -> None:
    with pytest.raises(MeasurementError, match="ends in no kind"):
        write_measurement_file(woman_set, tmp_path / "body.docx")
