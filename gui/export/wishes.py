"""What can be exported now, and what is wished for: kept for the next time. No Qt here."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from fashiongan.errors import RequestError
from fashiongan.exporting.look import LookFile
from fashiongan.exporting.order import ExportOrder
from fashiongan.exporting.pictures import PictureFile
from fashiongan.exporting.sheet.files import SheetFile
from fashiongan.exporting.sheet.layout import USUAL, Paper, SheetPlan
from fashiongan.garment.fit import FittedGarment
from fashiongan.json_files import parsed_json
from fashiongan.project.gathering import Chosen
from fashiongan.project.project import KeptBody

PROJECT, WITH_BODY, WITH_NOTES = "project", "with body", "with notes"
FIRST_TICKS = frozenset({"picture.png", "glb", "picture", WITH_BODY})


@dataclass(frozen=True)
class Exportable:
    """What there is: chosen pictures, the garment that is worn, who wears it."""

    chosen: tuple[Chosen, ...]
    look: FittedGarment | None
    body: Callable[[], KeptBody]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is ticked, by `picture_tick` and so on, how the sheet shall look, and where everything goes."""

    folder: str
    name: str = "fashiongan"
    ticked: frozenset[str] = FIRST_TICKS
    plan: SheetPlan = USUAL

    def order(self, what: Exportable) -> ExportOrder:
        """The order for these wishes, as far as there is what they are for.

        Raises
        ------
        RequestError : no folder, a name that files cannot have, or nothing is ticked
        """
        if not self.folder.strip():
            raise RequestError("Choose the folder that the files go to.")
        ticked, project = self.ticked, PROJECT in self.ticked
        order = ExportOrder(
            Path(self.folder.strip()).expanduser().absolute(),
            self.name.strip(),
            tuple(one if WITH_NOTES in ticked else one.unworded() for one in what.chosen),
            tuple(kind for kind in PictureFile if picture_tick(kind) in ticked),
            tuple(kind for kind in SheetFile if sheet_tick(kind) in ticked),
            self.plan,
            what.look,
            tuple(kind for kind in LookFile if kind in ticked),
            project,
            what.body() if project and WITH_BODY in ticked else None,
        )
        if not order.paths():
            raise RequestError("Tick what is to be exported.")
        return order

    def to_text(self) -> str:
        """One line of JSON; a title is of its day, and is not kept."""
        plan = self.plan
        sheet = {"paper": plan.paper, "rows": plan.rows, "columns": plan.columns, "captions": plan.captions}
        return json.dumps({"folder": self.folder, "ticked": sorted(self.ticked), "sheet": sheet})

    @classmethod
    def from_text(cls, text: str, folder: Path) -> "Wishes":
        """Read back `to_text`; what cannot be read is as it was at first, and goes to `folder`."""
        first = cls(str(folder))
        try:
            known = parsed_json(text)
            sheet = known["sheet"]
            paper, rows, columns = Paper(sheet["paper"]), int(sheet["rows"]), int(sheet["columns"])
            plan = SheetPlan(paper, rows, columns, bool(sheet["captions"]))
            return replace(first, folder=str(known["folder"]), ticked=frozenset(map(str, known["ticked"])), plan=plan)
        except (ValueError, KeyError, TypeError, RequestError):
            return first


def picture_tick(kind: PictureFile) -> str:
    """What a kind of picture is called among the ticks."""
    return f"picture{kind}"


def sheet_tick(kind: SheetFile) -> str:
    """What a kind of sheet is called among the ticks."""
    return f"sheet{kind}"
