"""Drawings as PNG files, which hold their strokes too; and drawings of others, of which the lines become strokes."""

import io
from pathlib import Path

from PIL import Image, PngImagePlugin
from PySide6.QtGui import QImage

from fashiongan.errors import ImageError
from fashiongan.files import write_atomically
from fashiongan.image import open_picture
from fashiongan.tools.sketch_picture import read_sketch
from gui.sketch.drawing import Drawing
from gui.sketch.painting import rendered
from gui.sketch.sheet_text import from_text, to_text
from gui.sketch.vectors import strokes_of_lines

TEXT_KEY = "fashiongan-drawing"


def save_drawing(path: Path, drawing: Drawing) -> None:
    """Write a drawing on white paper, with its strokes in a text chunk.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    picture = rendered(drawing).picture().convertToFormat(QImage.Format.Format_RGB888)
    size, stride = (picture.width(), picture.height()), picture.bytesPerLine()
    text = PngImagePlugin.PngInfo()
    text.add_itxt(TEXT_KEY, to_text(drawing, None))
    buffer = io.BytesIO()
    page = Image.frombytes("RGB", size, bytes(picture.constBits()), "raw", "RGB", stride)
    page.save(buffer, "PNG", pnginfo=text)
    write_atomically(path, buffer.getvalue())


def open_drawing(path: Path) -> Drawing:
    """Read a drawing back; of a line drawing by anybody else, its lines as strokes of the pen.

    Raises
    ------
    ImageError : not a picture, or there are no lines of a drawing in it
    """
    text = open_picture(path).info.get(TEXT_KEY)
    drawing = from_text(text)[0] if text else strokes_of_lines(read_sketch(path).lines)
    if not drawing:
        raise ImageError(f"{path.name} holds an empty page; open another drawing.")
    return drawing
