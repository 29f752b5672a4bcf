"""Opening any live camera by the name of its family."""

from fashiongan.errors import CameraError
from scanning.devices import DRIVERS
from scanning.sources.source import Source


def open_camera(family: str, serial: str | None = None, color: bool = False) -> Source:
    """The source, not yet open, of a live camera.

    Parameters
    ----------
    family : realsense, azure, orbbec or kinect2; serial : None takes the first that answers; color : give colour too

    Raises
    ------
    CameraError : no such family
    """
    if family == "realsense":
        from scanning.sources.realsense import RealsenseCamera

        return RealsenseCamera(serial, color)
    if family == "azure":
        from scanning.sources.k4a_camera import K4aCamera

        return K4aCamera(serial, color)
    if family == "orbbec":
        from scanning.sources.orbbec import OrbbecCamera

        return OrbbecCamera(serial, color)
    if family == "kinect2":
        from scanning.sources.freenect2 import Freenect2Camera

        return Freenect2Camera()
    known = ", ".join(driver.family for driver in DRIVERS)
    raise CameraError(f"{family!r} is no family of cameras; choose one of {known}.")
