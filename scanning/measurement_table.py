"""Measurements as a table for a terminal."""

from rich.table import Table

from fashiongan.body.definitions import BY_NAME
from scanning.measurement_set import BodyMeasurement, MeasurementSet


def measurement_table(measured: MeasurementSet) -> Table:
    """One row a measurement in millimetres; what is to be taken again stands out, with the reason."""
    table = Table(title=f"{len(measured.measurements)} measurements of a {measured.figure}", title_justify="left")
    table.add_column("Measurement")
    table.add_column("ISO 8559-1")
    table.add_column("mm", justify="right")
    table.add_column("±", justify="right")
    table.add_column("limit", justify="right")
    table.add_column("")
    for one in measured.measurements:
        table.add_row(*_cells(one), style=None if one.confident else "yellow")
    return table


def _cells(one: BodyMeasurement) -> tuple[str, ...]:
    known = BY_NAME[one.name]
    unsure = "" if one.uncertainty_mm is None else f"{one.uncertainty_mm:.1f}"
    remark = "" if one.confident else f"measure again: {one.reason}".replace("[", r"\[")
    return known.title, one.clause, f"{one.value_mm:.0f}", unsure, f"{known.kind.limit_mm:g}", remark
