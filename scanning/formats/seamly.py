"""Seamly2D's individual measurements, `.smis`: XML; centimetres, millimetres or inches.

Names: the list of known measurements, A01 to Q03, in the program's own tests (TST_MeasurementRegExp).
"""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from scanning.formats.doubt_notes import doubt_notes, doubts_in
from scanning.formats.parsing import MM_PER, figure_of, number, read_text, tenths
from scanning.measurement_set import MeasurementSet, measurement_set

NAMES = {
    "height": "height_mm",
    "height_neck_back": "cervicale_height_mm",
    "height_neck_side": "side_neck_height_mm",
    "height_shoulder_tip": "shoulder_height_mm",
    "height_armpit": "armpit_height_mm",
    "height_bustpoint": "bust_height_mm",
    "height_waist_front": "waist_height_mm",
    "height_hip": "hip_height_mm",
    "height_knee": "knee_height_mm",
    "height_ankle": "ankle_height_mm",
    "width_shoulder": "biacromial_mm",
    "width_waist": "waist_breadth_mm",
    "width_hip": "hip_breadth_mm",
    "head_circ": "head_mm",
    "neck_mid_circ": "neck_mm",
    "neck_circ": "neck_base_mm",
    "highbust_circ": "chest_mm",
    "bust_circ": "bust_mm",
    "lowbust_circ": "underbust_mm",
    "waist_circ": "waist_mm",
    "highhip_circ": "top_hip_mm",
    "hip_circ": "hip_mm",
    "bust_arc_b": "bust_back_mm",
    "waist_arc_b": "waist_back_mm",
    "hip_arc_b": "hip_back_mm",
    "neck_front_to_waist_f": "front_neck_to_waist_mm",
    "neck_side_to_waist_bustpoint_f": "neck_to_waist_over_bust_mm",
    "neck_back_to_waist_b": "back_waist_mm",
    "shoulder_length": "shoulder_length_mm",
    "shoulder_tip_to_shoulder_tip_b": "across_shoulder_mm",
    "armfold_to_armfold_f": "across_front_mm",
    "armfold_to_armfold_b": "across_back_mm",
    "neck_width": "neck_breadth_mm",
    "bustpoint_to_bustpoint": "bust_point_width_mm",
    "bustpoint_to_neck_side": "neck_to_bust_point_mm",
    "arm_neck_back_to_wrist_bent": "back_neck_to_wrist_mm",
    "arm_shoulder_tip_to_wrist_bent": "arm_length_mm",
    "arm_shoulder_tip_to_elbow_bent": "upper_arm_length_mm",
    "arm_upper_circ": "upper_arm_mm",
    "arm_elbow_circ_bent": "elbow_mm",
    "arm_lower_circ": "forearm_mm",
    "arm_wrist_circ": "wrist_mm",
    "armscye_circ": "armscye_mm",
    "armscye_width": "armscye_width_mm",
    "leg_crotch_to_floor": "inseam_mm",
    "leg_waist_side_to_floor": "outside_leg_mm",
    "leg_thigh_upper_circ": "thigh_mm",
    "leg_thigh_mid_circ": "mid_thigh_mm",
    "leg_knee_circ": "knee_mm",
    "leg_calf_circ": "calf_mm",
    "leg_ankle_high_circ": "ankle_mm",
    "height_waist_side_to_hip": "waist_to_hip_mm",
    "crotch_length": "total_crotch_mm",
    "crotch_length_f": "front_rise_mm",
    "crotch_length_b": "back_rise_mm",
    "rise_length_f": "body_rise_mm",
}
_GENDERS = {Figure.WOMAN: "female", Figure.MAN: "male"}
_FIGURES = {gender: figure for figure, gender in _GENDERS.items()}


def read_seamly(path: Path, figure: Figure | None) -> MeasurementSet:
    """Read the measurements that we know; formulas and all others are named in the notes.

    Raises
    ------
    MeasurementError : unreadable, no XML, a document type or entities, another unit, no number, no figure
    """
    root = _parsed(path, read_text(path))
    unit = (root.findtext("unit") or "cm").strip()
    if unit not in MM_PER:
        raise MeasurementError(f'{path}: the unit is "{unit[:40]}", but it is one of {", ".join(MM_PER)}.')
    written = {one.get("name", ""): (one.get("value") or "").strip() for one in root.iterfind("body-measurements/m")}
    known = {name: text for name, text in written.items() if name in NAMES and not _is_formula(text)}
    values = {NAMES[name]: number(path, name, text) * MM_PER[unit] for name, text in known.items() if text}
    gender = (root.findtext("personal/gender") or "").strip()
    return measurement_set(
        figure_of(path, _FIGURES.get(gender), figure),
        # Seamly writes 0 for what was not measured.
        {name: value for name, value in values.items() if value != 0},
        doubts=doubts_in(root.findtext("notes"), NAMES),
        notes=("Seamly2D file", *_passed_over(written, known)),
    )


def write_seamly(measured: MeasurementSet) -> bytes:
    """The content of a `.smis` file in centimetres: figure, measurements, and in the notes what is in doubt."""
    root = ElementTree.Element("smis")
    for tag, text in (
        ("version", "0.3.4"),
        ("read-only", "false"),
        ("notes", doubt_notes(measured, NAMES)),
        ("unit", "cm"),
        ("pm_system", "998"),
    ):
        ElementTree.SubElement(root, tag).text = text
    personal = ElementTree.SubElement(root, "personal")
    for tag, text in (("family-name", ""), ("given-name", ""), ("birth-date", "1800-01-01"), ("email", "")):
        ElementTree.SubElement(personal, tag).text = text
    ElementTree.SubElement(personal, "gender").text = _GENDERS[measured.figure]
    listed = ElementTree.SubElement(root, "body-measurements")
    mm = measured.usable_mm
    own = {theirs: mm[ours] for theirs, ours in NAMES.items() if ours in mm}
    for name, value in tenths(own, 1 / MM_PER["cm"]).items():
        ElementTree.SubElement(listed, "m", name=name, value=f"{value:g}")
    ElementTree.indent(root)
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True))


def _parsed(path: Path, text: str) -> ElementTree.Element:
    # Entities can blow a small file up to gigabytes; no measurement file needs a document type.
    if "<!" in text.replace("<!--", ""):
        raise MeasurementError(f"{path} holds a document type or entities, which are refused; export it again.")
    try:
        root = ElementTree.fromstring(text.removeprefix("\ufeff").encode())
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise MeasurementError(f"{path} is no XML ({error}); export it again from Seamly2D.") from error
    if root.tag not in ("smis", "vit"):
        raise MeasurementError(f"{path} holds <{root.tag[:40]}>, not <smis>; choose a file of one person.")
    return root


def _is_formula(text: str) -> bool:
    return any(letter in text for letter in "()*/_@#")


def _passed_over(written: dict[str, str], known: dict[str, str]) -> list[str]:
    others = sorted(name for name in written if name not in known)
    return [f"passed over: {', '.join(others)}"] if others else []
