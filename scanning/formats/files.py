"""Reading and writing measurement files: the kind is chosen by the name when writing, by the content when reading."""

import json
from collections.abc import Mapping
from pathlib import Path

import yaml

from fashiongan.body.measurements import RANGES_MM, Figure, read_measurements, write_measurements
from fashiongan.errors import MeasurementError
from fashiongan.files import write_atomically
from fashiongan.json_files import parsed_json
from fashiongan.yaml_files import parsed_yaml
from scanning.formats.doubt_notes import doubt_notes, doubts_in
from scanning.formats.freesewing import from_freesewing, to_freesewing
from scanning.formats.garmentcode import from_garmentcode, to_garmentcode
from scanning.formats.own import FORMAT, from_json, read_csv, to_csv, to_json
from scanning.formats.parsing import read_text
from scanning.formats.seamly import read_seamly, write_seamly
from scanning.measurement_set import MeasurementSet, measurement_set

ENDINGS = {
    ".yaml": "our body file: the basic measurements",
    ".json": "ours with every detail",
    ".csv": "a table",
    ".smis": "Seamly2D",
    ".freesewing.json": "FreeSewing",
    ".freesewing.yaml": "FreeSewing",
    ".garmentcode.yaml": "GarmentCode",
}
_BODY_NAMES = {name: name for name in RANGES_MM}


def refuse_unknown_ending(path: Path) -> None:
    """Refuse a name that means no kind of measurement file.

    Raises
    ------
    MeasurementError : as `write_measurement_file` would
    """
    if not path.name.lower().endswith((*ENDINGS, ".yml")):
        raise MeasurementError(f"{path.name} ends in no kind of measurement file; use one of {', '.join(ENDINGS)}.")


def write_measurement_file(measured: MeasurementSet, path: Path) -> None:
    """Write the kind of file that the ending says; see `ENDINGS`.

    Raises
    ------
    MeasurementError : an ending that means no kind of file, or for a body file a basic measurement is missing
    OutputError : the place cannot be written to
    """
    refuse_unknown_ending(path)
    name = path.name.lower()
    if name.endswith(".freesewing.json"):
        write_atomically(path, (json.dumps(to_freesewing(measured), indent=1) + "\n").encode())
    elif name.endswith((".freesewing.yaml", ".freesewing.yml")):
        write_atomically(path, _yaml(to_freesewing(measured)))
    elif name.endswith((".garmentcode.yaml", ".garmentcode.yml")):
        write_atomically(path, _yaml(to_garmentcode(measured)))
    elif name.endswith((".yaml", ".yml")):
        write_measurements(measured.to_body_measurements(), path, doubt_notes(measured, _BODY_NAMES))
    elif name.endswith(".json"):
        write_atomically(path, to_json(measured))
    elif name.endswith(".csv"):
        write_atomically(path, to_csv(measured))
    else:
        write_atomically(path, write_seamly(measured))


def read_measurement_file(path: Path, figure: Figure | None = None) -> MeasurementSet:
    """Read any of the files that `write_measurement_file` writes, or that those programs write.

    figure : whose it is, for files that do not say

    Raises
    ------
    MeasurementError : unreadable, of no known kind, or wrong inside; the message names the key
    """
    text = read_text(path)
    if text.lstrip().startswith("<"):
        return read_seamly(path, figure)
    if path.suffix.lower() == ".csv":
        return read_csv(path, figure)
    content = _parsed(path, text)
    if content.get("format") == FORMAT:
        return from_json(content, path)
    if "measurements" in content:
        return from_freesewing(content, path, figure)
    if "body" in content:
        return from_garmentcode(content, path, figure)
    body = read_measurements(path)
    return measurement_set(body.figure, body.given(), doubts=doubts_in(text, _BODY_NAMES), notes=("body file",))


def _parsed(path: Path, text: str) -> Mapping[str, object]:
    try:
        content = parsed_json(text) if text.lstrip().startswith("{") else parsed_yaml(text)
    except ValueError as error:
        raise MeasurementError(f"{path} cannot be read ({str(error)[:120]}); choose a measurement file.") from error
    if not isinstance(content, Mapping):
        raise MeasurementError(f"{path} holds no measurements; choose one of {', '.join(ENDINGS)}.")
    return content


def _yaml(content: Mapping[str, object]) -> bytes:
    return bytes(yaml.safe_dump(dict(content), sort_keys=False).encode())
