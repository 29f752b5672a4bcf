"""Commands of `fashiongan-train` for DVBPR, tastes learnt from who owns what."""

from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import Weights, load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    Command,
    DataVersion,
    Folder,
    NewRun,
    Report,
    RunFolder,
    best_of,
    keep_report,
    release_measured,
    say_losses,
    training_of,
    unlisted,
)
from fashiongan.dataset.labels import Split
from fashiongan.dataset.ownership import owners_of
from fashiongan.dataset.training_set import load_training_set
from fashiongan.evaluation.generator.report import feature_spaces
from fashiongan.evaluation.taste.gain import INCEPTION, design_for_all, preference_gain, realism
from fashiongan.evaluation.taste.judge import taste_judge
from fashiongan.evaluation.taste.report import evaluate_known_people, evaluate_ranking
from fashiongan.evaluation.taste.sheet import design_sheet, ranking_sheet, taste_table
from fashiongan.evaluation.taste.trials import Others
from fashiongan.evaluation.taste.ways import NETWORK, look_at
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.reader import GarmentReader
from fashiongan.image import save_picture
from fashiongan.networks.taste_network import TASTE_PX
from fashiongan.programs import log_to_stderr
from fashiongan.taste.design import STEPS, Climb
from fashiongan.taste.recommender import TasteModel, build_taste
from fashiongan.taste.space import CHECKPOINT_NAME
from fashiongan.training.loop import Schedule, train
from fashiongan.training.release import Entry
from fashiongan.training.taste.dvbpr import DvbprRecipe, DvbprSettings
from fashiongan.training.taste.finishing import finish_taste

CPU = torch.device("cpu")
PICTURE_PX = 256
FINISHED = "finished.safetensors"
Data = Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")]


def taste_command(
    data: Data,
    run: NewRun,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 10.0,
    width: Annotated[int, typer.Option(help="Numbers of a taste.")] = 64,
    batch: Annotated[int, typer.Option(help="Pictures a step; each is compared with all others.")] = 256,
    seed: Annotated[int, typer.Option()] = 0,
    relight: Annotated[bool, typer.Option(help="Show every garment in other lights, too.")] = True,
    judge_every: Annotated[float, typer.Option(help="Minutes between AUC scores; 0 for none.", min=0)] = 1.0,
) -> None:
    """Train DVBPR to tell what people like by what they own; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = DvbprSettings(width, batch, seed, relight)
    garments = load_training_set(data, Split.TRAIN, TASTE_PX)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    recipe = DvbprRecipe(garments, owners_of(data, garments), settings, device, {"data": data.name})
    judge = taste_judge(recipe.averaged, data) if judge_every else None
    losses = train(recipe, run, Schedule(minutes, judge_every_minutes=judge_every or 1.0), judge=judge)
    say_losses(run, losses)


def evaluate_taste_command(
    data: Data,
    run: Annotated[Path, typer.Option(help="Folder of a run.")],
    second: Annotated[Path | None, typer.Option(help="Run from another --seed, as another judge of designs.")] = None,
    pictures: Annotated[int, typer.Option(help="Designs for each person; 0 for none.", min=0)] = 8,
    steps: Annotated[list[int] | None, typer.Option(help="Steps of the ascent; give it for each.", min=0)] = None,
    split: Annotated[Split, typer.Option(help="test to report, val to choose.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and sheets as PNG.")] = None,
) -> None:
    """Measure tastes: leave one out on people that were never seen, and designs beside samples."""
    log_to_stderr(verbose=True)
    generator = GarmentGenerator.load(checkpoint_folder(), CPU)
    model = _finished(run, generator) if pictures else _model(_weights(run))
    garments = load_training_set(data, split, PICTURE_PX)
    ownership, known = owners_of(data, garments), load_training_set(data, Split.TRAIN, TASTE_PX)
    report: dict[str, Any] = {"split": str(split), "training": training_of(_weights(run))}
    report["ranking"] = evaluate_ranking(look_at(garments, ownership, model), ownership, known, model)
    report["known_people"] = evaluate_known_people(known, owners_of(data, known), model)
    report["designs"] = {}
    if pictures:
        spaces = feature_spaces(GarmentReader.load(checkpoint_folder(), CPU).network)
        judges = {"the taste network itself": model}
        judges |= {"a second taste network": _finished(second, generator)} if second else {}
        for count in steps or [0, STEPS]:
            designs = design_for_all(model, generator, garments, ownership, Climb(steps=count), pictures)
            preferred = preference_gain(designs, judges, garments, spaces[INCEPTION])
            report["designs"][str(count)] = {"preferred": preferred, "kid": realism(designs, garments, spaces)}
            if out:
                save_picture(design_sheet(designs, garments), out.with_name(f"{out.stem}-designs-{count}.png"))
        if out:
            save_picture(ranking_sheet(designs, model, garments, ownership), out.with_suffix(".png"))
    keep_report(report, None, out)
    typer.echo(taste_table(report))


def release_taste_command(
    run: RunFolder,
    report: Report,
    command: Command,
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put a run's best weights into the checkpoints folder, with their numbers."""
    log_to_stderr(verbose=True)

    def numbers(report: dict[str, Any]) -> Entry:
        ranking = report["ranking"]
        kinds = {"auc_test": Others.ANY, "auc_alike_test": Others.ALIKE, "auc_category_test": Others.CATEGORY}
        return {name: ranking[str(kind)][NETWORK]["value"] for name, kind in kinds.items()}

    _finished(run, GarmentGenerator.load(to, CPU))
    release_measured(run / FINISHED, CHECKPOINT_NAME, (data, command), report, numbers, to)


def _weights(run: Path) -> Weights:
    return load_weights(unlisted(best_of(run), CHECKPOINT_NAME), CPU)


def _finished(run: Path, generator: GarmentGenerator) -> TasteModel:
    """The best weights of a run, with the codes of drawn garments, which are written beside them."""
    finish_taste(_weights(run), generator, run / FINISHED)
    return _model(load_weights(unlisted(run / FINISHED, CHECKPOINT_NAME), CPU))


def _model(weights: Weights) -> TasteModel:
    return TasteModel(weights.checkpoint, build_taste(weights), CPU)


def add_taste_commands(app: typer.Typer) -> None:
    """Put the three commands into a program."""
    app.command("taste")(taste_command)
    app.command("evaluate-taste")(evaluate_taste_command)
    app.command("release-taste")(release_taste_command)
