"""The translators in use: a picture and what it was made of go in, a picture that says so comes out."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import GarmentAttributes
from fashiongan.checkpoints import Checkpoint
from fashiongan.color import Color
from fashiongan.dataset.colors import measure_colors
from fashiongan.errors import DatasetError
from fashiongan.generator.reader import GarmentReader
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool
from fashiongan.image import GarmentImage
from fashiongan.tools.composing import Composer
from fashiongan.tools.place import Place
from fashiongan.tools.restyling import Restyler
from fashiongan.tools.sketch_picture import SketchPicture, dabs_of
from fashiongan.tools.sketch_request import SketchRequest
from fashiongan.tools.sketching import SketchTranslator
from fashiongan.tools.upscaling import PictureUpscaler

Source = GarmentImage | OtherPicture
Picture = NDArray[np.uint8]
_NO_CLOTH = Color(128, 128, 128)
# Where a page is less opaque than paper, a colour was dabbed on it, and a line may go through the dab.
_PAPER, _DAB_WITH_LINE, _DAB = 255, 192, 128


def page(sketch: SketchPicture) -> OtherPicture:
    """The lines that were found in a sketch, black on white; what was dabbed on it, half transparent."""
    ink = np.where(sketch.lines, 0, 255).astype(np.uint8)
    rgba = np.dstack([ink, ink, ink, np.full_like(ink, _PAPER)])
    if sketch.dabs is not None:
        dabbed = sketch.dabs[..., 3] > 127
        rgba[dabbed, :3] = sketch.dabs[dabbed, :3]
        rgba[dabbed, 3] = np.where(sketch.lines[dabbed], _DAB_WITH_LINE, _DAB)
    return OtherPicture(rgba, sketch.name)


def sketched(
    translator: SketchTranslator, reader: GarmentReader, page: OtherPicture, asked: GarmentAttributes, seed: int
) -> GarmentImage:
    """A garment for a page as `page` gives it: (256, 256, 4)."""
    lines, dabs = _lines_and_dabs(page.rgba)
    made = translator.draw(SketchRequest(lines, asked, seed, dabs))
    how = Reworked(asked, _seen(reader, made, asked), Tool.SKETCH, seed, page.provenance(), page.name)
    return _picture(made, how, translator.checkpoint)


def composed(composer: Composer, place: Place, asked: GarmentAttributes, seed: int) -> GarmentImage:
    """A garment inside a photo; the picture is the whole photo."""
    made = composer.compose(place, asked, seed)
    origin = f"seed {seed} in {place.photo.name}"
    setting, source = place.region.with_seed(seed), place.photo.provenance()
    how = Reworked(made.idea.asked, made.idea.attributes, Tool.COMPOSE, setting, source, origin)
    return _picture(made.rgba, how, composer.checkpoint)


def restyled(restyler: Restyler, reader: GarmentReader, source: Source) -> GarmentImage:
    """The same garment in the restyler's style; its cut stays what it was."""
    made = restyler.restyle(source.rgba)
    asked = replace(_asked(source), pattern=None, fabric=None, colors=())
    cut = replace(_known(source), pattern=None, fabric=None, colors=())
    attributes = _seen(reader, made, cut)
    how = Reworked(asked, attributes, Tool.RESTYLE, restyler.style, source.provenance(), restyler.style)
    return _picture(made, how, restyler.checkpoint)


def enlarged(
    upscaler: PictureUpscaler,
    reader: GarmentReader,
    source: Source,
    realism: float,
    progress: Callable[[float, str], None],
) -> GarmentImage:
    """The same picture, four times as wide and high."""
    made = upscaler.upscale(source.rgba, realism, progress)
    known = source.attributes if isinstance(source, GarmentImage) else _seen(reader, source.rgba, GarmentAttributes())
    factor = made.shape[0] // source.rgba.shape[0]
    origin = f"{factor} times larger"
    how = Reworked(_asked(source), known, Tool.UPSCALE, realism, source.provenance(), origin)
    return _picture(made, how, upscaler.checkpoint)


def _lines_and_dabs(page: Picture) -> tuple[NDArray[np.bool_], Picture | None]:
    alpha = page[..., 3]
    dabbed = alpha < _PAPER
    lines = np.where(dabbed, alpha == _DAB_WITH_LINE, page[..., 0] < 128)
    return lines, dabs_of(page, dabbed)


def _picture(rgba: Picture, how: Reworked, checkpoint: Checkpoint) -> GarmentImage:
    return GarmentImage(rgba, how, checkpoint.name, checkpoint.sha256)


def _asked(source: Source) -> GarmentAttributes:
    return source.asked if isinstance(source, GarmentImage) else GarmentAttributes()


def _known(source: Source) -> GarmentAttributes:
    return source.attributes if isinstance(source, GarmentImage) else GarmentAttributes()


def _seen(reader: GarmentReader, rgba: Picture, known: GarmentAttributes) -> GarmentAttributes:
    """The whole garment: what is known, the rest read off the picture, and the colours that it shows."""
    words = reader.read(rgba, known)
    assert words.pattern is not None
    try:
        found = measure_colors(rgba, words.pattern)
    except DatasetError:  # Not one opaque pixel.
        return replace(words, colors=(_NO_CLOTH, _NO_CLOTH))
    return replace(words, colors=(Color.from_lab(found.main_lab), Color.from_lab(found.second_lab)))
