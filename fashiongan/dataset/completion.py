"""Filling in what a designer left open, from garments that exist."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from fashiongan.attributes import VOCABULARY, Category, Fabric, GarmentAttributes, Pattern, valid_values
from fashiongan.color import Color
from fashiongan.dataset.wardrobe import NEAREST, Wardrobe
from fashiongan.errors import RequestError

# So many garments of the most similar cloth say what pattern and fabric a style is.
VOTERS = 15
_WORDS: dict[str, list[StrEnum]] = {name: list(kind) for name, kind in VOCABULARY.items()}


@dataclass(frozen=True, slots=True)
class Completed:
    """A whole description, and the row of the wardrobe that lent what was open."""

    attributes: GarmentAttributes
    row: int


class AttributeCompleter:
    """Completes attributes by drawing a garment of the wardrobe that agrees with what was given."""

    def __init__(self, wardrobe: Wardrobe) -> None:
        labels = wardrobe.labels.numpy()
        ordinary = np.array([_ordinary(row) for row in labels])
        self.rows = np.flatnonzero(ordinary if ordinary.any() else ~ordinary)
        self._labels = labels[self.rows]
        self._lab = wardrobe.lab.numpy()[self.rows].astype(np.float64)
        style = wardrobe.style.numpy()[self.rows]
        self._style = style / np.maximum(np.linalg.norm(style, axis=1, keepdims=True), 1e-6)

    def complete(self, asked: GarmentAttributes, random: np.random.Generator) -> Completed:
        """Every attribute given and two colours; what was asked stays as it is.

        Raises
        ------
        RequestError : the generator was trained without such a category
        """
        given = {name: getattr(asked, name) for name in VOCABULARY if getattr(asked, name) is not None}
        rows = self._agreeing(given)
        if not len(rows):
            raise RequestError(
                f"These weights were trained without any {asked.category or 'such garment'}; ask for another category."
            )
        if asked.colors:
            distance = np.linalg.norm(self._lab[rows, :3] - asked.colors[0].lab, axis=1)
            rows = rows[np.argsort(distance, kind="stable")[:NEAREST]]
        row = int(random.choice(rows))
        found = {name: words[index] for (name, words), index in zip(_WORDS.items(), self._labels[row], strict=True)}
        whole = GarmentAttributes(**{**found, **given})
        colors = _two_colors(asked.colors, self._lab[row], whole.pattern)
        return Completed(replace(whole, colors=colors), int(self.rows[row]))

    def unlike(self, attributes: GarmentAttributes, random: np.random.Generator) -> int:
        """A row whose garment is of another category, for unexpected cloth; any row if all are of one."""
        assert attributes.category is not None
        category = _WORDS["category"].index(attributes.category)
        others = np.flatnonzero(self._labels[:, 0] != category)
        return int(self.rows[random.choice(others if len(others) else len(self.rows))])

    def cloth_words(self, style: NDArray[np.float32]) -> GarmentAttributes:
        """The pattern and fabric that a style code most likely is, by the garments of the most similar cloth."""
        nearest = np.argsort(-self._style @ style)[:VOTERS]
        pattern, fabric = (
            int(np.bincount(self._labels[nearest, list(VOCABULARY).index(name)]).argmax())
            for name in ("pattern", "fabric")
        )
        return GarmentAttributes(pattern=list(Pattern)[pattern], fabric=list(Fabric)[fabric])

    def _agreeing(self, given: dict[str, StrEnum]) -> NDArray[np.int64]:
        """Rows whose category allows all that was given, those that agree in most of it."""
        score = sum(
            (self._labels[:, column] == _WORDS[name].index(given[name])).astype(int)
            for column, name in enumerate(VOCABULARY)
            if name in given
        ) + np.zeros(len(self._labels), int)
        allowed = np.array([_allows(category, given) for category in Category])[self._labels[:, 0]]
        return np.flatnonzero(allowed & (score == np.max(score, where=allowed, initial=0)))


def _ordinary(row: NDArray[np.int64]) -> bool:
    """Whether our own rules would allow the garment; people also photograph odd ones."""
    values = {name: words[index] for (name, words), index in zip(_WORDS.items(), row, strict=True)}
    return _allows(Category(values["category"]), values)


def _allows(category: Category, given: dict[str, StrEnum]) -> bool:
    return all(value in valid_values(category, name) for name, value in given.items())


def _two_colors(asked: tuple[Color, ...], lab: NDArray[np.float64], pattern: Pattern | None) -> tuple[Color, Color]:
    main = asked[0] if asked else Color.from_lab(lab[:3])
    if len(asked) == 2:
        return main, asked[1]
    one_color = pattern is Pattern.SOLID or bool((lab[:3] == lab[3:]).all())
    return main, main if one_color else Color.from_lab(lab[3:])
