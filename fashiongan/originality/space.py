"""The space in which the originality check sees pictures, named without loading it."""

from pathlib import Path

from fashiongan.checkpoints import listed_checkpoint

CHECKPOINT_NAME = "originality"


def space_of(folder: Path) -> str:
    """The name of the space that the weights of a checkpoints folder make: vectors of others cannot be compared.

    Raises
    ------
    CheckpointError : the manifest does not list them
    """
    return listed_checkpoint(CHECKPOINT_NAME, folder).sha256
