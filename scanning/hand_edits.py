"""Values that somebody typed in, in place of measured ones; the files say which, and what was there."""

import re
from dataclasses import replace

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import REQUIRED
from fashiongan.errors import MeasurementError
from scanning.measurement_set import BodyMeasurement, MeasurementSet

# Nobody's tape and scan are so far apart; a unit was mistaken, or a digit.
MOST_CHANGE = 0.4
_NOTE = re.compile(r"(\w+) by hand, was ([\d.]+) mm")


def by_hand(measured: MeasurementSet) -> dict[str, float]:
    """The names of the values that were typed in, with what was measured, in millimetres."""
    found = (_NOTE.fullmatch(note) for note in measured.notes)
    return {match[1]: float(match[2]) for match in found if match}


def as_measured(measured: MeasurementSet) -> dict[str, BodyMeasurement]:
    """Every value by name as it was before anybody typed; how uncertain a replaced one was is not in the files."""
    before = by_hand(measured)
    return {one.name: replace(one, value_mm=before.get(one.name, one.value_mm)) for one in measured.measurements}


def with_value(measured: MeasurementSet, original: BodyMeasurement, value_mm: float) -> MeasurementSet:
    """The set with one value by hand, which nobody doubts and of which nobody knows the uncertainty.

    original : as it was measured

    Raises
    ------
    MeasurementError : the value cannot be right, by itself or beside the others
    """
    known = BY_NAME[original.name]
    if abs(value_mm - original.value_mm) > MOST_CHANGE * original.value_mm:
        raise MeasurementError(
            f"{known.title} is {value_mm:.0f} mm by hand, but {original.value_mm:.0f} mm measured; look at the unit "
            "and the digits, or measure again."
        )
    typed = replace(original, value_mm=value_mm, uncertainty_mm=None, confident=True, reason="")
    note = f"{original.name} by hand, was {original.value_mm:.1f} mm"
    edited = _with(measured, typed, note)
    if set(REQUIRED) <= set(edited.by_name):
        edited.to_body_measurements()
    return edited


def put_back(measured: MeasurementSet, original: BodyMeasurement) -> MeasurementSet:
    """The set with one value as it was measured."""
    return _with(measured, original, "")


def _with(measured: MeasurementSet, one: BodyMeasurement, note: str) -> MeasurementSet:
    values = tuple(one if other.name == one.name else other for other in measured.measurements)
    others = tuple(said for said in measured.notes if not said.startswith(f"{one.name} by hand"))
    return replace(measured, measurements=values, notes=(*others, note) if note else others)
