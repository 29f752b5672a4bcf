"""The log file that a bug leaves its traceback in. It holds no picture, no measurement, no name and no path."""

import logging
import sys
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths

from fashiongan.nameless import without_names

MAX_BYTES, KEPT = 500_000, 2
logger = logging.getLogger("fashiongan.crash")


def log_file() -> Path:
    """Where the log lies: the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "FashionGAN" / "fashiongan.log"


class Nameless(logging.Formatter):
    """Leaves names and paths out."""

    def format(self, record: logging.LogRecord) -> str:
        """As any formatter, traceback and all."""
        return without_names(super().format(record))


def start_logging() -> None:
    """Send warnings to the log file and to the error stream, and every uncaught error as well."""
    path = log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [RotatingFileHandler(path, maxBytes=MAX_BYTES, backupCount=KEPT)]
    if sys.stderr is not None:  # A windowed program on Windows has none.
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(Nameless("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=handlers)
    sys.excepthook = _log_uncaught


def end_logging() -> None:
    """Let go of the log file."""
    for handler in [one for one in logging.getLogger().handlers if isinstance(one, RotatingFileHandler)]:
        logging.getLogger().removeHandler(handler)
        handler.close()


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logger.critical("uncaught error", exc_info=(kind, error, trace))
