"""The folder of a batch, which can be left at any moment and taken up again."""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from fashiongan.errors import ImageError, OutputError
from fashiongan.files import replacing, sweep, write_atomically
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image
from fashiongan.json_files import parsed_json
from fashiongan.run_manifest import FILE as RUN

INDEX, SHEET, ORDER = "designs.jsonl", "sheet.png", "request.json"
SHEET_LIMIT = 200
# The only names that a batch gives, so the only ones that it may take away again.
_OWN_NAME = re.compile(
    r"[0-9]{3,12}(\.(png|glb|obj|mtl)|-(look|cloth)\.png|-pattern\.(dxf|svg)|-pattern-(a4|letter)\.pdf|-techpack\.pdf)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """One picture of a batch as its maker left it. `row` : its line of the index; `sha256` : of each of its files"""

    number: int
    row: dict[str, Any]
    sha256: dict[str, str]

    @classmethod
    def of(cls, folder: Path, number: int, image: GarmentImage, beside: Sequence[str] = ()) -> Self:
        """Write a picture into a folder. beside : the files that belong to it, written already

        Raises
        ------
        OutputError : the folder cannot be written to
        """
        files = [picture_name(number), *beside]
        image.save(folder / files[0])
        return cls(number, {"files": files} | image.provenance(), {one: sha256_of(folder / one) for one in files})


@dataclass
class OutputFolder:
    """The folder of one batch. `done` : the numbers of the pictures that are there; their lines stay on the disk."""

    path: Path
    done: set[int] = field(default_factory=set)
    in_order: bool = True
    _last: int = -1

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
            folder.sweep()
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

    def sweep(self) -> None:
        """Remove what killed processes left half-written."""
        sweep(self.path)

    def _clear(self) -> None:
        """Remove what a batch left here; a folder without its order is not ours, and is left alone."""
        if not (self.path / ORDER).is_file():
            raise OutputError(f"{self.path} was not made by this program, so it is not replaced; choose another --out.")
        for _, row in self._rows():
            for name in row["files"]:
                (self.path / name).unlink(missing_ok=True)
        for name in (SHEET, INDEX, ORDER, RUN):
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
        self._last = max(offsets, default=-1)
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

    def add(self, written: Sequence[Written]) -> None:
        """Enter pictures that lie in the folder into the index, once all their files are seen to be what was written.

        Raises
        ------
        OutputError : a file is not here or is another, or the index cannot be written to
        """
        for one in written:
            self._refuse_other_files(one)
        try:
            with (self.path / INDEX).open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(one.row) + "\n" for one in written)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise OutputError(f"{self.path / INDEX} cannot be written ({error.strerror}); free some space.") from error
        for one in written:
            self.in_order = self.in_order and one.number > self._last
            self._last = one.number
            self.done.add(one.number)

    def _refuse_other_files(self, written: Written) -> None:
        for name, expected in written.sha256.items():
            try:
                found = sha256_of(self.path / name)
            except OSError:
                found = "nothing"
            if found != expected:
                raise OutputError(
                    f"{self.path / name} was written, but {found[:12]} lies there and not {expected[:12]}; "
                    "let no other program write to the folder, and let all machines share it under this path."
                )

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


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def picture_name(number: int) -> str:
    """The file name of a picture of a batch."""
    return f"{number:03d}.png"


def _is_own(name: object) -> bool:
    return isinstance(name, str) and _OWN_NAME.fullmatch(name) is not None


def _number(row: dict[str, Any]) -> int:
    return int(re.split(r"\D", row["files"][0])[0])
