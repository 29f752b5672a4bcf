"""The folder of a batch, which can be left at any moment and taken up again."""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fashiongan.errors import ImageError, OutputError
from fashiongan.files import TEMPORARY_PREFIX, replacing, write_atomically
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image
from fashiongan.json_files import parsed_json

INDEX, SHEET, ORDER = "designs.jsonl", "sheet.png", "request.json"
SHEET_LIMIT = 200
# The only names that a batch gives, so the only ones that it may take away again.
_OWN_NAME = re.compile(
    r"[0-9]{3,12}(\.(png|glb|obj|mtl)|-(look|cloth)\.png|-pattern\.(dxf|svg)|-pattern-(a4|letter)\.pdf|-techpack\.pdf)"
)


@dataclass
class OutputFolder:
    """The folder of one batch. `done` : the numbers of the pictures that are there; their lines stay on the disk."""

    path: Path
    done: set[int] = field(default_factory=set)
    in_order: bool = True

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
        for _, row in self._rows():
            for name in row["files"]:
                (self.path / name).unlink(missing_ok=True)
        for name in (SHEET, INDEX, ORDER):
            (self.path / name).unlink(missing_ok=True)

    def _take_up(self, order: dict[str, Any]) -> None:
        try:
            kept = parsed_json((self.path / ORDER).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            kept = None
        if kept != json.loads(json.dumps(order)):
            raise OutputError(
                f"{self.path} holds another order, or was made with other weights, so it cannot be resumed; "
                "choose another --out."
            )
        offsets = {_number(row): offset for offset, row in self._rows() if self._is_whole(row)}
        self.done = set(offsets)
        self._rewrite_index(offsets)

    def _is_whole(self, row: dict[str, Any]) -> bool:
        if not all((self.path / name).is_file() for name in row["files"]):
            return False
        try:
            read_garment_image(self.path / row["files"][0])
        except ImageError:
            return False
        return True

    def _rows(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Every line of the index that we may have written, with where it begins; half lines and those of somebody
        else are left out."""
        path = self.path / INDEX
        if not path.exists():
            return
        offset = 0
        with path.open("rb") as file:
            for line in file:
                try:
                    row = parsed_json(line)
                except ValueError:
                    row = None
                files = row.get("files") if isinstance(row, dict) else None
                if isinstance(files, list) and files and all(_is_own(name) for name in files):
                    yield offset, row
                offset += len(line)

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
        self.in_order = self.in_order and number >= len(self.done)
        self.done.add(number)

    def order_index(self) -> None:
        """Bring the index into the order of the pictures."""
        if not self.in_order:
            self._rewrite_index({_number(row): offset for offset, row in self._rows()})

    def _rewrite_index(self, offsets: dict[int, int]) -> None:
        """Write the lines that begin at some offsets anew, by their numbers, one at a time."""
        path = self.path / INDEX
        if not path.exists():
            return
        with path.open("rb") as lines, replacing(path) as partial, partial.open("wb") as ordered:
            for number in sorted(offsets):
                lines.seek(offsets[number])
                ordered.write(lines.readline().rstrip(b"\n") + b"\n")
        self.in_order = True

    def write_sheet(self) -> None:
        """Draw the first 200 pictures on one sheet."""
        names = [picture_name(number) for number in sorted(self.done)[:SHEET_LIMIT]]
        sheet = contact_sheet([read_garment_image(self.path / name) for name in names])
        with replacing(self.path / SHEET) as partial:
            sheet.save(partial)


def picture_name(number: int) -> str:
    """The file name of a picture of a batch."""
    return f"{number:03d}.png"


def _is_own(name: object) -> bool:
    return isinstance(name, str) and _OWN_NAME.fullmatch(name) is not None


def _number(row: dict[str, Any]) -> int:
    return int(re.split(r"\D", row["files"][0])[0])
