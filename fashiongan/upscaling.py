"""Small pictures to large ones, four times as wide: the upscaler with its checkpoint."""

CHECKPOINT_NAME = "upscaler"
# The two ends of the slider are kept in one file.
FIDELITY, REALISM = "fidelity.", "realism."
