"""A picture of a dressed body with its regions, and the parts of the body below, seen by the same rays."""

from dataclasses import dataclass, replace

import numpy as np
import open3d as o3d
from numpy.typing import NDArray

from fashiongan.attributes import BOTTOMS
from fashiongan.body.model import BodyMesh, BodyModel, Floats
from fashiongan.body.posing import NAMES, Skeleton
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import Rgb, Surface, View, cast, render, vertex_normals
from fashiongan.people.poses import Posed
from fashiongan.people.regions import HEIGHT_PX, WIDTH_PX, BodyPart, PersonPicture, Region

# Skin this near below cloth is left out: in another pose than it was draped in, it would come through.
COVERED_MM = 90.0
_ARMS, _LEGS, _HEADS = ("clavicle", "upper arm", "forearm", "hand"), ("thigh", "shin", "foot"), ("head",)
_REGIONS = {BodyPart.HEAD: Region.HEAD, BodyPart.TRUNK: Region.ARMS, BodyPart.ARMS: Region.ARMS}


@dataclass(frozen=True, slots=True)
class Look:
    """How somebody is shown: colours, the turn about the vertical axis, how much of the frame they fill, and where."""

    skin: Rgb
    hair: Rgb
    ground: Rgb
    turn_deg: float
    fills: float
    shift: tuple[float, float]


def draw_look(random: np.random.Generator) -> Look:
    """Skin and hair of all people, from nearly the front, on any plain ground."""
    light, dark = np.array([246, 216, 196]), np.array([82, 52, 38])
    skin = light + random.random() ** 1.3 * (dark - light) + random.normal(0, 4, 3)
    hair = np.array([30, 22, 18]) + random.random() ** 2 * np.array([180, 140, 80])
    ground = random.uniform(60, 255) + random.normal(0, 8, 3)
    colors = (tuple(int(value) for value in np.clip(one, 0, 255)) for one in (skin, hair, ground))
    shift = tuple(random.uniform(-0.02, 0.02, 2).tolist())
    return Look(*colors, random.uniform(-30, 30), random.uniform(0.86, 0.95), shift)  # type: ignore[call-arg, arg-type]


class PersonPainter:
    """Draws people of one body model."""

    def __init__(self, model: BodyModel) -> None:
        self._model = model
        part_of_vertex = Skeleton(model).weights.argmax(1)
        names = np.array(NAMES)[part_of_vertex]
        self._parts = np.full(len(names), BodyPart.TRUNK)
        for part, words in ((BodyPart.ARMS, _ARMS), (BodyPart.LEGS, _LEGS), (BodyPart.HEAD, _HEADS)):
            self._parts[[name.startswith(words) for name in names]] = part

    def paint(self, worn: tuple[FittedGarment, ...], turns: Floats, look: Look) -> PersonPicture:
        """worn : on one body, from the inside out; turns : (parts, 3) its pose"""
        body = worn[0].body.mesh
        posed = Posed.of(self._model, body, turns)
        skin = posed(body.vertices_mm)
        clothes = [_moved(one, posed) for one in worn]
        seen = [*self._skins(body, skin, look, _bare(body, worn)), *_clothed(worn, clothes)]
        view = _view(skin, look)
        rgb = np.asarray(render([surface for _, surface in seen], view, WIDTH_PX, HEIGHT_PX, look.ground))
        regions = _ids(seen, view)
        whole = [(part, _part(skin, body.faces[self._of(body) == part])) for part in BodyPart if part]
        return PersonPicture(rgb, regions, _ids(whole, view))

    def _of(self, body: BodyMesh) -> NDArray[np.int64]:
        """(F,) the part of every face: that of most of its corners."""
        return np.asarray(np.median(self._parts[body.faces], axis=1).astype(np.int64))

    def _skins(self, body: BodyMesh, skin: Floats, look: Look, bare: NDArray[np.bool_]) -> list[tuple[Region, Surface]]:
        parts, hairy = self._of(body), _hairy(body, self._parts)
        normals = vertex_normals(skin, body.faces.astype(np.int64))
        made = []
        for region, mask, color in (
            (Region.HAIR, hairy, look.hair),
            (Region.HEAD, (parts == BodyPart.HEAD) & ~hairy, look.skin),
            (Region.ARMS, (parts == BodyPart.ARMS) | (parts == BodyPart.TRUNK), look.skin),
            (Region.LEGS, parts == BodyPart.LEGS, look.skin),
        ):
            faces = body.faces[mask & bare].astype(np.int64)
            made.append((region, Surface(skin, faces, normals, color)))
        return [(region, surface) for region, surface in made if len(surface.faces)]


def _hairy(body: BodyMesh, parts: NDArray[np.int64]) -> NDArray[np.bool_]:
    """(F,) the scalp: of the head, what is above the brow or behind the ears."""
    head = body.vertices_mm[parts == BodyPart.HEAD]
    low, high = head.min(0), head.max(0)
    places = (body.vertices_mm - low) / (high - low)
    scalp = (parts == BodyPart.HEAD) & (places[:, 1] - 0.9 * places[:, 2] > 0.02) & (places[:, 1] > 0.3)
    return np.asarray(scalp[body.faces].all(1))


def _bare(body: BodyMesh, worn: tuple[FittedGarment, ...]) -> NDArray[np.bool_]:
    """(F,) where skin is not closely covered."""
    scene = o3d.t.geometry.RaycastingScene()
    for one in worn:
        cloth = o3d.core.Tensor(np.ascontiguousarray(one.mesh.vertices_mm, np.float32))
        scene.add_triangles(cloth, o3d.core.Tensor(one.mesh.faces.astype(np.uint32)))
    normals = vertex_normals(body.vertices_mm, body.faces.astype(np.int64))
    rays = np.concatenate([body.vertices_mm - normals, normals], axis=1).astype(np.float32)
    far = scene.cast_rays(o3d.core.Tensor(rays))["t_hit"].numpy()
    return np.asarray((far > COVERED_MM)[body.faces].any(1))


def _moved(one: FittedGarment, posed: Posed) -> Surface:
    vertices = posed(one.mesh.vertices_mm)
    still = one.surface()
    normals = vertex_normals(vertices, one.mesh.faces)[one.mesh.welded]
    return replace(still, vertices_mm=vertices[one.mesh.welded], normals=normals)


def _clothed(worn: tuple[FittedGarment, ...], clothes: list[Surface]) -> list[tuple[Region, Surface]]:
    return [
        (Region.BOTTOM if one.image.attributes.category in BOTTOMS else Region.TOP, cloth)
        for one, cloth in zip(worn, clothes, strict=True)
    ]


def _part(skin: Floats, faces: NDArray[np.int32]) -> Surface:
    return Surface(skin, faces.astype(np.int64), np.zeros_like(skin))


def _view(skin: Floats, look: Look) -> View:
    low, high = skin.min(0), skin.max(0)
    tall = (high[1] - low[1]) / look.fills
    middle = (low + high) / 2 + np.array([look.shift[0], look.shift[1], 0]) * tall
    half = np.array([0.0, tall / 2, 0.0])
    return View(look.turn_deg, middle - half, middle + half)


def _ids(parts: list[tuple[Region, Surface]] | list[tuple[BodyPart, Surface]], view: View) -> NDArray[np.uint8]:
    hits = cast([surface for _, surface in parts], view, WIDTH_PX, HEIGHT_PX)
    return np.array([*(int(name) for name, _ in parts), 0], np.uint8)[hits.surface]
