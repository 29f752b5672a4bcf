"""The whole path in one command: a look-book, and one T-shirt sewn and draped on a measured body."""

import sys
from pathlib import Path

import typer

from fashiongan.attributes import Category, Pattern
from fashiongan.body.measurements import read_measurements
from fashiongan.checkpoint_folder import shipped_folder
from fashiongan.color import Color
from fashiongan.errors import FashionGanError
from fashiongan.exporting.look import export_look
from fashiongan.ideas.tools import Change
from fashiongan.image import GarmentImage, contact_sheet, read_garment_image, save_picture
from fashiongan.orders.batch import order_with_weights, run_batch
from fashiongan.orders.executor import Local
from fashiongan.orders.making import Maker
from fashiongan.orders.output_folder import INDEX, SHEET, OutputFolder, picture_name
from fashiongan.orders.spec import BatchOrder, read_spec
from fashiongan.programs import EXIT_ERROR, progress_bar
from fashiongan.studio import Studio
from fashiongan.tasks import Blend, Mix, Recoloring, Task, Variations

EXAMPLES = shipped_folder("examples")
GLB, PICTURE, TECH_PACK, TOOLS = "look.glb", "look.png", "look-techpack.pdf", "tools.png"
# The first pictures of the look-book with these patterns are played with.
LIKED = (Pattern.CHECK, Pattern.FLORAL)


def demo(out: Path) -> None:
    """Make everything under `out` and print where it is."""
    studio = Studio()
    order = BatchOrder(read_spec(EXAMPLES / "lookbook.yaml"))
    body = studio.body(read_measurements(EXAMPLES / "body.yaml"))
    with progress_bar() as bar:
        task = bar.add_task("look-book", total=order.count + 1)
        folder = OutputFolder.open(out, order_with_weights(order, studio), resume=False, overwrite=True)
        run_batch(Maker(studio, order, None, out), folder, Local(), lambda made: bar.advance(task, made))
        bar.update(task, description="fitting a T-shirt")
        pictures = [read_garment_image(out / picture_name(number)) for number in sorted(folder.done)]
        shirt = next(picture for picture in pictures if picture.attributes.category is Category.TSHIRT)
        look = studio.fit(shirt, body)
        export_look(look, out / GLB, out / PICTURE)
        bar.update(task, description="trying the tools")
        save_picture(contact_sheet(use_of_tools(studio, pictures), columns=6, by_origin=True), out / TOOLS)
        bar.advance(task)
    for name, what in (
        (SHEET, f"{order.count} garments on one sheet"),
        (INDEX, "what each was made from"),
        (TOOLS, "two of them, and what the tools make from them"),
        (GLB, "the T-shirt on the measured body, for any 3D program"),
        (PICTURE, "the same as a picture"),
        (TECH_PACK, "what its maker needs to know; its pattern lies beside it"),
    ):
        typer.echo(f"{out / name}: {what}")


def use_of_tools(studio: Studio, pictures: list[GarmentImage]) -> list[GarmentImage]:
    """What can be made from two pictures: twelve others."""
    first, second = (next(one for one in pictures if one.attributes.pattern is pattern) for pattern in LIKED)
    tasks: list[Task] = [
        *(Variations(first, 2, 0.9, seed=1, change=change) for change in (Change.LOOK, Change.SHAPE, Change.CLOTH)),
        Blend(first, second, 3),
        Mix(second, first),
        Recoloring(first, (Color.parse("teal"), Color.parse("ivory"))),
    ]
    return [first, second, *(image for task in tasks for image in studio.make(task))][:12]


def main() -> None:
    """Entry point of `make demo`."""
    try:
        demo(Path(sys.argv[1] if len(sys.argv) > 1 else "out/demo"))
    except FashionGanError as error:
        typer.echo(f"Error: {error}", err=True)
        sys.exit(EXIT_ERROR)


if __name__ == "__main__":
    main()
