"""The pictures of a batch as a project, to open in the window."""

from pathlib import Path

from fashiongan.errors import OutputError, RequestError
from fashiongan.files import refuse_unwritable
from fashiongan.orders.output_folder import OutputFolder, picture_name
from fashiongan.orders.spec import BatchOrder
from fashiongan.project.files import write_project
from fashiongan.project.gathering import Chosen, gather
from fashiongan.project.project import ENDING, KeptBody


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
    write_project(gather(chosen, KeptBody.of(order.body) if order.body else None), path)
