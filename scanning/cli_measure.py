"""`fashiongan-scan measure`: from recordings to a body file."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from fashiongan.body.definitions import BY_NAME
from fashiongan.body.measurements import Figure
from fashiongan.body.model import ASSET_NAME, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.files import refuse_unwritable
from fashiongan.programs import progress_bar
from scanning.body_scan import BodyScan, BodyScanner
from scanning.calibration.calibration import read_calibration
from scanning.cli_options import AsJson, PassphraseFile, passphrase_for
from scanning.formats.files import refuse_unknown_ending
from scanning.formats.own import to_json
from scanning.measurement_set import doubtful_basics
from scanning.measurement_table import measurement_table
from scanning.scan_files import refuse_existing, scan_paths, write_scan
from scanning.sources.recorded import open_recording


def measure(
    recordings: Annotated[list[Path], typer.Argument(help="One camera's recordings, or one of each camera.")],
    figure: Annotated[Figure, typer.Option(help="What the files say of the person; it changes no value.")],
    out: Annotated[Path, typer.Option(help="Measurement file to write; report, body and points go beside it.")],
    calibration: Annotated[
        Path | None, typer.Option(help="What `calibrate` wrote; needed for several cameras.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier scan of that name.")] = False,
    passphrase_file: PassphraseFile = None,
    as_json: AsJson = False,
) -> None:
    """Measure the person who turns before the camera, or stands among several: body, 63 measurements, report."""
    refuse_unknown_ending(out)
    refuse_unwritable(out)
    if not overwrite:
        refuse_existing(out)
    known = read_calibration(calibration) if calibration else None
    passphrase = passphrase_for(recordings, passphrase_file)
    sources = [open_recording(path, passphrase) for path in recordings]
    scanner = BodyScanner(BodyModel.load(checkpoint_folder() / ASSET_NAME))
    with progress_bar() as bar:
        task = bar.add_task("measuring")
        scan = scanner.scan(sources, figure, known, lambda done, of: bar.update(task, completed=done, total=of))
    write_scan(scan, out)
    _show(scan, out, as_json)


def _show(scan: BodyScan, out: Path, as_json: bool) -> None:
    files = [str(path) for path in scan_paths(out)]
    if as_json:
        typer.echo(json.dumps(json.loads(to_json(scan.measured)) | {"files": files}))
        return
    Console().print(measurement_table(scan.measured))
    doubtful = [BY_NAME[one.name].title.lower() for one in doubtful_basics(scan.measured)]
    if doubtful:
        typer.echo(f"in doubt: {', '.join(doubtful)}; take them by tape before you cut.")
    typer.echo(f"wrote {', '.join(files)}")
