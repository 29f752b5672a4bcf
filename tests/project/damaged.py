"""Projects as no program of ours writes them."""

from pathlib import Path

from fashiongan.project.archive import Archive, read_archive, write_archive


def put_in_place_of_the_last_picture(png: bytes, path: Path) -> None:
    """Put something else into a project in place of its last picture, with a manifest that agrees."""
    archive = read_archive(path)
    last = max(name for name in archive.members if name.startswith("pictures/"))
    write_archive(path, Archive(archive.schema, {**archive.members, last: png}))
