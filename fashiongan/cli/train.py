"""`fashiongan-train`: prepare data, train a system, evaluate it, release its weights."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import load_weights
from fashiongan.cli import train_compose, train_import, train_reader, train_restyle, train_sketch, train_upscale
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    Command,
    DataVersion,
    Folder,
    NewRun,
    Report,
    RunFolder,
    best_of,
    chosen,
    keep_report,
    release_measured,
    say_losses,
    unlisted,
)
from fashiongan.cli.train_design import add_design_commands
from fashiongan.cli.train_masked import add_masked_commands
from fashiongan.cli.train_originality import add_originality_commands
from fashiongan.cli.train_people import add_people_commands
from fashiongan.cli.train_taste import add_taste_commands
from fashiongan.dataset.fashion_mnist import load_fashion_mnist
from fashiongan.dataset.labels import Split
from fashiongan.dataset.prepare import prepare, rembg_remover
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import DatasetError
from fashiongan.evaluation.generator.attributes import CAS_STEPS
from fashiongan.evaluation.generator.judge import KidJudge
from fashiongan.evaluation.generator.report import evaluate_conditional, feature_spaces
from fashiongan.evaluation.table import report_table
from fashiongan.generator.generation import CHECKPOINT_NAME
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader
from fashiongan.image import save_picture
from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.training.generator.conditional import ConditionalRecipe
from fashiongan.training.generator.finishing import finish
from fashiongan.training.generator.settings import ConditionalSettings
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.plot import draw_curves, read_log, read_scores
from fashiongan.training.processes import launch
from fashiongan.training.release import Entry
from fashiongan.training.run import STATE, read_state

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)
logger = logging.getLogger(__name__)
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


@app.command("prepare")
def prepare_command(
    raw: Annotated[Path, typer.Argument(help="Folder of garment photos; subfolders are contributors.")],
    out: Annotated[Path, typer.Option(help="Folder to write the garment set to.")],
) -> None:
    """Make a garment set from photos: background removed, checked, cropped, colours measured."""
    log_to_stderr(verbose=False)
    if not raw.is_dir():
        raise DatasetError(f"{raw} is not a folder; give the folder that holds the photos.")
    remover = rembg_remover()
    with progress_bar() as bar:
        task = bar.add_task("photos", total=None)
        report = prepare(raw, out, remover, lambda done, total: bar.update(task, completed=done, total=total))
    typer.echo(f"{report.kept} pictures in {out}, {report.labelled} with labels")
    for reason, count in sorted(report.refused.items()):
        typer.echo(f"left out, {reason}: {count}")
    if report.labelled < report.kept:
        typer.echo(f"Fill in {out / 'unlabelled.csv'} and append it to labels.csv to train on the rest.")


@app.command("conditional")
def conditional_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 30.0,
    size: Annotated[int, typer.Option(help="Picture size: 32, 64, 128 or 256 px.")] = 128,
    width: Annotated[int, typer.Option(help="Base width of the generator.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step; even.")] = 32,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
    judge_every: Annotated[float, typer.Option(help="Minutes between KID scores; 0 for none.", min=0)] = 30.0,
    processes: Annotated[int, typer.Option(help="How many processes share a step.", min=1)] = 1,
    begin_with: Annotated[Path | None, typer.Option(help="Run of a smaller generator to grow from.")] = None,
    fashion_mnist: Annotated[bool, typer.Option("--fashion-mnist", help="DATA holds Fashion-MNIST (32 px).")] = False,
) -> None:
    """Train the conditional GAN; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = ConditionalSettings(size, width, batch, seed, bfloat16)
    schedule = Schedule(minutes, judge_every_minutes=judge_every)
    garments = _fashion_mnist(data, size) if fashion_mnist else load_training_set(data, Split.TRAIN, size)
    crew, device = launch(processes, "cuda" if torch.cuda.is_available() else "cpu")
    # A run that is gone on with has its own state by now.
    begin = read_state(begin_with)["recipe"] if begin_with and not (run / STATE).exists() else None
    options = {
        "data": data.name,
        "begin_with": str(begin_with or ""),
        "processes": processes,
        "judge_every": judge_every,
    }
    with crew.together():
        recipe = ConditionalRecipe(garments, settings, device, begin, crew, options)
        refuse_too_large(recipe.memory_bytes(), device)
        judge = _judge(recipe, data, size, device) if judge_every and crew.first and not fashion_mnist else None
        losses = train(recipe, run, schedule, judge=judge, processes=crew)
        if crew.first:
            say_losses(run, losses)
        crew.leave()


def _judge(recipe: ConditionalRecipe, data: Path, size: int, device: torch.device) -> Callable[[], float] | None:
    """A judge by the validation split; None, with a warning, where there is none."""
    try:
        held_out = load_training_set(data, Split.VAL, size)
    except DatasetError as error:
        logger.warning("The best weights are not kept apart, because they cannot be judged: %s", error)
        return None
    return KidJudge(held_out, device).of(recipe.averaged, recipe.wardrobe)


def _fashion_mnist(folder: Path, size: int) -> TrainingSet:
    if size != 32:
        raise DatasetError(f"Fashion-MNIST is 32 px with its margin, not {size}; add --size 32.")
    return load_fashion_mnist(folder)


@app.command("plot")
def plot_command(
    run: RunFolder,
    out: Annotated[Path | None, typer.Option(help="PNG to write.  [default: curves.png in the run's folder]")] = None,
) -> None:
    """Draw the losses and the scores of a run."""
    path = out or run / "curves.png"
    save_picture(draw_curves(read_log(run), read_scores(run)), path)
    typer.echo(path)


@app.command("evaluate")
def evaluate_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    seeds: Annotated[int, typer.Option(help="How many seeds.", min=1)] = 3,
    cas: Annotated[bool, typer.Option(help="Also train readers on fakes and on real garments.")] = True,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and the worst pairs.")] = None,
) -> None:
    """Measure a generator against the test split, beside what real garments score."""
    log_to_stderr(verbose=True)
    checkpoint = chosen(weights, CHECKPOINT_NAME)
    loaded = load_weights(checkpoint, torch.device("cpu"))
    reader = GarmentReader.load(checkpoint_folder(), torch.device("cpu")).network
    parts = build_generator(loaded)
    size = parts.network.shape.size_px
    splits = load_training_set(data, Split.TEST, size), load_training_set(data, Split.TRAIN, size)
    report, pairs = evaluate_conditional(
        parts, reader, feature_spaces(reader), splits, tuple(range(seeds)), CAS_STEPS if cas else 0
    )
    report["training"] = loaded.header.get("training")
    keep_report(report, pairs, out)
    typer.echo(report_table(report))


@app.command("release")
def release_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
    pictures: Annotated[int, typer.Option(help="Pictures to fit the latent encoder to.", min=16)] = 3000,
) -> None:
    """Put a run's best weights into the checkpoints folder, with directions, a latent encoder and its numbers."""
    log_to_stderr(verbose=True)
    loaded = load_weights(unlisted(best_of(run), CHECKPOINT_NAME), torch.device("cpu"))

    def numbers(report: dict[str, Any]) -> Entry:
        kids = {"kid_x1000_test": report["mean"], "kid_x1000_floor": report["real"]}
        return {name: round(which["kid"]["inception"]["value"], 1) for name, which in kids.items()}

    finished = run / "finished.safetensors"
    finish(loaded, finished, pictures)
    release_measured(finished, CHECKPOINT_NAME, (data, command), report, numbers, to)


app.command("reader")(train_reader.reader_command)
app.command("release-reader")(train_reader.release_reader_command)
app.command("cyclegan")(train_restyle.cyclegan_command)
app.command("cut")(train_restyle.cut_command)
app.command("evaluate-restyle")(train_restyle.evaluate_restyle_command)
app.command("release-restyle")(train_restyle.release_restyle_command)
app.command("esrgan")(train_upscale.esrgan_command)
app.command("evaluate-esrgan")(train_upscale.evaluate_esrgan_command)
app.command("release-esrgan")(train_upscale.release_esrgan_command)
app.command("pix2pix")(train_sketch.pix2pix_command)
app.command("evaluate-pix2pix")(train_sketch.evaluate_pix2pix_command)
app.command("release-pix2pix")(train_sketch.release_pix2pix_command)
add_people_commands(app)
app.command("mcgan")(train_compose.mcgan_command)
app.command("evaluate-mcgan")(train_compose.evaluate_mcgan_command)
app.command("release-mcgan")(train_compose.release_mcgan_command)
add_taste_commands(app)
add_design_commands(app)
add_masked_commands(app)
add_originality_commands(app)
app.command("import")(train_import.import_command)
app.command("export")(train_import.export_command)


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
