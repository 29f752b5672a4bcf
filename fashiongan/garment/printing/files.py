"""Everything that a fitted garment is exported to beside its GLB."""

from collections.abc import Iterator
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
PAPER_ENDINGS = ("-pattern.dxf", "-pattern.svg", "-pattern-a4.pdf", "-pattern-letter.pdf", "-techpack.pdf")


def write_papers(look: FittedGarment, folder: Path, stem: str) -> list[Path]:
    """Write the pattern as DXF, SVG and PDF, and the tech pack; returns where, in the order of `PAPER_ENDINGS`.

    Raises
    ------
    OutputError : the folder cannot be written to
    """
    paths = [folder / f"{stem}{ending}" for ending in PAPER_ENDINGS]
    for path, content in zip(paths, papers(look), strict=True):
        write_atomically(path, content)
    return paths


def papers(look: FittedGarment) -> Iterator[bytes]:
    """The files, in the order of `PAPER_ENDINGS`, each made when it is asked for."""
    # It looks for fonts on the disk when it is imported, which nobody shall wait for who writes no pattern.
    from fashiongan.garment.printing.dxf import pattern_dxf

    garment, wearer, pieces = look.pattern.title, look.made_for, look.pieces
    yield pattern_dxf(pieces, garment, look.size or MADE_TO_MEASURE)
    yield pattern_svg(pieces, garment)
    for paper in Paper:
        yield tiled_pdf(pieces, garment, wearer, paper)
    yield tech_pack_pdf(tech_pack_of(look))


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
