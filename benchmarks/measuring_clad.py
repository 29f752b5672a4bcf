"""Bodies of Anny as clad-body takes them: made from parameters, in the pose of our own body model.

clad-body 0.6.1 asks Anny for a pose by a name that anny 0.5 and later no longer know where bodies are posed; they map
it to "local-bone" where models are made. `PeerModel` does the same, nothing else of either package is changed. That it
measures as its authors mean it to is told by the values that it ships for its bodies.

Source: datar-psa/clad-body (Apache-2.0), `load_anny_from_verts` and `measure`; naver/anny (Apache-2.0).
"""

import json
import warnings
from pathlib import Path
from typing import Any

import anny
import clad_body
import numpy as np
import torch
from clad_body.load.anny import AnnyBody, build_anny_apose, load_anny_from_verts
from clad_body.measure import measure

from fashiongan.body.model import ORDINARY, PHENOTYPES, BodyModel, Floats

SHIPPED = Path(clad_body.__file__).parent / "measure" / "testdata" / "anny"
MM_PER_M = 1000.0
OLD_POSE, NEW_POSE = "root_relative_world", "local-bone"
# A young adult of no one origin, as all bodies of our model.
ORIGIN = {"age": 2 / 3, "african": 1.0, "asian": 1.0, "caucasian": 1.0}
Parameters = dict[str, Any]


class PeerModel:
    """One Anny model for all bodies, with the local changes that any of them has."""

    def __init__(self, people: list[Parameters]) -> None:
        changes = sorted({name for one in people for name in one["_local_changes"]})
        with warnings.catch_warnings():
            # clad-body builds on this function, too.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._model = anny.create_fullbody_model(
                all_phenotypes=True, triangulate_faces=True, local_changes=changes
            ).to(dtype=torch.float32)
        self._pose = build_anny_apose(self._model, torch.device("cpu"), arm_angle_deg=0.0)
        forward = self._model.forward

        def renamed(*arguments: Any, pose_parameterization: str, **others: Any) -> Any:
            name = NEW_POSE if pose_parameterization == OLD_POSE else pose_parameterization
            return forward(*arguments, pose_parameterization=name, **others)

        self._model.forward = renamed

    def body(self, person: Parameters) -> AnnyBody:
        """One body, arms as in our model. Its joints stay with the model, so measure it before the next is made."""
        shape = {name: torch.tensor([person[name]]) for name in self._model.phenotype_labels if name in person}
        changes = {name: torch.tensor([value]) for name, value in person["_local_changes"].items()}
        with torch.no_grad():
            made = self._model(
                pose_parameters=self._pose,
                phenotype_kwargs=shape,
                local_changes_kwargs=changes,
                pose_parameterization=OLD_POSE,
                return_bone_ends=True,
            )
        return load_anny_from_verts(
            made["vertices"],
            self._model,
            phenotype_kwargs=shape,
            local_changes_kwargs=changes,
            bone_heads=made["bone_heads"],
            bone_tails=made["bone_tails"],
        )


def shipped_people() -> dict[str, tuple[Parameters, dict[str, float]]]:
    """The parameters that clad-body ships by name, and the centimetres that it expects of them."""
    return {
        folder.name: (_read(folder / "anny_params.json"), _read(folder / "expected_measurements.json"))
        for folder in sorted(SHIPPED.iterdir())
    }


def person_of(parameters: Floats, model: BodyModel) -> Parameters:
    """(P,) parameters of our body model by Anny's names."""
    values = parameters.tolist()
    changes = dict(zip(model.changes, values[len(PHENOTYPES) :], strict=True))
    shape = dict(zip(PHENOTYPES, values[: len(PHENOTYPES)], strict=True))
    return ORIGIN | dict(ORDINARY) | shape | {"_local_changes": changes}


def vertices_mm(body: AnnyBody) -> Floats:
    """(V, 3) millimetres, Y-up, facing +Z; clad-body has metres, Z-up, facing -Y."""
    x, y, z = MM_PER_M * body.vertices.astype(np.float64).T
    return np.stack([x, z, -y], axis=1)


def measure_cm(body: AnnyBody, only: list[str] | None = None) -> dict[str, Any]:
    """What clad-body measures, all or only some; keys with "_" in front are its notes, such as levels in metres."""
    measured: dict[str, Any] = measure(body, only=only, device="cpu")
    return measured


def _read(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))
