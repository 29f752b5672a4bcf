"""What things are called in a library's folder and in its table."""

TABLE, PICTURES = "library.sqlite", "pictures"
TAG_SEPARATOR = "\n"
