"""A fresh process opens the window and says when it was shown, and what was loaded by then. JSON.

`python -m benchmarks.window.opened [WARM]` : with an argument, it also tells how long the window loads on.
"""

import json
import sys
import time


def main() -> None:
    """As `gui.app.main` does it, up to the first picture."""
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    from fashiongan.studio import Studio
    from gui.app import open_window
    from gui.theme import Theme, apply_theme

    apply_theme(application, Theme.SYSTEM)
    window = open_window(Studio())
    window.show()
    application.processEvents()
    shown = {
        "shown_at_s": time.time(),
        "processor_s": round(time.process_time(), 2),
        "loaded_too_early": sorted({"torch", "open3d", "warp", "trimesh"} & set(sys.modules)),
        "modules": len(sys.modules),
    }
    print(json.dumps(shown | (_warmed(window) if sys.argv[1:] else {})))
    window.close()


def _warmed(window: object) -> dict[str, float]:
    """How long loading the rest takes, and the longest that the window does not answer meanwhile."""
    from PySide6.QtCore import QObject

    from benchmarks.window.surroundings import let_run
    from benchmarks.window.watchdog import Watchdog
    from gui.work.warming import AFTER_MS, Warming

    assert isinstance(window, QObject)
    start_s = time.perf_counter()
    with Watchdog() as watchdog:
        warming = Warming(window)
        let_run(lambda: time.perf_counter() - start_s > 2e-3 * AFTER_MS and not warming.thread_.is_alive())
    took_s = time.perf_counter() - start_s
    longest = max((stall.wall_ms for stall in watchdog.stalls), default=0.0)
    return {"warming_s": round(took_s, 2), "longest_stall_while_warming_ms": round(longest)}


if __name__ == "__main__":
    main()
