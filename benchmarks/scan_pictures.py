"""The pictures of scanning in the documentation: `QT_QPA_PLATFORM=offscreen python -m benchmarks.scan_pictures FOLDER`.

A simulated person is scanned in the window; nobody real is shown. The page of the report needs poppler's pdftoppm.
"""

import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import Figure, read_measurements
from fashiongan.studio import Studio
from gui.app import SEED, open_window
from gui.help.languages import apply_language
from gui.main_window import MainWindow
from gui.panels.camera_dialog import CameraDialog
from gui.scan.consent import ConsentDialog
from gui.scan_order import ScanOrder
from gui.theme import apply_theme
from scanning.body_picture import View, extent_mm, near_half, projected, shaded_body
from scanning.body_scan import BodyScan
from scanning.frame import Floats
from scanning.record import record
from scanning.simulation.camera import D435, Setup, SimulatedCamera
from scanning.simulation.person import SWAYING, Person
from scanning.sources.recorded import open_recording
from scanning.sources.source import opened
from scanning.views import stood_views

EXAMPLE = Path("examples/body.yaml")
SETUP = Setup(D435, views=8, frames_a_view=15, restlessness=SWAYING)
BODY_PX, TITLE_PX, GAP_PX = 560, 40, 24
VIEW_PX = (BODY_PX - GAP_PX) // 2
NEAR_COLOR, FAR_COLOR = np.array([38.0, 70.0, 110.0]), np.array([214.0, 224.0, 234.0])
INK, POINT, TAPE = (28, 36, 48), np.array([47.0, 93.0, 138.0]), (179, 71, 15)
TITLES = ("Eight views, noise averaged", "Points, put together", "The body behind them", "Its tapes")
COLORS = 128
SHOWN_RANGE_MM = (900.0, 1900.0)


def main() -> None:
    """Scan in the window, then draw."""
    folder = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    apply_theme(application)
    apply_language(application, "en")
    studio = Studio()
    with tempfile.TemporaryDirectory() as temporary:
        recording = Path(temporary) / "scan.mkv"
        record(SimulatedCamera(_person(studio.body(read_measurements(EXAMPLE))), SETUP), recording)
        window = _scanned_window(studio, recording)
        scan = window.fit.wearer.scan
        assert scan is not None
        overview(_depth_views(recording), scan).quantize(COLORS).save(folder / "scan.png", optimize=True)
        window.fit.wearer.save(Path(temporary) / "scan.yaml")
        page = ["pdftoppm", "-r", "75", "-l", "1", "-png", "-singlefile"]
        subprocess.run([*page, f"{temporary}/scan.pdf", str(folder / "scan-report")], check=True)
    window.show_page(window.scan)
    QApplication.processEvents()
    window.grab().save(str(folder / "scan-table.png"))
    window.show_page(window.fit)
    QApplication.processEvents()
    window.grab().save(str(folder / "scan-window.png"))
    window.close()
    _draw_camera_dialog(folder / "scan-camera.png")
    _draw_consent_dialog(folder / "scan-consent.png")


def _draw_camera_dialog(path: Path) -> None:
    dialog = CameraDialog()
    dialog.procedures.setCurrentRow(2)
    dialog.recordings.add([Path(f"wall-{distance}.mkv") for distance in (800, 1300, 2000)])
    dialog.distances.setText("800, 1300, 2000")
    dialog.calibration.set_path(Path("calibration.json"))
    dialog.show()
    QApplication.processEvents()
    dialog.grab().save(str(path))
    dialog.close()


def _draw_consent_dialog(path: Path) -> None:
    dialog = ConsentDialog("RealSense D435")
    dialog.pseudonym.setText("K-07")
    dialog.agree.setChecked(True)
    dialog.show()
    QApplication.processEvents()
    dialog.grab().save(str(path))
    dialog.close()


def _person(body: FittedBody) -> Person:
    return Person(body.mesh.vertices_mm, body.mesh.faces)


def _scanned_window(studio: Studio, recording: Path) -> MainWindow:
    """A window in which a T-shirt was generated, a recording measured, and the shirt fitted on the scan."""
    window = open_window(studio)
    window.show()
    design = window.design
    design.attributes.boxes["category"].choose("tshirt")
    design.attributes.boxes["pattern"].choose("solid")
    design.attributes.seed.show_seed(SEED, locked=True)
    design.attributes.count.setValue(12)
    steps = iter(
        (
            design.attributes.generate.click,
            lambda: window.people.measure(ScanOrder((recording,), Figure.WOMAN)),
            lambda: design.gallery.choose(design.pictures.numbers[3:4]),
            design.fit.trigger,
            lambda: None,
        )
    )

    def advance() -> None:
        if window.queue.busy:
            return
        step = next(steps, None)
        if step is None:
            loop.quit()
        else:
            step()

    window.queue.failed.connect(lambda message: sys.exit(message))
    loop, timer = QEventLoop(), QTimer(window)
    timer.timeout.connect(advance)
    timer.start(300)
    loop.exec()
    timer.stop()
    return window


def _depth_views(recording: Path) -> list[NDArray[np.float32]]:
    """(H, W) mm of each stand, upright."""
    with opened(open_recording(recording)) as source:
        return [np.rot90(view.depth_mm, -1) for view in stood_views(source.frames(), source.camera)]


def overview(views: list[NDArray[np.float32]], scan: BodyScan) -> Image.Image:
    """Views, points, body and tapes side by side."""
    extent = extent_mm(scan.body.vertices_mm, View.FRONT)
    px_per_mm = BODY_PX / (extent[3] - extent[1])
    body = shaded_body(scan.body.vertices_mm, scan.body.faces, View.FRONT, px_per_mm)
    plain = Image.new("RGB", body.size, "white")
    plain.paste(body, mask=body)
    pictures = [
        _views_picture(views),
        _points_picture(scan.points_mm, px_per_mm),
        plain,
        _taped(plain, scan.lines_mm, extent, px_per_mm),
    ]
    width = sum(one.width for one in pictures) + GAP_PX * (len(pictures) + 1)
    whole = Image.new("RGB", (width, BODY_PX + TITLE_PX + GAP_PX), "white")
    draw, font, left = ImageDraw.Draw(whole), ImageFont.load_default(17), GAP_PX
    for title, picture in zip(TITLES, pictures, strict=True):
        draw.text((left + picture.width / 2, TITLE_PX / 2), title, INK, font, anchor="mm")
        whole.paste(picture, (left, TITLE_PX))
        left += picture.width + GAP_PX
    return whole


def _views_picture(views: list[NDArray[np.float32]]) -> Image.Image:
    near, far = SHOWN_RANGE_MM
    tiles = []
    for view in views:
        share = np.clip((view - near) / (far - near), 0, 1)[..., None]
        color = np.where(view[..., None] > 0, NEAR_COLOR + share * (FAR_COLOR - NEAR_COLOR), 255.0)
        tile = Image.fromarray(color.astype(np.uint8))
        tiles.append(tile.resize((VIEW_PX * tile.width // tile.height, VIEW_PX)))
    columns = len(tiles) // 2
    step_px = tiles[0].width + 6
    whole = Image.new("RGB", (columns * step_px - 6, BODY_PX), "white")
    for index, tile in enumerate(tiles):
        whole.paste(tile, (index % columns * step_px, index // columns * (VIEW_PX + GAP_PX)))
    return whole


def _points_picture(points: Floats, px_per_mm: float) -> Image.Image:
    """The points as seen from the front, near ones darker."""
    flat, nearness = projected(points, View.FRONT)
    (left, bottom), (right, top) = flat.min(0), flat.max(0)
    width, height = round((right - left) * px_per_mm) + 1, round((top - bottom) * px_per_mm) + 1
    pixels = np.full((height, width, 3), 255.0)
    order = np.argsort(nearness)
    u, v = ((flat[order] - [left, top]) * [px_per_mm, -px_per_mm]).round().astype(int).T
    inside = (u >= 0) & (u < width) & (v >= 0) & (v < height)
    share = np.linspace(0, 1, len(order))[:, None]
    pixels[v[inside], u[inside]] = (FAR_COLOR + share * (POINT - FAR_COLOR))[inside]
    picture = Image.new("RGB", (width, max(height, BODY_PX)), "white")
    picture.paste(Image.fromarray(pixels.astype(np.uint8)), (0, picture.height - height))
    return picture


def _taped(
    plain: Image.Image, lines_mm: dict[str, Floats], extent: tuple[float, float, float, float], px_per_mm: float
) -> Image.Image:
    """The body with the nearer half of every tape."""
    picture = plain.copy()
    draw = ImageDraw.Draw(picture)
    for line in lines_mm.values():
        flat, _ = projected(line, View.FRONT)
        pixels = (flat - [extent[0], extent[3]]) * [px_per_mm, -px_per_mm]
        for shown, run in zip(near_half(line, View.FRONT), pairwise(pixels.tolist()), strict=True):
            if shown:
                draw.line([tuple(run[0]), tuple(run[1])], TAPE, 2)
    return picture


if __name__ == "__main__":
    main()
