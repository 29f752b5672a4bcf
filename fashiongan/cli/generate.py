"""`fashiongan-generate`: attributes or a YAML list in; pictures, a sheet, an index and fitted garments out."""

from pathlib import Path
from typing import Annotated

import typer

from fashiongan.attributes import VOCABULARY
from fashiongan.body.measurements import read_measurements
from fashiongan.cli.asking import realism_of, tasks_from
from fashiongan.errors import RequestError
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.ideas.tools import Change
from fashiongan.orders.batch import order_with_weights, run_batch
from fashiongan.orders.kept_batch import refuse_project, write_batch_project
from fashiongan.orders.output_folder import SHEET, SHEET_LIMIT, OutputFolder
from fashiongan.orders.spec import BatchOrder
from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.studio import Studio
from fashiongan.tasks import FromPhoto
from fashiongan.taste.for_taste import ForTaste

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Picture = Path | None
# Every picture is there, but not every garment could be fitted.
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
    _run(order, Studio(checkpoints), out, resume, overwrite, project)


def _run(order: BatchOrder, studio: Studio, out: Path, resume: bool, overwrite: bool, project: Picture) -> None:
    # Everything that can be refused is looked at before the folder is touched.
    if project:
        refuse_project(project, replace=resume or overwrite)
    for one in order.tasks:
        if isinstance(one, FromPhoto):  # To come near to its garment takes seconds; what it needs is opened.
            studio.reader.read(one.photo.rgba, one.asked)
        elif isinstance(one, ForTaste):  # So does a design.
            studio.taste.taste_of(one.liked)
            studio.generator.imagine(one.request.attributes, one.request.seed)
        else:
            studio.picture(one, 0)
    body = studio.body(order.body) if order.body else None
    if body and body.note:
        typer.echo(body.note, err=True)
    folder = OutputFolder.open(out, order_with_weights(order, studio), resume, overwrite)
    with progress_bar() as bar:
        task = bar.add_task("garments", total=order.count)
        notes = run_batch(studio, order, body, folder, step=lambda: bar.advance(task))
    if project:
        write_batch_project(folder, order, project)
    for note in notes:
        typer.echo(f"not fitted: {note}", err=True)
    shown = "all" if order.count <= SHEET_LIMIT else f"the first {SHEET_LIMIT}"
    typer.echo(f"{order.count} pictures in {out}, {shown} on {out / SHEET}")
    if notes:
        raise typer.Exit(EXIT_NOT_ALL)


def main() -> None:
    """Entry point."""
    run_program(app)


if __name__ == "__main__":
    main()
