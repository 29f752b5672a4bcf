"""A library of thousands of pictures, made fast.

Fifty different pictures are drawn by the real generator and kept by the library itself. All others are rows of the
library's own table that are copies of theirs, each with a thumbnail of its own; their files are links to the fifty.
"""

import os
import sqlite3
from pathlib import Path

from fashiongan.attributes import GarmentAttributes
from fashiongan.generator.request import GenerationRequest
from fashiongan.library.library import Library
from fashiongan.library.names import PICTURES, TABLE
from fashiongan.studio import Studio

DIFFERENT = 50


def fill(folder: Path, count: int, studio: Studio) -> None:
    """Make a library of `count` pictures in a folder."""
    different = min(DIFFERENT, count)
    with Library(folder) as library:
        numbers = [
            library.add(image).number for image in studio.make(GenerationRequest(GarmentAttributes(), different))
        ]
    table = sqlite3.connect(folder / TABLE)
    rows = table.execute("SELECT * FROM pictures ORDER BY number").fetchall()
    thumbnails = dict(table.execute("SELECT number, jpeg FROM thumbnails").fetchall())
    with table:
        for number in range(different + 1, count + 1):
            source = (number - 1) % different
            file = f"{number:06d}.png"
            os.link(folder / PICTURES / rows[source][2], folder / PICTURES / file)
            row = (number, rows[source][1], file, *rows[source][3:])
            table.execute(f"INSERT INTO pictures VALUES ({', '.join('?' * len(row))})", row)
            table.execute("INSERT INTO thumbnails VALUES (?, ?)", (number, thumbnails[numbers[source]]))
    table.close()
