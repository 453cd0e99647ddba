"""Two films in one picture, side by side or one above the other, as printed sheets and screenshots show them."""

import numpy as np
from PIL import Image

Rng = np.random.Generator


def _retouched(film: np.ndarray, rng: Rng) -> np.ndarray:
    """A film (h, w) uint8 in other greys, up to a twelfth of each side cut away."""
    h, w = film.shape
    top, bottom, left, right = (round(side * rng.uniform(0, 1 / 12)) for side in (h, h, w, w))
    part = film[top : h - bottom, left : w - right].astype(np.float32) / 255
    grey = part ** np.exp(rng.uniform(-0.4, 0.4)) * rng.uniform(0.75, 1)
    return (grey * 255).astype(np.uint8)


def compose(one: np.ndarray, other: np.ndarray, rng: Rng, size: int) -> np.ndarray:
    """Both films (h, w) uint8 upright in one picture (size, size), with or without a gap between them."""
    gap = round(size * rng.uniform(0, 0.06)) if rng.random() < 0.6 else 0
    first = round((size - gap) * (0.5 if rng.random() < 0.5 else rng.uniform(0.4, 0.6)))
    stacked = rng.random() < 0.5
    ground = int(rng.choice([0, 255, rng.integers(0, 256)]))
    canvas = np.full((size, size), ground, np.uint8)
    for film, start, along in ((one, 0, first), (other, first + gap, size - first - gap)):
        across = size if rng.random() < 0.6 else round(size * rng.uniform(0.75, 1))
        x, y = start, int(rng.integers(0, size - across + 1))
        w, h = along, across
        if stacked:
            x, y, w, h = y, x, h, w
        small = Image.fromarray(_retouched(film, rng)).resize((w, h), Image.Resampling.BILINEAR)
        canvas[y : y + h, x : x + w] = np.asarray(small)
    return canvas
