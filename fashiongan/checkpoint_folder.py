"""Where weights, the body model and the examples lie."""

import os
from pathlib import Path

FOLDER_VARIABLE = "FASHIONGAN_CHECKPOINTS"
PACKAGE = Path(__file__).resolve().parent
# Inside of the package, in an installed wheel: see setup.py.
SHIPPED = "shipped"


def checkpoint_folder() -> Path:
    """Where weights lie: $FASHIONGAN_CHECKPOINTS, else what came along, else `checkpoints` in the current folder."""
    given, shipped = os.environ.get(FOLDER_VARIABLE), shipped_folder("checkpoints")
    return Path(given) if given else shipped if shipped.is_dir() else Path("checkpoints")


def shipped_folder(name: str, package: Path = PACKAGE) -> Path:
    """A folder that comes along: inside of the package where it was installed, beside it in the repository."""
    inside = package / SHIPPED / name
    return inside if inside.is_dir() else package.parent / name
