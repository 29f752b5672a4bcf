"""A garment that fits: pattern, drape and texture for one picture on one body."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from fashiongan.body.fitting import FittedBody
from fashiongan.body.model import Floats
from fashiongan.garment.atlas import Atlas, pack
from fashiongan.garment.dimensions import Dimensions
from fashiongan.garment.drape import GarmentMesh, Progress, drape
from fashiongan.garment.fabrics import Fabric, fabric_of
from fashiongan.garment.meshing import mesh_pattern
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.picture import Surface, View, render, skin_of, vertex_normals
from fashiongan.garment.silhouette import read_shape
from fashiongan.garment.style import Ease, Style
from fashiongan.garment.texture import TEXTURE_PX, Texture, paint
from fashiongan.garment.wardrobe import draft
from fashiongan.image import GarmentImage


@dataclass(frozen=True)
class FittedGarment:
    """A textured garment on a body.

    fabric : what it was draped of; uv : (flat vertices, 2), v up; texture : (S, S, 3) sRGB
    """

    image: GarmentImage
    body: FittedBody
    pattern: Pattern
    mesh: GarmentMesh
    fabric: Fabric
    uv: Floats
    texture: NDArray[np.uint8]

    def surfaces(self) -> list[Surface]:
        """The body and the garment, ready to draw."""
        cloth = self.mesh
        normals = vertex_normals(cloth.vertices_mm, cloth.faces)[cloth.welded]
        return [
            skin_of(self.body.mesh),
            Surface(cloth.corners_mm, cloth.flat.faces, normals, uv=self.uv, texture=self.texture),
        ]

    def picture(self, height_px: int = 720, turns_deg: tuple[float, ...] = (0.0, 40.0, 180.0)) -> Image.Image:
        """The dressed body from several sides in one strip."""
        width_px = height_px * 2 // 3
        low = np.array([0.0, self.mesh.vertices_mm[:, 1].min() - 160, 0.0])
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
) -> FittedGarment:
    """Cut, sew, drape and texture the garment of a picture on a body, whose dimensions were taken on its mesh. Its
    proportions are the picture's, as far as that shows them.

    Raises
    ------
    GarmentError : a category that cannot be cut yet, a picture without a garment, or one that does not come out sound
    """
    progress(0.0, "cutting")
    pattern = draft(dimensions, Style(image.attributes, ease, read_shape(image)))
    flat, fabric = mesh_pattern(pattern), fabric_of(image.attributes.fabric, image.attributes.category)
    mesh = drape(pattern, flat, body.mesh, fabric, device, progress)
    atlas: Atlas = pack(pattern, TEXTURE_PX)
    progress(0.97, "texturing")
    return FittedGarment(image, body, pattern, mesh, fabric, atlas.uv(flat), paint(pattern, atlas, image, texture))
