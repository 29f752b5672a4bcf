"""What every program of ours shares: one line and exit code 2 for what the user can mend, and a progress bar."""

import logging
import sys
from collections.abc import Sequence

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from typer.exceptions import TyperException

from fashiongan.errors import FashionGanError

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
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


def log_to_stderr(verbose: bool) -> None:
    """Show warnings, or with `verbose` also what is being done."""
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(message)s")
