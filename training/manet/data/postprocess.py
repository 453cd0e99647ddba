"""Fills holes and removes small objects, as the paper does with scikit-image."""

import numpy as np
from scipy.ndimage import binary_fill_holes, label
from skimage.morphology import remove_small_objects

SMALL_OBJECT_FRACTION = 0.01
"""Objects below this share of the picture's area are dropped: a lung has 5 % or more."""


MOST_OBJECTS = 2
"""Beyond the two largest, what is left is air beside the body or in the stomach: no human mask of the validation
pairs has a third object (n = 97)."""


def small_object_limit(size: int) -> int:
    """The largest object, in pixels, that is removed from a ``size`` x ``size`` mask."""
    return round(SMALL_OBJECT_FRACTION * size * size)


def postprocess(mask: np.ndarray) -> np.ndarray:
    """A boolean mask (s, s) cleaned: 4-connected background holes filled, then
    4-connected objects of at most ``small_object_limit`` pixels removed, the two largest kept."""
    filled = binary_fill_holes(mask)
    return keep_largest(remove_small_objects(filled, max_size=small_object_limit(mask.shape[0])), MOST_OBJECTS)


def keep_largest(mask: np.ndarray, count: int) -> np.ndarray:
    """The ``count`` largest 4-connected objects of a mask."""
    labels, found = label(mask)
    if found <= count:
        return mask
    areas = np.bincount(labels.ravel())[1:]
    return np.isin(labels, np.argsort(-areas, kind="stable")[:count] + 1)
