"""What every program of ours shares: one line and exit code 2 for what the user can mend, and a progress bar."""

import logging
import sys
import time
from collections.abc import Callable, Sequence
from datetime import timedelta

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text
from typer.exceptions import TyperException

from fashiongan.errors import FashionGanError

logger = logging.getLogger(__name__)
SAY_EVERY_S = 30.0
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


def run_program(app: typer.Typer, arguments: Sequence[str] | None = None) -> None:
    """Run a Typer program and leave with its exit code; a bug keeps its traceback.

    Our own errors and wrong options come out as one line on the error stream.
    """
    try:
        code = typer.main.get_command(app)(args=arguments, standalone_mode=False)
    except FashionGanError as error:
        sys.exit(_report(str(error)))
    except TyperException as error:
        sys.exit(_report(f"{error.format_message()} Add --help to see what can be given."))
    if code == EXIT_INTERRUPTED:
        typer.echo("Stopped; what was finished is kept.", err=True)
    sys.exit(code if isinstance(code, int) else 0)


def _report(message: str) -> int:
    typer.echo(f"Error: {' '.join(message.split())}", err=True)
    return EXIT_ERROR


def progress_bar() -> Progress:
    """A bar with count and time left, on the error stream so that output can be piped; it goes when it is done."""
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class _Rate(ProgressColumn):
    """How many a second."""

    def render(self, task: Task) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


class Pace:
    """Says in the log, where no bar can be seen, how far a long run is, how fast it goes and how long it will take."""

    def __init__(self, total: int, done: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._done, self._clock = total, done, clock
        self._made, self._begun_s = 0, clock()
        self._said_s = self._begun_s

    def step(self, count: int) -> None:
        """So many more are made."""
        now_s = self._clock()
        self._made += count
        if now_s - self._said_s < SAY_EVERY_S:
            return
        self._said_s = now_s
        rate, done = self._made / (now_s - self._begun_s), self._done + self._made
        left = str(timedelta(seconds=round((self._total - done) / rate)))
        logger.info("%d of %d, %.1f/s, %s left", done, self._total, rate, left)


def log_to_stderr(verbose: bool) -> None:
    """Show warnings, or with `verbose` also what is being done."""
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(message)s")
