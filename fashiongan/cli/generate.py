"""`fashiongan-generate`: attributes or a YAML list in; pictures, a sheet, an index and fitted garments out."""

from pathlib import Path
from typing import Annotated

import typer

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.batch import order_with_weights, run_batch
from fashiongan.body.measurements import read_measurements
from fashiongan.cli.like import option, task_from_picture
from fashiongan.errors import RequestError
from fashiongan.garment.tshirt import Ease
from fashiongan.generation import Controls, GenerationRequest
from fashiongan.idea_tools import Change
from fashiongan.image import read_garment_image
from fashiongan.output_folder import SHEET, SHEET_LIMIT, OutputFolder
from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.spec import BatchOrder, read_spec
from fashiongan.studio import Studio
from fashiongan.style_picture import read_style_picture
from fashiongan.tasks import FromPhoto, Task

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Picture = Path | None


@app.command()
def generate(
    out: Annotated[Path, typer.Option(help="Folder to write to.")],
    category: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["category"]))] = None,
    sleeve: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["sleeve"]))] = None,
    neckline: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["neckline"]))] = None,
    length: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["length"]))] = None,
    pattern: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["pattern"]))] = None,
    closure: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["closure"]))] = None,
    fabric: Annotated[str | None, typer.Option(help=", ".join(VOCABULARY["fabric"]))] = None,
    color: Annotated[list[str] | None, typer.Option(help="CSS name or hex; give it once or twice.")] = None,
    style: Annotated[Picture, typer.Option(help="A garment or fabric picture to take the cloth from.")] = None,
    truncation: Annotated[float | None, typer.Option(help="0 (typical) to 1 (varied).  [default: 1]")] = None,
    creativity: Annotated[float | None, typer.Option(help="0 (usual cloth) to 1 (unexpected).  [default: 0]")] = None,
    count: Annotated[int | None, typer.Option(help="How many pictures.  [default: 1]")] = None,
    seed: Annotated[int | None, typer.Option(help="Picture i has seed + i.  [default: 0]")] = None,
    spec: Annotated[Picture, typer.Option(help="YAML list of requests, instead of the options above.")] = None,
    like: Annotated[Picture, typer.Option(help="A picture of ours: alone, it is made again.")] = None,
    vary: Annotated[float | None, typer.Option(help="With --like: how different, 0 (the same) to 1.")] = None,
    change: Annotated[Change | None, typer.Option(help="With --vary: what may change.  [default: look]")] = None,
    toward: Annotated[Picture, typer.Option(help="With --like: draw what lies between it and this picture.")] = None,
    cloth_of: Annotated[Picture, typer.Option(help="With --like: its shape in the cloth of this picture.")] = None,
    steer: Annotated[str | None, typer.Option(help="With --like: a direction; a wrong one lists them.")] = None,
    by: Annotated[float | None, typer.Option(help="With --steer: how far, -8 to 8.  [default: 2]")] = None,
    photo: Annotated[Picture, typer.Option(help="Photo of a real garment: draw it as the generator sees it.")] = None,
    fit: Annotated[Picture, typer.Option(help="Body file: also fit each garment on this body.")] = None,
    ease: Annotated[Ease, typer.Option(help="How much wider than the body a fitted garment is cut.")] = Ease.REGULAR,
    resume: Annotated[bool, typer.Option("--resume", help="Continue a folder that was left unfinished.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what an earlier run left.")] = False,
    checkpoints: Annotated[Picture, typer.Option(help="Folder of weights.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what is being done.")] = False,
) -> None:
    """Generate garment pictures in batch. The same seed gives the same bytes.

    --like with --color gives the same garment in other colours.
    """
    log_to_stderr(verbose)
    if resume and overwrite:
        raise RequestError("--resume keeps what is there and --overwrite replaces it; give one of them.")
    words = dict(zip(VOCABULARY, (category, sleeve, neckline, length, pattern, closure, fabric), strict=True))
    look: dict[str, object] = {"style": style, "truncation": truncation, "creativity": creativity}
    numbers = {"count": count, "seed": seed}
    asked = GarmentAttributes.parse(words, tuple(color or ()))
    tasks: tuple[Task, ...]
    tools = {"vary": vary, "change": change, "toward": toward, "cloth_of": cloth_of, "steer": steer, "by": by}
    if spec:
        _refuse_beside("--spec", {**words, **look, **numbers, **tools, "color": color, "like": like, "photo": photo})
        tasks = read_spec(spec)
    elif photo:
        _refuse_beside("--photo", {**look, **numbers, **tools, "like": like})
        tasks = (FromPhoto(read_style_picture(photo), asked),)
    elif like:
        _refuse_beside("--like", {**look, **words})
        tasks = (task_from_picture(read_garment_image(like), {**tools, "color": asked.colors or None, **numbers}),)
    else:
        without = [name for name, value in tools.items() if value is not None]
        if without:
            raise RequestError(f"--{option(without[0])} needs a picture to work on; give --like PICTURE.")
        controls = Controls(
            1.0 if truncation is None else truncation,
            creativity or 0.0,
            read_style_picture(style) if style else None,
        )
        tasks = (GenerationRequest(asked, 1 if count is None else count, seed or 0, controls),)
    _run(BatchOrder(tasks, read_measurements(fit) if fit else None, ease), Studio(checkpoints), out, resume, overwrite)


def _refuse_beside(what: str, others: dict[str, object]) -> None:
    taken = [name for name, value in others.items() if value is not None]
    if taken:
        raise RequestError(f"{what} says what to make, so --{option(taken[0])} cannot be given beside it.")


def _run(order: BatchOrder, studio: Studio, out: Path, resume: bool, overwrite: bool) -> None:
    # Everything that can be refused is looked at before the folder is touched.
    for one in order.tasks:
        if isinstance(one, FromPhoto):  # To come near to its garment takes seconds; what it needs is opened.
            studio.reader.read(one.photo.rgba, one.asked)
        else:
            studio.picture(one, 0)
    body = studio.body(order.body) if order.body else None
    if body and body.note:
        typer.echo(body.note, err=True)
    folder = OutputFolder.open(out, order_with_weights(order, studio), resume, overwrite)
    with progress_bar() as bar:
        task = bar.add_task("garments", total=order.count)
        notes = run_batch(studio, order, body, folder, step=lambda: bar.advance(task))
    for note in notes:
        typer.echo(f"not fitted: {note}", err=True)
    shown = "all" if order.count <= SHEET_LIMIT else f"the first {SHEET_LIMIT}"
    typer.echo(f"{order.count} pictures in {out}, {shown} on {out / SHEET}")


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
