"""Dressed bodies as GLB and OBJ, in metres as glTF wants them."""

from pathlib import Path

import numpy as np
import trimesh
from numpy.typing import NDArray
from PIL import Image
from trimesh.visual import TextureVisuals
from trimesh.visual.material import PBRMaterial, SimpleMaterial

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.files import write_atomically
from fashiongan.garment.drape import GarmentMesh
from fashiongan.garment.endings import OBJ_ENDINGS
from fashiongan.garment.fit import FittedGarment
from fashiongan.garment.picture import BODY_COLOR, vertex_normals

MM_TO_M = 1e-3
_WHITE, _BLACK = [255, 255, 255, 255], [0, 0, 0, 255]


def write_glb(path: Path, look: FittedGarment) -> None:
    """Write `glb_of` a look.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    write_atomically(path, glb_of(look))


def glb_of(look: FittedGarment) -> bytes:
    """All that is worn, each garment as rough as its fabric, and the body, all as nodes with normals.

    The garment itself is the node `garment`; what is below it is `garment_below_1` and so on, from the inside out.
    """
    skin = PBRMaterial(baseColorFactor=[*BODY_COLOR, 255], metallicFactor=0.0, roughnessFactor=0.7)
    scene = _scene(look.mesh, _rough_cloth(look), look.body.mesh, TextureVisuals(material=skin))
    for number, one in enumerate(look.under, 1):
        name = f"garment_below_{number}"
        scene.add_geometry(_in_metres(one.mesh, _rough_cloth(one)), node_name=name, geom_name=name)
    return bytes(trimesh.exchange.gltf.export_glb(scene, include_normals=True))


def _rough_cloth(look: FittedGarment) -> TextureVisuals:
    material = PBRMaterial(
        baseColorTexture=Image.fromarray(look.texture),
        metallicFactor=0.0,
        roughnessFactor=look.fabric.roughness,
        doubleSided=True,
    )
    return TextureVisuals(uv=look.uv, material=material)


def write_obj(path: Path, garment: GarmentMesh, uv: Floats, texture: NDArray[np.uint8], body: BodyMesh) -> list[Path]:
    """Write one garment and the body as OBJ, with their materials and the texture in files of their own beside it.

    Returns
    -------
    where, in the order of `OBJ_ENDINGS`

    Raises
    ------
    OutputError : a place cannot be written to
    """
    # Viewers multiply the texture by the diffuse colour; cloth and skin do not shine.
    cloth = SimpleMaterial(
        image=Image.fromarray(texture), diffuse=_WHITE, ambient=_BLACK, specular=_BLACK, name=f"{path.stem}-cloth"
    )
    skin = SimpleMaterial(diffuse=[*BODY_COLOR, 255], ambient=_BLACK, specular=_BLACK, name="skin")
    scene = _scene(garment, TextureVisuals(uv=uv, material=cloth), body, TextureVisuals(material=skin))
    places = [path.with_name(f"{path.stem}{ending}") for ending in OBJ_ENDINGS]
    text, beside = trimesh.exchange.obj.export_obj(
        scene, include_normals=True, return_texture=True, mtl_name=places[1].name, header=None
    )
    for place, content in zip(places, (text.encode(), *(beside[one.name] for one in places[1:])), strict=True):
        write_atomically(place, content)
    return places


def _scene(garment: GarmentMesh, cloth: TextureVisuals, body: BodyMesh, skin: TextureVisuals) -> trimesh.Scene:
    scene = trimesh.Scene()
    scene.add_geometry(_in_metres(garment, cloth), node_name="garment", geom_name="garment")
    wearer = trimesh.Trimesh(body.vertices_mm * MM_TO_M, body.faces, visual=skin, process=False)
    scene.add_geometry(wearer, node_name="body", geom_name="body")
    return scene


def _in_metres(garment: GarmentMesh, cloth: TextureVisuals) -> trimesh.Trimesh:
    return trimesh.Trimesh(
        garment.corners_mm * MM_TO_M,
        garment.flat.faces,
        vertex_normals=vertex_normals(garment.vertices_mm, garment.faces)[garment.welded],
        visual=cloth,
        process=False,
    )
