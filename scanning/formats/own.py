"""Our own measurement file: JSON with every detail, or a table as CSV; millimetres."""

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from fashiongan.body.measurements import Figure
from fashiongan.errors import MeasurementError
from scanning.formats.parsing import figure_of, number, read_text, shown
from scanning.measurement_set import MeasurementSet, measurement_set

FORMAT, VERSION = "fashiongan-measurements", 1
COLUMNS = ("figure", "name", "clause", "value_mm", "uncertainty_mm", "confident", "reason", "definition")


def from_json(content: Mapping[str, object], path: Path) -> MeasurementSet:
    """Read a file that `to_json` wrote.

    Raises
    ------
    MeasurementError : a newer version, or something is missing or wrong
    """
    if content.get("version") != VERSION:
        raise MeasurementError(
            f"{path} is of version {shown(content.get('version'))}, this program reads {VERSION}; update it."
        )
    rows, notes = content.get("measurements"), content.get("notes", [])
    if not isinstance(rows, list) or not all(
        isinstance(row, Mapping) and isinstance(row.get("name"), str) for row in rows
    ):
        raise MeasurementError(f"{path}: measurements is no list of measurements; save it again.")
    if not isinstance(notes, list):
        raise MeasurementError(f"{path}: notes is no list; save it again.")
    return _from_rows(path, content.get("figure"), rows, tuple(note for note in notes if isinstance(note, str)))


def to_json(measured: MeasurementSet) -> bytes:
    """Everything that is known."""
    content = {"format": FORMAT, "version": VERSION} | asdict(measured)
    return (json.dumps(content, indent=1, ensure_ascii=False) + "\n").encode()


def read_csv(path: Path, figure: Figure | None) -> MeasurementSet:
    """Read a table with at least the columns name and value_mm; a column figure, or the given one.

    Raises
    ------
    MeasurementError : other columns, an unknown name, no number, no figure
    """
    try:
        rows = list(csv.DictReader(io.StringIO(read_text(path))))
    except csv.Error as error:
        raise MeasurementError(f"{path} is no table ({error}); save it again.") from error
    if not rows or not {"name", "value_mm"} <= set(rows[0]):
        raise MeasurementError(f"{path} has no columns name and value_mm; save the table again with them.")
    return _from_rows(path, rows[0].get("figure") or figure, rows, ())


def to_csv(measured: MeasurementSet) -> bytes:
    """A table, one row a measurement."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in measured.measurements:
        writer.writerow({"figure": str(measured.figure)} | asdict(one) | {"confident": str(one.confident).lower()})
    return text.getvalue().encode()


def _from_rows(
    path: Path, figure: object, rows: list[Mapping[str, object]] | list[dict[str, str]], notes: tuple[str, ...]
) -> MeasurementSet:
    names = [str(row["name"]) for row in rows]
    if len(set(names)) < len(names):
        raise MeasurementError(f"{path}: {max(names, key=names.count)} is given twice; keep one of them.")
    values = {str(row["name"]): number(path, str(row["name"]), row.get("value_mm")) for row in rows}
    unsure = {str(row["name"]): row.get("uncertainty_mm") for row in rows}
    uncertainties = {
        name: number(path, f"uncertainty of {name}", text) for name, text in unsure.items() if text not in (None, "")
    }
    doubts = {str(row["name"]): _reason(row) for row in rows if row.get("confident") in (False, "false")}
    return measurement_set(figure_of(path, figure, None), values, uncertainties, doubts, notes)


def _reason(row: Mapping[str, object] | dict[str, str]) -> str:
    reason = row.get("reason")
    return reason if isinstance(reason, str) and reason else "doubtful"
