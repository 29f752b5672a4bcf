"""`fashiongan-generate`: attributes or a YAML list in; pictures, a sheet, an index and fitted garments out."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from fashiongan.attributes import VOCABULARY, GarmentAttributes
from fashiongan.batch import SHEET, SHEET_LIMIT, OutputFolder, order_with_weights, run_batch
from fashiongan.body.measurements import read_measurements
from fashiongan.errors import RequestError
from fashiongan.garment.tshirt import Ease
from fashiongan.generation import GenerationRequest
from fashiongan.image import read_garment_image
from fashiongan.programs import log_to_stderr, progress_bar, run_program
from fashiongan.spec import BatchOrder, Variations, read_spec
from fashiongan.studio import Studio

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)


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
    count: Annotated[int | None, typer.Option(help="How many pictures.  [default: 1]")] = None,
    seed: Annotated[int | None, typer.Option(help="Picture i has seed + i.  [default: 0]")] = None,
    spec: Annotated[Path | None, typer.Option(help="YAML list of requests, instead of the options above.")] = None,
    like: Annotated[Path | None, typer.Option(help="A picture of ours: make it again from what it says.")] = None,
    vary: Annotated[float, typer.Option(help="With --like: how different, 0 (the same) to 1.")] = 0.0,
    fit: Annotated[Path | None, typer.Option(help="Body file: also fit each garment on this body.")] = None,
    ease: Annotated[Ease, typer.Option(help="How much wider than the body a fitted garment is cut.")] = Ease.REGULAR,
    resume: Annotated[bool, typer.Option("--resume", help="Continue a folder that was left unfinished.")] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace what an earlier run left.")] = False,
    checkpoints: Annotated[Path | None, typer.Option(help="Folder of weights.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Say what is being done.")] = False,
) -> None:
    """Generate garment pictures in batch. The same seed gives the same bytes."""
    log_to_stderr(verbose)
    words = dict(zip(VOCABULARY, (category, sleeve, neckline, length, pattern, closure, fabric), strict=True))
    given = [name for name, word in {**words, "color": color, "count": count, "seed": seed}.items() if word is not None]
    if spec and like:
        raise RequestError("--spec and --like both say what to make; give one of them.")
    taken = [name for name in given if spec or name not in ("count", "seed")]
    if (spec or like) and taken:
        source = "--spec" if spec else "--like"
        raise RequestError(f"{source} says what to make, so --{taken[0]} cannot be given beside it.")
    if vary and not like:
        raise RequestError("--vary needs a picture to vary; give --like PICTURE.")
    if resume and overwrite:
        raise RequestError("--resume keeps what is there and --overwrite replaces it; give one of them.")
    asked = GarmentAttributes.parse(words, tuple(color or ()))
    studio = Studio(checkpoints)
    requests: tuple[GenerationRequest, ...] = (GenerationRequest(asked, 1 if count is None else count, seed or 0),)
    if spec:
        requests = read_spec(spec)
    order = BatchOrder(requests, read_measurements(fit) if fit else None, ease)
    # Everything that can be refused is looked at before the folder is touched.
    if like:
        variations = Variations(read_garment_image(like), 1 if count is None else count, vary, seed or 0)
        order = replace(order, requests=(), variations=variations)
        studio.variation(variations.liked, 0, vary, variations.seed)
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
