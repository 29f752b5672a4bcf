from pathlib import Path

import numpy as np
import pytest

from fashiongan.body.measuring import BodyMeasurer
from fashiongan.body.model import BodyMesh, BodyModel
from fashiongan.errors import CheckpointError, MeasurementError

REFERENCE = Path(__file__).parent.parent / "data" / "anny_reference.npz"


def test_the_body_is_that_of_the_anny_package(measurer: BodyMeasurer) -> None:
    """The reference holds vertices that anny 0.6.2 itself computed for three random bodies."""
    reference = np.load(REFERENCE, allow_pickle=False)
    for parameters, vertices in zip(reference["parameters"], reference["vertices_mm"], strict=True):
        ours = measurer.model.vertices_mm(parameters)[reference["ids"]]
        assert np.abs(ours - vertices).max() < 0.05


def test_a_body_stands_on_the_ground_facing_forward(measurer: BodyMeasurer) -> None:
    mesh = measurer.model.mesh(measurer.model.neutral)
    assert mesh.vertices_mm[:, 1].min() == 0
    toes = mesh.vertices_mm[measurer.model.bones_containing("toe")]
    heels = mesh.vertices_mm[measurer.model.bones_containing("foot")]
    assert toes[:, 2].mean() > heels[:, 2].mean()
    assert mesh.joints_mm["wrist.L"][0] > 0 > mesh.joints_mm["wrist.R"][0]


def test_faces_look_outwards(measurer: BodyMeasurer) -> None:
    mesh = measurer.model.mesh(measurer.model.neutral)
    a, b, c = (mesh.vertices_mm[mesh.faces[:, corner]] for corner in range(3))
    volume_mm3 = np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6
    assert 0.03e9 < volume_mm3 < 0.15e9


def test_something_else_than_the_body_is_refused(tmp_path: Path) -> None:
    (tmp_path / "body.safetensors").write_bytes(b"not a body")
    with pytest.raises(CheckpointError, match="is not the body model"):
        BodyModel.load(tmp_path / "body.safetensors")


def test_a_body_with_a_vertex_that_is_nowhere_is_refused_with_its_number(measurer: BodyMeasurer) -> None:
    whole = measurer.model.mesh(measurer.model.neutral)
    vertices = whole.vertices_mm.copy()
    vertices[7, 1] = np.nan
    with pytest.raises(MeasurementError, match=r"1 of the body's .* the first is vertex 7"):
        BodyMesh(vertices, whole.faces, whole.joints_mm)


@pytest.mark.parametrize("share", [0.001, 10.0])
def test_a_body_in_other_units_is_refused_with_its_height(measurer: BodyMeasurer, share: float) -> None:
    whole = measurer.model.mesh(measurer.model.neutral)
    with pytest.raises(MeasurementError, match=r"The body is .* mm tall, but a body is 400 to 2800 mm"):
        BodyMesh(share * whole.vertices_mm, whole.faces, whole.joints_mm)
