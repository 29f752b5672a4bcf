"""Commands of `fashiongan-train` for pix2pix, sketch to garment."""

import json
from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import load_weights
from fashiongan.cli.releasing import chosen, measured, origin, training_of, unlisted
from fashiongan.dataset.labels import Split
from fashiongan.dataset.sketches import load_sketches
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.lpips import Lpips
from fashiongan.evaluation.translators.sketch_report import COLOR_WAY, draw_by_hand, evaluate_sketches, sketch_held_out
from fashiongan.evaluation.translators.sketch_sheet import drawn_sheet, sketch_table
from fashiongan.files import write_atomically
from fashiongan.generator.reader import GarmentReader
from fashiongan.programs import log_to_stderr
from fashiongan.studio import save_picture
from fashiongan.tools.sketch_picture import SIZE_PX
from fashiongan.tools.sketching import CHECKPOINT_NAME, SketchTranslator, build_sketch_generator
from fashiongan.training.guards import refuse_too_large
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry, release
from fashiongan.training.run import STATE, read_state
from fashiongan.training.translators.pix2pix import Judge, Pix2pixRecipe, Pix2pixSettings

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
    checkpoint = chosen(weights, CHECKPOINT_NAME)
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
    training = training_of(load_weights(unlisted(weights, CHECKPOINT_NAME), CPU))

    def numbers(report: dict[str, Any]) -> Entry:
        if report["training"] != training or report["split"] != Split.TEST:
            raise ValueError("it is of other weights or another split")
        scores, drawn = report["ways"][COLOR_WAY], report["drawn"]
        return {"lpips_test": scores["lpips"], "edge_f1_test": scores["edge_f1"], "edge_f1_drawn": drawn["edge_f1"]}

    known = origin(CHECKPOINT_NAME, data, command, training) | measured(report, "evaluate-pix2pix", numbers)
    typer.echo(f"released {release(weights, CHECKPOINT_NAME, known, to)}")
