"""Batch output: a folder of pictures that can be stopped at any moment and continued."""

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.body.measurements import BodyMeasurements, read_measurements
from fashiongan.errors import FashionGanError, OutputError, RequestError
from fashiongan.files import write_atomically
from fashiongan.generation import GenerationRequest
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image
from fashiongan.studio import Studio, export_look, save_picture

INDEX, SHEET, ORDER = "designs.jsonl", "sheet.png", "request.json"
SHEET_LIMIT = 200


@dataclass(frozen=True, slots=True)
class BatchOrder:
    """Everything that one batch run makes: requests in order, and the body that each picture is fitted on, if any."""

    requests: tuple[GenerationRequest, ...]
    body: BodyMeasurements | None = None

    @property
    def count(self) -> int:
        return sum(request.count for request in self.requests)

    def to_dict(self) -> dict[str, Any]:
        """Plain values, to tell whether a folder belongs to this order."""
        requests = [
            {"attributes": one.attributes.to_dict(), "count": one.count, "seed": one.seed} for one in self.requests
        ]
        return {"requests": requests, "body": self.body.given() if self.body else None}


def read_spec(path: Path) -> tuple[GenerationRequest, ...]:
    """Read a YAML list of requests: attribute words, `colors` or `color`, `count`, `seed`.

    Raises
    ------
    RequestError : unreadable, not a list of requests, or a wrong key or number
    VocabularyError : an unknown word or colour
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise RequestError(
            f"{path} cannot be read ({str(error).splitlines()[0]}); see examples/lookbook.yaml."
        ) from error
    if not isinstance(content, list) or not content or not all(isinstance(one, dict) for one in content):
        raise RequestError(f"{path} is not a list of requests; see examples/lookbook.yaml.")
    return tuple(_request(one, f"{path}, request {number}") for number, one in enumerate(content, start=1))


def _request(content: dict[str, Any], place: str) -> GenerationRequest:
    unknown = sorted(str(key) for key in set(content) - {*VOCABULARY, "color", "colors", "count", "seed"})
    if unknown:
        raise RequestError(
            f'{place}: "{unknown[0]}" is not known. Known: {", ".join(VOCABULARY)}, colors, count, seed.'
        )
    colors = content.get("colors", content.get("color", ()))
    names = (colors,) if isinstance(colors, str) else tuple(str(one) for one in colors)
    words = {name: str(content[name]) for name in VOCABULARY if content.get(name) is not None}
    count, seed = content.get("count", 1), content.get("seed", 0)
    if not all(isinstance(number, int) and not isinstance(number, bool) for number in (count, seed)):
        raise RequestError(f"{place}: count is {count!r} and seed is {seed!r}, but both must be whole numbers.")
    try:
        return GenerationRequest(GarmentAttributes.parse(words, names), count, seed)
    except FashionGanError as error:
        raise type(error)(f"{place}: {error}") from error


@dataclass
class OutputFolder:
    """The folder of one batch. `done` : file name to its line in designs.jsonl."""

    path: Path
    done: dict[str, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, order: BatchOrder, resume: bool, overwrite: bool) -> "OutputFolder":
        """Make the folder, or take up or clear an existing one.

        Raises
        ------
        OutputError : it exists and neither was asked for, belongs to another order, or cannot be written to
        """
        try:
            path.mkdir(parents=True, exist_ok=True)
            used = any(path.iterdir())
        except OSError as error:
            raise OutputError(f"{path} cannot be used as a folder ({error.strerror}); choose another --out.") from error
        folder = cls(path)
        if used and overwrite:
            folder._clear()
        elif used and resume:
            folder._take_up(order)
        elif used:
            raise OutputError(f"{path} is not empty. Add --resume to continue it, --overwrite to replace it.")
        write_atomically(path / ORDER, json.dumps(order.to_dict(), indent=1).encode())
        return folder

    def _clear(self) -> None:
        """Remove what a batch left here; a folder without an index is not ours, and is left alone."""
        if not (self.path / ORDER).exists():
            raise OutputError(f"{self.path} was not made by this program, so it is not replaced; choose another --out.")
        for name in [SHEET, INDEX, *(file for row in self._rows() for file in row["files"]), ORDER]:
            (self.path / name).unlink(missing_ok=True)

    def _take_up(self, order: BatchOrder) -> None:
        try:
            same = json.loads((self.path / ORDER).read_text()) == json.loads(json.dumps(order.to_dict()))
        except (OSError, ValueError):
            same = False
        if not same:
            raise OutputError(f"{self.path} holds another order, so it cannot be resumed; choose another --out.")
        rows = [row for row in self._rows() if all((self.path / file).exists() for file in row["files"])]
        self.done = {row["files"][0]: row for row in rows}
        lines = "".join(json.dumps(row) + "\n" for row in rows)
        write_atomically(self.path / INDEX, lines.encode())

    def _rows(self) -> Iterator[dict[str, Any]]:
        path = self.path / INDEX
        for line in path.read_text().splitlines() if path.exists() else ():
            try:
                row = json.loads(line)
            except ValueError:
                return  # The line that was being written when the run was stopped.
            yield row

    def add(self, image: GarmentImage, name: str, extra_files: list[str]) -> None:
        """Write a picture, then its line in the index."""
        image.save(self.path / name)
        row = {"files": [name, *extra_files]} | image.provenance()
        try:
            with (self.path / INDEX).open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OutputError(f"{self.path / INDEX} cannot be written ({error.strerror}); free some space.") from error
        self.done[name] = row

    def write_sheet(self) -> None:
        """Draw the first pictures on one sheet."""
        names = sorted(self.done)[:SHEET_LIMIT]
        sheet = contact_sheet([read_garment_image(self.path / name) for name in names])
        save_picture(sheet, self.path / SHEET)


def run_batch(
    studio: Studio, order: BatchOrder, folder: OutputFolder, step: Callable[[str], None] = lambda note: None
) -> list[str]:
    """Make everything that is not there yet; returns a note for each garment that could not be fitted.

    Raises
    ------
    CheckpointError, OutputError : the run cannot go on; what is there stays, and --resume continues it
    """
    body = studio.body(order.body) if order.body else None
    notes: list[str] = []
    number = 0
    for request in order.requests:
        for index in range(request.count):
            name = f"{number:03d}.png"
            number += 1
            if name not in folder.done:
                image = next(studio.generate(request, first=index))
                extra: list[str] = []
                if body:
                    try:
                        look = studio.fit(image, body)
                    except FashionGanError as error:
                        notes.append(f"{name}: {error}")
                    else:
                        extra = [name.replace(".png", ".glb"), name.replace(".png", "-look.png")]
                        export_look(look, *(folder.path / file for file in extra))
                folder.add(image, name, extra)
            step(name)
    folder.write_sheet()
    return notes


def read_body(path: Path | None) -> BodyMeasurements | None:
    """The body that pictures are fitted on, if one was given."""
    return read_measurements(path) if path else None
