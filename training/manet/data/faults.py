"""Pictures that the app should refuse, made from real films or taken from scikit-image's own pictures."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import skimage.data
from PIL import Image
from scipy.ndimage import gaussian_filter

FAULTS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "inverted": lambda film: 255 - film,
    "upside down": lambda film: film[::-1],
    "rotated by 90 degrees": lambda film: film.T,
    "one quarter of the film": lambda film: film[: film.shape[0] // 2, : film.shape[1] // 2],
    "one lung": lambda film: film[:, : film.shape[1] // 2],
    "squeezed to a third of its width": lambda film: _inside(film, 1 / 3),
    "turned by 180 degrees": lambda film: np.rot90(film, 2),
    "turned to the left": lambda film: np.rot90(film, 1),
    "turned to the right": lambda film: np.rot90(film, 3),
    "mirrored": lambda film: film[:, ::-1],
    "upper half": lambda film: film[: film.shape[0] // 2],
    "lower half": lambda film: film[film.shape[0] // 2 :],
    "inverted and turned to the left": lambda film: 255 - np.rot90(film, 1),
}
"""Each turns a grey film (h, w) uint8 into a film with that fault."""

FINDINGS_OF: dict[str, tuple[str, ...]] = {
    "inverted": ("inverted",),
    "upside down": ("upside-down", "mirrored"),
    "rotated by 90 degrees": ("rotated-left", "mirrored"),
    "one quarter of the film": ("cropped",),
    "one lung": ("cropped",),
    "squeezed to a third of its width": (),
    "turned by 180 degrees": ("upside-down",),
    "turned to the left": ("rotated-left",),
    "turned to the right": ("rotated-right",),
    "mirrored": ("mirrored",),
    "upper half": ("cropped",),
    "lower half": ("cropped",),
    "inverted and turned to the left": ("inverted", "rotated-left"),
}
"""What the film check (networks.film_check) should find in each; a film swapped along one axis is mirrored too."""


def _inside(film: np.ndarray, share: float) -> np.ndarray:
    width = round(film.shape[1] * share)
    out = np.zeros_like(film)
    left = (film.shape[1] - width) // 2
    out[:, left : left + width] = np.asarray(Image.fromarray(film).resize((width, film.shape[0])))
    return out


def photographs() -> list[np.ndarray]:
    """Four cuts of every picture that scikit-image ships: people, cells, texts, textures; grey uint8."""
    pictures = []
    for path in sorted(Path(skimage.data.__file__).parent.iterdir()):
        if path.suffix not in (".png", ".jpg"):
            continue
        with Image.open(path) as image:
            grey = np.asarray(image.convert("L"))
        h, w = grey.shape
        pictures += [grey, grey[: 2 * h // 3, : 2 * w // 3], grey[h // 3 :, w // 3 :], grey[h // 5 : -h // 5]]
    return pictures


def noises(count: int, size: int = 224) -> list[np.ndarray]:
    """Random clouds from fine to coarse; grey uint8."""
    rng = np.random.default_rng(0)
    clouds = []
    for index in range(count):
        cloud = gaussian_filter(rng.normal(size=(size, size)), 2 ** (index % 6))
        cloud = (cloud - cloud.min()) / (cloud.max() - cloud.min())
        clouds.append((cloud * 255).astype(np.uint8))
    return clouds
