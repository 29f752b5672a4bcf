"""What every command line shares: one line and exit code 2 for an error of ours, and a progress bar."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from fashiongan.errors import FashionGanError

EXIT_ERROR = 2
_stderr = Console(stderr=True)


def fail(message: str) -> NoReturn:
    """Print one line to the error stream and leave with exit code 2."""
    typer.echo(f"Error: {' '.join(message.split())}", err=True)
    raise typer.Exit(EXIT_ERROR)


def one_line_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn our own errors into one line; anything else is a bug and keeps its traceback."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except FashionGanError as error:
            fail(str(error))

    return wrapped


def progress_bar() -> Progress:
    """A bar with count and time left, on the error stream so that output can be piped."""
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=_stderr
    )


def log_to_stderr(verbose: bool) -> None:
    """Show warnings, or with `verbose` also what is being done."""
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(message)s")
