"""Everything that a fitted garment is exported to beside its GLB."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from fashiongan.files import write_atomically
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_lines import fit_lines
from fashiongan.garment.printing.finished import finished
from fashiongan.garment.printing.svg import pattern_svg
from fashiongan.garment.printing.tech_pack import TechPack, tech_pack_pdf
from fashiongan.garment.printing.tiled_pdf import tiled_pdf
from fashiongan.garment.printing.tiling import Paper
from fashiongan.recolor import shown_colors

MADE_TO_MEASURE = "made to measure"
VIEWS_PX = 720


class PaperFile(StrEnum):
    """What can be written, by how its name ends."""

    DXF = "-pattern.dxf"
    SVG = "-pattern.svg"
    A4 = "-pattern-a4.pdf"
    LETTER = "-pattern-letter.pdf"
    TECH_PACK = "-techpack.pdf"


PAPER_ENDINGS = tuple(PaperFile)


def write_papers(
    look: FittedGarment, folder: Path, stem: str, kinds: Iterable[PaperFile] = PAPER_ENDINGS
) -> list[Path]:
    """Write the pattern as DXF, SVG and PDF, and the tech pack, or some of these; returns where, in their order.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    paths = []
    for kind in kinds:
        path = folder / f"{stem}{kind}"
        write_atomically(path, paper(look, kind))
        paths.append(path)
    return paths


def paper(look: FittedGarment, kind: PaperFile) -> bytes:
    """One of the files."""
    garment, pieces = look.pattern.title, look.pieces
    match kind:
        case PaperFile.DXF:
            # It looks for fonts on the disk when it is imported, which nobody shall wait for who writes no pattern.
            from fashiongan.garment.printing.dxf import pattern_dxf

            return pattern_dxf(pieces, garment, look.size or MADE_TO_MEASURE)
        case PaperFile.SVG:
            return pattern_svg(pieces, garment)
        case PaperFile.A4:
            return tiled_pdf(pieces, garment, look.made_for, Paper.A4)
        case PaperFile.LETTER:
            return tiled_pdf(pieces, garment, look.made_for, Paper.LETTER)
        case PaperFile.TECH_PACK:
            return tech_pack_pdf(tech_pack_of(look))


def tech_pack_of(look: FittedGarment) -> TechPack:
    """What a tech pack says of a fitted garment."""
    image = look.image
    words = image.attributes.to_dict() | {"category": look.pattern.title}
    return TechPack(
        garment=look.pattern.title,
        wearer=look.made_for,
        views=look.picture(VIEWS_PX, (0.0, 180.0)),
        drawn=image.on_ground(),
        words={name: str(word) for name, word in words.items() if name != "colors" and word != "na"},
        fit=fit_lines(look),
        colors=tuple(dict.fromkeys(shown_colors(image))),
        fabric=look.fabric,
        pieces=look.pieces,
        measurements=finished(look.pattern),
        steps=look.pattern.steps,
        origin=image.idea.origin,
        made_with=image.made_with,
    )
