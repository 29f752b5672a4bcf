"""Where weights and the body model lie."""

import os
from pathlib import Path

FOLDER_VARIABLE = "FASHIONGAN_CHECKPOINTS"


def checkpoint_folder() -> Path:
    """Where weights lie: $FASHIONGAN_CHECKPOINTS, else `checkpoints` beside the package, else in the current folder."""
    given = os.environ.get(FOLDER_VARIABLE)
    beside = Path(__file__).resolve().parent.parent / "checkpoints"
    return Path(given) if given else beside if beside.is_dir() else Path("checkpoints")
