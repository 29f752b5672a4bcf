"""Twelve garments as the strokes that a hand draws them with.

In units of half a shoulder width, x to the right of the middle, y down from the neck.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

from fashiongan.attributes import Category

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A smooth curve through points; a mirrored one is drawn on both sides of the middle."""

    points: Points
    mirrored: bool = True


def _middle(*points: tuple[float, float]) -> Stroke:
    return Stroke(points, mirrored=False)


def _side(*points: tuple[float, float]) -> Stroke:
    return Stroke(points)


def _body(length: float, width: float = 0.52, hem: float = 0.54) -> list[Stroke]:
    return [
        _side((width, 0.55), (width - 0.03, 0.55 + length / 2), (hem, 0.55 + length)),
        _middle((-hem, 0.55 + length), (0, 0.6 + length), (hem, 0.55 + length)),
    ]


def _shoulders(neck: float = 0.26) -> list[Stroke]:
    return [_side((neck, 0.05), (0.6, 0.17)), _middle((-neck, 0.05), (0, 0.11), (neck, 0.05))]


def _short_sleeves(end: float = 0.58) -> list[Stroke]:
    return [
        _side((0.6, 0.17), (0.8, 0.3), (0.96, end)),
        _side((0.96, end), (0.7, end + 0.11)),
        _side((0.7, end + 0.11), (0.52, 0.55)),
        _side((0.6, 0.17), (0.54, 0.35), (0.52, 0.55)),
    ]


def _long_sleeves(cuff: bool = False) -> list[Stroke]:
    sleeves = [
        _side((0.6, 0.17), (0.76, 0.6), (0.9, 1.42)),
        _side((0.9, 1.42), (0.7, 1.45)),
        _side((0.7, 1.45), (0.62, 0.95), (0.52, 0.55)),
        _side((0.6, 0.17), (0.54, 0.35), (0.52, 0.55)),
    ]
    return [*sleeves, _side((0.88, 1.3), (0.68, 1.33))] if cuff else sleeves


def _crew() -> Stroke:
    return _middle((-0.26, 0.05), (-0.14, 0.2), (0, 0.25), (0.14, 0.2), (0.26, 0.05))


def _placket(top: float, bottom: float, buttons: int) -> list[Stroke]:
    steps = [top + (bottom - top) * (index + 0.5) / buttons for index in range(buttons)]
    return [_middle((0.0, top), (0.0, bottom)), *(_button(0.05, y) for y in steps)]


def _button(x: float, y: float, radius: float = 0.022) -> Stroke:
    angles = [2 * math.pi * step / 8 for step in range(9)]
    return _middle(*((x + radius * math.cos(a), y + radius * math.sin(a)) for a in angles))


def _collar() -> list[Stroke]:
    return [_side((0.22, 0.04), (0.3, 0.16), (0.18, 0.3)), _side((0.18, 0.3), (0.0, 0.16))]


def _tshirt() -> list[Stroke]:
    return [*_shoulders(), _crew(), *_short_sleeves(), *_body(0.95)]


def _longsleeve() -> list[Stroke]:
    return [*_shoulders(), _crew(), *_long_sleeves(cuff=True), *_body(1.0)]


def _shirt() -> list[Stroke]:
    return [*_shoulders(), *_collar(), *_long_sleeves(cuff=True), *_body(1.05), *_placket(0.18, 1.62, 6)]


def _polo() -> list[Stroke]:
    return [*_shoulders(), *_collar(), *_short_sleeves(), *_body(0.95), *_placket(0.18, 0.52, 2)]


def _hoodie() -> list[Stroke]:
    hood = [_side((0.0, -0.16), (0.26, -0.08), (0.3, 0.16), (0.0, 0.34)), _side((0.0, -0.06), (0.16, 0.04), (0.0, 0.3))]
    pocket = [_middle((-0.22, 1.08), (0.22, 1.08)), _side((0.22, 1.08), (0.34, 1.36)), _side((0.34, 1.36), (0.34, 1.5))]
    cords = [_side((0.07, 0.34), (0.08, 0.6))]
    hem = [_middle((-0.53, 1.5), (0, 1.54), (0.53, 1.5))]
    return [
        *hood,
        _side((0.29, 0.08), (0.6, 0.17)),
        *_long_sleeves(cuff=True),
        *_body(1.05, 0.54),
        *pocket,
        *cords,
        *hem,
    ]


def _jacket() -> list[Stroke]:
    zip_line = [_middle((-0.015, 0.2), (-0.015, 1.55)), _middle((0.015, 0.2), (0.015, 1.55))]
    stand = [_side((0.24, 0.02), (0.24, 0.14), (0.02, 0.22)), _side((0.24, 0.04), (0.6, 0.17))]
    pockets = [_side((0.2, 1.1), (0.34, 1.3))]
    band = [_middle((-0.54, 1.46), (0, 1.5), (0.54, 1.46))]
    return [*stand, *zip_line, *_long_sleeves(cuff=True), *_body(1.0, 0.55), *pockets, *band]


def _blazer() -> list[Stroke]:
    lapels = [
        _side((0.2, 0.03), (0.3, 0.26), (0.36, 0.4)),
        _side((0.36, 0.4), (0.24, 0.42)),
        _side((0.3, 0.46), (0.02, 0.98)),
        _side((0.2, 0.03), (0.14, 0.5), (0.02, 0.98)),
    ]
    front = [_middle((0.02, 0.98), (0.03, 1.4), (0.12, 1.64)), _button(0.06, 1.05), _button(0.06, 1.25)]
    pockets = [_side((0.24, 1.2), (0.44, 1.18))]
    return [*_shoulders(0.2), *lapels, *front, *pockets, *_long_sleeves(), *_body(1.08, 0.52, 0.56)]


def _tank() -> list[Stroke]:
    return [
        _side((0.24, 0.05), (0.38, 0.07)),
        _middle((-0.24, 0.05), (-0.16, 0.34), (0, 0.44), (0.16, 0.34), (0.24, 0.05)),
        _middle((-0.24, 0.05), (0, 0.2), (0.24, 0.05)),
        _side((0.38, 0.07), (0.36, 0.34), (0.52, 0.55)),
        *_body(0.95, 0.52, 0.5),
    ]


def _dress() -> list[Stroke]:
    return [
        _side((0.3, 0.02), (0.28, 0.26)),
        _side((0.36, 0.03), (0.38, 0.32), (0.44, 0.42)),
        _middle((-0.28, 0.26), (0, 0.4), (0.28, 0.26)),
        _side((0.44, 0.42), (0.38, 0.6), (0.34, 0.8)),
        _middle((-0.34, 0.8), (0, 0.84), (0.34, 0.8)),
        _side((0.34, 0.8), (0.52, 1.2), (0.72, 1.85)),
        _middle((-0.72, 1.85), (0, 1.95), (0.72, 1.85)),
        _side((0.15, 0.86), (0.28, 1.75)),
    ]


def _skirt() -> list[Stroke]:
    return [
        _middle((-0.36, 0.1), (0, 0.14), (0.36, 0.1)),
        _middle((-0.38, 0.24), (0, 0.28), (0.38, 0.24)),
        _side((0.36, 0.1), (0.38, 0.24), (0.78, 1.5)),
        _middle((-0.78, 1.5), (0, 1.62), (0.78, 1.5)),
        _side((0.12, 0.3), (0.26, 1.5)),
        _side((0.26, 0.3), (0.52, 1.45)),
    ]


def _legs(hem_y: float, hem_out: float, hem_in: float) -> list[Stroke]:
    return [
        _middle((-0.4, 0.0), (0, 0.03), (0.4, 0.0)),
        _middle((-0.42, 0.13), (0, 0.16), (0.42, 0.13)),
        _side((0.4, 0.0), (0.5, 0.5), (hem_out, hem_y)),
        _side((hem_out, hem_y), (hem_in, hem_y + 0.02)),
        _side((hem_in, hem_y + 0.02), (0.01, 0.68)),
        _middle((0.0, 0.15), (0.01, 0.68)),
        _side((0.3, 0.15), (0.34, 0.28), (0.46, 0.34)),
    ]


def _trousers() -> list[Stroke]:
    return _legs(1.95, 0.46, 0.2)


def _shorts() -> list[Stroke]:
    return _legs(1.05, 0.64, 0.08)


DRAWN: dict[Category, Callable[[], list[Stroke]]] = {
    Category.TSHIRT: _tshirt,
    Category.LONGSLEEVE: _longsleeve,
    Category.SHIRT: _shirt,
    Category.POLO: _polo,
    Category.HOODIE: _hoodie,
    Category.JACKET: _jacket,
    Category.BLAZER: _blazer,
    Category.TANK: _tank,
    Category.DRESS: _dress,
    Category.SKIRT: _skirt,
    Category.TROUSERS: _trousers,
    Category.SHORTS: _shorts,
}
