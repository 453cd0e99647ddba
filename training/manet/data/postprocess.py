"""Fills holes and removes small objects, as the paper does with scikit-image."""

import numpy as np
from scipy.ndimage import binary_fill_holes
from skimage.morphology import remove_small_objects

SMALL_OBJECT_FRACTION = 0.01
"""Objects below this share of the picture's area are dropped: a lung has 5 % or more."""


def small_object_limit(size: int) -> int:
    """The largest object, in pixels, that is removed from a ``size`` x ``size`` mask."""
    return round(SMALL_OBJECT_FRACTION * size * size)


def postprocess(mask: np.ndarray) -> np.ndarray:
    """A boolean mask (s, s) cleaned: 4-connected background holes filled, then
    4-connected objects of at most ``small_object_limit`` pixels removed."""
    filled = binary_fill_holes(mask)
    return remove_small_objects(filled, max_size=small_object_limit(mask.shape[0]))
