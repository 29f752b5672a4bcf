"""The use cases: everything that the window, the batch program and scripts call. Start reading here."""

import logging
from collections.abc import Iterator
from functools import cached_property
from itertools import count as count_from
from itertools import islice
from pathlib import Path

import torch
from PIL import Image

from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyModel
from fashiongan.checkpoints import checkpoint_folder, find_checkpoint
from fashiongan.files import replacing
from fashiongan.garment.drape import Progress
from fashiongan.garment.export import write_glb
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.tshirt import Ease
from fashiongan.generation import GarmentGenerator, GenerationRequest
from fashiongan.image import GarmentImage

logger = logging.getLogger(__name__)
BODY_CHECKPOINT = "body"


def _ignore(share: float, what: str) -> None:
    """Progress that nobody watches."""


class Studio:
    """Opens checkpoints when they are first needed and keeps them. Everything else is a plain call.

    A long call takes `progress(share, what)`; raising from it stops the call, with nothing left half-made.
    """

    def __init__(self, checkpoints: Path | None = None, device: str | None = None) -> None:
        self.checkpoints = checkpoints or checkpoint_folder()
        self.device = device or ("cuda" if torch.cuda.is_available() else "cpu")

    @cached_property
    def generator(self) -> GarmentGenerator:
        """The conditional generator; loading it checks its hash."""
        return GarmentGenerator.load(self.checkpoints, torch.device(self.device))

    @cached_property
    def measurer(self) -> BodyMeasurer:
        """The body model with its tape."""
        return BodyMeasurer(BodyModel.load(find_checkpoint(BODY_CHECKPOINT, self.checkpoints).path))

    def generate(self, request: GenerationRequest, progress: Progress = _ignore) -> Iterator[GarmentImage]:
        """Draw the pictures of a request one after the other.

        Raises
        ------
        CheckpointError : the weights cannot be used
        """
        for index in range(request.count):
            progress(index / request.count, f"picture {index + 1} of {request.count}")
            yield self.generator.draw(request.attributes, request.seed + index)

    def vary(
        self, liked: GarmentImage, count: int, distance: float, seed: int = 0, progress: Progress = _ignore
    ) -> Iterator[GarmentImage]:
        """Draw pictures like one: the same again at distance 0, another garment of the same description at 1.

        Raises
        ------
        RequestError : the distance is not 0 to 1
        CheckpointError : the weights cannot be used, or others made the liked picture
        """
        for index in range(count):
            progress(index / count, f"variation {index + 1} of {count}")
            yield self.variation(liked, index, distance, seed)

    def variation(self, liked: GarmentImage, index: int, distance: float, seed: int = 0) -> GarmentImage:
        """Number `index` of the variations that begin at `seed`; seeds that made the liked picture are left out.

        Raises
        ------
        RequestError, CheckpointError : as in `vary`
        """
        others = (number for number in count_from(seed) if number not in liked.source.seeds)
        toward = next(islice(others, index, None))
        return self.generator.vary(liked, toward, distance) if distance else self.generator.again(liked)

    def body(self, measurements: BodyMeasurements) -> FittedBody:
        """The most ordinary body with these measurements.

        Raises
        ------
        MeasurementError : no body has them together
        """
        return fit_body(measurements, self.measurer)

    def fit(
        self, image: GarmentImage, body: FittedBody, ease: Ease = Ease.REGULAR, progress: Progress = _ignore
    ) -> FittedGarment:
        """Cut, sew, drape and texture a picture's garment on a body.

        Raises
        ------
        GarmentError : the garment cannot be cut yet, or did not come out sound
        """
        return fit_garment(image, body, ease, self.device, progress)


def export_look(look: FittedGarment, glb: Path, picture: Path) -> None:
    """Write a fitted garment as GLB and as a picture of it.

    Raises
    ------
    OutputError : a place cannot be written to
    """
    write_glb(glb, look.mesh, look.uv, look.texture, look.body.mesh)
    save_picture(look.picture(), picture)


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write a picture whole or not at all, in the format of its name.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    with replacing(path) as partial:
        picture.save(partial)
