"""Frames a second of the 3D view while it turns: `python -m benchmarks.viewport [FRAMES]`. JSON.

A body in trousers and a T-shirt, drawn by the generator, cut and draped, in a view of 900 x 700 pixels. Each frame is
drawn, copied to the widget and painted, as when a hand drags. Other programs on the machine count, so its load is told.
"""

import json
import os
import statistics
import sys
import time

from PySide6.QtWidgets import QApplication

from benchmarks.usual_garments import usual_picture
from fashiongan.attributes import Category
from fashiongan.garment.picture import Surface
from fashiongan.garment.shading import lit
from fashiongan.studio import Studio
from gui.app import DEFAULT_BODY
from gui.widgets.viewport import Viewport

SIZE_PX, DEGREES = (900, 700), 3.0
# The first frames find how finely this machine can draw.
FOUND_AFTER = 15


def dressed_surfaces() -> list[Surface]:
    """The body and both garments, with their light painted in."""
    studio = Studio()
    body = studio.body(DEFAULT_BODY)
    trousers = studio.fit(usual_picture(studio, Category.TROUSERS), body)
    shirt = studio.fit(usual_picture(studio, Category.TSHIRT), body, over=(trousers,))
    return [lit(surface) for surface in shirt.surfaces()]


def frame_times_s(viewport: Viewport, frames: int) -> list[float]:
    """What each frame of an orbit takes."""
    seconds = []
    for _ in range(frames):
        start = time.perf_counter()
        viewport.orbit(DEGREES)
        viewport.repaint_now()
        seconds.append(time.perf_counter() - start)
    return seconds


def rest_s(viewport: Viewport) -> float:
    """What the fine picture takes, once it rests."""
    start = time.perf_counter()
    viewport.zoom_to_fit()
    viewport.repaint_now()
    return time.perf_counter() - start


def measure(frames: int) -> dict[str, object]:
    """All numbers of a run."""
    surfaces = dressed_surfaces()
    viewport = Viewport()
    viewport.resize(*SIZE_PX)
    viewport.show()
    viewport.show_surfaces(surfaces)
    frame_times_s(viewport, FOUND_AFTER)
    before_s = time.process_time()
    seconds = sorted(frame_times_s(viewport, frames))
    processor_s = time.process_time() - before_s
    found = {
        "frames_per_s_median": round(1 / statistics.median(seconds), 1),
        "frames_per_s_slowest_of_20": round(1 / seconds[int(0.95 * len(seconds))], 1),
        "processor_ms_per_frame": round(1000 * processor_s / frames, 1),
        "drawn_share_of_width": viewport.drawn_share,
        "fine_picture_ms": round(1000 * statistics.median(rest_s(viewport) for _ in range(5))),
        "triangles": sum(len(surface.faces) for surface in surfaces),
        "view_px": list(SIZE_PX),
        "load_1_min": round(os.getloadavg()[0], 1),
        "processors": os.cpu_count(),
    }
    viewport.close_renderer()
    return found


if __name__ == "__main__":
    application = QApplication([])
    print(json.dumps(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 120), indent=1))
