"""What every measurement format shares: safe reading, names, numbers, units, and whose figure it is."""

import math
from collections.abc import Callable, Mapping
from pathlib import Path

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError

# A person has some hundred measurements, in 50 kB with every detail; more takes seconds to read as YAML.
LARGEST_BYTES = 200_000
MM_PER = {"mm": 1.0, "cm": 10.0, "inch": 25.4}


def read_text(path: Path) -> str:
    """The whole of a small text file.

    Raises
    ------
    MeasurementError : missing, too large, or not text
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise MeasurementError(f"{path} is larger than {LARGEST_BYTES // 1000} kB; this is no measurement file.")
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise MeasurementError(f"{path} cannot be read ({error}); choose a measurement file.") from error


def number(path: Path, key: str, value: object) -> float:
    """A finite number, also from text.

    Raises
    ------
    MeasurementError : anything else
    """
    try:
        if isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError
        found = float(value)
    except (ValueError, OverflowError):
        found = math.nan
    if not math.isfinite(found):
        raise MeasurementError(f"{path}: {key} is {shown(value)}, which is no number; correct it there.")
    return found


def shown(value: object) -> str:
    """A value as a message shows it. Of what is nested only its kind: aliases in YAML may unfold to gigabytes."""
    return f'"{str(value)[:40]}"' if isinstance(value, str | int | float | None) else f"a {type(value).__name__}"


def values_in_mm(
    path: Path, content: Mapping[str, object], names: Mapping[str, str], mm_per_unit: float, passed_over: frozenset[str]
) -> dict[str, float]:
    """Our values by our names from foreign keys; `names` maps theirs to ours, `passed_over` are theirs that we lack.

    Raises
    ------
    MeasurementError : a key that their program does not have, or a value that is no number
    """
    unknown = sorted(str(key) for key in content if key not in names and key not in passed_over)
    if unknown:
        raise MeasurementError(
            f'{path}: "{unknown[0][:60]}" is not a measurement of that program that we know; take it out or rename it.'
        )
    found = {key: number(path, key, value) for key, value in content.items() if value is not None}
    return {names[key]: value * mm_per_unit for key, value in found.items() if key in names}


def figure_of(path: Path, written: object, given: Figure | None) -> Figure:
    """Whose figure it is, from the file or else from the user.

    Raises
    ------
    MeasurementError : neither says it
    """
    if isinstance(written, str) and written in list(Figure):
        return Figure(written)
    if written is not None:
        raise MeasurementError(f"{path}: figure is {shown(written)}, but it is woman or man.")
    if given is None:
        raise MeasurementError(f"{path} does not say whether it is of a woman or a man; say it with --figure.")
    return given


def tenths(values: Mapping[str, float], unit_per_mm: float = 1.0) -> dict[str, float]:
    """Values of another unit, as exact as a tenth of a millimetre."""
    digits = 1 if unit_per_mm == 1.0 else 2
    return {name: round(value * unit_per_mm, digits) for name, value in values.items()}


Derive = Callable[[Mapping[str, float]], float]


def derived(rules: Mapping[str, Derive], values_mm: Mapping[str, float]) -> dict[str, float]:
    """Those of their measurements that follow from ours; left out where one of ours is missing."""
    found = {}
    for name, rule in rules.items():
        try:
            found[name] = rule(values_mm)
        except KeyError:
            continue
    return found


def shoulder_slope_deg(values_mm: Mapping[str, float]) -> float:
    """Degrees of the shoulder below the horizontal."""
    fall = (values_mm["side_neck_height_mm"] - values_mm["shoulder_height_mm"]) / values_mm["shoulder_length_mm"]
    return math.degrees(math.asin(min(1.0, max(0.0, fall))))
