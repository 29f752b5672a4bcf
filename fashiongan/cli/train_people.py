"""Commands of `fashiongan-train` for redressing people: make pictures of people, and train on them."""

from pathlib import Path
from typing import Annotated, Any

import torch
import typer

from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import find_checkpoint, load_weights
from fashiongan.cli.releasing import (
    CHECKPOINTS,
    DataVersion,
    Folder,
    NewRun,
    chosen,
    keep_report,
    release_measured,
    say_losses,
)
from fashiongan.dataset.labels import Split
from fashiongan.evaluation.kid import InceptionFeatures
from fashiongan.evaluation.lpips import Lpips
from fashiongan.evaluation.redressing.report import evaluate_redress
from fashiongan.evaluation.redressing.sheet import redress_sheet, redress_table
from fashiongan.generator.generation import CHECKPOINT_NAME as CONDITIONAL
from fashiongan.generator.parts import build_generator
from fashiongan.generator.reader import GarmentReader
from fashiongan.networks.style_encoder import StyleEncoder
from fashiongan.people.grounds import read_grounds
from fashiongan.people.loading import load_people
from fashiongan.people.making import make_people
from fashiongan.people.reading import StyleCodes
from fashiongan.programs import log_to_stderr, progress_bar
from fashiongan.studio import Studio
from fashiongan.tools.redress_parts import build_redress
from fashiongan.tools.redressing import CHECKPOINT_NAME, Redresser
from fashiongan.training.generator.cloth_codes import cloth_codes
from fashiongan.training.loop import Schedule, train
from fashiongan.training.redressing.joining import join_runs
from fashiongan.training.redressing.person_run import RedressSettings, Stage
from fashiongan.training.redressing.recipes import redress_recipe
from fashiongan.training.release import Entry

CPU = torch.device("cpu")
# People on the sheet beside a report.
SHOWN = 6
People = Annotated[Path, typer.Argument(help="Made by `people`; or Clothing Co-Parsing, or DeepFashion-MultiModal.")]
Photos = Annotated[Path | None, typer.Option(help="Of nobody, to stand people in front of: photos256.tar.")]
Garments = Annotated[Path | None, typer.Option(help="The garment set that PEOPLE were made of.")]


def add_people_commands(app: typer.Typer) -> None:
    """The commands of redressing, in the order of their use."""
    app.command("people")(people_command)
    app.command("fashiongan")(fashiongan_command)
    app.command("join-fashiongan")(join_fashiongan_command)
    app.command("evaluate-redress")(evaluate_redress_command)
    app.command("release-redress")(release_redress_command)


def people_command(
    garments: Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")],
    out: Annotated[Path, typer.Option(help="Folder of the pictures; one that is there is gone on with.")],
    count: Annotated[int, typer.Option(help="How many people, six pictures each; some 10 s a person.", min=1)] = 400,
) -> None:
    """Dress people of the body model in garments of a set, and draw them with their regions."""
    log_to_stderr(verbose=False)
    with progress_bar() as bar:
        task = bar.add_task("people", total=count)
        measurer = Studio().measurer
        there = make_people(garments, out, count, measurer, lambda done: bar.update(task, completed=done))
    typer.echo(f"{there} of {count} people in {out}")


def fashiongan_command(
    people: People,
    run: NewRun,
    stage: Annotated[Stage, typer.Option(help="Each is a run of its own, in any order.")],
    garments: Garments = None,
    photos: Photos = None,
    minutes: Annotated[float, typer.Option(help="How long to train now.")] = 60.0,
    width: Annotated[int, typer.Option(help="Base width of the U-Net.")] = 32,
    batch: Annotated[int, typer.Option(help="Pictures a step.")] = 8,
    seed: Annotated[int, typer.Option()] = 0,
    bfloat16: Annotated[bool, typer.Option(help="Compute in bfloat16 where it is enough.")] = True,
) -> None:
    """Train FashionGAN to redress people: the parser, stage 1 (regions) or stage 2 (textures)."""
    log_to_stderr(verbose=True)
    settings = RedressSettings(stage, width, batch, seed, bfloat16=bfloat16)
    grounds = read_grounds(photos, Split.TRAIN) if photos else None
    codes = style_codes() if stage is Stage.TEXTURES else no_style_codes()
    known = load_people(people, Split.TRAIN, garments, codes)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    options = {"people": people.name, "pictures": len(known), "photos": photos.name if photos else ""}
    recipe = redress_recipe(known, grounds, settings, device, options)
    losses = train(recipe, run, Schedule(minutes))
    say_losses(run, losses)


def join_fashiongan_command(
    parser: Annotated[Path, typer.Argument(help="Run of the parser.")],
    regions: Annotated[Path, typer.Argument(help="Run of stage 1.")],
    textures: Annotated[Path, typer.Argument(help="Run of stage 2.")],
    out: Annotated[Path, typer.Option(help="File to write, .safetensors.")],
) -> None:
    """Put the weights of the three runs of FashionGAN into one file."""
    join_runs({Stage.PARSER: parser, Stage.REGIONS: regions, Stage.TEXTURES: textures}, out)
    typer.echo(f"{out}: {out.stat().st_size / 1e6:.1f} MB")


def evaluate_redress_command(
    people: People,
    garments: Garments = None,
    photos: Photos = None,
    weights: Annotated[Path | None, typer.Option(help="Joined weights; the released checkpoint if left out.")] = None,
    pieces: Annotated[int, typer.Option(help="How many held-out pieces.", min=1)] = 200,
    split: Annotated[Split, typer.Option(help="test to report, train to see what was learnt.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, and a sheet as PNG.")] = None,
) -> None:
    """Measure redressing on held-out people: parser, regions, textures, and what leaves the program."""
    log_to_stderr(verbose=True)
    loaded = load_weights(chosen(weights, CHECKPOINT_NAME), CPU)
    redresser = Redresser(loaded.checkpoint, build_redress(loaded), CPU)
    codes = style_codes()
    train_set, held_out = (load_people(people, one, garments, codes) for one in (Split.TRAIN, split))
    grounds = read_grounds(photos, split) if photos else None
    reader = GarmentReader.load(checkpoint_folder(), CPU)
    measures = Lpips(CPU), InceptionFeatures(CPU)
    report = evaluate_redress(redresser, train_set, held_out, grounds, pieces, reader, *measures)
    report |= {"split": str(split), "training": loaded.header.get("training")}
    keep_report(report, redress_sheet(redresser, held_out, SHOWN), out)
    typer.echo(redress_table(report))


def release_redress_command(
    weights: Annotated[Path, typer.Argument(help="Joined weights, written by join-fashiongan.")],
    report: Annotated[Path, typer.Option(help="Their report, written by evaluate-redress --out.")],
    command: Annotated[str, typer.Option(help="The training commands, for the manifest.")],
    data: DataVersion,
    to: Folder = CHECKPOINTS,
) -> None:
    """Put joined weights into the checkpoints folder, with their numbers."""
    log_to_stderr(verbose=True)

    def numbers(report: dict[str, Any]) -> Entry:
        parser, regions, redressed = report["parser"], report["regions"], report["redressed"]
        return {
            "parser_miou_test": parser["as drawn"]["regions_miou"],
            "parser_miou_photos_test": parser["in front of photos"]["regions_miou"],
            "regions_miou_test": regions["stage 1, parsed body"],
            "lpips_test": report["again"]["lpips"],
            "category_right_test": redressed["right"]["category"],
            "body_unchanged_test": redressed["body_unchanged"],
        }

    release_measured(weights, CHECKPOINT_NAME, (data, command), report, numbers, to)


def style_codes() -> StyleCodes:
    """Codes of the released generator's style encoder."""
    return cloth_codes(_style_encoder())


def no_style_codes() -> StyleCodes:
    """Zeros of the same width, at once: only textures are told of cloth."""
    width = _style_encoder().axes.shape[1]
    return lambda rgba: torch.zeros(len(rgba), width)


def _style_encoder() -> StyleEncoder:
    weights = load_weights(find_checkpoint(CONDITIONAL, checkpoint_folder()), CPU)
    return build_generator(weights).style_encoder
