"""Pictures of garments that know where they came from, in memory and as PNG."""

import io
import json
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont, ImageOps, PngImagePlugin, UnidentifiedImageError

from fashiongan.attributes import GarmentAttributes
from fashiongan.errors import ImageError, RequestError
from fashiongan.files import replacing, write_atomically
from fashiongan.ideas.idea import Idea
from fashiongan.ideas.reworked import Reworked, idea_from
from fashiongan.json_files import parsed_json

TEXT_KEY = "fashiongan"
WHITE = (255, 255, 255)
CAPTION_PX = 18
MOST_PIXELS = 64_000_000
_FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "TIFF")
# Pillow refuses what is twice as large.
Image.MAX_IMAGE_PIXELS = MOST_PIXELS // 2
warnings.filterwarnings("ignore", category=Image.DecompressionBombWarning)


@dataclass(frozen=True, eq=False)
class GarmentImage:
    """One garment. rgba : (H, W, 4) sRGB, straight alpha. The idea and the checkpoint make the same picture again."""

    rgba: NDArray[np.uint8]
    idea: Idea | Reworked
    checkpoint: str
    checkpoint_sha256: str

    @property
    def asked(self) -> GarmentAttributes:
        """What the designer gave."""
        return self.idea.asked

    @property
    def attributes(self) -> GarmentAttributes:
        """What was drawn, open attributes filled in."""
        return self.idea.attributes

    def provenance(self) -> dict[str, Any]:
        """Everything but the pixels, ready for JSON."""
        return self.idea.to_dict() | {
            "checkpoint": self.checkpoint,
            "checkpoint_sha256": self.checkpoint_sha256,
        }

    @property
    def made_with(self) -> tuple[str, str]:
        """Name and SHA-256 of the weights."""
        return self.checkpoint, self.checkpoint_sha256

    @property
    def drawn_from(self) -> Idea:
        """The idea that the generator drew it from.

        Raises
        ------
        RequestError : it was made of another picture
        """
        if isinstance(self.idea, Reworked):
            raise RequestError(
                f"The picture was made by {self.idea.tool} ({self.idea.origin}), which left no idea to go on from; "
                "take the picture before it, or begin with this one as a photo."
            )
        return self.idea

    def on_ground(self, ground: tuple[int, int, int] = WHITE) -> Image.Image:
        """The garment on a plain ground, without alpha."""
        picture = Image.fromarray(self.rgba)
        plain = Image.new("RGBA", picture.size, (*ground, 255))
        return Image.alpha_composite(plain, picture).convert("RGB")

    def in_square(self, side_px: int) -> Image.Image:
        """The picture on white, as large as it fits into a square, in its middle."""
        plain = self.on_ground()
        scale = side_px / max(plain.size)
        width, height = (max(1, round(side * scale)) for side in plain.size)
        square = Image.new("RGB", (side_px, side_px), WHITE)
        fitted = plain.resize((width, height), Image.Resampling.LANCZOS)
        square.paste(fitted, ((side_px - width) // 2, (side_px - height) // 2))
        return square

    def png(self) -> bytes:
        """PNG bytes with the provenance in a text chunk."""
        text = PngImagePlugin.PngInfo()
        text.add_itxt(TEXT_KEY, json.dumps(self.provenance(), sort_keys=True))
        buffer = io.BytesIO()
        Image.fromarray(self.rgba).save(buffer, "PNG", pnginfo=text)
        return buffer.getvalue()

    def save(self, path: Path) -> None:
        """Write the PNG, whole or not at all.

        Raises
        ------
        OutputError : the place cannot be written to
        """
        write_atomically(path, self.png())


def read_garment_image(path: Path) -> GarmentImage:
    """Read back a picture of ours with its provenance.

    Raises
    ------
    ImageError : not a picture, cut short, or without our text
    """
    return _with_provenance(open_picture(path), path)


def garment_image_from(content: bytes, name: str) -> GarmentImage:
    """The same from the bytes of a file; `name` is told where they cannot be read.

    Raises
    ------
    ImageError : as in `read_garment_image`
    """
    return _with_provenance(_opened(io.BytesIO(content), name), name)


def provenance_in(content: bytes, name: str) -> dict[str, Any]:
    """What a picture of ours says of itself, from the bytes of its PNG; its pixels are not looked at.

    Raises
    ------
    ImageError : not a PNG, or without our text
    """
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            return dict(parsed_json(picture.info[TEXT_KEY]))
    except (
        KeyError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        RecursionError,
    ) as error:
        raise ImageError(f"{name} does not say how it was made ({error}); it is not a picture of ours.") from error


def _with_provenance(picture: Image.Image, name: Path | str) -> GarmentImage:
    try:
        known = parsed_json(picture.info[TEXT_KEY])
        weights = str(known["checkpoint"]), str(known["checkpoint_sha256"])
        return GarmentImage(np.array(picture), idea_from(known), *weights)
    except KeyError as error:
        raise ImageError(f"{name} does not say how it was made (no {error}); it is not a picture of ours.") from error
    except (ValueError, TypeError, RecursionError) as error:
        raise ImageError(f"{name} says wrongly how it was made ({error}); give a picture of ours.") from error


def open_picture(path: Path) -> Image.Image:
    """Read any picture whole, as RGBA; of an animated one the first frame.

    Raises
    ------
    ImageError : not a picture, cut short, of more than 64 million pixels, or of fractions
    """
    return _opened(path, path)


def _opened(source: Path | io.BytesIO, name: Path | str) -> Image.Image:
    if isinstance(source, Path) and not source.is_file():  # A pipe would keep us waiting for ever.
        raise ImageError(f"{name} cannot be read, as it is missing or no file; give a whole PNG, JPEG or WebP.")
    try:
        with Image.open(source, formats=_FORMATS) as picture:
            info = picture.info
            # Copies of large pictures are a quarter of a gigabyte each.
            ImageOps.exif_transpose(picture, in_place=True)
            if picture.mode == "F":  # Of which nobody says what white is.
                raise ValueError("its pixels are fractions")
            upright: Image.Image = picture
            if picture.mode.startswith("I"):  # 16-bit grey, which Pillow would cut off at 255.
                upright = Image.fromarray((np.asarray(picture) // 257).clip(0, 255).astype(np.uint8))
            whole = upright.convert("RGBA")
    except Image.DecompressionBombError as error:
        raise ImageError(f"{name} has more than {MOST_PIXELS:,} pixels; shrink it.") from error
    except (OSError, ValueError, TypeError, SyntaxError) as error:
        raise ImageError(
            f"{name} cannot be read as a picture ({_why(error)}); give a whole PNG, JPEG or WebP."
        ) from error
    whole.info = dict(info)
    return whole


def _why(error: Exception) -> str:
    """Without the name of the file, which is told beside it."""
    if isinstance(error, UnidentifiedImageError):
        return "it is no picture of a known kind"
    return str(getattr(error, "strerror", None) or error)


def save_picture(picture: Image.Image, path: Path) -> None:
    """Write a picture whole or not at all, in the format of its name.

    Raises
    ------
    OutputError : the place cannot be written to
    """
    with replacing(path) as partial:
        picture.save(partial)


def contact_sheet(
    images: list[GarmentImage], columns: int = 4, cell_px: int = 192, by_origin: bool = False
) -> Image.Image:
    """All garments on white; under each what was asked, or how it came about."""
    rows = -(-len(images) // columns)
    height_px = cell_px + 2 * CAPTION_PX
    sheet = Image.new("RGB", (columns * cell_px, rows * height_px), WHITE)
    draw = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(size=12)
    for index, image in enumerate(images):
        x, y = index % columns * cell_px, index // columns * height_px
        sheet.paste(image.in_square(cell_px), (x, y))
        if by_origin:
            draw.text((x + 8, y + cell_px + 2), image.idea.origin, fill="#222222", font=font)
        else:
            _caption(draw, image.asked, (x, y + cell_px), cell_px, font)
    return sheet


def _caption(
    draw: ImageDraw.ImageDraw,
    asked: GarmentAttributes,
    corner: tuple[int, int],
    width_px: int,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
) -> None:
    x, y = corner
    for color in asked.colors:
        draw.rectangle((x + 8, y + 3, x + 20, y + 15), fill=color.hex, outline="#888888")
        x += 16
    words = [word for name, word in asked.to_dict().items() if name not in ("category", "colors")]
    draw.text((x + 8, y + 2), str(asked.category or "garment"), fill="#222222", font=font)
    line = ", ".join(str(word) for word in words)
    while line and draw.textlength(line, font=font) > width_px - 14:
        line = line[: line.rfind(",")] if "," in line else line[:-1]
    draw.text((corner[0] + 8, y + 2 + CAPTION_PX), line, fill="#777777", font=font)
