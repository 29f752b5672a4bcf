"""The scanned body that a project keeps, back in the topology of the body model."""

from fashiongan.body.model import BodyMesh, BodyModel, Floats
from fashiongan.errors import ProjectError
from fashiongan.project.project import Arrays

BODY, JOINT = "body_mm", "joint:"


def scanned_mesh(arrays: Arrays, model: BodyModel) -> BodyMesh:
    """The body, standing, as it was measured.

    Raises
    ------
    ProjectError : of another body model, or something that is no place in space
    """
    if BODY not in arrays or arrays[BODY].shape != model.template_mm.shape:
        raise ProjectError("The scanned body in the project is of another body model; measure its recording again.")
    for name, array in arrays.items():
        if array.shape != (3,) if name.startswith(JOINT) else array.ndim != 2 or array.shape[1] != 3:
            raise ProjectError(f"{name} in the project is no place in space; open another copy of it.")
    return BodyMesh(arrays[BODY], model.faces, arrays_named(arrays, JOINT))


def arrays_named(arrays: Arrays, prefix: str) -> dict[str, Floats]:
    """Those that begin so, without it."""
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
