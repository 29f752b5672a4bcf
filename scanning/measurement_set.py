"""What a scan or a tape found out about one person: values with definition, uncertainty and what is to be doubted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import RANGES_MM, REQUIRED, BodyMeasurements, Figure
from fashiongan.errors import MeasurementError

LONGEST_MM = 3000.0


@dataclass(frozen=True, slots=True)
class BodyMeasurement:
    """One value. `uncertainty_mm` is half the 95 % interval, None if nobody knows; `reason` tells why not confident."""

    name: str
    clause: str
    definition: str
    value_mm: float
    uncertainty_mm: float | None = None
    confident: bool = True
    reason: str = ""

    def __post_init__(self) -> None:
        if self.name not in BY_NAME:
            raise MeasurementError(f'"{self.name}" is not a measurement; the list is in docs/measurements.md.')
        if not 0 < self.value_mm < LONGEST_MM:
            raise MeasurementError(
                f"{self.name} is {self.value_mm:g} mm, but a body has more than 0 and less than {LONGEST_MM:g}; "
                "look at its unit, or measure it again."
            )
        if self.uncertainty_mm is not None and not 0 <= self.uncertainty_mm < LONGEST_MM:
            raise MeasurementError(
                f"{self.name} is uncertain by {self.uncertainty_mm:g} mm; give 0 or more, or nothing."
            )


@dataclass(frozen=True, slots=True)
class MeasurementSet:
    """The measurements of one person, each once; `notes` tell where they come from. No name, no date."""

    figure: Figure
    measurements: tuple[BodyMeasurement, ...]
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        names = [one.name for one in self.measurements]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise MeasurementError(f"{twice[0]} is given twice; keep one of them.")

    @property
    def by_name(self) -> dict[str, BodyMeasurement]:
        return {one.name: one for one in self.measurements}

    @property
    def values_mm(self) -> dict[str, float]:
        return {one.name: one.value_mm for one in self.measurements}

    @property
    def certain_mm(self) -> dict[str, float]:
        """The values that are not in doubt."""
        return {one.name: one.value_mm for one in self.measurements if one.confident}

    @property
    def usable_mm(self) -> dict[str, float]:
        """What other programs get: the four that every body needs, and of the others those that are certain."""
        return {one.name: one.value_mm for one in self.measurements if one.confident or one.name in REQUIRED}

    def to_body_measurements(self) -> BodyMeasurements:
        """What a body is fitted to: of the usable values, those of which a body file knows.

        Raises
        ------
        MeasurementError : one of the four is missing, or the values cannot be right together
        """
        missing = [name for name in REQUIRED if name not in self.by_name]
        if missing:
            raise MeasurementError(f"{', '.join(missing)} not measured; every body needs them. Measure again.")
        return BodyMeasurements(
            self.figure, **{name: value for name, value in self.usable_mm.items() if name in RANGES_MM}
        )


def doubtful_basics(measured: MeasurementSet) -> list[BodyMeasurement]:
    """Those of the four that every body needs that are in doubt: they are used all the same, so the user must know."""
    return [one for one in measured.measurements if one.name in REQUIRED and not one.confident]


def measurement_set(
    figure: Figure,
    values_mm: Mapping[str, float],
    uncertainties_mm: Mapping[str, float] | None = None,
    doubts: Mapping[str, str] | None = None,
    notes: tuple[str, ...] = (),
) -> MeasurementSet:
    """A set from plain values by name, in the order of the definitions; `doubts` are the reasons by name.

    Raises
    ------
    MeasurementError : an unknown name, or a value that no body has
    """
    order = list(BY_NAME)
    names = sorted(values_mm, key=lambda name: order.index(name) if name in BY_NAME else len(order))
    doubts, uncertainties_mm = doubts or {}, uncertainties_mm or {}
    found = tuple(_described(name, values_mm[name], uncertainties_mm.get(name), doubts.get(name, "")) for name in names)
    return MeasurementSet(figure, found, notes)


def _described(name: str, value_mm: float, uncertainty_mm: float | None, doubt: str) -> BodyMeasurement:
    known = BY_NAME.get(name)
    clause, text = (known.clause, known.text) if known else ("-", "")
    return BodyMeasurement(name, clause, text, float(value_mm), uncertainty_mm, not doubt, doubt)
