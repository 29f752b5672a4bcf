"""What the files of an exported garment are called."""

OBJ_ENDINGS = (".obj", ".mtl", "-cloth.png")
