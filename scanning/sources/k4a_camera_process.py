"""Runs in a process of its own, perhaps in another Python environment: what the Azure Kinect sees, on standard output.

Its driver needs numpy below 2. So this file imports the standard library and pyk4a alone, not our packages.

Every message is 4 letters, the length of what follows as a little-endian uint32, and that: CALI first (JSON), then for
every moment COLR (BGRA, if it was asked for) and DEPT (time in microseconds and sequence as int64, then the pixels);
FAIL (text) is the last one.
"""

import json
import os
import struct
import sys
from threading import Thread
from typing import Any, BinaryIO

HEADER = struct.Struct("<4sI")
MOMENT = struct.Struct("<qq")
CALIBRATION, COLOR, DEPTH, FAILURE = b"CALI", b"COLR", b"DEPT", b"FAIL"
WAIT_MS = 5000


def send(out: BinaryIO, kind: bytes, *parts: bytes) -> None:
    """Write one message."""
    out.write(HEADER.pack(kind, sum(len(part) for part in parts)) + b"".join(parts))
    out.flush()


def end_with_reader() -> None:
    """End this process, whatever hangs in it, when the other end of standard input is closed or its process dies."""

    def wait() -> None:
        while os.read(0, 1):
            pass
        os._exit(0)

    Thread(target=wait, daemon=True).start()


def found(pyk4a: Any, serial: str, color: bool) -> Any:
    """The camera of that serial number, the first one if it is empty, started."""
    config = pyk4a.Config(
        color_resolution=pyk4a.ColorResolution.RES_720P if color else pyk4a.ColorResolution.OFF,
        depth_mode=pyk4a.DepthMode.NFOV_UNBINNED,
        camera_fps=pyk4a.FPS.FPS_30,
        synchronized_images_only=color,
    )
    for device_id in range(pyk4a.connected_device_count()):
        camera = pyk4a.PyK4A(config, device_id=device_id)
        camera.open()
        if serial in ("", camera.serial):
            camera.start()
            return camera
        camera.close()
    raise LookupError(f"No Azure Kinect {serial or 'at all'} answers; plug it into a USB 3 port and its own power.")


def stream(out: BinaryIO, camera: Any, color: bool) -> None:
    """Send the calibration, then every moment, until the reader goes away."""
    said = {"serial": camera.serial, "calibration": camera.calibration_raw}
    send(out, CALIBRATION, json.dumps(said).encode())
    sequence = 0
    while True:
        capture = camera.get_capture(timeout=WAIT_MS)
        if capture.depth is not None:
            if color and capture.color is not None:
                send(out, COLOR, capture.color.tobytes())
            send(out, DEPTH, MOMENT.pack(capture.depth_timestamp_usec, sequence), capture.depth.tobytes())
            sequence += 1


def main(serial: str, color: bool) -> None:
    """Stream until the reader goes away; every failure of the driver is told to the reader."""
    end_with_reader()
    # The driver prints; that must not come between the messages.
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        import pyk4a

        stream(out, found(pyk4a, serial, color), color)
    except BrokenPipeError:
        return
    except ImportError as error:
        send(out, FAILURE, f"The Azure Kinect driver cannot be loaded ({error})".encode())
    except Exception as error:  # noqa: BLE001 - whatever the driver raises must reach the other process
        send(out, FAILURE, (str(error) or type(error).__name__).encode())


if __name__ == "__main__":
    # The folder of this file must not hide packages of the same names as our modules.
    sys.path.pop(0)
    main(sys.argv[1], sys.argv[2] == "color")
