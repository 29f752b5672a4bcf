"""Commands of `fashiongan-train` for the originality check: build its index, evaluate it, release it."""

import hashlib
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    LICENCE,
    Command,
    DataVersion,
    Folder,
    Report,
    chosen,
    keep_report,
    measured,
    training_of,
    unlisted,
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.originality.copies import Way
from fashiongan.evaluation.originality.report import OURS, evaluate_fakes, evaluate_originality, originality_table
from fashiongan.generator.generation import CHECKPOINT_NAME as GENERATOR
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader
from fashiongan.originality.check import Originality, build_originality
from fashiongan.originality.space import CHECKPOINT_NAME
from fashiongan.programs import log_to_stderr
from fashiongan.training.originality.building import IndexSettings, export, facts_of, fit_network, list_garments
from fashiongan.training.release import Entry, release

CPU = torch.device("cpu")
PICTURE_PX = 256
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def originality_command(
    data: Data,
    out: Annotated[Path, typer.Option(help="File of weights to write.")],
    width: Annotated[int, typer.Option(help="Numbers of a place.")] = 128,
    views: Annotated[int, typer.Option(help="How many other lights and poses to see each garment in.")] = 3,
    seed: Annotated[int, typer.Option()] = 0,
) -> None:
    """List the training garments for the originality check, in a feature space where copies lie near."""
    log_to_stderr(verbose=True)
    settings = IndexSettings(width, views, seed)
    garments, held_out = (load_training_set(data, split, PICTURE_PX) for split in (Split.TRAIN, Split.TEST))
    network = fit_network(garments, settings)
    export(out, network, list_garments(network, garments, held_out), facts_of(settings, data.name, garments))
    typer.echo(f"{len(garments)} garments in {out}, {out.stat().st_size / 1e6:.1f} MB")


def evaluate_originality_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="A file of weights; the released ones if left out.")] = None,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON.")] = None,
) -> None:
    """Measure whether copies are found, and how near the released generator's pictures come to the training set."""
    log_to_stderr(verbose=True)
    listed = chosen(weights, CHECKPOINT_NAME)
    loaded = load_weights(listed, CPU)
    check = Originality(listed, *build_originality(loaded), CPU)
    train, val, test = (load_training_set(data, split, PICTURE_PX) for split in (Split.TRAIN, Split.VAL, Split.TEST))
    reader = GarmentReader.load(checkpoint_folder(), CPU).network
    report = evaluate_originality(check, reader, (train, val, test))
    generator = build_generator(load_weights(find_checkpoint(GENERATOR, checkpoint_folder()), CPU))
    report["fakes"] = evaluate_fakes(check, generator, test)
    report |= {"training": training_of(loaded), "sha256": _sha256(listed.path), "split": str(Split.TEST)}
    keep_report(report, None, out)
    typer.echo(originality_table(report))


def release_originality_command(
    weights: Annotated[Path, typer.Argument(help="The file that the originality command wrote.")],
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put an index into the checkpoints folder, with its numbers."""
    loaded = load_weights(unlisted(weights, CHECKPOINT_NAME), CPU)
    build_originality(loaded)

    def numbers(report: dict[str, Any]) -> Entry:
        if report["sha256"] != _sha256(weights):
            raise ValueError("it is of another file")
        copies = report["copies"][OURS][Way.ALL]
        return {
            "copies_found_first_test": copies["found_first"],
            "copies_too_near_test": copies["too_near"],
            "fakes_too_near": report["fakes"]["too_near"],
            "fakes_mean_rank": report["fakes"]["mean_rank"],
        }

    facts: Entry = {"system": CHECKPOINT_NAME, "licence": LICENCE, "data": data, "command": command}
    facts["images"] = int(training_of(loaded)["images"])
    typer.echo(f"released {release(weights, CHECKPOINT_NAME, facts | measured(report, numbers), to)}")


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def add_originality_commands(app: typer.Typer) -> None:
    """Put the three commands into a program."""
    app.command("originality")(originality_command)
    app.command("evaluate-originality")(evaluate_originality_command)
    app.command("release-originality")(release_originality_command)
