"""The whole path in one command: a look-book, and one T-shirt sewn and draped on a measured body."""

import sys
from pathlib import Path

import typer

from fashiongan.attributes import Category
from fashiongan.batch import INDEX, SHEET, OutputFolder, order_with_weights, picture_name, run_batch
from fashiongan.body.measurements import read_measurements
from fashiongan.errors import FashionGanError
from fashiongan.image import read_garment_image
from fashiongan.programs import EXIT_ERROR, progress_bar
from fashiongan.spec import BatchOrder, read_spec
from fashiongan.studio import Studio, export_look

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
GLB, PICTURE = "look.glb", "look.png"


def demo(out: Path) -> None:
    """Make everything under `out` and print where it is."""
    studio = Studio()
    order = BatchOrder(read_spec(EXAMPLES / "lookbook.yaml"))
    body = studio.body(read_measurements(EXAMPLES / "body.yaml"))
    with progress_bar() as bar:
        task = bar.add_task("look-book", total=order.count + 1)
        folder = OutputFolder.open(out, order_with_weights(order, studio), resume=False, overwrite=True)
        run_batch(studio, order, None, folder, step=lambda: bar.advance(task))
        bar.update(task, description="fitting a T-shirt")
        pictures = (read_garment_image(out / picture_name(number)) for number in sorted(folder.done))
        shirt = next(picture for picture in pictures if picture.attributes.category is Category.TSHIRT)
        look = studio.fit(shirt, body)
        export_look(look, out / GLB, out / PICTURE)
        bar.advance(task)
    for name, what in (
        (SHEET, f"{order.count} garments on one sheet"),
        (INDEX, "what each was made from"),
        (GLB, "the T-shirt on the measured body, for any 3D program"),
        (PICTURE, "the same as a picture"),
    ):
        typer.echo(f"{out / name}: {what}")


def main() -> None:
    """Entry point of `make demo`."""
    try:
        demo(Path(sys.argv[1] if len(sys.argv) > 1 else "out/demo"))
    except FashionGanError as error:
        typer.echo(f"Error: {error}", err=True)
        sys.exit(EXIT_ERROR)


if __name__ == "__main__":
    main()
