"""What every source says of its camera once it is open."""

import numpy as np

from scanning.frame import DepthCamera, Floats, Intrinsics


class Described:
    """The camera's description, to be set by `open`."""

    _camera: DepthCamera | None = None

    @property
    def camera(self) -> DepthCamera:
        """What is known of the camera; only while open."""
        assert self._camera is not None, "open it first"
        return self._camera

    @property
    def intrinsics(self) -> Intrinsics:
        """Of the depth images."""
        return self.camera.depth

    @property
    def extrinsics(self) -> Floats:
        """(4, 4) from the depth camera's frame to the colour camera's, millimetres; unknown is taken as no move."""
        known = self.camera.depth_to_color
        return np.eye(4) if known is None else np.array(known, dtype=np.float64)
