"""The use cases: everything that the window, the batch program and scripts call. Start reading here.

What loads torch, Open3D or warp is imported where it is first needed: a window is shown before, and a help text told.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from fashiongan.body.fitting import FittedBody, fit_body
from fashiongan.body.measurements import BodyMeasurements, Figure
from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyMesh, BodyModel
from fashiongan.checkpoint_folder import checkpoint_folder
from fashiongan.checkpoints import find_checkpoint, refuse_other_weights
from fashiongan.errors import GarmentError
from fashiongan.garment.dimensions import take_dimensions
from fashiongan.garment.drape import Progress
from fashiongan.garment.fit import FittedGarment, fit_garment
from fashiongan.garment.sized import fit_in_size
from fashiongan.garment.style import Ease
from fashiongan.garment.texture import Texture
from fashiongan.generator.request import GenerationRequest
from fashiongan.ideas.idea import Idea
from fashiongan.ideas.reworked import Reworked, Tool
from fashiongan.ideas.tools import between, mixed, recolored, steered
from fashiongan.image import GarmentImage
from fashiongan.imagining import moulded, variation
from fashiongan.tasks import (
    Blend,
    Drawing,
    FromPhoto,
    FromSketch,
    IntoPhoto,
    Mix,
    Moulding,
    Recoloring,
    Restyling,
    Steering,
    Task,
    Upscaling,
    Variations,
)
from fashiongan.taste.for_taste import ForTaste
from fashiongan.tools.dressing_up import Redressing
from fashiongan.tools.filling import FillSilhouette
from fashiongan.tools.styles import known_styles

if TYPE_CHECKING:
    import torch

    from fashiongan.generator.generation import GarmentGenerator
    from fashiongan.generator.reader import GarmentReader
    from fashiongan.originality.check import Originality
    from fashiongan.taste.recommender import TasteModel
    from fashiongan.workshop import Workshop

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
        self._wanted_device = device

    @cached_property
    def device(self) -> str:
        """Where networks run: "cuda" or "cpu"."""
        import torch

        return self._wanted_device or ("cuda" if torch.cuda.is_available() else "cpu")

    @property
    def _torch_device(self) -> "torch.device":
        import torch

        return torch.device(self.device)

    @cached_property
    def generator(self) -> "GarmentGenerator":
        """The conditional generator; loading it checks its hash."""
        from fashiongan.generator.generation import GarmentGenerator

        return GarmentGenerator.load(self.checkpoints, self._torch_device)

    @cached_property
    def measurer(self) -> BodyMeasurer:
        """The body model with its tape."""
        return BodyMeasurer(BodyModel.load(find_checkpoint(BODY_CHECKPOINT, self.checkpoints).path))

    @cached_property
    def workshop(self) -> "Workshop":
        """Makes pictures of other pictures; each of its tools is loaded when it is first needed."""
        from fashiongan.workshop import Workshop

        return Workshop(self.checkpoints, self._torch_device, lambda: self.reader, lambda: self.generator)

    @cached_property
    def reader(self) -> "GarmentReader":
        """Reads attributes off pictures; loading it checks its hash."""
        from fashiongan.generator.reader import GarmentReader

        return GarmentReader.load(self.checkpoints, self._torch_device)

    @cached_property
    def taste(self) -> "TasteModel":
        """Learns what somebody likes, from stars; loading it checks its hash."""
        from fashiongan.taste.recommender import TasteModel

        return TasteModel.load(self.checkpoints, self._torch_device)

    @cached_property
    def originality(self) -> "Originality":
        """Tells whether a picture is new; loading it checks its hash."""
        from fashiongan.originality.check import Originality

        return Originality.load(self.checkpoints, self._torch_device)

    @property
    def styles(self) -> list[str]:
        """The styles that garments can be changed into.

        Raises
        ------
        CheckpointError : no manifest
        """
        return known_styles(self.checkpoints)

    def make(self, task: Task, progress: Progress = _ignore) -> Iterator[GarmentImage]:
        """Draw the pictures of a task one after the other.

        Raises
        ------
        RequestError : the task cannot be met, for example a direction that the weights do not have
        CheckpointError : the weights cannot be used, or others made a picture of the task
        """
        for index in range(task.count):
            progress(index / task.count, f"picture {index + 1} of {task.count}")
            yield self.picture(task, index, progress)

    def picture(self, task: Task, index: int, progress: Progress = _ignore) -> GarmentImage:
        """Number `index` of the pictures of a task.

        Raises
        ------
        RequestError, CheckpointError : as in `make`
        """
        match task:
            case FromSketch() | IntoPhoto() | FillSilhouette() | Redressing() | Restyling() | Upscaling():
                return self.workshop.make(task, index, progress)
            case Variations(liked, distance=0.0) if isinstance(liked.idea, Reworked):
                return self.workshop.made_again(liked.provenance(), self._drawn_again, progress)
            case _:
                return self.generator.draw(self._idea(task, index, progress))

    def _drawn_again(self, idea: Idea, made_with: tuple[str, str]) -> GarmentImage:
        refuse_other_weights(made_with, (self.generator.checkpoint.name, self.generator.checkpoint.sha256))
        return self.generator.draw(idea)

    def _idea(self, task: Drawing, index: int, progress: Progress) -> Idea:
        generator = self.generator
        own, cloth_from = generator.own, generator.shape.cloth_from
        match task:
            case GenerationRequest():
                return generator.imagine(task.attributes, task.seed + index, task.controls)
            case Variations():
                return variation(generator, task, index)
            case Blend():
                return between(own(task.first), own(task.second), (index + 1) / (task.count + 1))
            case Mix():
                return mixed(own(task.shape), own(task.cloth), cloth_from)
            case Steering():
                vector = generator.direction(task.direction)
                return steered(own(task.liked), vector, task.push(index), task.direction)
            case Moulding():
                return moulded(generator, task)
            case Recoloring():
                return recolored(own(task.liked), task.colors)
            case ForTaste():
                from fashiongan.taste.design import design_idea

                words, seed = task.request.attributes, task.request.seed + index
                return design_idea(generator, self.taste, self.taste.taste_of(task.liked), words, seed, progress)
            case FromPhoto():
                from fashiongan.generator.inversion import find_idea

                known = self.reader.read(task.photo.rgba, task.asked)
                idea = find_idea(generator, task.photo, known, progress)
                return replace(idea, asked=task.asked)

    def body(self, measurements: BodyMeasurements) -> FittedBody:
        """The most ordinary body with these measurements.

        Raises
        ------
        MeasurementError : no body has them together
        """
        return fit_body(measurements, self.measurer)

    def scanned_body(self, mesh: BodyMesh, figure: Figure) -> FittedBody:
        """A scanned body, to be dressed as it is: nothing was asked of it, so it misses nothing.

        mesh : in the topology of the body model

        Raises
        ------
        MeasurementError : a measurement of it that no adult has
        """
        measured = self.measurer.measure(mesh.vertices_mm, figure)
        return FittedBody(mesh, measured, dict.fromkeys(measured.given(), 0.0))

    def fit(
        self,
        image: GarmentImage,
        body: FittedBody,
        ease: Ease = Ease.REGULAR,
        progress: Progress = _ignore,
        texture: Texture = Texture.PICTURE,
        over: Sequence[FittedGarment] = (),
        size: str = "",
    ) -> FittedGarment:
        """Cut, sew, drape and texture a picture's garment on a body, over what it wears already.

        size : of EN 13402-3, as "M"; made to measure without one

        Raises
        ------
        MeasurementError : no such size, or no body that tall has its girths
        GarmentError : it is inside a photo, did not come out sound, or what is worn already is on another body
        """
        if isinstance(image.idea, Reworked) and image.idea.tool is Tool.COMPOSE:
            raise GarmentError("A garment inside a photo is not sewn; draw it alone with the same words, and fit that.")
        if size:
            return fit_in_size(image, body, size, self.measurer, ease, self.device, progress, texture, over)
        dimensions = take_dimensions(body.mesh.vertices_mm, self.measurer)
        return fit_garment(image, body, dimensions, ease, self.device, progress, texture, over)
