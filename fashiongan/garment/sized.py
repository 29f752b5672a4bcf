"""A garment in a size that is bought, on somebody whom it may not fit: what a shop sees, and a tailor does not."""

from collections.abc import Sequence

from fashiongan.attributes import BOTTOMS, Category
from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.size_bodies import body_in_size, size_names
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import Progress
from fashiongan.garment.fit import FittedGarment, StandardSize, fit_garment
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.image import GarmentImage


def sizes_of(category: Category | None, figure: Figure) -> tuple[str, ...]:
    """The sizes that such a garment is sold in, ascending."""
    return size_names(figure, bottoms=category in BOTTOMS)


def standard_size(name: str, body: FittedBody, measurer: BodyMeasurer) -> StandardSize:
    """A size for people as tall as somebody, of the same figure.

    Raises
    ------
    MeasurementError : no such size, or no body that tall has its girths
    """
    asked = body_in_size(body.measurements.figure, name, body.measurements.height_mm)
    return StandardSize(name, take_dimensions(fit_body(asked, measurer).mesh.vertices_mm, measurer))


def fit_in_size(
    image: GarmentImage,
    body: FittedBody,
    size: str,
    measurer: BodyMeasurer,
    ease: Ease = Ease.REGULAR,
    device: str = "cpu",
    progress: Progress = lambda share, what: None,
    texture: Texture = Texture.PICTURE,
    over: Sequence[FittedGarment] = (),
) -> FittedGarment:
    """Cut a picture's garment for a size's body, in this body's length, and drape it on this body.

    Raises
    ------
    MeasurementError : no such size, or no body that tall has its girths
    GarmentError : as `fit_garment` raises it, also where the size is far too small to be sewn round this body
    """
    progress(0.0, "grading")
    in_size = standard_size(size, body, measurer)
    own = take_dimensions(body.mesh.vertices_mm, measurer)
    return fit_garment(image, body, own, ease, device, progress, texture, over, in_size)
