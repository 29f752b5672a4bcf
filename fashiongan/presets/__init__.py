"""What is asked for a garment, kept under a name: the designer's own presets, and a few to begin with."""

FOLDER = "presets"
