"""Tape measurements of a person, their plausibility, and their YAML file."""

from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from fashiongan.errors import MeasurementError
from fashiongan.files import write_atomically
from fashiongan.yaml_files import read_yaml

INCH_MM = 25.4
MAX_READABLE = 1e9
# A body file takes half a kilobyte.
LARGEST_BYTES = 200_000
REQUIRED = ("height_mm", "bust_mm", "waist_mm", "hip_mm")


class Figure(StrEnum):
    """Whose shape fills in what was not measured."""

    WOMAN = "woman"
    MAN = "man"


# Plausible range of each measurement of an adult, mm: about ANSUR II (2012) of both sexes, widened by a fifth.
RANGES_MM = {
    "height_mm": (1300, 2200),
    "bust_mm": (640, 1600),
    "waist_mm": (500, 1600),
    "hip_mm": (680, 1700),
    "inseam_mm": (550, 1050),
    "shoulder_mm": (270, 560),
    "arm_length_mm": (380, 760),
    "neck_mm": (260, 560),
    "thigh_mm": (360, 950),
    "upper_arm_mm": (190, 560),
    "wrist_mm": (105, 230),
    "calf_mm": (250, 560),
    "back_waist_mm": (320, 600),
}


@dataclass(frozen=True, slots=True)
class BodyMeasurements:
    """Tape measurements of one standing adult, in millimetres; None was not measured.

    Definitions follow ISO 8559-1:2017, by clause: height 5.1.1; bust 5.3.4 (at bust-point level, for men too);
    waist 5.3.10 (midway between the lowest rib and the hip bone); hip 5.3.13; inseam 5.1.15; shoulder 5.4.3 (over the
    seventh vertebra, in two straight runs); arm_length 5.7.8 (shoulder point, elbow, wrist); neck 5.3.2; thigh 5.3.20;
    upper_arm 5.3.16; wrist 5.3.19; calf 5.3.24; back_waist 5.4.5 (from the
    seventh vertebra down the spine).
    """

    figure: Figure
    height_mm: float
    bust_mm: float
    waist_mm: float
    hip_mm: float
    inseam_mm: float | None = None
    shoulder_mm: float | None = None
    arm_length_mm: float | None = None
    neck_mm: float | None = None
    thigh_mm: float | None = None
    upper_arm_mm: float | None = None
    wrist_mm: float | None = None
    calf_mm: float | None = None
    back_waist_mm: float | None = None

    def __post_init__(self) -> None:
        for name, value in self.given().items():
            _check_range(name, value)
        self._check_proportions()

    def given(self) -> dict[str, float]:
        """The measurements that were taken, by name, in millimetres."""
        values = {name: getattr(self, name) for name in RANGES_MM}
        return {name: float(value) for name, value in values.items() if value is not None}

    def _check_proportions(self) -> None:
        if self.inseam_mm is not None and not 0.36 <= self.inseam_mm / self.height_mm <= 0.56:
            raise MeasurementError(
                f"inseam_mm is {self.inseam_mm:g} for a height of {self.height_mm:g}, but it is 36 to 56 % of it; "
                "was it swapped with another value, or measured to the waist (outseam)?"
            )
        if self.thigh_mm is not None and self.thigh_mm > 0.78 * self.hip_mm:
            raise MeasurementError(
                f"thigh_mm is {self.thigh_mm:g} with hip_mm {self.hip_mm:g}; one thigh is under 78 % of the hip, "
                "were they swapped?"
            )
        if self.waist_mm > 1.2 * self.hip_mm:
            raise MeasurementError(
                f"waist_mm is {self.waist_mm:g} and hip_mm {self.hip_mm:g}, but a waist is at most 1.2 times the hip; "
                "were they swapped?"
            )
        if self.neck_mm is not None and self.thigh_mm is not None and self.neck_mm > self.thigh_mm:
            raise MeasurementError(
                f"neck_mm is {self.neck_mm:g} and thigh_mm {self.thigh_mm:g}, but a neck is thinner than a thigh; "
                "were they swapped?"
            )
        others = self.bust_mm, self.hip_mm
        if not 0.5 * min(others) <= self.waist_mm <= 1.35 * max(others):
            raise MeasurementError(
                f"waist_mm is {self.waist_mm:g} between bust_mm {self.bust_mm:g} and hip_mm {self.hip_mm:g}; "
                "no body has these three together, were two of them swapped?"
            )


def _check_range(name: str, value: float) -> None:
    low, high = RANGES_MM[name]
    if low <= value <= high:
        return
    guesses = {"centimetres": 10.0, "inches": INCH_MM, "metres": 1000.0}
    causes = [unit for unit, factor in guesses.items() if low <= value * factor <= high]
    hint = f"it looks like {' or '.join(causes)}: convert it to millimetres" if causes else "measure it again"
    raise MeasurementError(f"{name} is {value:g}, but an adult has {low} to {high} mm; {hint}.")


def read_measurements(path: Path) -> BodyMeasurements:
    """Read a body file: YAML, one key a measurement, millimetres, and `figure: woman` or `man`.

    Raises
    ------
    MeasurementError : unreadable, an unknown or missing key, not a number, or a value that cannot be right
    """
    content = read_yaml(path, MeasurementError, "examples/body.yaml", LARGEST_BYTES)
    if not isinstance(content, dict):
        raise MeasurementError(f"{path} holds no measurements; see examples/body.yaml.")
    return _from_mapping(content, path)


def _from_mapping(content: dict[str, Any], path: Path) -> BodyMeasurements:
    known = {field.name for field in fields(BodyMeasurements)}
    unknown = sorted(str(key) for key in set(content) - known)
    if unknown:
        raise MeasurementError(f'{path}: "{unknown[0]}" is not a measurement. Known: {", ".join(sorted(known))}.')
    missing = [name for name in ("figure", *REQUIRED) if content.get(name) is None]
    if missing:
        raise MeasurementError(f"{path} lacks {', '.join(missing)}; every body needs them.")
    if content["figure"] not in list(Figure):
        raise MeasurementError(f'{path}: figure is "{content["figure"]}", but it is woman or man.')
    values = {key: value for key, value in content.items() if key != "figure" and value is not None}
    for name, value in values.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < MAX_READABLE:
            raise MeasurementError(f'{path}: {name} is "{str(value)[:40]}", not a number of millimetres.')
    try:
        return BodyMeasurements(Figure(content["figure"]), **{name: float(value) for name, value in values.items()})
    except MeasurementError as error:
        raise MeasurementError(f"{path}: {error}") from error


def write_measurements(measurements: BodyMeasurements, path: Path, comment: str = "") -> None:
    """Write a body file that `read_measurements` reads back to the same values, to a tenth of a millimetre.

    comment : lines for whoever opens the file; reading passes over them

    Raises
    ------
    OutputError : the place cannot be written to
    """
    values = {name: round(value, 1) for name, value in measurements.given().items()}
    text = yaml.safe_dump({"figure": str(measurements.figure)} | values, sort_keys=False)
    remarks = "".join(f"# {line}\n" for line in comment.splitlines())
    write_atomically(path, (remarks + text).encode())
