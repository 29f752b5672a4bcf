"""Opening any recording: what it is is decided by what is in it, never by its name."""

from pathlib import Path

from fashiongan.errors import LockedError, RecordingError
from fashiongan.locking import MAGIC as LOCKED
from fashiongan.locking import Passphrase
from scanning.recording import CAMERA_FILE
from scanning.sources.k4a_recording import CALIBRATION_FILE, K4aRecording
from scanning.sources.mkv import attachment, open_matroska
from scanning.sources.mkv_recording import MkvRecording
from scanning.sources.source import Source
from scanning.sources.tum_folder import BOTH_LIST, DEPTH_LIST, TumFolder

MATROSKA, ROS1_BAG, SQLITE = b"\x1a\x45\xdf\xa3", b"#ROSBAG V2.0", b"SQLite format 3\0"
KNOWN = ".mkv of ours or of an Azure Kinect, .bag or .db3 of a RealSense, or a TUM folder"


def open_recording(path: Path, passphrase: Passphrase | None = None) -> Source:
    """The source, not yet open, of a file or folder. passphrase : of a locked file

    Raises
    ------
    RecordingError : missing, empty, or of no known kind
    LockedError : locked, and no passphrase was given
    """
    if path.is_dir():
        return _folder(path)
    start = _first_bytes(path)
    if start.startswith(LOCKED):
        return _locked(path, passphrase)
    if start.startswith(MATROSKA):
        return _matroska(path)
    if start.startswith(ROS1_BAG):
        from scanning.sources.rosbag import RosbagRecording

        return RosbagRecording(path)
    if start.startswith(SQLITE):
        from scanning.sources.realsense import RealsenseRecording

        return RealsenseRecording(path)
    raise RecordingError(f"{path} is no recording that can be read; give a {KNOWN}.")


def play_recording(path: Path) -> Source:
    """The source, not yet open, of a RealSense file that librealsense is to play instead of our own reader.

    Raises
    ------
    RecordingError : missing, empty, or no `.bag` or `.db3`
    """
    from scanning.sources.realsense import RealsenseRecording

    if not _first_bytes(path).startswith((ROS1_BAG, SQLITE)):
        raise RecordingError(f"{path} is no .bag or .db3 of a RealSense; leave out --librealsense.")
    return RealsenseRecording(path)


def _first_bytes(path: Path) -> bytes:
    if not path.is_file():
        raise RecordingError(f"{path} is missing; give a {KNOWN}.")
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise RecordingError(f"{path} cannot be read ({error.strerror}); copy it again.") from error
    if not start:
        raise RecordingError(f"{path} is empty; record again.")
    return start


def _locked(path: Path, passphrase: Passphrase | None) -> Source:
    if passphrase is None:
        raise LockedError(f"{path} is locked; give its passphrase, or unlock it with: fashiongan-scan unlock {path}")
    from scanning.sources.locked import LockedRecording

    return LockedRecording(path, passphrase, open_recording)


def _folder(path: Path) -> Source:
    if any((path / name).is_file() for name in (DEPTH_LIST, BOTH_LIST)):
        return TumFolder(path)
    raise RecordingError(f"{path} is a folder without {DEPTH_LIST}; give a {KNOWN}.")


def _matroska(path: Path) -> Source:
    with open_matroska(path) as container:
        if attachment(container, CAMERA_FILE) is not None:
            return MkvRecording(path)
        if attachment(container, CALIBRATION_FILE) is not None:
            return K4aRecording(path)
    raise RecordingError(f"{path} is a video without a depth camera's calibration; give a {KNOWN}.")
