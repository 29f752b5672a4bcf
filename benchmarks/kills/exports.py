"""Killed while files are written: a project, everything that can be exported, a scan, and measuring one."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from benchmarks.kills.child import DONE, READY, Tell
from benchmarks.kills.material import WOMAN, Material
from benchmarks.kills.operation import Hashes, hashes, leftovers, sha256, whole_or_absent
from fashiongan.body.measurements import Figure
from fashiongan.exporting.look import LookFile
from fashiongan.exporting.order import ExportOrder
from fashiongan.exporting.pictures import PictureFile
from fashiongan.exporting.sheet.files import SheetFile
from fashiongan.files import refuse_unwritable, sweep
from fashiongan.project.files import read_project
from fashiongan.project.gathering import Chosen
from fashiongan.project.project import ENDING, KeptBody
from scanning.body_scan import BodyScan, BodyScanner
from scanning.hand_edits import with_value
from scanning.scan_files import write_scan
from scanning.sources.recorded import open_recording

NAME = "mine"
LOOK_FILES = (LookFile.GLB, LookFile.DXF, LookFile.TECH_PACK)


def _nobody(share: float, what: str) -> None:
    """Nobody looks."""


def _project_order(material: Material, version: int, folder: Path) -> ExportOrder:
    pictures = tuple(map(Chosen, material.pictures))
    chosen = pictures if version else pictures[:4]
    return ExportOrder(folder, NAME, chosen, project=True, body=KeptBody.of(WOMAN))


def _export_order(material: Material, version: int, folder: Path) -> ExportOrder:
    order = _project_order(material, version, folder)
    order = replace(order, pictures=tuple(PictureFile), sheet=(SheetFile.PDF,))
    return replace(order, look=material.looks[version], look_kinds=LOOK_FILES)


@dataclass
class Exporting:
    """Two orders of the same name in turn, so that files are made and replaced. whole : what each leaves undisturbed"""

    name: str
    share: int
    everything: bool
    whole: list[Hashes] = field(default_factory=list)

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        make = _export_order if self.everything else _project_order
        orders = [make(material, version, folder) for version in (0, 1)]
        tell(READY)
        for turn in count(os.getpid()):
            orders[turn % 2].carry_out(_nobody)
            tell(DONE)

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        sweep(folder)  # As the window does when it starts, where it exported to.
        project = folder / f"{NAME}{ENDING}"
        if project.exists():
            read_project(project)
        return leftovers(folder) + whole_or_absent(folder, *self.whole)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """What whole files look like."""
        make, found = (_export_order if self.everything else _project_order), []
        for version in (0, 1):
            place = folder / f"{version}"
            make(material, version, place).carry_out(_nobody)
            found.append(hashes(place))
        return found


@dataclass
class KeepingAScan:
    """A scan's files written over and over, of two people in turn."""

    name: str = "keep a scan"
    share: int = 24
    whole: list[Hashes] = field(default_factory=list)

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        tell(READY)
        while True:
            for scan in _scans(material):
                write_scan(scan, folder / f"{NAME}.yaml")
            tell(DONE)

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        refuse_unwritable(folder / f"{NAME}.yaml")  # As `fashiongan-scan measure` begins.
        return leftovers(folder) + whole_or_absent(folder, *self.whole)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """What whole files look like."""
        found = []
        for version, scan in enumerate(_scans(material)):
            write_scan(scan, folder / f"{version}" / f"{NAME}.yaml")
            found.append(hashes(folder / f"{version}"))
        return found


@dataclass
class Measuring:
    """A recording measured and kept; it stays as it is."""

    name: str = "measure a scan"
    share: int = 4
    whole: list[Hashes] = field(default_factory=list)

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        from fashiongan.studio import Studio

        scanner = BodyScanner(Studio().measurer.model)
        tell(READY)
        write_scan(scanner.scan([open_recording(material.recording)], Figure.WOMAN), folder / f"{NAME}.yaml")
        tell(DONE)

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        refuse_unwritable(folder / f"{NAME}.yaml")
        changed = [] if sha256(material.recording) == self.whole[0]["recording"] else ["the recording changed"]
        return changed + leftovers(folder) + whole_or_absent(folder, *self.whole)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """What whole files look like."""
        write_scan(material.scan, folder / f"{NAME}.yaml")
        return [{**hashes(folder), "recording": sha256(material.recording)}]


def _scans(material: Material) -> tuple[BodyScan, BodyScan]:
    """Two that differ in every file."""
    scan = material.scan
    other = with_value(scan.measured, scan.measured.by_name["waist_mm"], 777.0)
    taller = replace(scan.body, vertices_mm=scan.body.vertices_mm * 1.01)
    return scan, replace(scan, measured=other, body=taller, points_mm=scan.points_mm * 1.01)
