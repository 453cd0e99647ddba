"""What the classifier looks at: the film cut to the lungs, its greys told by the lungs alone."""

import math

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from manet.data.films import min_max, resize, resize_mask

MARGIN = 0.04
"""Added to every side of the lungs' box, as a share of its height and width."""


def lung_box(mask: np.ndarray) -> tuple[int, int, int, int]:
    """(top, bottom, left, right) of a mask (h, w), half open, with the margin, inside the film; the whole film where
    the mask is empty."""
    ys, xs = np.nonzero(mask)
    if not len(ys):
        return 0, mask.shape[0], 0, mask.shape[1]

    def side(low: int, high: int, end: int) -> tuple[int, int]:
        margin = math.floor(MARGIN * (high - low) + 0.5)
        return max(0, low - margin), min(end, high + margin)

    top, bottom = side(int(ys.min()), int(ys.max()) + 1, mask.shape[0])
    left, right = side(int(xs.min()), int(xs.max()) + 1, mask.shape[1])
    return top, bottom, left, right


def cut_to_lungs(film: np.ndarray, mask: np.ndarray, size: int) -> tuple[np.ndarray, np.ndarray]:
    """Film (h, w), uint8 or float32, and mask (h, w) cut to the lung box and squashed to ``size``; the mask uint8."""
    top, bottom, left, right = lung_box(mask)
    box = np.s_[top:bottom, left:right]
    return np.asarray(resize(Image.fromarray(film[box]), size)), resize_mask(mask[box] > 0, size)


def lung_greys(film: Tensor, mask: Tensor) -> Tensor:
    """The 0.5 to 99.5 % range of the greys inside the mask scaled to [0, 1], clipped, zero outside; (n, 1, h, w)."""
    scaled = torch.zeros_like(film)
    for index in range(film.shape[0]):
        inside = mask[index] > 0
        values = film[index][inside].sort().values
        if not len(values):
            continue
        last = len(values) - 1
        low = values[math.floor(0.005 * last)]
        high = values[math.ceil(0.995 * last)]
        scaled[index][inside] = ((film[index][inside] - low) / (high - low).clamp_min(1e-6)).clamp(0, 1)
    return scaled


def film_greys(film: Tensor, mask: Tensor) -> Tensor:
    """The film kept only inside the mask, min-max normalised after that; float (n, 1, h, w)."""
    return min_max(film * mask)


LUNG_SCALINGS = {"min-max": film_greys, "0.5-99.5 %": lung_greys}
"""How a classifier's greys are scaled, by the name that its card gives."""
FRAMINGS = ("film", "lung-box")
"""What a classifier's square holds: the whole film, or the lungs' box."""
