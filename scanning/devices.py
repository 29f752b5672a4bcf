"""Which depth cameras are there, and what would be needed for those that are not."""

import importlib.util
import os
from dataclasses import dataclass

from fashiongan.errors import CameraError

# Names the Python in which pyk4a is installed, where it is not this one.
AZURE_PYTHON_VARIABLE = "FASHIONGAN_AZURE_PYTHON"


@dataclass(frozen=True, slots=True)
class Driver:
    """The Python module that speaks to a family of cameras.

    python_variable : of the environment, names another Python that has the module; empty where there is none
    """

    family: str
    cameras: str
    module: str
    install: str
    python_variable: str = ""

    @property
    def installed(self) -> bool:
        """Here, or in the Python that the user names; that one is not started to see."""
        return bool(os.environ.get(self.python_variable)) or importlib.util.find_spec(self.module) is not None

    @property
    def line(self) -> str:
        """Whether it is there, and if not, how to install it."""
        state = "installed" if self.installed else f"not installed: {self.install}"
        return f"driver for {self.cameras}: {state}"


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera that answers."""

    name: str
    serial: str
    connection: str


DRIVERS = (
    Driver("realsense", "Intel RealSense", "pyrealsense2", "pip install pyrealsense2 (Linux and Windows)"),
    Driver(
        "azure",
        "Azure Kinect",
        "pyk4a",
        "in a Python environment of its own, as it needs numpy < 2: pip install pyk4a-bundle 'numpy<2'; "
        f"then set {AZURE_PYTHON_VARIABLE} to that Python",
        AZURE_PYTHON_VARIABLE,
    ),
    Driver("orbbec", "Orbbec Femto", "pyorbbecsdk", "pip install --no-deps pyorbbecsdk2"),
    Driver("kinect2", "Kinect v2", "freenect2", "build libfreenect2 for this system, then pip install freenect2"),
)


def driver_for(family: str) -> Driver:
    """The driver of a family that is in `DRIVERS`."""
    return next(driver for driver in DRIVERS if driver.family == family)


def missing_drivers() -> list[Driver]:
    """The drivers that are not there."""
    return [driver for driver in DRIVERS if not driver.installed]


def realsense_cameras() -> list[Camera]:
    """Every RealSense camera that is plugged in.

    Raises
    ------
    CameraError : the driver is missing or cannot reach the USB bus
    """
    try:
        import pyrealsense2 as realsense
    except ImportError as error:
        raise CameraError(
            f"The RealSense driver cannot be loaded ({error}); {driver_for('realsense').install}."
        ) from error
    try:
        found = list(realsense.context().query_devices())
        return [_described(device, realsense.camera_info) for device in found]
    except RuntimeError as error:
        raise CameraError(f"The RealSense driver cannot list cameras ({error}); plug the camera in again.") from error


def _described(device: object, info: object) -> Camera:
    known = [getattr(info, name) for name in ("name", "serial_number", "usb_type_descriptor")]
    texts = [device.get_info(one) if device.supports(one) else "unknown" for one in known]  # type: ignore[attr-defined]
    return Camera(texts[0], texts[1], f"USB {texts[2]}")
