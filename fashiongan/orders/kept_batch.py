"""The pictures of a batch as a project, to open in the window."""

from dataclasses import replace
from pathlib import Path

from fashiongan.errors import OutputError, RequestError
from fashiongan.exporting.look import look_files
from fashiongan.files import refuse_unwritable
from fashiongan.garment.fabrics import fabric_of
from fashiongan.image import read_garment_image
from fashiongan.orders.output_folder import OutputFolder, picture_name
from fashiongan.orders.spec import BatchOrder
from fashiongan.project.files import write_project
from fashiongan.project.gathering import Chosen, gather
from fashiongan.project.project import ENDING, KeptBody, KeptFit
from fashiongan.run_manifest import sha256


def refuse_project(path: Path, replace: bool) -> None:
    """Look, before long work, whether a project can be written.

    Raises
    ------
    RequestError : it is not called .fgan
    OutputError : it is there and nobody said to `replace` it, or the place cannot be written to
    """
    if path.suffix != ENDING:
        raise RequestError(f"--project is {path.name}, but a project is called NAME{ENDING}.")
    if path.exists() and not replace:
        raise OutputError(f"{path} is there already; add --overwrite to replace it, or choose another name.")
    refuse_unwritable(path)


def write_batch_project(folder: OutputFolder, order: BatchOrder, path: Path) -> None:
    """Write all pictures of a folder in their order, and the body that they were fitted on.

    Raises
    ------
    ImageError : a picture was lost
    ProjectError : more pictures than a project holds
    OutputError : the place cannot be written to
    """
    chosen = [Chosen(folder.path / picture_name(number)) for number in sorted(folder.done)]
    project = gather(chosen, KeptBody.of(order.body) if order.body else None)
    fits = (_fitted(one.path, place, order) for place, one in enumerate(chosen)) if order.body else ()
    write_project(replace(project, fitted=tuple(fit for fit in fits if fit)), path)


def _fitted(picture: Path, place: int, order: BatchOrder) -> KeptFit | None:
    """How a picture's garment was fitted, and what came of it; None if it could not be."""
    paths = look_files(picture.with_suffix(".glb"), picture.with_name(f"{picture.stem}-look.png"))
    if not all(path.is_file() for path in paths):
        return None
    worn = read_garment_image(picture).attributes
    files = {path.name.removeprefix(picture.stem): sha256(path.read_bytes()) for path in paths}
    fabric = str(fabric_of(worn.fabric, worn.category).name)
    return KeptFit(place, order.ease, "", fabric, order.texture, files, order.realism is not None)
