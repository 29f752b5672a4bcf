"""Everything of a project made again into a folder, and compared with what it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain
from pathlib import Path

from fashiongan.errors import Cancelled, FashionGanError, OutputError, RequestError
from fashiongan.files import write_atomically
from fashiongan.garment.export import glb_of
from fashiongan.garment.fit import FittedGarment
from fashiongan.project.files import GLB, picture_name, read_project, write_project
from fashiongan.project.project import ENDING, KeptFit, Project
from fashiongan.remaking.garments import Garments, Progress, write_again
from fashiongan.remaking.pictures import made_again
from fashiongan.remaking.verdict import Remade, Verdict, compared, difference
from fashiongan.run_manifest import FILE as RUN
from fashiongan.run_manifest import MadeWith, RunManifest, environment, sha256
from fashiongan.studio import Studio

AGAIN = f"project{ENDING}"


@dataclass(frozen=True)
class Remaking:
    """A project on its way into a folder. only : the picture, from 1, that is made again with what is cut from it"""

    path: Path
    project: Project
    folder: Path
    studio: Studio
    only: int | None = None
    progress: Progress = lambda share, what: None

    def carry_out(self) -> Iterator[Remade]:
        """Make one file after the other; last the project itself, if all else came out the same, and `run.json`.

        Raises
        ------
        OutputError : the folder cannot be written to
        """
        made: list[Remade] = []
        for one in chain(self._pictures(), self._garments()):
            made.append(one)
            yield one
        if self.only is None and all(one.verdict is Verdict.IDENTICAL for one in made):
            made.append(self._whole())
            yield made[-1]
        self._write_run(made)

    def _pictures(self) -> Iterator[Remade]:
        for index, kept in enumerate(self.project.pictures):
            if not self._asked(index):
                continue
            name = picture_name(index)
            self.progress(0.0, name)
            try:
                png = made_again(kept.image(name), self.studio).png()
            except FashionGanError as error:
                yield _cannot(name, error)
                continue
            write_atomically(self.folder / name, png)
            yield compared(name, png, sha256(kept.png), self._why)

    def _garments(self) -> Iterator[Remade]:
        garments = Garments(self.project, self.studio, self.progress)
        for layer, kept in enumerate(self.project.worn):
            yield from self._files(f"worn-{layer + 1}", kept, partial(garments.worn, layer))
        for place, kept in enumerate(self.project.fitted):
            yield from self._files(f"{kept.picture:03d}", kept, partial(garments.alone, place))
        if self.project.glb and self.only is None:
            yield self._glb(garments)

    def _files(self, name: str, kept: KeptFit, fit: Callable[[], FittedGarment]) -> Iterator[Remade]:
        """What is made of one garment."""
        if not kept.files or not self._asked(kept.picture):
            return
        try:
            write_again(fit(), self.folder, name, kept.files)
        except FashionGanError as error:
            yield from (_cannot(f"{name}{ending}", error) for ending in kept.files)
            return
        for ending, before in kept.files.items():
            path = self.folder / f"{name}{ending}"
            if path.exists():
                yield compared(path.name, path.read_bytes(), before, self._why)
            else:
                yield Remade(path.name, Verdict.CANNOT, "this program makes no such file of a garment")

    def _glb(self, garments: Garments) -> Remade:
        try:
            content = glb_of(garments.worn(len(self.project.worn) - 1))
        except FashionGanError as error:
            return _cannot(GLB, error)
        write_atomically(self.folder / GLB, content)
        return compared(GLB, content, sha256(self.project.glb), self._why)

    def _whole(self) -> Remade:
        write_project(self.project, self.folder / AGAIN)
        return compared(AGAIN, (self.folder / AGAIN).read_bytes(), sha256(self.path.read_bytes()), self._why)

    def _write_run(self, made: list[Remade]) -> None:
        made_with = MadeWith.of(one.provenance() for one in self.project.pictures)
        there = [one.name for one in made if one.verdict is not Verdict.CANNOT]
        outputs = {name: sha256((self.folder / name).read_bytes()) for name in there}
        write_atomically(self.folder / RUN, RunManifest(self._here, made_with, outputs).to_json())

    def _asked(self, picture: int) -> bool:
        return self.only in (None, picture + 1)

    @cached_property
    def _here(self) -> dict[str, str]:
        return environment()

    @property
    def _why(self) -> str:
        return difference(self.project.environment, self._here)


def open_remaking(path: Path, folder: Path, studio: Studio, only: int | None, progress: Progress) -> Remaking:
    """Look at everything that can be refused, before long work.

    Raises
    ------
    ProjectError : no project
    RequestError : no such picture
    OutputError : the folder cannot be written to, or is not empty
    """
    project = read_project(path)
    if only is not None and not 1 <= only <= len(project.pictures):
        raise RequestError(f"--only is {only}, but the project has the pictures 1 to {len(project.pictures)}.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        used = any(folder.iterdir())
    except OSError as error:
        raise OutputError(f"{folder} cannot be used as a folder ({error}); choose another.") from error
    if used:
        raise OutputError(f"{folder} is not empty; choose another, so that nothing in it is replaced.")
    return Remaking(path, project, folder, studio, only, progress)


def _cannot(name: str, error: FashionGanError) -> Remade:
    """Why something cannot be made; but what stops the whole work is raised."""
    if isinstance(error, Cancelled | OutputError):
        raise error
    return Remade(name, Verdict.CANNOT, str(error))
