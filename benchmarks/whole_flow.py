"""`python -m benchmarks.whole_flow OUT [NAME]`: everything once, in the real window, with the network refused.

Pictures, a recording of a simulated person, measurements, a fitted garment, every export, a project that is opened
again. NAME stands in all places in which a user may write a name: a pseudonym, a note, a board, a tag, a preset, the
name of a picture's file. Leaves with 3 if anything in Python asked for the network.
"""

import faulthandler
import logging
import os
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.no_network import deny_network

ATTEMPTS = deny_network() if __name__ == "__main__" else []

from PIL import Image  # noqa: E402
from PySide6.QtCore import QEventLoop, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from fashiongan.attributes import Category, GarmentAttributes  # noqa: E402
from fashiongan.body.fitting import fit_body  # noqa: E402
from fashiongan.body.measurements import Figure  # noqa: E402
from fashiongan.exporting.look import LookFile  # noqa: E402
from fashiongan.exporting.pictures import PictureFile  # noqa: E402
from fashiongan.exporting.sheet.files import SheetFile  # noqa: E402
from fashiongan.generator.request import GenerationRequest  # noqa: E402
from fashiongan.library.entry import Field  # noqa: E402
from fashiongan.studio import Studio  # noqa: E402
from fashiongan.tools.filling import FillSilhouette  # noqa: E402
from fashiongan.tools.silhouette_picture import read_silhouette  # noqa: E402
from gui.app import DEFAULT_BODY, open_window  # noqa: E402
from gui.crash_log import start_logging  # noqa: E402
from gui.export.wishes import PROJECT, WITH_BODY, Wishes, picture_tick, sheet_tick  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.scan_order import ScanOrder  # noqa: E402
from scanning.consent import Consent, write_consent  # noqa: E402
from scanning.formats.files import ENDINGS  # noqa: E402
from scanning.record import record  # noqa: E402
from scanning.simulation.camera import IDEAL, Setup, SimulatedCamera  # noqa: E402
from scanning.simulation.person import Person  # noqa: E402

SEED, NAME = 7, "P-SOMEBODY"
POLL_MS, RESTED, STUCK_S = 20, 25, 1100
EXIT_NETWORK, EXIT_FAILED = 3, 4
SHIRT = GarmentAttributes(Category.TSHIRT)


def whole_flow(window: MainWindow, out: Path, name: str) -> None:
    """All of it; exports go to `out`."""
    picture = out.parent / f"{name}.png"
    _draw_silhouette(picture)
    window.start_drawing(GenerationRequest(SHIRT, 2, SEED))
    window.start_drawing(FillSilhouette(read_silhouette(picture), GenerationRequest(SHIRT, 1, SEED)))
    _wait(window)
    _write_names(window, picture, name)
    _scan(window, name)
    window.start_fitting(window.library.image(window.library.numbers()[-1]))
    _wait(window)
    _export(window, out)
    window.files.projects.open(out / "flow.fgan")
    _wait(window)


def _draw_silhouette(path: Path) -> None:
    page = Image.new("L", (120, 160), 255)
    page.paste(0, (30, 10, 90, 150))
    page.save(path)


def _write_names(window: MainWindow, picture: Path, name: str) -> None:
    """Everywhere where a user may write a name."""
    library, numbers = window.library, window.library.numbers()
    for field, value in ((Field.NOTE, f"for {name}"), (Field.TAGS, (name, "shirt")), (Field.BOARD, name)):
        library.change(numbers[:1], field, value, f"write of {name}")
    old = library.image(numbers[0])
    library.add(replace(old, idea=replace(old.idea, origin=f"photo {name}.png")))
    window.design.refresh()
    window.design.attributes.load_style(picture)
    window.design.presets.keep(name)
    window.habits.opened(picture)
    logging.getLogger("whole flow").warning("%s is cut short", picture)


def _scan(window: MainWindow, name: str) -> None:
    recording = window.vault.scans / f"{name}-1.mkv"
    write_consent(Consent(name, "I agree.", "2026-05-04T12:00:00+02:00", purpose=f"a dress for {name}"), recording)
    body = fit_body(DEFAULT_BODY, window.studio.measurer).mesh
    setup = Setup(IDEAL, views=3, frames_a_view=5, turning_frames=2)
    record(SimulatedCamera(Person(body.vertices_mm, body.faces), setup), recording)
    window.people.measure(ScanOrder((recording,), Figure.WOMAN))
    _wait(window)


def _export(window: MainWindow, out: Path) -> None:
    """Every kind of file."""
    assert window.fit.look is not None, "nothing was fitted"
    window.design.gallery.choose(window.library.numbers()[1:])
    ticks = {*map(picture_tick, PictureFile), *map(sheet_tick, SheetFile), *LookFile, PROJECT, WITH_BODY}
    window.files.exports.start(Wishes(str(out), "flow", frozenset(ticks)).order(window.files.exports.exportable()))
    _wait(window)
    for ending in ENDINGS:
        window.fit.wearer.save(out / f"me{ending}")


def _wait(window: MainWindow) -> None:
    """Until the queue has had nothing to do for a while: what ends may begin something else."""
    loop, timer, rested = QEventLoop(), QTimer(), [0]

    def look() -> None:
        rested[0] = 0 if window.queue.busy else rested[0] + 1
        if rested[0] == RESTED:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(POLL_MS)
    loop.exec()


def main() -> None:
    """Entry point."""
    faulthandler.dump_traceback_later(STUCK_S, exit=True)
    out = Path(sys.argv[1]).absolute()
    out.mkdir(parents=True, exist_ok=True)
    start_logging()
    QApplication([])
    window = open_window(Studio())
    failed: list[str] = []
    window.queue.failed.connect(failed.append)
    window.show()
    whole_flow(window, out, sys.argv[2] if len(sys.argv) > 2 else NAME)
    window.close()
    for line in (*ATTEMPTS, *failed):
        print(line, file=sys.stderr)
    print(f"{len(list(out.iterdir()))} files in {out}; {len(ATTEMPTS)} attempts to reach the network", flush=True)
    # Not sys.exit: an attempt on a thread, or one that was swallowed, counts, too.
    os._exit(EXIT_NETWORK if ATTEMPTS else EXIT_FAILED if failed else 0)


if __name__ == "__main__":
    main()
