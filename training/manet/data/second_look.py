"""Stage 1 a second time, on the film with its local contrast evened, for a lung too opaque for the first look."""

import numpy as np
from scipy.ndimage import uniform_filter

REACH_FRACTION = 1 / 8
"""How far the neighbourhood of a pixel reaches to every side, as a share of the film's side."""

FLOOR = 0.02
"""Added to the standard deviation, so that flat parts stay flat."""

MOST = 2.5
"""Standard deviations that become black and white."""


def local_contrast(film: np.ndarray, reach: int) -> np.ndarray:
    """A film (h, w) in [0, 1] with every pixel told by how far it lies from the mean of the square around it, in
    standard deviations; cut at ``MOST`` and scaled to [0, 1]. Beyond its edges the film is mirrored."""
    film = film.astype(np.float64)
    side = 2 * reach + 1
    mean = uniform_filter(film, side, mode="reflect")
    variance = uniform_filter(film * film, side, mode="reflect") - mean * mean
    distance = (film - mean) / (np.sqrt(np.maximum(variance, 0)) + FLOOR)
    return (np.clip(distance, -MOST, MOST) + MOST) / (2 * MOST)
