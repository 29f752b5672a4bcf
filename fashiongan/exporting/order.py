"""What is to be exported where, as a value: which files that makes, and writing them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fashiongan.errors import RequestError
from fashiongan.exporting.agreed import Agreed
from fashiongan.exporting.look import LookFile, export_look, look_files
from fashiongan.exporting.pictures import PictureFile, picture_paths, write_picture
from fashiongan.exporting.sheet.files import SheetFile, sheet_paths, write_sheet
from fashiongan.exporting.sheet.layout import USUAL, SheetPlan, Shown, lay_out
from fashiongan.garment.fit import FittedGarment
from fashiongan.image import garment_image_from
from fashiongan.project.files import write_project
from fashiongan.project.gathering import Chosen, gather
from fashiongan.project.project import ENDING, KeptBody

Progress = Callable[[float, str], None]
# What no system lets stand in a name, and what would lead to another folder.
_FORBIDDEN = '<>:"/\\|?*'


@dataclass(frozen=True, slots=True)
class _Step:
    """Something to do, and the files that it leaves."""

    write: Callable[[], object]
    paths: list[Path]


@dataclass(frozen=True)
class ExportOrder:
    """Everything is named after `name`. kinds of files that are asked for, none of each by default

    pictures : as files; sheet : as pages of them; look : of the garment; project : all of it in one file, with whoever
    is in `body`
    """

    folder: Path
    name: str
    chosen: tuple[Chosen, ...] = ()
    pictures: tuple[PictureFile, ...] = ()
    sheet: tuple[SheetFile, ...] = ()
    plan: SheetPlan = USUAL
    look: FittedGarment | None = None
    look_kinds: tuple[LookFile, ...] = ()
    project: bool = False
    body: KeptBody | None = None

    def __post_init__(self) -> None:
        if not self.name.strip(" .") or any(letter in _FORBIDDEN or not letter.isprintable() for letter in self.name):
            raise RequestError(f'"{self.name}" cannot be the name of files; use letters, digits, - and _.')

    @property
    def project_path(self) -> Path:
        """Where the project goes."""
        return self.folder / f"{self.name}{ENDING}"

    def paths(self) -> list[Path]:
        """Every file that is written, in order."""
        return [path for step in self._steps() for path in step.paths]

    def carry_out(self, progress: Progress, agreed: Agreed | None = None) -> list[Path]:
        """Write everything; raising from `progress` stops between two files. What is written is whole.

        agreed : what may be replaced; without it, what is there now

        Raises
        ------
        ImageError : a picture was lost or damaged
        ProjectError : the project would be larger than may be
        OutputError : a place cannot be written to, or another program changed what lies there
        """
        steps = list(self._steps())
        agreed = agreed or Agreed(self.paths())
        for index, step in enumerate(steps):
            progress(index / len(steps), step.paths[0].name)
            agreed.refuse_changed(step.paths)
            step.write()
            agreed.look_at(step.paths)
        return self.paths()

    def _steps(self) -> Iterator[_Step]:
        folder, name, count = self.folder, self.name, len(self.chosen)
        for kind in self.pictures:
            for one, path in zip(self.chosen, picture_paths(folder, name, count, kind), strict=True):
                yield _Step(partial(write_picture, one, path, kind), [path])
        pages = self.plan.page_count(count)
        for form in self.sheet if count else ():
            yield _Step(partial(self._write_sheet, form), sheet_paths(folder, name, pages, form))
        glb, picture = folder / f"{name}.glb", folder / f"{name}-look.png"
        if self.look is not None:
            for part in self.look_kinds:
                yield _Step(partial(export_look, self.look, glb, picture, (part,)), look_files(glb, picture, (part,)))
        if self.project:
            yield _Step(self._write_project, [self.project_path])

    def _write_sheet(self, form: SheetFile) -> None:
        images = (garment_image_from(one.png(), one.path.name) for one in self.chosen)
        write_sheet(self.plan, lay_out(self.plan, [Shown.of(one) for one in images]), self.folder, self.name, form)

    def _write_project(self) -> None:
        write_project(gather(self.chosen, self.body, self.look), self.project_path)
