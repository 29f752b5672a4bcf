"""Commands of `fashiongan-train` for translators between styles: CycleGAN and CUT."""

from pathlib import Path
from typing import Annotated

import torch
import typer

from fashiongan.dataset.domains import PAIRS, DomainPair, pair_of
from fashiongan.dataset.labels import Split
from fashiongan.dataset.training_set import load_training_set
from fashiongan.errors import RequestError
from fashiongan.programs import log_to_stderr
from fashiongan.style_picture import SIZE_PX
from fashiongan.training.cut import CutRecipe
from fashiongan.training.cyclegan import CycleGanRecipe
from fashiongan.training.loop import Schedule, train
from fashiongan.training.picture_folder import folder_pair
from fashiongan.training.recipe import Recipe
from fashiongan.training.translation import Judge, TranslationSettings

Source = Annotated[Path, typer.Argument(help="A garment set, with --domains; or the folder of one style.")]
Other = Annotated[Path | None, typer.Argument(help="The folder of the other style.")]
Domains = Annotated[str | None, typer.Option(help=f"Of a garment set: {', '.join(PAIRS)}.")]
RunFolder = Annotated[Path, typer.Option(help="Folder of the run; an existing one is gone on with.")]
Minutes = Annotated[float, typer.Option(help="How long to train now.")]
Images = Annotated[int, typer.Option(help="Pictures of the whole plan; from half of it on, the learning rate falls.")]
Batch = Annotated[int, typer.Option(help="Pictures a step; 1 on a CPU, some 16 on CUDA.", min=1)]
Width = Annotated[int, typer.Option(help="Channels of the translator at full size.", min=1)]
Blocks = Annotated[int, typer.Option(help="Residual blocks of the translator.", min=1)]
JudgeKind = Annotated[Judge, typer.Option(help="patch: as in the papers; projected: over frozen features, faster.")]
Seed = Annotated[int, typer.Option()]


def cyclegan_command(
    source: Source,
    run: RunFolder,
    other: Other = None,
    domains: Domains = None,
    minutes: Minutes = 60.0,
    images: Images = 40_000,
    judge: JudgeKind = Judge.PROJECTED,
    batch: Batch = 1,
    width: Width = 32,
    blocks: Blocks = 6,
    seed: Seed = 0,
) -> None:
    """Train translators between two styles, both ways, without pairs; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = TranslationSettings(width, blocks, batch, seed, judge, images)
    _train(CycleGanRecipe(_pair(source, other, domains), settings, _device()), run, minutes)


def cut_command(
    source: Source,
    run: RunFolder,
    other: Other = None,
    domains: Domains = None,
    reverse: Annotated[bool, typer.Option("--reverse", help="From the second style to the first.")] = False,
    fast: Annotated[bool, typer.Option("--fast", help="FastCUT: half the cost of a step, less faithful.")] = False,
    minutes: Minutes = 60.0,
    images: Images = 40_000,
    judge: JudgeKind = Judge.PROJECTED,
    batch: Batch = 1,
    width: Width = 32,
    blocks: Blocks = 6,
    seed: Seed = 0,
) -> None:
    """Train a translator from one style to another, without pairs; on CUDA where there is one."""
    log_to_stderr(verbose=True)
    settings = TranslationSettings(width, blocks, batch, seed, judge, images)
    pair = _pair(source, other, domains)
    turned = DomainPair(pair.second, pair.first) if reverse else pair
    _train(CutRecipe(turned, settings, _device(), identity=not fast), run, minutes)


def _pair(source: Path, other: Path | None, domains: str | None) -> DomainPair:
    if (other is None) == (domains is None):
        raise RequestError("Give two folders of pictures, or one garment set with --domains.")
    if other is not None:
        return folder_pair(source, other)
    return pair_of(load_training_set(source, Split.TRAIN, SIZE_PX), str(domains))


def _device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def _train(recipe: Recipe, run: Path, minutes: float) -> None:
    losses = train(recipe, run, Schedule(minutes))
    typer.echo(f"{run}: " + ", ".join(f"{name} {value:.3f}" for name, value in losses.items()))
