"""Reading Matroska files that may be cut, damaged or hostile: what our recordings and those of Azure Kinect share."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.container import InputContainer
from av.packet import Packet
from av.video.stream import VideoStream
from numpy.typing import NDArray

from fashiongan.errors import RecordingError
from scanning.frame import MOST_PIXELS

# Nothing else of FFmpeg is reachable from a file that somebody sent.
LIMITS = {"codec_whitelist": "ffv1,mjpeg,rawvideo"}
BESIDE_ID_BYTES = 8


def open_matroska(path: Path) -> InputContainer:
    """Open a file whose first bytes are Matroska's.

    Raises
    ------
    RecordingError : missing, or not Matroska
    """
    try:
        # Without the probing, which decodes: the tracks say all that is needed.
        options = LIMITS | {"max_probe_packets": "0"}
        return av.open(str(path), format="matroska", container_options=options, metadata_errors="replace")
    except (av.FFmpegError, OSError, ValueError) as error:
        raise RecordingError(f"{path} cannot be opened as a recording ({_why(error)}); record again.") from error


def attachment(container: InputContainer, name: str) -> bytes | None:
    """The content of the attached file of that name, None if there is none."""
    for stream in container.streams.attachments:
        if stream.name == name:
            return bytes(stream.data or b"").rstrip(b"\0")
    return None


def titled_video(container: InputContainer, title: str, path: Path) -> VideoStream | None:
    """The video track of that title, ready to be decoded.

    Raises
    ------
    RecordingError : it says a size that no camera has
    """
    for stream in container.streams.video:
        # A track of no known codec has no context.
        if stream.metadata.get("title") == title and stream.codec_context is not None:
            width_px, height_px = stream.codec_context.width, stream.codec_context.height
            if not 0 < width_px * height_px <= MOST_PIXELS:
                raise RecordingError(f"{path} says a size of {title} that no camera has; record again.")
            stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
            return stream
    return None


def packets(container: InputContainer, streams: list[VideoStream]) -> "Iterator[Packet[VideoStream]]":
    """Every packet with content, in the file's order; what follows damage is left out without an error."""
    try:
        for packet in container.demux(streams):
            if packet.size and isinstance(packet.stream, VideoStream):
                yield cast("Packet[VideoStream]", packet)
    except (av.FFmpegError, ValueError):
        return


def decoded_depth(packet: "Packet[VideoStream]") -> NDArray[np.uint16] | None:
    """(H, W) of one packet, None if it is damaged or not 16-bit grey."""
    depth = _decoded(packet, None)
    return depth.astype(np.uint16) if depth is not None and depth.ndim == 2 and depth.dtype.itemsize == 2 else None


def decoded_rgb(packet: "Packet[VideoStream]") -> NDArray[np.uint8] | None:
    """(h, w, 3) sRGB of one packet, None if it is damaged."""
    rgb = _decoded(packet, "rgb24")
    return None if rgb is None else rgb.astype(np.uint8, copy=False)


def beside(packet: "Packet[VideoStream]") -> bytes:
    """The bytes that travel with a packet as its BlockAdditional, empty if there are none."""
    if not packet.has_sidedata("matroska_block_additional"):
        return b""
    return bytes(packet.get_sidedata("matroska_block_additional"))[BESIDE_ID_BYTES:]


def _why(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


def _decoded(packet: "Packet[VideoStream]", pixel_format: str | None) -> NDArray[np.generic] | None:
    try:
        images = packet.decode()
        if len(images) != 1 or images[0].width * images[0].height > MOST_PIXELS:
            return None
        return images[0].to_ndarray(format=pixel_format)
    except (av.FFmpegError, ValueError, IndexError):
        return None
