"""`fashiongan-generate`: attributes or a YAML list in; pictures, a sheet, an index and fitted garments out."""

from pathlib import Path
from typing import Annotated, Any

import typer

from fashiongan.attributes import VOCABULARY
from fashiongan.body.fitting import FittedBody
from fashiongan.body.measurements import read_measurements
from fashiongan.cli.asking import realism_of, tasks_from
from fashiongan.cli.executing import Place, executor_at, refuse_place
from fashiongan.errors import RequestError
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.ideas.tools import Change
from fashiongan.orders.batch import order_with_weights, run_batch
from fashiongan.orders.kept_batch import refuse_project, write_batch_project
from fashiongan.orders.making import Maker
from fashiongan.orders.output_folder import SHEET, SHEET_LIMIT, OutputFolder
from fashiongan.orders.spec import BatchOrder
from fashiongan.programs import Pace, log_to_stderr, progress_bar, run_program
from fashiongan.studio import Studio
from fashiongan.tasks import FromPhoto
from fashiongan.taste.for_taste import ForTaste

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Picture = Path | None
# Some picture could not be made, or some garment not be fitted.
EXIT_NOT_ALL = 1


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
    creativity: Annotated[float | None, typer.Option(help="0 (usual) to 1 (hard to place).  [default: 0]")] = None,
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
    taste: Annotated[
        Picture, typer.Option(help="Designs for a taste: its file, or a folder of liked pictures.")
    ] = None,
    sketch: Annotated[Picture, typer.Option(help="Drawing of a garment: make it, with the attributes given.")] = None,
    compose: Annotated[Picture, typer.Option(help="Photo to put the garment into, at --region.")] = None,
    region: Annotated[str | None, typer.Option(help="With --compose: x,y,w,h in pixels of the photo.")] = None,
    mask: Annotated[Picture, typer.Option(help="Silhouette: fill it, with the attributes and --style given.")] = None,
    redress: Annotated[Picture, typer.Option(help="Picture of a person: put on what the attributes say.")] = None,
    restyle: Annotated[
        tuple[str, Path] | None, typer.Option(metavar="STYLE PICTURE", help="A garment in another style.")
    ] = None,
    picture: Annotated[Picture, typer.Option(help="With --upscale: a picture of yours, as it is.")] = None,
    upscale: Annotated[int | None, typer.Option(help="4: make every picture four times as wide and high.")] = None,
    realism: Annotated[float | None, typer.Option(help="With --upscale: 0 (faithful) to 1.  [default: 0.5]")] = None,
    fit: Annotated[Picture, typer.Option(help="Body file: also fit each garment on this body; see below.")] = None,
    ease: Annotated[Ease, typer.Option(help="How much wider than the body a fitted garment is cut.")] = Ease.REGULAR,
    cloth: Annotated[
        Texture, typer.Option(help="With --fit: the picture itself, or a tile of its fabric.")
    ] = Texture.PICTURE,
    project: Annotated[Picture, typer.Option(help="Also a project file, NAME.fgan, to open in the window.")] = None,
    executor: Annotated[Place, typer.Option(help="local, or ray: many processes or machines.")] = Place.LOCAL,
    address: Annotated[str | None, typer.Option(help="With --executor ray: of a running cluster.")] = None,
    workers: Annotated[int | None, typer.Option(help="With --executor ray: at once.  [default: all]", min=1)] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Continue a folder that was left unfinished.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what an earlier run left.")] = False,
    checkpoints: Annotated[Picture, typer.Option(help="Folder of weights.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what is being done.")] = False,
) -> None:
    """Generate garment pictures in batch. The same seed gives the same bytes.

    --like with --color gives the same garment in other colours.

    --fit writes beside each picture NAME.png: the dressed body as NAME.glb, NAME.obj (with .mtl and -cloth.png) and
    NAME-look.png; the sewing pattern at 1:1 as NAME-pattern.dxf (ASTM/AAMA), -pattern.svg, -pattern-a4.pdf and
    -pattern-letter.pdf; and NAME-techpack.pdf.
    """
    log_to_stderr(verbose)
    refuse_place(executor, address, workers)
    if resume and overwrite:
        raise RequestError("--resume keeps what is there and --overwrite replaces it; give one of them.")
    enlarged = realism_of(upscale, realism)
    options = {
        "category": category,
        "sleeve": sleeve,
        "neckline": neckline,
        "length": length,
        "pattern": pattern,
        "closure": closure,
        "fabric": fabric,
        "color": color,
        "style": style,
        "truncation": truncation,
        "creativity": creativity,
        "count": count,
        "seed": seed,
        "spec": spec,
        "taste": taste,
        "sketch": sketch,
        "mask": mask,
        "compose": compose,
        "region": region,
        "redress": redress,
        "restyle": restyle,
        "picture": picture,
        "photo": photo,
        "like": like,
        "vary": vary,
        "change": change,
        "toward": toward,
        "cloth_of": cloth_of,
        "steer": steer,
        "by": by,
    }
    # A picture of the user's is nothing but enlarged; whatever we make is enlarged after it was made.
    tasks = tasks_from(options | {"realism": enlarged if picture else None})
    body = read_measurements(fit) if fit else None
    order = BatchOrder(tasks, body, ease, None if picture else enlarged, cloth)
    studio = Studio(checkpoints, "cpu" if executor is Place.RAY else None)
    if project:  # Everything that can be refused is looked at before the folder is touched.
        refuse_project(project, replace=resume or overwrite)
    made = _tried(order, studio)
    maker = Maker(studio, order, _body(order, studio), out)
    folder = OutputFolder.open(out, made, resume, overwrite)
    with progress_bar() as bar:
        done = len(folder.done)
        task, pace = bar.add_task("garments", total=order.count, completed=done), Pace(order.count, done)

        def step(count: int) -> None:
            bar.advance(task, count)
            pace.step(count)

        notes = run_batch(maker, folder, executor_at(executor, made["weights"], address, workers), step)
    if project:
        write_batch_project(folder, order, project)
    _say(order, folder, notes)


def _tried(order: BatchOrder, studio: Studio) -> dict[str, Any]:
    """The order and its weights, once it is seen that its first picture can be made."""
    first = next(iter(order.tasks))
    if isinstance(first, FromPhoto):  # To come near to its garment takes seconds; what it needs is opened.
        studio.reader.read(first.photo.rgba, first.asked)
    elif isinstance(first, ForTaste):  # So does a design.
        studio.taste.taste_of(first.liked)
        studio.generator.imagine(first.request.attributes, first.request.seed)
    else:
        studio.picture(first, 0)
    return order_with_weights(order, studio)


def _body(order: BatchOrder, studio: Studio) -> FittedBody | None:
    body = studio.body(order.body) if order.body else None
    if body and body.note:
        typer.echo(body.note, err=True)
    return body


def _say(order: BatchOrder, folder: OutputFolder, notes: list[str]) -> None:
    for note in notes:
        typer.echo(note, err=True)
    shown = "all" if len(folder.done) <= SHEET_LIMIT else f"the first {SHEET_LIMIT}"
    typer.echo(f"{len(folder.done)} pictures in {folder.path}, {shown} on {folder.path / SHEET}")
    if notes:
        raise typer.Exit(EXIT_NOT_ALL)


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
