"""Killed while garments are drawn: by the window's queue into the library, and by fashiongan-generate into a folder."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.kills.child import DONE, READY, Tell
from benchmarks.kills.material import Material
from benchmarks.kills.operation import Hashes, hashes, leftovers, sha256
from benchmarks.kills.window import open_own_window
from fashiongan.attributes import GarmentAttributes
from fashiongan.cli.generate import main as generate
from fashiongan.generator.request import GenerationRequest
from fashiongan.library.library import Library
from fashiongan.library.query import Query
from fashiongan.orders.output_folder import ORDER

COUNT, SEED = 12, 7


@dataclass
class WindowDraws:
    """The window draws into its library; killed, it goes on, and is killed again, until all is there."""

    name: str = "draw, window"
    share: int = 32
    whole: list[Hashes] = field(default_factory=list)

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """Nothing: what is drawn is told while it is drawn."""
        return []

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        application, window = open_own_window(folder)
        tell(READY)
        window.drawing.drawn.connect(lambda number: tell(f"{number} {sha256(window.library.path(number))}"))
        if not window.library.numbers() and not window.library.waiting.all():
            window.start_drawing(GenerationRequest(GarmentAttributes(), COUNT, SEED))
        window.queue.finished.connect(lambda _: tell(DONE))
        application.exec()

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        place = folder / "FashionGAN" / "library"
        safe = dict(line.split() for line in told if line[0].isdigit())
        with Library(place) as library:
            files = library.files()
            lost = [f"picture {number}" for number, known in safe.items() if sha256(files[int(number)]) != known]
            origins = [entry.origin for entry in library.entries(Query(oldest_first=True))]
            waiting = library.waiting.all()
        done = waiting[0].done if waiting else len(origins)
        if origins != [f"seed {SEED + place}" for place in range(len(origins))]:
            lost.append("pictures are missing or there twice")
        if origins and (done != len(origins) or (not waiting and done != COUNT)):
            lost.append(f"{len(origins)} pictures, but {done} are counted")
        lost += leftovers(folder)
        if lost or len(origins) == COUNT:
            shutil.rmtree(folder)
        return lost


@dataclass
class BatchDraws:
    """fashiongan-generate --resume, until all is there: then as if it was never killed."""

    name: str = "draw, batch"
    share: int = 28
    whole: list[Hashes] = field(default_factory=list)

    def work(self, folder: Path, material: Material, tell: Tell) -> None:
        tell(READY)
        _run(folder)
        tell(DONE)

    def check(self, folder: Path, material: Material, told: Sequence[str]) -> list[str]:
        whole, there = self.whole[0], hashes(folder / "out") if (folder / "out").exists() else {}
        pictures = {name: known for name, known in there.items() if name[0].isdigit()}
        lost = [f"{name} is not as it should be" for name, known in pictures.items() if whole.get(name) != known]
        if DONE in told:
            _run(folder)  # Once more, with nothing left to do.
            lost += leftovers(folder)
            if hashes(folder / "out") != whole:
                lost.append("resumed, it differs from one that was never killed")
        if lost or DONE in told:
            shutil.rmtree(folder)
        return lost

    def learn(self, folder: Path, material: Material) -> list[Hashes]:
        """What it leaves undisturbed."""
        _run(folder)
        return [hashes(folder / "out")]


def _run(folder: Path) -> None:
    out = folder / "out"
    sys.argv = ["fashiongan-generate", "--count", str(COUNT), "--seed", str(SEED), "--out", str(out)]
    # What was killed before it wrote down its order has nothing to go on with.
    sys.argv += ["--resume"] if (out / ORDER).exists() else []
    try:
        generate()
    except SystemExit as leaving:
        if leaving.code:
            raise
