"""Two sets of measurements of one person, or of two: what differs, and whether it is more than chance."""

from dataclasses import dataclass
from math import hypot

from fashiongan.body.definitions import BY_NAME
from scanning.measurement_set import BodyMeasurement, MeasurementSet


@dataclass(frozen=True, slots=True)
class Difference:
    """The other value less the first. expected_mm : so far two such values may differ by chance, 95 times of 100;
    beyond : they differ more."""

    other_mm: float
    difference_mm: float
    expected_mm: float

    @property
    def beyond(self) -> bool:
        return abs(self.difference_mm) > self.expected_mm


def differences(first: MeasurementSet, other: MeasurementSet) -> dict[str, Difference]:
    """By name, of what both have."""
    others = other.by_name
    return {one.name: _difference(one, others[one.name]) for one in first.measurements if one.name in others}


def _difference(first: BodyMeasurement, other: BodyMeasurement) -> Difference:
    expected = hypot(_uncertainty_mm(first), _uncertainty_mm(other))
    return Difference(other.value_mm, other.value_mm - first.value_mm, expected)


def _uncertainty_mm(one: BodyMeasurement) -> float:
    """Where nobody knows it, the limit of ISO 20685-1: what a tape in a trained hand is good for."""
    return BY_NAME[one.name].kind.limit_mm if one.uncertainty_mm is None else one.uncertainty_mm
