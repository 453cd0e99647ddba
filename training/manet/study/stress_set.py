"""Films as other hospitals might send them: every change at a stated strength, by code of its own, not training's.

A change takes a film (s, s) in [0, 1] and its lung mask, boolean (s, s), and gives both back at the same size.
"""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter, rotate
from skimage.exposure import equalize_adapthist

Change = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


def _tone(curve: Callable[[np.ndarray], np.ndarray]) -> Change:
    return lambda film, mask: (np.clip(curve(film), 0, 1), mask)


def lift_black(film: np.ndarray) -> np.ndarray:
    """The darkest 5 % clipped, and what is black then shown at 30 %."""
    low = np.quantile(film, 0.05)
    return 0.3 + 0.7 * np.clip((film - low) / (1 - low), 0, 1)


def lower_white(film: np.ndarray) -> np.ndarray:
    """The brightest 5 % clipped, and what is white then shown at 70 %."""
    high = np.quantile(film, 0.95)
    return 0.7 * np.clip(film / high, 0, 1)


def coarse_greys(film: np.ndarray) -> np.ndarray:
    """Half the contrast around the middle, in 64 grey levels."""
    return np.round((0.5 + (film - 0.5) / 2) * 63) / 63


def _resized(film: np.ndarray, size: int) -> np.ndarray:
    image = Image.fromarray(film.astype(np.float32), mode="F")
    return np.asarray(image.resize((size, size), Image.Resampling.BICUBIC))


def shrink(small: int) -> Callable[[np.ndarray], np.ndarray]:
    return lambda film: _resized(_resized(film, small), film.shape[0])


def jpeg(quality: int) -> Callable[[np.ndarray], np.ndarray]:
    def compress(film: np.ndarray) -> np.ndarray:
        file = io.BytesIO()
        Image.fromarray(np.round(film * 255).astype(np.uint8)).save(file, "JPEG", quality=quality)
        with Image.open(file) as image:
            return np.asarray(image) / 255

    return compress


def unsharp(film: np.ndarray) -> np.ndarray:
    """Unsharp mask of radius 2 % of the side, 150 %."""
    return film + 1.5 * (film - gaussian_filter(film, 0.02 * film.shape[0]))


def noise(film: np.ndarray) -> np.ndarray:
    """White noise of 8 %, the same for every film."""
    return film + np.random.default_rng(8).normal(0, 0.08, film.shape)


def white_border(film: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A white border of 8 % of the side around the film; the whole is squashed back to its size."""
    size, border = film.shape[0], round(0.08 * film.shape[0])
    outer = np.pad(film, border, constant_values=1.0)
    return np.clip(_resized(outer, size), 0, 1), _resized(np.pad(mask, border).astype(np.float32), size) > 0.5


def collimate(film: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The outer 10 % black at the left and at the bottom; lung that is hidden is no lung."""
    edge = round(0.1 * film.shape[0])
    seen = np.ones_like(mask)
    seen[:, :edge] = seen[-edge:, :] = False
    return film * seen, mask & seen


def tilt(film: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Turned by 12 degrees; the corners become black."""
    turned = rotate(film, 12, reshape=False, order=1)
    return np.clip(turned, 0, 1), rotate(mask.astype(np.float32), 12, reshape=False, order=1) > 0.5


CHANGES: dict[str, Change] = {
    "unchanged": lambda film, mask: (film, mask),
    "gamma 0.4": _tone(lambda film: film**0.4),
    "gamma 0.6": _tone(lambda film: film**0.6),
    "gamma 1.7": _tone(lambda film: film**1.7),
    "gamma 2.5": _tone(lambda film: film**2.5),
    "black lifted to 30 %": _tone(lift_black),
    "white lowered to 70 %": _tone(lower_white),
    "half the contrast, 6 bits": _tone(coarse_greys),
    "shrunk to 160 px": _tone(shrink(160)),
    "shrunk to 200 px": _tone(shrink(200)),
    "blurred by 1 %": _tone(lambda film: gaussian_filter(film, 0.01 * film.shape[0])),
    "JPEG quality 15": _tone(jpeg(15)),
    "white border of 8 %": white_border,
    "black collimation of 10 % on two sides": collimate,
    "tilted by 12 degrees": tilt,
    "unsharp mask": _tone(unsharp),
    "CLAHE": _tone(lambda film: equalize_adapthist(np.clip(film, 0, 1), clip_limit=0.03)),
    "noise of 8 %": _tone(noise),
}
