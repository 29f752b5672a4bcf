"""Folding collars and lapels: when the rest is sewn, they are laid back along their seam onto what holds them."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from fashiongan.body.model import Floats
from fashiongan.garment.cloth_model import ClothModel
from fashiongan.garment.curves import Points
from fashiongan.garment.meshing import FlatMesh
from fashiongan.garment.pattern import Pattern
from fashiongan.garment.placing import Fold


def folded(pattern: Pattern, flat: FlatMesh) -> NDArray[np.bool_]:
    """(V,) which vertices belong to panels that are folded back."""
    folds = [isinstance(pattern.panels[name].placing, Fold) for name in flat.panel_names]
    return np.asarray(np.array(folds)[flat.panel_of_vertex])


def fold_back(pattern: Pattern, flat: FlatMesh, positions: Floats) -> Floats:
    """(V, 3) the same positions, with every folded panel laid back from its seam with a panel that is not folded.

    A vertex keeps the place along the seam and the distance from it that it has on the flat panel.
    """
    folds, laid = folded(pattern, flat), positions.copy()
    for panel in pattern.draped:
        if isinstance(panel.placing, Fold):
            ids = flat.vertices_of(panel.name)
            laid[ids] = _laid(flat, ids, _seam(flat, ids, folds), positions, panel.placing)
    return laid


def pressed(pattern: Pattern, flat: FlatMesh, welded: NDArray[np.int64], model: ClothModel) -> ClothModel:
    """The same cloth without the hinges across folds, which an iron has taken the will to open."""
    laid, flatly = _only_laid_and_flat(pattern, flat, welded)
    keep = ~(laid[model.hinges[:, 2:]].any(1) & flatly[model.hinges[:, 2:]].any(1))
    return replace(
        model,
        hinges=model.hinges[keep],
        hinge_weights=model.hinge_weights[keep],
        hinge_g_s2=model.hinge_g_s2[keep],
    )


def outwards(
    pattern: Pattern, flat: FlatMesh, welded: NDArray[np.int64], faces: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(F, 3) the same triangles, those laid back turned over, so that all face away from the body; and the layer of
    each welded vertex: what is laid back lies over the rest."""
    laid, _ = _only_laid_and_flat(pattern, flat, welded)
    turned = laid[faces].any(1, keepdims=True)
    return np.where(turned, faces[:, ::-1], faces), laid.astype(np.int64)


def _only_laid_and_flat(
    pattern: Pattern, flat: FlatMesh, welded: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Which welded vertices belong only to panels that are laid back, and which only to others."""
    folds, count = folded(pattern, flat), int(welded.max()) + 1
    laid = np.bincount(welded[folds], minlength=count) > 0
    flatly = np.bincount(welded[~folds], minlength=count) > 0
    return laid & ~flatly, flatly & ~laid


def _seam(flat: FlatMesh, ids: NDArray[np.int64], folds: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(S, 2) stitches of a folded panel, its own vertex first, in the order in which they lie along its edges."""
    both = np.concatenate([flat.stitches, flat.stitches[:, ::-1]])
    own = both[np.isin(both[:, 0], ids) & ~folds[both[:, 1]]]
    # Vertices along an outline are numbered in order.
    return np.asarray(own[np.argsort(own[:, 0], kind="stable")])


def _laid(flat: FlatMesh, ids: NDArray[np.int64], seam: NDArray[np.int64], positions: Floats, fold: Fold) -> Floats:
    line, held = flat.flat_mm[seam[:, 0]], positions[seam[:, 1]]
    start, share, depth = _beside(flat.flat_mm[ids], line)
    inwards, outwards = _directions(flat, seam[:, 1], positions)
    splay = np.radians(fold.splay_deg)
    back = np.cos(splay) * inwards + np.sin(splay) * outwards  # (S, 3)
    inside = np.clip(share, 0, 1)[:, None]
    along = held[start] + share[:, None] * (held[start + 1] - held[start])
    return np.asarray(along + depth[:, None] * ((1 - inside) * back[start] + inside * back[start + 1]))


def _beside(points: Points, line: Points) -> tuple[NDArray[np.int64], Floats, Floats]:
    """(V,) the nearest segment of a line, the share of it that one is along it or beyond, and how far from it."""
    # Where two edges meet, a point comes twice.
    first = np.flatnonzero(np.linalg.norm(np.diff(line, axis=0), axis=1) > 1e-6)
    way = (line[1:] - line[:-1])[first]
    offset = points[:, None] - line[first]  # (V, S - 1, 2)
    share = (offset * way).sum(2) / (way**2).sum(1)
    to_foot = offset - np.clip(share, 0, 1)[..., None] * way
    nearest = np.linalg.norm(to_foot, axis=2).argmin(1)
    rows = np.arange(len(points))
    aside = offset[rows, nearest] - share[rows, nearest, None] * way[nearest]
    return first[nearest], share[rows, nearest], np.linalg.norm(aside, axis=1)


def _directions(flat: FlatMesh, seam: NDArray[np.int64], positions: Floats) -> tuple[Floats, Floats]:
    """(S, 3) unit vectors at the vertices that hold a folded panel: into their own panel, and away from the body."""
    corners = positions[flat.faces]
    normals = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    into, out = np.zeros_like(positions), np.zeros_like(positions)
    for corner in range(3):
        np.add.at(into, flat.faces[:, corner], corners.mean(1) - corners[:, corner])
        np.add.at(out, flat.faces[:, corner], normals)
    out = _unit(_smooth(_unit(out[seam])))
    into = _smooth(_unit(into[seam]))
    along = _unit(np.gradient(positions[seam], axis=0))
    into -= (into * along).sum(1, keepdims=True) * along
    return _unit(into - (into * out).sum(1, keepdims=True) * out), out


def _smooth(vectors: Floats) -> Floats:
    """(S, 3) running means along a seam."""
    padded = np.concatenate([vectors[:1], vectors, vectors[-1:]])
    return np.asarray((padded[:-2] + padded[1:-1] + padded[2:]) / 3)


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9))
