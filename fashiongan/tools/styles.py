"""The styles that garments can be changed into, known without loading one."""

from pathlib import Path

from fashiongan.checkpoints import checkpoint_names

PREFIX = "restyle-"


def known_styles(folder: Path) -> list[str]:
    """The words that a checkpoints folder has translators for.

    Raises
    ------
    CheckpointError : no manifest
    """
    return [name.removeprefix(PREFIX) for name in checkpoint_names(folder) if name.startswith(PREFIX)]
