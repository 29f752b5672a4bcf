"""The log file that a bug leaves its traceback in.

It holds no pictures or measurements, but the paths of recordings that are damaged or incomplete.
"""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths

MAX_BYTES, KEPT = 500_000, 2
logger = logging.getLogger("fashiongan.crash")


def log_file() -> Path:
    """Where the log lies: the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "FashionGAN" / "fashiongan.log"


def start_logging() -> None:
    """Send warnings to the log file and to the error stream, and every uncaught error as well."""
    path = log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=KEPT)]
    if sys.stderr is not None:  # A windowed program on Windows has none.
        handlers.append(logging.StreamHandler())
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s", handlers=handlers
    )
    sys.excepthook = _log_uncaught


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("uncaught error", exc_info=(kind, error, trace))
