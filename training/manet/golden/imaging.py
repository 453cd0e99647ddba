"""Golden files of src/imaging from Pillow, SciPy, scikit-image and matplotlib.

python -m manet.golden.imaging   (needs matplotlib; writes test/golden/imaging and
src/imaging/colour-map-inferno.ts)
"""

import base64
import json

import numpy as np
import torch
from matplotlib import colormaps
from PIL import Image
from scipy.ndimage import binary_fill_holes, gaussian_filter
from skimage.morphology import remove_small_objects

from manet.data.films import resize_mask, robust_range
from manet.data.postprocess import keep_largest, postprocess
from manet.data.second_look import local_contrast
from manet.train.runs import TRAINING

GOLDEN = TRAINING.parent / "test" / "golden" / "imaging"
COLOUR_MAP = TRAINING.parent / "src" / "imaging" / "colour-map-inferno.ts"
RESIZES = (
    ((64, 64), (32, 32)),
    ((97, 61), (32, 40)),
    ((40, 25), (90, 111)),
    ((1, 50), (1, 13)),
    ((50, 1), (7, 3)),
    ((7, 7), (64, 48)),
    ((33, 70), (33, 20)),
    ((260, 180), (160, 160)),
)
"""(width, height) from and to: down, up, both at once, one pixel wide, one side kept."""


def packed(array: np.ndarray) -> str:
    """Little-endian bytes as base64."""
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


def packed_mask(mask: np.ndarray) -> dict:
    """0/1 bytes, eight pixels to a byte, first pixel in the highest bit."""
    return {"width": mask.shape[1], "height": mask.shape[0], "bits": packed(np.packbits(mask.astype(bool)))}


def texture(rng: np.random.Generator, width: int, height: int) -> np.ndarray:
    """Noise over waves, uint8."""
    y, x = np.mgrid[:height, :width]
    wave = 90 * np.sin(x / 5.3) * np.cos(y / 7.1) + 128
    return np.clip(wave + rng.normal(0, 30, (height, width)), 0, 255).astype(np.uint8)


def resample_cases(rng: np.random.Generator) -> list[dict]:
    cases = []
    for (width, height), target in RESIZES:
        grey = texture(rng, width, height)
        small = Image.fromarray(grey).resize(target, Image.Resampling.BILINEAR)
        exact = Image.fromarray(grey.astype(np.float32)).resize(target, Image.Resampling.BILINEAR)
        cases.append(
            {
                "from": {"width": width, "height": height, "grey": packed(grey)},
                "to": {"width": target[0], "height": target[1]},
                "grey8": packed(np.asarray(small)),
                "float32": packed(np.asarray(exact).astype("<f4")),
            }
        )
    return cases


def blobs(rng: np.random.Generator, width: int, height: int, sigma: float, share: float) -> np.ndarray:
    """A random mask of blobs that covers about ``share`` of the picture."""
    field = gaussian_filter(rng.normal(size=(height, width)), sigma, mode="wrap")
    return field > np.quantile(field, 1 - share)


def masks(rng: np.random.Generator) -> dict[str, np.ndarray]:
    frame = np.zeros((20, 30), bool)
    frame[0] = frame[-1] = frame[:, 0] = frame[:, -1] = True
    ring = np.zeros((24, 24), bool)
    ring[3:20, 3:20] = True
    ring[6:17, 6:17] = False
    ring[9:12, 9:12] = True
    diagonal = np.eye(16, dtype=bool) | np.eye(16, dtype=bool)[::-1]
    diamond = np.zeros((9, 9), bool)
    for i in range(9):
        diamond[abs(4 - i), i] = diamond[8 - abs(4 - i), i] = True
    open_ring = ring.copy()
    open_ring[0:6, 12] = False
    return {
        "empty": np.zeros((8, 8), bool),
        "full": np.ones((8, 8), bool),
        "frame": frame,
        "ring": ring,
        "open ring": open_ring,
        "diagonal": diagonal,
        "diamond": diamond,
        "speckle": rng.random((40, 57)) < 0.5,
        "one row": rng.random((1, 40)) < 0.5,
        "small blobs": blobs(rng, 90, 70, 2.0, 0.45),
        "large blobs": blobs(rng, 256, 256, 9.0, 0.4),
        "lungs at 512": blobs(rng, 512, 512, 25.0, 0.3),
    }


def mask_cases(rng: np.random.Generator) -> list[dict]:
    cases = []
    for name, mask in masks(rng).items():
        limits = (0, 1, 4, 30)
        cases.append(
            {
                "name": name,
                "mask": packed_mask(mask),
                "filled": packed_mask(binary_fill_holes(mask)),
                "withoutSmall": [
                    {"maxSize": n, "mask": packed_mask(remove_small_objects(mask, max_size=n))} for n in limits
                ],
                "postprocessed": packed_mask(postprocess(mask)) if mask.shape[0] == mask.shape[1] else None,
                "resized": [packed_mask(resize_mask(mask, size)) for size in (13, 224)],
            }
        )
    return cases


def contrast_cases(rng: np.random.Generator) -> list[dict]:
    cases = []
    for width, height, reach in ((64, 64, 8), (61, 40, 5), (12, 9, 8), (1, 30, 0)):
        grey = texture(rng, width, height)
        evened = local_contrast(grey / 255, reach)
        size = {"width": width, "height": height}
        cases.append(size | {"reach": reach, "grey": packed(grey), "evened": packed(evened.astype("<f8"))})
    return cases


def range_cases(rng: np.random.Generator) -> list[dict]:
    """Sizes on both sides of where the two ranks change, a bright letter, equal greys, one pixel."""
    sizes = (1, 1), (2, 1), (10, 20), (67, 3), (40, 41)
    films = [texture(rng, width, height).astype("<f4") for width, height in sizes]
    films.append((rng.normal(size=(31, 29)) * 3).astype("<f4"))
    letter = texture(rng, 50, 50).astype("<f4") / 4
    letter[:2, :2] = 255
    films += [letter, np.full((5, 6), 7, "<f4")]
    return [
        {
            "width": film.shape[1],
            "height": film.shape[0],
            "greys": packed(film),
            "scaled": packed(robust_range(torch.from_numpy(film)[None, None])[0, 0].numpy().astype("<f4")),
        }
        for film in films
    ]


def largest_cases(rng: np.random.Generator) -> list[dict]:
    field = [blobs(rng, 90, 70, 3.0, 0.3), np.zeros((5, 6), bool), np.eye(7, dtype=bool)]
    return [
        {"mask": packed_mask(mask), "count": count, "kept": packed_mask(keep_largest(mask, count))}
        for mask in field
        for count in (1, 2, 3)
    ]


def self_test_film(size: int) -> np.ndarray:
    """src/imaging/self-test-film.ts, float64."""
    centres = (np.arange(size) + 0.5) / size
    u, v = np.meshgrid(centres, centres)
    inside = np.zeros((size, size), bool)
    for centre in (0.32, 0.68):
        inside |= ((u - centre) / 0.15) ** 2 + ((v - 0.5) / 0.32) ** 2 < 1
    film = np.where(inside, 0.3, 0.75) + 0.2 * np.sin(40 * u) * np.sin(31 * v) * (0.5 + 0.5 * u)
    return (film - film.min()) / (film.max() - film.min())


def write_colour_map() -> None:
    rgb = np.round(np.asarray(colormaps["inferno"].colors) * 255).astype(np.uint8)
    text = rgb.tobytes().hex()
    lines = [f"  '{text[i : i + 90]}'" for i in range(0, len(text), 90)]
    COLOUR_MAP.write_text(
        "/**\n"
        ' * matplotlib\'s "inferno" by Nathaniel J. Smith and Stefan van der Walt, dedicated to the public\n'
        " * domain (CC0): 256 colours, two hexadecimal digits each of red, green and blue. Written by\n"
        " * training/manet/golden/imaging.py.\n"
        " */\n"
        "export const INFERNO_RGB_HEX =\n" + " +\n".join(lines) + ";\n"
    )


def main() -> None:
    rng = np.random.default_rng(7)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    content = {
        "resample.json": resample_cases(rng),
        "masks.json": mask_cases(rng),
        "local-contrast.json": contrast_cases(np.random.default_rng(8)),
        "robust-range.json": range_cases(np.random.default_rng(10)),
        "keep-largest.json": largest_cases(np.random.default_rng(9)),
        "self-test-film.json": {"size": 24, "float64": packed(self_test_film(24).astype("<f8"))},
    }
    for name, value in content.items():
        (GOLDEN / name).write_text(json.dumps(value) + "\n")
    write_colour_map()


if __name__ == "__main__":
    main()
