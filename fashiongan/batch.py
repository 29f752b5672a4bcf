"""Batch output: a folder of pictures that can be stopped at any moment and continued."""

import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from fashiongan.body.fitting import FittedBody
from fashiongan.errors import GarmentError, ImageError, OutputError
from fashiongan.files import TEMPORARY_PREFIX, write_atomically
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image
from fashiongan.spec import BatchOrder
from fashiongan.studio import Studio, export_look, save_picture

INDEX, SHEET, ORDER = "designs.jsonl", "sheet.png", "request.json"
SHEET_LIMIT = 200
# The only names that a batch gives, so the only ones that it may take away again.
_OWN_NAME = re.compile(r"\d{3,}(\.png|\.glb|-look\.png)")


@dataclass
class OutputFolder:
    """The folder of one batch. `done` : number of a picture to its line in designs.jsonl."""

    path: Path
    done: dict[int, dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def open(cls, path: Path, order: dict[str, Any], resume: bool, overwrite: bool) -> "OutputFolder":
        """Make the folder, or take up or clear an existing one. `order` : what is made and with which weights.

        Raises
        ------
        OutputError : it exists and neither was asked for, belongs to another order, or cannot be written to
        """
        folder = cls(path)
        try:
            path.mkdir(parents=True, exist_ok=True)
            for leftover in path.glob(f"{TEMPORARY_PREFIX}*"):
                leftover.unlink()
            used = any(path.iterdir())
            if used and overwrite:
                folder._clear()
            elif used and resume:
                folder._take_up(order)
            elif used:
                raise OutputError(f"{path} is not empty. Add --resume to continue it, --overwrite to replace it.")
        except OSError as error:
            raise OutputError(f"{path} cannot be used as a folder ({error}); choose another --out.") from error
        write_atomically(path / ORDER, json.dumps(order, indent=1).encode())
        return folder

    def _clear(self) -> None:
        """Remove what a batch left here; a folder without its order is not ours, and is left alone."""
        if not (self.path / ORDER).is_file():
            raise OutputError(f"{self.path} was not made by this program, so it is not replaced; choose another --out.")
        files = [name for row in self._rows() for name in row["files"]]
        for name in [SHEET, INDEX, *files, ORDER]:
            (self.path / name).unlink(missing_ok=True)

    def _take_up(self, order: dict[str, Any]) -> None:
        try:
            kept = json.loads((self.path / ORDER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = None
        if kept != json.loads(json.dumps(order)):
            raise OutputError(
                f"{self.path} holds another order, or was made with other weights, so it cannot be resumed; "
                "choose another --out."
            )
        self.done = {_number(row): row for row in self._rows() if self._is_whole(row)}
        self.write_index()

    def _is_whole(self, row: dict[str, Any]) -> bool:
        if not all((self.path / name).is_file() for name in row["files"]):
            return False
        try:
            read_garment_image(self.path / row["files"][0])
        except ImageError:
            return False
        return True

    def _rows(self) -> Iterator[dict[str, Any]]:
        """Every line of the index that we may have written; half lines and those of somebody else are left out."""
        path = self.path / INDEX
        for line in path.read_bytes().splitlines() if path.exists() else ():
            try:
                row = json.loads(line)
            except ValueError:
                continue
            files = row.get("files") if isinstance(row, dict) else None
            if isinstance(files, list) and files and all(_is_own(name) for name in files):
                yield row

    def add(self, number: int, image: GarmentImage, extra_files: list[str]) -> None:
        """Write a picture, then its line in the index.

        Raises
        ------
        OutputError : the folder cannot be written to
        """
        name = picture_name(number)
        image.save(self.path / name)
        row = {"files": [name, *extra_files]} | image.provenance()
        try:
            with (self.path / INDEX).open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OutputError(f"{self.path / INDEX} cannot be written ({error.strerror}); free some space.") from error
        self.done[number] = row

    def write_index(self) -> None:
        """Write the index anew, in the order of the pictures."""
        lines = "".join(json.dumps(self.done[number]) + "\n" for number in sorted(self.done))
        write_atomically(self.path / INDEX, lines.encode())

    def write_sheet(self) -> None:
        """Draw the first 200 pictures on one sheet."""
        names = [picture_name(number) for number in sorted(self.done)[:SHEET_LIMIT]]
        sheet = contact_sheet([read_garment_image(self.path / name) for name in names])
        save_picture(sheet, self.path / SHEET)


def picture_name(number: int) -> str:
    """The file name of a picture of a batch."""
    return f"{number:03d}.png"


def _is_own(name: object) -> bool:
    return isinstance(name, str) and _OWN_NAME.fullmatch(name) is not None


def _number(row: dict[str, Any]) -> int:
    return int(re.split(r"\D", row["files"][0])[0])


def run_batch(
    studio: Studio,
    order: BatchOrder,
    body: FittedBody | None,
    folder: OutputFolder,
    step: Callable[[], None] = lambda: None,
) -> list[str]:
    """Make everything that is not there yet; returns a note for each garment that could not be fitted.

    Raises
    ------
    CheckpointError, OutputError : the run cannot go on; what is there stays, and --resume continues it
    """
    notes: list[str] = []
    for number, draw in enumerate(_pictures(studio, order)):
        if number not in folder.done:
            image = draw()
            extra: list[str] = []
            if body:
                extra, note = _fit(studio, image, body, order, folder.path / picture_name(number))
                notes += note
            folder.add(number, image, extra)
        step()
    folder.write_index()
    folder.write_sheet()
    return notes


def _pictures(studio: Studio, order: BatchOrder) -> Iterator[Callable[[], GarmentImage]]:
    """How to draw each picture of an order, in order; nothing is drawn yet."""
    for request in order.requests:
        for index in range(request.count):
            yield partial(studio.generator.draw, request.attributes, request.seed + index)
    if liked := order.variations:
        for index in range(liked.count):
            yield partial(studio.variation, liked.liked, index, liked.distance, liked.seed)


def _fit(
    studio: Studio, image: GarmentImage, body: FittedBody, order: BatchOrder, picture: Path
) -> tuple[list[str], list[str]]:
    """The files that a fitted garment was exported to, or a note why it could not be fitted."""
    glb, look_picture = picture.with_suffix(".glb"), picture.with_name(f"{picture.stem}-look.png")
    try:
        look = studio.fit(image, body, order.ease)
    except GarmentError as error:
        return [], [f"{picture.name}: {error}"]
    export_look(look, glb, look_picture)
    return [glb.name, look_picture.name], []


def order_with_weights(order: BatchOrder, studio: Studio) -> dict[str, Any]:
    """An order and what it is made with, so that a folder is never continued with other weights."""
    return order.to_dict() | {"generator_sha256": studio.generator.checkpoint.sha256}
