"""The translators with their checkpoints: opened when they are first needed, and kept."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import Any

import torch

from fashiongan.checkpoints import refuse_other_weights
from fashiongan.generator.generation import GarmentGenerator
from fashiongan.generator.reader import GarmentReader
from fashiongan.ideas.idea import Idea
from fashiongan.ideas.reworked import OtherPicture, Reworked, Tool, source_of
from fashiongan.image import GarmentImage
from fashiongan.tasks import FromSketch, IntoPhoto, Restyling, Reworking, Upscaling
from fashiongan.tools.composed_garment import composed_again, composed_garment
from fashiongan.tools.composing import Composer
from fashiongan.tools.dressing_up import Redressing, redressed, redressed_again, worn_idea
from fashiongan.tools.filling import FillSilhouette, filled, idea_of, refilled
from fashiongan.tools.masking import SilhouetteFiller
from fashiongan.tools.redressing import Redresser
from fashiongan.tools.restyling import Restyler
from fashiongan.tools.reworking import composed, enlarged, page, restyled, sketched
from fashiongan.tools.sketching import SketchTranslator
from fashiongan.tools.upscaling import PictureUpscaler

Progress = Callable[[float, str], None]
# Draws an idea again with the weights of this name and hash.
DrawAgain = Callable[[Idea, tuple[str, str]], GarmentImage]


class Workshop:
    """Makes pictures of other pictures. `reader` : tells what garment came out; `generator` : fills in what is open"""

    def __init__(
        self,
        checkpoints: Path,
        device: torch.device,
        reader: Callable[[], GarmentReader],
        generator: Callable[[], GarmentGenerator],
    ) -> None:
        self._folder, self._device, self._reader, self._generator = checkpoints, device, reader, generator
        self._restylers: dict[str, Restyler] = {}

    @cached_property
    def sketcher(self) -> SketchTranslator:
        """Makes garments of sketches; loading it checks its hash."""
        return SketchTranslator.load(self._folder, self._device)

    @cached_property
    def upscaler(self) -> PictureUpscaler:
        """Enlarges pictures; loading it checks its hash."""
        return PictureUpscaler.load(self._folder, self._device)

    @cached_property
    def composer(self) -> Composer:
        """Puts garments into photos; loading it checks its hash."""
        return Composer.load(self._folder, self._device)

    @cached_property
    def filler(self) -> SilhouetteFiller:
        """Fills silhouettes with cloth; loading it checks its hash."""
        return SilhouetteFiller.load(self._folder, self._device, self._generator().checkpoint.sha256)

    @cached_property
    def redresser(self) -> Redresser:
        """Puts other clothes on people; loading it checks its hash."""
        return Redresser.load(self._folder, self._device)

    def restyler(self, style: str) -> Restyler:
        """Changes garments into a style; loading it checks its hash.

        Raises
        ------
        RequestError : no such style
        """
        if style not in self._restylers:
            self._restylers[style] = Restyler.load(self._folder, self._device, style)
        return self._restylers[style]

    def make(self, task: Reworking, index: int, progress: Progress) -> GarmentImage:
        """Number `index` of the pictures of a task.

        Raises
        ------
        RequestError, ImageError : the task cannot be met
        CheckpointError : the weights cannot be used
        """
        match task:
            case FromSketch():
                return sketched(self.sketcher, self._reader(), page(task.sketch), task.asked, task.seed + index)
            case IntoPhoto(garment=GarmentImage() as garment):
                return composed_garment(self.composer, task.place, garment, task.seed + index)
            case IntoPhoto():
                return composed(self.composer, task.place, task.asked, task.seed + index)
            case FillSilhouette():
                return filled(self.filler, self._generator(), task.silhouette, task.request, index)
            case Redressing():
                return redressed(self.redresser, self._generator(), task, index)
            case Restyling():
                return restyled(self.restyler(task.style), self._reader(), task.source)
            case Upscaling():
                return enlarged(self.upscaler, self._reader(), task.source, task.realism, progress)

    def made_again(self, known: dict[str, Any], draw_again: DrawAgain, progress: Progress) -> GarmentImage:
        """The picture that says this of itself, and before it whatever it was made of.

        Raises
        ------
        CheckpointError : other weights than its own are here
        """
        how = source_of(known)
        weights = str(known["checkpoint"]), str(known["checkpoint_sha256"])
        if not isinstance(how, Reworked):
            assert isinstance(how, Idea)
            return draw_again(how, weights)
        source = source_of(how.source)
        before = source if isinstance(source, OtherPicture) else self.made_again(how.source, draw_again, progress)
        made = self._reworked(how, before, progress)
        refuse_other_weights(weights, made.made_with)
        return made

    def _reworked(self, how: Reworked, source: GarmentImage | OtherPicture, progress: Progress) -> GarmentImage:
        match how.tool:
            case Tool.SKETCH:
                assert isinstance(source, OtherPicture)
                return sketched(self.sketcher, self._reader(), source, how.asked, int(how.setting))
            case Tool.COMPOSE:
                assert isinstance(source, OtherPicture)
                return composed_again(self.composer, source, how)
            case Tool.FILL:
                return refilled(self.filler, source, idea_of(how))
            case Tool.REDRESS:
                return redressed_again(self.redresser, source, worn_idea(how))
            case Tool.RESTYLE:
                return restyled(self.restyler(str(how.setting)), self._reader(), source)
            case Tool.UPSCALE:
                return enlarged(self.upscaler, self._reader(), source, float(how.setting), progress)
