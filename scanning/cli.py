"""`fashiongan-scan`: the program for whoever runs the camera."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from fashiongan.errors import CameraError
from fashiongan.programs import EXIT_ERROR, run_program
from scanning import cli_calibrate, cli_measure, cli_private, cli_record
from scanning.devices import DRIVERS, realsense_cameras

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)


@app.callback()
def scan() -> None:
    """Depth cameras: find, record, check and calibrate them; measure people; lock and erase what is of them."""


@app.command()
def devices(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List the cameras that answer, and the drivers that are and are not installed."""
    problem = ""
    try:
        cameras = realsense_cameras()
    except CameraError as error:
        cameras, problem = [], str(error)
    if as_json:
        drivers = [asdict(driver) | {"installed": driver.installed} for driver in DRIVERS]
        typer.echo(json.dumps({"cameras": [asdict(one) for one in cameras], "drivers": drivers, "problem": problem}))
    else:
        _print_table([f"{one.name}, serial {one.serial}, {one.connection}" for one in cameras], problem)
    if problem:
        raise typer.Exit(EXIT_ERROR)


def _print_table(cameras: list[str], problem: str) -> None:
    for camera in cameras:
        typer.echo(camera)
    if not cameras:
        typer.echo(problem or "No camera answers. Plug one into a USB 3 port and run this again.")
    for driver in DRIVERS:
        typer.echo(driver.line)


app.command()(cli_record.record)
app.command()(cli_record.check)
app.command()(cli_measure.measure)
for private in (cli_private.lock, cli_private.unlock, cli_private.erase):
    app.command()(private)
app.add_typer(cli_calibrate.app, name="calibrate")


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
