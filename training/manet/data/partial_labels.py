"""Labels that say nothing where two annotators disagree: a human outline with the heart, a network's without it."""

import numpy as np
from scipy.ndimage import label

NOT_LUNG, LUNG, IGNORED = 0, 1, 2

LEAST_PIECE = 0.05
"""Pieces of the human mask below this share of it are no lung of their own."""

MISSED = 0.5
"""A lung of which the network finds less than this share is opaque: the human outline alone tells it."""

HEART_BAND = 0.3
"""Share of an opaque lung's width, at the side of the heart, that stays ignored in every row."""


def split_lungs(mask: np.ndarray) -> list[np.ndarray]:
    """The lungs of a boolean mask (h, w): its large pieces, each cut at the mask's middle column if it crosses it
    by more than a quarter of its area."""
    labels, found = label(mask)
    middle = int(np.nonzero(mask)[1].mean())
    lungs = []
    for number in range(1, found + 1):
        piece = labels == number
        if piece.sum() < LEAST_PIECE * mask.sum():
            continue
        left = piece.copy()
        left[:, middle:] = False
        share = left.sum() / piece.sum()
        lungs += [left, piece & ~left] if 0.25 < share < 0.75 else [piece]
    return lungs


def heart_band(lung: np.ndarray, middle: float) -> np.ndarray:
    """The part of a lung (h, w) that lies nearest to the column ``middle`` in every row."""
    band = np.zeros_like(lung)
    for y in np.flatnonzero(lung.any(axis=1)):
        xs = np.flatnonzero(lung[y])
        width = int(np.ceil(HEART_BAND * (xs[-1] - xs[0] + 1)))
        if xs.mean() < middle:
            band[y, xs[-1] - width + 1 : xs[-1] + 1] = True
        else:
            band[y, xs[0] : xs[0] + width] = True
    return band & lung


def partial_label(human: np.ndarray, found: np.ndarray) -> np.ndarray:
    """Two boolean masks (h, w), a human one that includes the lung behind the heart and a network's that does not ->
    uint8 labels: outside the human mask NOT_LUNG, inside both LUNG, the rest IGNORED; a lung that the network misses
    is LUNG as a whole but for the band beside the heart."""
    labels = np.where(human, IGNORED, NOT_LUNG).astype(np.uint8)
    labels[human & found] = LUNG
    if not human.any():
        return labels
    middle = float(np.nonzero(human)[1].mean())
    for lung in split_lungs(human):
        if (found & lung).sum() < MISSED * lung.sum():
            labels[lung] = LUNG
            labels[heart_band(lung, middle) & ~found] = IGNORED
    return labels
