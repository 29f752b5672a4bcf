"""Everything that a fitted garment is exported to beside its GLB."""

from collections.abc import Iterator
from pathlib import Path

from fashiongan.body.measurements import BodyMeasurements
from fashiongan.body.sizes import GIRTH_NAMES
from fashiongan.files import write_atomically
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.fit_lines import fit_lines
from fashiongan.garment.printing.cutting import cut_pieces
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

    garment, wearer = look.pattern.title, wearer_of(look.body.measurements)
    pieces = cut_pieces(look.pattern, wearer)
    yield pattern_dxf(pieces, garment, MADE_TO_MEASURE)
    yield pattern_svg(pieces, garment)
    for paper in Paper:
        yield tiled_pdf(pieces, garment, wearer, paper)
    yield tech_pack_pdf(tech_pack_of(look))


def tech_pack_of(look: FittedGarment) -> TechPack:
    """What a tech pack says of a fitted garment."""
    image = look.image
    words = image.attributes.to_dict() | {"category": look.pattern.title}
    wearer = wearer_of(look.body.measurements)
    return TechPack(
        garment=look.pattern.title,
        wearer=wearer,
        views=look.picture(VIEWS_PX, (0.0, 180.0)),
        drawn=image.on_ground(),
        words={name: str(word) for name, word in words.items() if name != "colors" and word != "na"},
        fit=fit_lines(look),
        colors=tuple(dict.fromkeys(shown_colors(image))),
        fabric=look.fabric,
        pieces=cut_pieces(look.pattern, wearer),
        measurements=finished(look.pattern),
        steps=look.pattern.steps,
        origin=image.idea.origin,
        made_with=image.made_with,
    )


def wearer_of(body: BodyMeasurements) -> str:
    """Whom a garment is for, told by measurements and not by name, so that paper and parameters stay together."""
    parts = {
        "height": body.height_mm,
        GIRTH_NAMES[body.figure]: body.bust_mm,
        "waist": body.waist_mm,
        "hip": body.hip_mm,
    }
    return ", ".join(f"{name} {value / 10:.0f}" for name, value in parts.items()) + " cm"
