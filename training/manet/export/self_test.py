"""The tiny deterministic film on which the app checks every backend; the formula stands
in src/imaging/self-test-film.ts too."""

import numpy as np


def self_test_film(size: int) -> tuple[np.ndarray, np.ndarray]:
    """Film in [0, 1] and mask of 0 and 1, both float32 (size, size)."""
    u = (np.arange(size) + 0.5)[None, :] / size
    v = (np.arange(size) + 0.5)[:, None] / size
    left = ((u - 0.32) / 0.15) ** 2 + ((v - 0.5) / 0.32) ** 2 < 1
    right = ((u - 0.68) / 0.15) ** 2 + ((v - 0.5) / 0.32) ** 2 < 1
    mask = left | right
    film = np.where(mask, 0.3, 0.75) + 0.2 * np.sin(40 * u) * np.sin(31 * v) * (0.5 + 0.5 * u)
    film = (film - film.min()) / (film.max() - film.min())
    return film.astype(np.float32), mask.astype(np.float32)
