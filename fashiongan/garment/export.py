"""Dressed bodies as GLB, in metres as glTF wants them."""

import io
from pathlib import Path

import numpy as np
import trimesh
from numpy.typing import NDArray
from PIL import Image

from fashiongan.body.model import BodyMesh, Floats
from fashiongan.files import write_atomically
from fashiongan.garment.drape import GarmentMesh
from fashiongan.garment.picture import BODY_COLOR, vertex_normals

MM_TO_M = 1e-3


def write_glb(path: Path, garment: GarmentMesh, uv: Floats, texture: NDArray[np.uint8], body: BodyMesh) -> None:
    """Write the textured garment and the body as two nodes, both with normals.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    cloth = trimesh.visual.material.PBRMaterial(
        baseColorTexture=Image.fromarray(texture), metallicFactor=0.0, roughnessFactor=0.9, doubleSided=True
    )
    skin = trimesh.visual.material.PBRMaterial(
        baseColorFactor=[*BODY_COLOR, 255], metallicFactor=0.0, roughnessFactor=0.7
    )
    scene = trimesh.Scene()
    scene.add_geometry(
        trimesh.Trimesh(
            garment.corners_mm * MM_TO_M,
            garment.flat.faces,
            vertex_normals=vertex_normals(garment.vertices_mm, garment.faces)[garment.welded],
            visual=trimesh.visual.TextureVisuals(uv=uv, material=cloth),
            process=False,
        ),
        node_name="garment",
    )
    scene.add_geometry(
        trimesh.Trimesh(
            body.vertices_mm * MM_TO_M,
            body.faces,
            visual=trimesh.visual.TextureVisuals(material=skin),
            process=False,
        ),
        node_name="body",
    )
    buffer = io.BytesIO(trimesh.exchange.gltf.export_glb(scene, include_normals=True))
    write_atomically(path, buffer.getvalue())
