"""A garment that fits: pattern, drape and texture for one picture on one body."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.body.fitting import FittedBody
from fashiongan.body.model import Floats
from fashiongan.body.sizes import wearer_of
from fashiongan.errors import GarmentError
from fashiongan.garment.atlas import Atlas, pack
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.drape import GarmentMesh, Progress, drape
from fashiongan.garment.fabrics import Fabric, fabric_of
from fashiongan.garment.fit_maps import FitMaps, map_fit
from fashiongan.garment.fit_words import ZoneFit, judge_fit
from fashiongan.garment.folding import folded
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.picture import Surface, View, render, skin_of, vertex_normals
from fashiongan.garment.printing.cutting import CutPiece, cut_pieces
from fashiongan.garment.silhouette import read_shape
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.texture import TEXTURE_PX, Texture, paint
from fashiongan.garment.wardrobe import draft
from fashiongan.image import GarmentImage


@dataclass(frozen=True, slots=True)
class StandardSize:
    """A size that is bought, and the measures of the body that it is made for."""

    name: str
    dimensions: Dimensions


@dataclass(frozen=True)
class FittedGarment:
    """A textured garment on a body.

    fabric : what it was draped of; uv : (flat vertices, 2), v up; texture : (S, S, 3) sRGB;
    dimensions : of the body; under : what the body wears below it, from the inside out; ease, size : as it was cut,
    in no size if it was made to measure; painted : what the cloth shows
    """

    image: GarmentImage
    body: FittedBody
    pattern: Pattern
    mesh: GarmentMesh
    fabric: Fabric
    uv: Floats
    texture: NDArray[np.uint8]
    dimensions: Dimensions
    under: tuple["FittedGarment", ...] = ()
    ease: Ease = Ease.REGULAR
    size: str = ""
    painted: Texture = Texture.PICTURE

    @property
    def made_for(self) -> str:
        """The size or the person that it is cut for, as it stands on its papers."""
        return f"size {self.size}" if self.size else wearer_of(self.body.measurements)

    @cached_property
    def pieces(self) -> tuple[CutPiece, ...]:
        """The pieces of its pattern, as they are printed."""
        return cut_pieces(self.pattern, self.made_for)

    @property
    def worn(self) -> tuple["FittedGarment", ...]:
        """All that the body wears, from the inside out."""
        return (*self.under, self)

    @cached_property
    def maps(self) -> FitMaps:
        """Ease and stretch at every vertex of the mesh."""
        return map_fit(self.mesh, self.body.mesh)

    @cached_property
    def zones(self) -> list[ZoneFit]:
        """How it fits, zone by zone."""
        return judge_fit(self.pattern, self.mesh, self.maps, self.dimensions)

    def surfaces(self) -> list[Surface]:
        """The body and all that it wears, ready to draw; the garment comes last."""
        return [skin_of(self.body.mesh), *(one.surface() for one in self.worn)]

    def surface(self) -> Surface:
        """The garment alone, ready to draw."""
        cloth = self.mesh
        normals = vertex_normals(cloth.vertices_mm, cloth.faces)[cloth.welded]
        return Surface(cloth.corners_mm, cloth.flat.faces, normals, uv=self.uv, texture=self.texture)

    def picture(self, height_px: int = 720, turns_deg: tuple[float, ...] = (0.0, 40.0, 180.0)) -> Image.Image:
        """The dressed body from several sides in one strip."""
        width_px = height_px * 2 // 3
        low = np.array([0.0, min(one.mesh.vertices_mm[:, 1].min() for one in self.worn) - 160, 0.0])
        high = np.array([0.0, self.body.mesh.height_mm + 40, 0.0])
        strip = Image.new("RGB", (width_px * len(turns_deg), height_px))
        for index, turn in enumerate(turns_deg):
            strip.paste(render(self.surfaces(), View(turn, low, high), width_px, height_px), (index * width_px, 0))
        return strip


def fit_garment(
    image: GarmentImage,
    body: FittedBody,
    dimensions: Dimensions,
    ease: Ease = Ease.REGULAR,
    device: str = "cpu",
    progress: Progress = lambda share, what: None,
    texture: Texture = Texture.PICTURE,
    over: Sequence[FittedGarment] = (),
    in_size: StandardSize | None = None,
) -> FittedGarment:
    """Cut, sew, drape and texture the garment of a picture on a body, whose dimensions were taken on its mesh. Its
    proportions are the picture's, as far as that shows them.

    over : what the body wears already, from the inside out; it stays as it is; in_size : cut for that size's body
    instead of this one, on which it may be too small or too large

    Raises
    ------
    GarmentError : a picture without a garment, what is worn already is on another body, or the garment does not come
    out sound
    """
    _refuse_another_body(body, over)
    progress(0.0, "cutting")
    pattern = draft(in_size.dimensions if in_size else dimensions, Style(image.attributes, ease, read_shape(image)))
    flat, fabric = mesh_pattern(pattern), fabric_of(image.attributes.fabric, image.attributes.category)
    mesh = drape(pattern, flat, body.mesh, fabric, device, progress, [_solid(one) for one in over])
    atlas: Atlas = pack(pattern, TEXTURE_PX)
    progress(0.97, "texturing")
    painted = paint(pattern, atlas, image, texture)
    uv, size = atlas.uv(flat), in_size.name if in_size else ""
    return FittedGarment(image, body, pattern, mesh, fabric, uv, painted, dimensions, tuple(over), ease, size, texture)


def _refuse_another_body(body: FittedBody, over: Sequence[FittedGarment]) -> None:
    if any(not np.array_equal(one.body.mesh.vertices_mm, body.mesh.vertices_mm) for one in over):
        raise GarmentError("What is worn already is on another body; fit it on this one first, or take it off.")


def _solid(worn: FittedGarment) -> GarmentMesh:
    """What the next garment is put over: not on collars that are folded down, which come to lie on it."""
    laid = folded(worn.pattern, worn.mesh.flat)[worn.mesh.flat.faces].any(1)
    return replace(worn.mesh, faces=worn.mesh.faces[~laid])
