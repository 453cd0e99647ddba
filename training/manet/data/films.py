"""Decoding and resampling films: Pillow's antialiased bilinear filter everywhere."""

import math
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch.nn import functional as F


def read_grey(path: Path, size: int) -> np.ndarray:
    """A film squashed to ``size`` x ``size``, uint8."""
    with Image.open(path) as image:
        return np.asarray(resize(image.convert("L"), size))


def read_mask(path: Path, size: int) -> np.ndarray:
    """A lung mask resampled to ``size`` x ``size``, uint8 0 or 1."""
    with Image.open(path) as image:
        return resize_mask(np.asarray(image.convert("L")) > 127, size)


def resize(image: Image.Image, size: int) -> Image.Image:
    return image.resize((size, size), Image.Resampling.BILINEAR)


def resize_mask(mask: np.ndarray, size: int) -> np.ndarray:
    """A boolean mask as grey 0/255 through the same filter, cut at one half; uint8 0 or 1."""
    grey = Image.fromarray(mask.astype(np.uint8) * 255)
    return (np.asarray(resize(grey, size)) > 127).astype(np.uint8)


def resize_masks(logits: torch.Tensor, size: int) -> np.ndarray:
    """Logits (n, 1, h, w) as boolean masks (n, size, size): resampled first, then cut at 0, for smooth edges."""
    shrinks = size < logits.shape[-1]
    large = F.interpolate(logits, size=(size, size), mode="bilinear", align_corners=False, antialias=shrinks)
    return (large[:, 0] > 0).cpu().numpy()


def min_max(film: torch.Tensor) -> torch.Tensor:
    """Each film of a batch (n, 1, h, w) scaled to [0, 1]; a constant film becomes zeros."""
    low = film.amin(dim=(1, 2, 3), keepdim=True)
    high = film.amax(dim=(1, 2, 3), keepdim=True)
    return (film - low) / (high - low).clamp_min(1e-6)


def robust_range(film: torch.Tensor) -> torch.Tensor:
    """Each film of a batch (n, 1, h, w) scaled to [0, 1] from its 0.5 to its 99.5 % grey, what lies beyond cut off.

    A letter, a border or a few dead pixels then do not dim the lungs. As src/imaging/robust-range.ts.
    """
    ordered = film.flatten(1).sort(dim=1).values
    last = ordered.shape[1] - 1
    low = ordered[:, math.floor(0.005 * last)].view(-1, 1, 1, 1)
    high = ordered[:, math.ceil(0.995 * last)].view(-1, 1, 1, 1)
    return ((film - low) / (high - low).clamp_min(1e-6)).clamp(0, 1)


SCALINGS = {"min-max": min_max, "0.5-99.5 %": robust_range}
"""By the name that a run's ``range`` and a card's ``input.range`` carry (src/imaging/scale-greys.ts)."""
