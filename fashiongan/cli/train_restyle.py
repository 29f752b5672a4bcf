"""Commands of `fashiongan-train` for translators between styles: train CycleGAN and CUT, evaluate, release."""

import logging
from collections.abc import Callable
from copy import deepcopy
from functools import partial
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
    RunFolder,
    best_of,
    keep_report,
    measured,
    origin,
    say_losses,
    training_of,
    unlisted,
)
from fashiongan.dataset.domains import PAIRS, DomainPair, pair_of
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import CheckpointError, FashionGanError, RequestError
from fashiongan.evaluation.generator.attributes import embeddings
from fashiongan.evaluation.generator.report import feature_spaces
from fashiongan.evaluation.translators.restyle_report import evaluate_restyling, restyle_table, sides_of
from fashiongan.evaluation.translators.style_judge import StyleJudge
from fashiongan.generator.reader import GarmentReader
from fashiongan.generator.style_picture import SIZE_PX
from fashiongan.programs import log_to_stderr
from fashiongan.tools.restyling import SYSTEM, Restyler, build_translators, preparation_of
from fashiongan.tools.styles import PREFIX
from fashiongan.training.loop import Schedule, train
from fashiongan.training.picture_folder import folder_pair
from fashiongan.training.recipe import Recipe
from fashiongan.training.release import Entry, release
from fashiongan.training.translators.cut import CutRecipe
from fashiongan.training.translators.cyclegan import CycleGanRecipe
from fashiongan.training.translators.outcome import write_translators
from fashiongan.training.translators.translation import Judge, TranslationSettings

logger = logging.getLogger(__name__)
JUDGE_EVERY_MINUTES = 10.0
Source = Annotated[Path, typer.Argument(help="A garment set, with --domains; or the folder of one style.")]
Other = Annotated[Path | None, typer.Argument(help="The folder of the other style.")]
Domains = Annotated[str | None, typer.Option(help=f"Of a garment set: {', '.join(PAIRS)}.")]
Minutes = Annotated[float, typer.Option(help="How long to train now.")]
Images = Annotated[int, typer.Option(help="Pictures of the whole plan; from half of it on, the learning rate falls.")]
Batch = Annotated[int, typer.Option(help="Pictures a step; 1 on a CPU, some 16 on CUDA.", min=1)]
Width = Annotated[int, typer.Option(help="Channels of the translator at full size.", min=1)]
Blocks = Annotated[int, typer.Option(help="Residual blocks of the translator.", min=1)]
View = Annotated[int, typer.Option(help="Pixels of what is seen at once: 64 to begin with, then 128 or 256.")]
Faithful = Annotated[bool, typer.Option("--faithful", help="The papers' networks; they need far more pictures.")]
JudgeKind = Annotated[Judge, typer.Option(help="patch: as in the papers; projected: over frozen features, faster.")]
Seed = Annotated[int, typer.Option()]


def cyclegan_command(
    source: Source,
    run: NewRun,
    other: Other = None,
    domains: Domains = None,
    minutes: Minutes = 60.0,
    images: Images = 40_000,
    judge: JudgeKind = Judge.PROJECTED,
    faithful: Faithful = False,
    motif: Annotated[
        bool, typer.Option("--motif", help="The first is plain: print motifs on it to make the patterns of the second.")
    ] = False,
    batch: Batch = 1,
    view: View = 128,
    width: Width = 32,
    blocks: Blocks = 6,
    seed: Seed = 0,
) -> None:
    """Train translators between two styles, both ways, without pairs; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = TranslationSettings(width, blocks, batch, seed, judge, not faithful, images, view, motif=motif)
    recipe = CycleGanRecipe(_pair(source, other, domains), settings, _device())
    _train(recipe, run, minutes, _style_judge(recipe, source, domains))


def cut_command(
    source: Source,
    run: NewRun,
    other: Other = None,
    domains: Domains = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="From the second style to the first.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="FastCUT: half the cost of a step, less faithful.")] = False,
    minutes: Minutes = 60.0,
    images: Images = 40_000,
    judge: JudgeKind = Judge.PROJECTED,
    faithful: Faithful = False,
    batch: Batch = 1,
    view: View = 128,
    width: Width = 32,
    blocks: Blocks = 6,
    seed: Seed = 0,
) -> None:
    """Train a translator from one style to another, without pairs; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = TranslationSettings(width, blocks, batch, seed, judge, not faithful, images, view)
    pair = _pair(source, other, domains)
    turned = DomainPair(pair.second, pair.first) if reverse else pair
    recipe = CutRecipe(turned, settings, _device(), identity=not fast)
    _train(recipe, run, minutes, _style_judge(recipe, source, domains))


def _pair(source: Path, other: Path | None, domains: str | None) -> DomainPair:
    if (other is None) == (domains is None):
        raise RequestError("Give two folders of pictures, or one garment set with --domains.")
    if other is not None:
        return folder_pair(source, other)
    return pair_of(load_training_set(source, Split.TRAIN, SIZE_PX), str(domains))


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _style_judge(recipe: CycleGanRecipe | CutRecipe, source: Path, domains: str | None) -> Callable[[], float] | None:
    """A judge by the validation split; None for folders, or with a warning, where there is none."""
    if domains is None:
        return None
    cpu = torch.device("cpu")
    try:
        held_out = load_training_set(source, Split.VAL, SIZE_PX)
        reader = GarmentReader.load(checkpoint_folder(), cpu).network
        judge = StyleJudge(sides_of(held_out, held_out, domains), partial(embeddings, reader))
    except FashionGanError as error:
        logger.warning("The best weights are not kept apart, because they cannot be judged: %s", error)
        return None
    unlisted_yet = unlisted(source, SYSTEM)
    return judge.of(
        lambda: {
            word: Restyler(word, deepcopy(one), cpu, unlisted_yet, recipe.preparations().get(word)).restyle
            for word, one in recipe.translators().items()
        }
    )


def _train(recipe: Recipe, run: Path, minutes: float, judge: Callable[[], float] | None) -> None:
    losses = train(recipe, run, Schedule(minutes, judge_every_minutes=JUDGE_EVERY_MINUTES), judge=judge)
    say_losses(run, losses)


def evaluate_restyle_command(
    data: Annotated[Path, typer.Argument(help="A garment set: a tar, or a folder made by prepare.")],
    runs: Annotated[list[Path], typer.Argument(help="Run of a CycleGAN; or of a CUT, with or without its reverse.")],
    domains: Annotated[str, typer.Option(help=f"What they translate between: {', '.join(PAIRS)}.")],
    split: Annotated[Split, typer.Option(help="val to choose, test to report.")] = Split.TEST,
    out: Annotated[Path | None, typer.Option(help="Also write the report here, as JSON, with a sheet beside.")] = None,
) -> None:
    """Measure translators on garments of people whose clothes they never saw."""
    log_to_stderr(verbose=True)
    restylers, trained = _restylers(runs)
    spaces = feature_spaces(GarmentReader.load(checkpoint_folder(), torch.device("cpu")).network)
    held_out, known = (load_training_set(data, one, SIZE_PX) for one in (split, Split.TRAIN))
    sides = sides_of(held_out, known, domains)
    report, sheet = evaluate_restyling(sides, {word: one.restyle for word, one in restylers.items()}, spaces)
    keep_report({"split": str(split), "domains": domains, "directions": report, "training": trained}, sheet, out)
    typer.echo(restyle_table(report))


def release_restyle_command(
    run: RunFolder,
    command: Command,
    data: DataVersion,
    report: Annotated[Path | None, typer.Option(help="Its report, written by evaluate-restyle --out.")] = None,
    style: Annotated[str | None, typer.Option(help="Only the translator into this style.")] = None,
    suffix: Annotated[str, typer.Option(help="Added to the styles' names, beside translators released before.")] = "",
    to: Folder = CHECKPOINTS,
) -> None:
    """Put the translators of a run into the checkpoints folder, one file for each style that they make."""
    weights = _weights_of(run)
    translators = build_translators(weights)
    if style is not None and style not in translators:
        raise RequestError(f"{run} has no translator into {style}, only into {', '.join(translators)}.")
    header, training = weights.header, training_of(weights)
    for word in [style] if style else translators:
        name = word + suffix
        alone = run / f"{PREFIX}{name}.safetensors"
        source, options = {name: header["directions"][word]}, dict(header["options"])
        how = {name: preparation_of(weights, word)}
        write_translators(alone, options.pop("method"), {name: translators[word]}, source, options, training, how)
        facts = origin(SYSTEM, data, command, training)
        facts |= {"source": source[name], "method": header["options"]["method"]}
        released = release(alone, PREFIX + name, facts | _measured(report, word, training), to)
        typer.echo(f"released {released}")


def _weights_of(run: Path) -> Weights:
    path = best_of(run)
    if not path.is_file():
        raise CheckpointError(f"{path} is missing; give the folder of a run that has written weights.")
    return load_weights(unlisted(path, SYSTEM), torch.device("cpu"))


def _restylers(runs: list[Path]) -> tuple[dict[str, Restyler], dict[str, Any]]:
    """The translators of some runs by the style that they make, and how each was trained."""
    restylers, trained = {}, {}
    for weights in map(_weights_of, runs):
        for word, network in build_translators(weights).items():
            preparation = preparation_of(weights, word)
            restylers[word] = Restyler(word, network, torch.device("cpu"), weights.checkpoint, preparation)
            trained[word] = weights.header["training"]
    return restylers, trained


def _measured(report: Path | None, word: str, training: dict[str, Any]) -> Entry:
    """The numbers of a report for the manifest; none where there is no report."""
    if report is None:
        return {}

    def numbers(whole: dict[str, Any]) -> Entry:
        if whole["training"][word] != training:
            raise ValueError("it is of other weights")
        kid = whole["directions"][word]["kid"]["inception"]
        names = {"translated": "kid_x1000", "untranslated": "kid_x1000_untranslated", "floor": "kid_x1000_floor"}
        return {f"{name}_{whole['split']}": round(kid[which]["value"], 1) for which, name in names.items()}

    return measured(report, numbers)
