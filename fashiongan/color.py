"""Colours: sRGB 0-255 outside, CIELAB (D65, 2 degree observer) where closeness matters."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import ImageColor

from fashiongan.errors import VocabularyError

# IEC 61966-2-1:1999, linear sRGB to CIE XYZ, rows scaled to the D65 white point.
_LINEAR_RGB_TO_XYZ = np.array(
    [
        [0.4124564 / 0.95047, 0.3575761 / 0.95047, 0.1804375 / 0.95047],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339 / 1.08883, 0.1191920 / 1.08883, 0.9503041 / 1.08883],
    ]
)
_XYZ_TO_LINEAR_RGB = np.linalg.inv(_LINEAR_RGB_TO_XYZ)
_LAB_EPSILON = (6 / 29) ** 3


@dataclass(frozen=True, slots=True)
class Color:
    """One sRGB colour, 0-255 a channel."""

    red: int
    green: int
    blue: int

    def __post_init__(self) -> None:
        for name in ("red", "green", "blue"):
            if not 0 <= getattr(self, name) <= 255:
                raise VocabularyError(f"{name} is {getattr(self, name)}, but an sRGB channel is 0 to 255.")

    @classmethod
    def parse(cls, text: str) -> "Color":
        """Read a CSS name ("navy"), "#1f3a5f" or "rgb(31, 58, 95)".

        Raises
        ------
        VocabularyError : the text names no colour
        """
        try:
            red, green, blue, *_ = ImageColor.getrgb(text.strip())
        except ValueError as error:
            raise VocabularyError(
                f'"{text}" is not a colour. Use a CSS name such as "navy", or hex such as "#1f3a5f".'
            ) from error
        return cls(red, green, blue)

    @classmethod
    def from_lab(cls, lab: NDArray[np.float64]) -> "Color":
        """The nearest displayable colour to one CIELAB triple."""
        red, green, blue = rgb_from_lab(lab[None])[0]
        return cls(int(red), int(green), int(blue))

    @property
    def hex(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    @property
    def lab(self) -> NDArray[np.float64]:
        """(3,) CIELAB: L 0-100, a and b about -110 to 110."""
        return np.asarray(lab_from_rgb(np.array([[self.red, self.green, self.blue]], np.uint8))[0])


def lab_from_rgb(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Convert sRGB 0-255 to CIELAB.

    Parameters
    ----------
    rgb : (..., 3)

    Returns
    -------
    (..., 3) L, a, b

    Source: IEC 61966-2-1:1999 and ISO/CIE 11664-4:2019.
    """
    encoded = rgb.astype(np.float64) / 255
    linear = np.where(encoded > 0.04045, ((encoded + 0.055) / 1.055) ** 2.4, encoded / 12.92)
    xyz = linear @ _LINEAR_RGB_TO_XYZ.T
    f = np.where(xyz > _LAB_EPSILON, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    fx, fy, fz = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)], axis=-1)


def rgb_from_lab(lab: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Convert CIELAB to sRGB 0-255, clipped to what a screen can show: (..., 3) to (..., 3)."""
    fy = (lab[..., 0] + 16) / 116
    f = np.stack([fy + lab[..., 1] / 500, fy, fy - lab[..., 2] / 200], axis=-1)
    xyz = np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29))
    linear = np.clip(xyz @ _XYZ_TO_LINEAR_RGB.T, 0, 1)
    encoded = np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)
    return np.asarray(np.rint(encoded * 255).astype(np.uint8))


def delta_e_2000(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """How different two colours look: (..., 3) CIELAB each to (...,); 1 is just noticeable side by side.

    Source: ISO/CIE 11664-6:2014, in the order of steps of Sharma, Wu and Dalal (2005), whose test pairs it meets.
    """
    mean_chroma = (np.hypot(first[..., 1], first[..., 2]) + np.hypot(second[..., 1], second[..., 2])) / 2
    stretch = 1 + 0.5 * (1 - _seventh_power_share(mean_chroma))
    lightness1, chroma1, hue1 = _stretched(first, stretch)
    lightness2, chroma2, hue2 = _stretched(second, stretch)
    turn = (hue2 - hue1 + np.pi) % (2 * np.pi) - np.pi
    turn = np.where(chroma1 * chroma2 == 0, 0, turn)
    hue_difference = 2 * np.sqrt(chroma1 * chroma2) * np.sin(turn / 2)
    lightness, chroma = (lightness1 + lightness2) / 2, (chroma1 + chroma2) / 2
    hue = np.where(chroma1 * chroma2 == 0, hue1 + hue2, hue1 + turn / 2)
    weight = (
        1
        - 0.17 * np.cos(hue - np.deg2rad(30))
        + 0.24 * np.cos(2 * hue)
        + 0.32 * np.cos(3 * hue + np.deg2rad(6))
        - 0.20 * np.cos(4 * hue - np.deg2rad(63))
    )
    by_lightness = (lightness2 - lightness1) / (1 + 0.015 * (lightness - 50) ** 2 / np.sqrt(20 + (lightness - 50) ** 2))
    by_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    by_hue = hue_difference / (1 + 0.015 * chroma * weight)
    blue = np.exp(-(((np.rad2deg(hue) % 360 - 275) / 25) ** 2))
    rotation = -2 * _seventh_power_share(chroma) * np.sin(np.deg2rad(60) * blue)
    return np.asarray(np.sqrt(by_lightness**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue))


def _seventh_power_share(chroma: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))


def _stretched(
    lab: NDArray[np.float64], stretch: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Lightness, chroma and hue (radians, 0 to 2 pi) with the red-green axis stretched."""
    a = lab[..., 1] * stretch
    return lab[..., 0], np.hypot(a, lab[..., 2]), np.arctan2(lab[..., 2], a) % (2 * np.pi)
