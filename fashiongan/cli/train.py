"""`fashiongan-train`: prepare data, train a system, evaluate it, release its weights."""

import json
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoints import Checkpoint, checkpoint_folder, find_checkpoint, load_weights
from fashiongan.dataset.fashion_mnist import load_fashion_mnist
from fashiongan.dataset.labels import Split
from fashiongan.dataset.prepare import prepare, rembg_remover
from fashiongan.dataset.training_set import TrainingSet, load_training_set
from fashiongan.errors import CheckpointError, DatasetError
from fashiongan.evaluation.report import evaluate_conditional
from fashiongan.files import write_atomically
from fashiongan.generation import CHECKPOINT_NAME, build_generator
from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.studio import save_picture
from fashiongan.training.conditional import ConditionalRecipe, ConditionalSettings
from fashiongan.training.loop import Schedule, train
from fashiongan.training.plot import draw_curves, read_log
from fashiongan.training.release import release

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False, help=__doc__)
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
    run: Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")],
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 30.0,
    size: Annotated[int, typer.Option(help="Picture size: 32, 64, 128 or 256 px.")] = 128,
    width: Annotated[int, typer.Option(help="Base width of the generator.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step; even.")] = 32,
    seed: Annotated[int, typer.Option()] = 0,
    begin_with: Annotated[Path | None, typer.Option(help="Weights of a smaller generator to grow from.")] = None,
    fashion_mnist: Annotated[bool, typer.Option("--fashion-mnist", help="DATA holds Fashion-MNIST (32 px).")] = False,
) -> None:
    """Train the conditional GAN; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = ConditionalSettings(size, width, batch, seed)
    schedule = Schedule(minutes)
    garments = _fashion_mnist(data, size) if fashion_mnist else load_training_set(data, Split.TRAIN, size)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    begin = load_weights(unlisted(begin_with), torch.device("cpu")).tensors if begin_with else None
    losses = train(ConditionalRecipe(garments, settings, device, begin), run, schedule)
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.3f}" for name, value in losses.items()))


def _fashion_mnist(folder: Path, size: int) -> TrainingSet:
    if size != 32:
        raise DatasetError(f"Fashion-MNIST is 32 px with its margin, not {size}; add --size 32.")
    return load_fashion_mnist(folder)


@app.command("plot")
def plot_command(
    run: Annotated[Path, typer.Argument(help="Folder of a run.")],
    out: Annotated[Path | None, typer.Option(help="PNG to write.  [default: curves.png in the run's folder]")] = None,
) -> None:
    """Draw the losses of a run."""
    path = out or run / "curves.png"
    save_picture(draw_curves(read_log(run)), path)
    typer.echo(path)


def unlisted(weights: Path) -> Checkpoint:
    """Weights of a run, which no manifest lists."""
    return Checkpoint(CHECKPOINT_NAME, weights, "", CHECKPOINT_NAME)


@app.command("evaluate")
def evaluate_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    seeds: Annotated[int, typer.Option(help="How many seeds.", min=1)] = 3,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON.")] = None,
) -> None:
    """Measure KID against the test split beside the real-vs-real floor."""
    log_to_stderr(verbose=True)
    checkpoint = unlisted(weights) if weights else find_checkpoint(CHECKPOINT_NAME, checkpoint_folder())
    loaded = load_weights(checkpoint, torch.device("cpu"))
    network = build_generator(loaded).eval()
    report = evaluate_conditional(network, data, tuple(range(seeds))) | {"training": loaded.header.get("training")}
    if out:
        write_atomically(out, json.dumps(report, indent=1).encode())
    typer.echo(json.dumps(report, indent=1))


@app.command("release")
def release_command(
    run: Annotated[Path, typer.Argument(help="Folder of a run.")],
    report: Annotated[Path, typer.Option(help="Its report, written by evaluate --out.")],
    command: Annotated[str, typer.Option(help="The training command, for the manifest.")],
    data: Annotated[str, typer.Option(help="The data and its version, for the manifest.")],
    to: Annotated[Path, typer.Option(help="Checkpoints folder.")] = Path("checkpoints"),
) -> None:
    """Put a run's averaged weights into the checkpoints folder, with its numbers in the manifest."""
    weights = run / "weights.safetensors"
    build_generator(load_weights(unlisted(weights), torch.device("cpu")))  # Refuse what could not be used.
    try:
        measured: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        facts: dict[str, str | int | float] = {
            "system": CHECKPOINT_NAME,
            "licence": "Apache-2.0",
            "data": data,
            "command": command,
            "steps": measured["training"]["steps"],
            "images": measured["training"]["images"],
            "kid_x1000_test": round(measured["kid_x1000"], 1),
            "kid_x1000_floor": round(measured["floor"]["value"], 1),
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CheckpointError(f"{report} is not a report ({error}); write one with evaluate --out.") from error
    typer.echo(f"released {release(weights, CHECKPOINT_NAME, facts, to)}")


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
