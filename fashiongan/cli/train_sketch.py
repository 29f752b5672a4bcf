"""Commands of `fashiongan-train` for pix2pix, sketch to garment."""

import json
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import Checkpoint, find_checkpoint, load_weights
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import CheckpointError
from fashiongan.evaluation.lpips import Lpips
from fashiongan.evaluation.sketch_report import COLOR_WAY, draw_by_hand, evaluate_sketches, sketch_held_out
from fashiongan.evaluation.sketch_sheet import drawn_sheet, sketch_table
from fashiongan.files import write_atomically
from fashiongan.programs import log_to_stderr
from fashiongan.reader import GarmentReader
from fashiongan.sketch_picture import SIZE_PX
from fashiongan.sketching import CHECKPOINT_NAME, SketchTranslator, build_sketch_generator
from fashiongan.studio import save_picture
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.pix2pix import Judge, Pix2pixRecipe, Pix2pixSettings
from fashiongan.training.release import release
from fashiongan.training.run import STATE, read_state

CPU = torch.device("cpu")
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def pix2pix_command(
    data: Data,
    run: Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")],
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    size: Annotated[int, typer.Option(help="Picture size: 32, 64, 128 or 256 px.")] = 256,
    width: Annotated[int, typer.Option(help="Base width of the U-Net; 64 is the paper's.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 4,
    seed: Annotated[int, typer.Option()] = 0,
    discriminator: Annotated[Judge, typer.Option(help="patch is the paper's, projected a newer one.")] = Judge.PATCH,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
    begin_with: Annotated[Path | None, typer.Option(help="Run to take weights from, for another --batch.")] = None,
) -> None:
    """Train pix2pix to turn line drawings into garments; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = Pix2pixSettings(size, width, batch, seed, discriminator, bfloat16)
    sketches = load_sketches(load_training_set(data, Split.TRAIN, size))
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    # A run that is gone on with has its own state by now.
    begin = read_state(begin_with)["recipe"] if begin_with and not (run / STATE).exists() else None
    options = {"data": data.name, "begin_with": str(begin_with or "")}
    recipe = Pix2pixRecipe(sketches, settings, device, options, begin)
    refuse_too_large(recipe.memory_bytes(), device)
    losses = train(recipe, run, Schedule(minutes))
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.3f}" for name, value in losses.items()))


def evaluate_pix2pix_command(
    data: Data,
    weights: Annotated[Path | None, typer.Option(help="Weights of a run; the released checkpoint if left out.")] = None,
    pictures: Annotated[int, typer.Option(help="How many held-out garments.", min=1)] = 100,
    split: Annotated[Split, typer.Option(help="test to report, val to choose.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and sheets as PNG.")] = None,
) -> None:
    """Measure a sketch translator on held-out garments beside baselines, and on drawings by hand."""
    log_to_stderr(verbose=True)
    checkpoint = _unlisted(weights) if weights else find_checkpoint(CHECKPOINT_NAME, checkpoint_folder())
    loaded = load_weights(checkpoint, CPU)
    translator = SketchTranslator(checkpoint, build_sketch_generator(loaded), CPU)
    train_set, held_out = (load_sketches(load_training_set(data, one, SIZE_PX)) for one in (Split.TRAIN, split))
    drawn, reader = draw_by_hand(translator), GarmentReader.load(checkpoint_folder(), CPU)
    report = evaluate_sketches(translator, train_set, sketch_held_out(held_out, pictures), Lpips(CPU), drawn, reader)
    report |= {"split": str(split), "training": loaded.header.get("training")}
    if out:
        write_atomically(out, json.dumps(report, indent=1).encode())
        save_picture(drawn_sheet(drawn), out.with_suffix(".png"))
    typer.echo(sketch_table(report))


def release_pix2pix_command(
    run: Annotated[Path, typer.Argument(help="Folder of a run.")],
    report: Annotated[Path, typer.Option(help="Its report, written by evaluate-pix2pix --out.")],
    command: Annotated[str, typer.Option(help="The training command, for the manifest.")],
    data: Annotated[str, typer.Option(help="The data and its version, for the manifest.")],
    to: Annotated[Path, typer.Option(help="Checkpoints folder.")] = Path("checkpoints"),
) -> None:
    """Put a run's weights into the checkpoints folder, with their numbers."""
    log_to_stderr(verbose=True)
    weights = run / "weights.safetensors"
    training = load_weights(_unlisted(weights), CPU).header.get("training")
    try:
        measured: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        if measured["training"] != training or measured["split"] != Split.TEST:
            raise ValueError("it is of other weights or another split")
        facts: dict[str, str | int | float] = {
            "system": CHECKPOINT_NAME,
            "licence": "Apache-2.0",
            "data": data,
            "command": command,
            "steps": measured["training"]["steps"],
            "images": measured["training"]["images"],
            "lpips_test": measured["ways"][COLOR_WAY]["lpips"],
            "edge_f1_test": measured["ways"][COLOR_WAY]["edge_f1"],
            "edge_f1_drawn": measured["drawn"]["edge_f1"],
        }
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CheckpointError(
            f"{report} does not report on these weights ({error}); write one with evaluate-pix2pix --out."
        ) from error
    typer.echo(f"released {release(weights, CHECKPOINT_NAME, facts, to)}")


def _unlisted(weights: Path) -> Checkpoint:
    """Weights of a run, which no manifest lists."""
    return Checkpoint(CHECKPOINT_NAME, weights, "", CHECKPOINT_NAME)
