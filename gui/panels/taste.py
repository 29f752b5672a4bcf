"""My taste: stars on pictures, pictures in the order of it, and designs for it. The stars are kept in a file."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from fashiongan.errors import FashionGanError, RequestError
from fashiongan.generator.generation import GenerationRequest
from fashiongan.image import GarmentImage
from fashiongan.studio import Studio
from fashiongan.taste.design import ForTaste
from fashiongan.taste.profile import Code, TasteProfile, picture_sha256, read_profile
from gui.jobs import JobRunner, Ticket
from gui.panels.attributes import AttributePanel
from gui.panels.gallery import Gallery


def taste_file() -> Path:
    """Where the stars lie: the user's own folder for application data."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(folder) / "FashionGAN" / "taste.json"


class TastePanel(QWidget):
    """Star what you like; sort the gallery by it; ask for designs for it."""

    task_asked = Signal(object)
    refused = Signal(str)

    def __init__(self, gallery: Gallery, asked: AttributePanel, jobs: JobRunner, studio: Studio) -> None:
        super().__init__()
        self._gallery, self._asked, self._jobs, self._studio = gallery, asked, jobs, studio
        self._file = taste_file()
        self._profile: TasteProfile | None = None
        self._codes: dict[str, Code] = {}
        self.star, self.sort = QPushButton("Star"), QPushButton("Sort by my taste")
        self.design = QPushButton("Design for my taste")
        self.star.setToolTip("I like the selected pictures; again takes the star away (Ctrl+D)")
        self.sort.setToolTip("What I like best comes first")
        self.design.setToolTip("New garments that I may like, with what is chosen on the left")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.star, self.sort, self.design):
            row.addWidget(button)
        self._connect()
        self.show_possible()

    def _connect(self) -> None:
        self.star.clicked.connect(lambda: self._try(self._star_selected))
        self.sort.clicked.connect(lambda: self._try(self._sort))
        self.design.clicked.connect(lambda: self._try(self._design))
        self._gallery.star_pressed.connect(lambda image: self._try(lambda: self._toggle([image])))
        self._gallery.selection_changed.connect(self.show_possible)
        self._gallery.model().rowsInserted.connect(self._pictures_came)
        self._jobs.busy_changed.connect(self.show_possible)
        QShortcut(QKeySequence("Ctrl+D"), self, self.star.click, context=Qt.ShortcutContext.WindowShortcut)

    def show_possible(self) -> None:
        """Enable what can be done now."""
        self.star.setEnabled(bool(self._gallery.selected_images()))
        self.sort.setEnabled(not self._jobs.busy and self._gallery.count() > 1)
        self.design.setEnabled(not self._jobs.busy)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except FashionGanError as error:
            self.refused.emit(str(error))

    @property
    def profile(self) -> TasteProfile | None:
        """What was starred so far, or None. A file that cannot be read is put aside, and told of."""
        if self._profile is None and self._file.exists():
            try:
                self._profile = read_profile(self._file)
            except RequestError as error:
                self._put_aside(str(error))
        return self._profile

    def _put_aside(self, why: str) -> None:
        aside = self._file.with_name("taste-old.json")
        self._file.replace(aside)
        self._profile = None
        self.refused.emit(f"{why} The old stars are kept in {aside}.")

    def _star_selected(self) -> None:
        self._toggle(self._gallery.selected_images())

    def _toggle(self, images: list[GarmentImage]) -> None:
        model, profile = self._studio.taste, self.profile
        if profile and profile.made_with != model.empty().made_with:
            self._put_aside("The old stars are of other weights, so stars begin anew.")
            profile = None
        profile = profile or model.empty()
        for image in images:
            profile = profile.toggled(model.star(image))
        profile.save(self._file)
        self._profile = profile
        self._show_stars()

    def _pictures_came(self) -> None:
        self._show_stars()
        self.show_possible()

    def _show_stars(self) -> None:
        if (profile := self.profile) is not None:
            self._gallery.show_stars(lambda image: profile.has(picture_sha256(image.rgba)))

    def _starred(self) -> TasteProfile:
        if not self.profile or not self.profile.stars:
            raise RequestError("Nothing is starred, so there is no taste to follow; star a few pictures first.")
        return self.profile

    def _sort(self) -> None:
        profile, images, studio = self._starred(), self._gallery.images(), self._studio

        def work(ticket: Ticket) -> None:
            codes = []
            for number, image in enumerate(images):
                ticket.progress(number / len(images), "looking at the pictures")
                codes.append(self._code(image))
            ticket.deliver(studio.taste.taste_of(profile).rank(np.stack(codes)))

        self._jobs.start(work, self._gallery.reorder)

    def _code(self, image: GarmentImage) -> Code:
        key = picture_sha256(image.rgba)
        if key not in self._codes:
            self._codes[key] = self._studio.taste.code(image.rgba)
        return self._codes[key]

    def _design(self) -> None:
        count, seed = self._asked.count.value(), self._asked.seed.value()
        request = GenerationRequest(self._asked.attributes(), count, seed)
        self.task_asked.emit(ForTaste(self._starred(), request))
