"""What a project's wearer wears, cut, sewn and draped again, and its files made again."""

from collections.abc import Callable, Mapping
from pathlib import Path

from fashiongan.body.fitting import FittedBody
from fashiongan.errors import ProjectError
from fashiongan.exporting.look import LookFile, export_look, look_files
from fashiongan.garment.fit import FittedGarment
from fashiongan.project.kept_scan import scanned_mesh
from fashiongan.project.project import KeptBody, KeptFit, Project
from fashiongan.remaking.pictures import enlarged_from
from fashiongan.studio import Studio

Progress = Callable[[float, str], None]


def body_of(kept: KeptBody, studio: Studio) -> FittedBody:
    """Who is dressed: the scanned body itself, or the most ordinary one with these measurements.

    Raises
    ------
    MeasurementError, ProjectError : no body has them together, or it is of another body model
    """
    if kept.arrays:
        return studio.scanned_body(scanned_mesh(kept.arrays, studio.measurer.model), kept.figure)
    return studio.body(kept.measurements())


class Garments:
    """All garments of a project, made again one after the other. Each is fitted once, however often it is asked for."""

    def __init__(self, project: Project, studio: Studio, progress: Progress) -> None:
        self._project, self._studio, self._progress = project, studio, progress
        self._worn: tuple[FittedGarment, ...] = ()
        self._body: FittedBody | None = None

    @property
    def body(self) -> FittedBody:
        """Who is dressed. Errors as of `body_of`; ProjectError where nobody is."""
        if self._project.body is None:
            raise ProjectError("Nobody is dressed in the project; export it again with who is dressed.")
        self._body = self._body or body_of(self._project.body, self._studio)
        return self._body

    def worn(self, layer: int) -> FittedGarment:
        """A layer of what is worn, and for it whatever is below.

        Raises
        ------
        FashionGanError : as the studio raises it
        """
        while len(self._worn) <= layer:
            kept = self._project.worn[len(self._worn)]
            self._worn = (*self._worn, self._fitted(kept, self._worn))
        return self._worn[layer]

    def alone(self, place: int) -> FittedGarment:
        """A garment that was fitted alone. FashionGanError as of `worn`."""
        return self._fitted(self._project.fitted[place], ())

    def _fitted(self, kept: KeptFit, over: tuple[FittedGarment, ...]) -> FittedGarment:
        # The project's own picture is cut, so that a garment comes again where its picture cannot.
        image = self._project.pictures[kept.picture].image()
        if kept.before_enlarging:
            image = enlarged_from(image, self._studio)
        return self._studio.fit(image, self.body, kept.ease, self._progress, kept.texture, over, kept.size)


def write_again(look: FittedGarment, folder: Path, name: str, files: Mapping[str, str]) -> None:
    """Write the files of a garment that are known by their endings, and no others.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    glb, picture = folder / f"{name}.glb", folder / f"{name}-look.png"
    for kind in LookFile:
        if any(path.name.removeprefix(name) in files for path in look_files(glb, picture, (kind,))):
            export_look(look, glb, picture, (kind,))
