"""Where the programs keep what is the user's own, without asking Qt."""

import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

NAME = "FashionGAN"


@dataclass(frozen=True, slots=True)
class OwnFolders:
    """data : the library, the logs, the taste; settings : the window's, a file that Qt writes, or None where they are
    in the registry; temporary : in which we leave what goes with the program"""

    data: Path
    settings: Path | None
    temporary: tuple[Path, ...]

    @property
    def library(self) -> Path:
        """What the window keeps."""
        return self.data / "library"


def own_folders() -> OwnFolders:
    """The folders of whoever runs this."""
    home, temporary = Path.home(), [Path(tempfile.gettempdir())]
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        temporary.append(Path(runtime))
    data, settings = _of_system(home)
    return OwnFolders(data / NAME, settings, tuple(temporary))


def _of_system(home: Path) -> tuple[Path, Path | None]:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local")), None
    if sys.platform == "darwin":
        library = home / "Library"
        return library / "Application Support", library / "Preferences" / f"com.{NAME.lower()}.{NAME}.plist"
    data = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return data, Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / NAME / f"{NAME}.conf"
