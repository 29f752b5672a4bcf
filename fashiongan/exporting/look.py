"""The files of a fitted garment, each to be had for itself."""

from collections.abc import Collection
from enum import StrEnum
from pathlib import Path

from fashiongan.garment.endings import OBJ_ENDINGS
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.printing.files import PaperFile, write_papers
from fashiongan.image import save_picture


class LookFile(StrEnum):
    """What a fitted garment can be exported to."""

    GLB = "glb"
    PICTURE = "picture"
    OBJ = "obj"
    DXF = "dxf"
    SVG = "svg"
    A4 = "a4"
    LETTER = "letter"
    TECH_PACK = "tech pack"


EVERYTHING = tuple(LookFile)
_PAPERS = {
    LookFile.DXF: PaperFile.DXF,
    LookFile.SVG: PaperFile.SVG,
    LookFile.A4: PaperFile.A4,
    LookFile.LETTER: PaperFile.LETTER,
    LookFile.TECH_PACK: PaperFile.TECH_PACK,
}


def export_look(look: FittedGarment, glb: Path, picture: Path, kinds: Collection[LookFile] = EVERYTHING) -> list[Path]:
    """Write a fitted garment as GLB, OBJ and a picture, its pattern and its tech pack, or some of these; returns
    `look_files`.

    The GLB and the picture show all that is worn, the other files are of the garment alone.

    Raises
    ------
    OutputError : a place cannot be written to
    """
    from fashiongan.garment.export import write_glb, write_obj  # trimesh, which the window opens sooner without.

    if LookFile.GLB in kinds:
        write_glb(glb, look)
    if LookFile.PICTURE in kinds:
        save_picture(look.picture(), picture)
    if LookFile.OBJ in kinds:
        write_obj(glb.with_suffix(".obj"), look.mesh, look.uv, look.texture, look.body.mesh)
    write_papers(look, glb.parent, glb.stem, [paper for kind, paper in _PAPERS.items() if kind in kinds])
    return look_files(glb, picture, kinds)


def look_files(glb: Path, picture: Path, kinds: Collection[LookFile] = EVERYTHING) -> list[Path]:
    """The files that `export_look` writes; those beside the GLB and the picture are named after the GLB."""
    named = {LookFile.GLB: [glb], LookFile.PICTURE: [picture]}
    named |= {LookFile.OBJ: [glb.with_name(f"{glb.stem}{ending}") for ending in OBJ_ENDINGS]}
    named |= {kind: [glb.with_name(f"{glb.stem}{paper}")] for kind, paper in _PAPERS.items()}
    return [path for kind in LookFile if kind in kinds for path in named[kind]]
