"""Golden files of the lungs' box and their greys, from NumPy and Pillow:

python -m manet.golden.lung_box   (writes test/golden/imaging/lung-box.json and lung-greys.json)

Written against the definition and not against manet.data.lung_box, which must agree with it.
"""

import json

import numpy as np
from PIL import Image

from manet.golden.imaging import GOLDEN, blobs, packed, packed_mask
from manet.train.runs import TRAINING

SIDE = 224
"""Films are squashed to this square before they are cut."""
OUT = 48
"""The networks' square in these files, small so that they stay small."""


def pattern(width: int, height: int) -> np.ndarray:
    """A film that any language draws exactly: whole numbers from 0 to 4095, float32 (height, width)."""
    y, x = np.mgrid[:height, :width]
    return ((x * 7 + y * 3 + (x // 40) * (y // 56) * 11) % 4096).astype(np.float32)


def squash(film: np.ndarray, side: int) -> np.ndarray:
    return np.asarray(Image.fromarray(film).resize((side, side), Image.Resampling.BILINEAR))


def squash_mask(mask: np.ndarray, side: int) -> np.ndarray:
    return squash((mask * 255).astype(np.uint8), side) > 127


def box_of(mask: np.ndarray) -> tuple[slice, slice]:
    """Rows and columns of the box, from the sums along each axis."""

    def side(held: np.ndarray) -> slice:
        where = np.flatnonzero(held)
        if where.size == 0:
            return slice(0, held.size)
        length = where[-1] - where[0] + 1
        margin = int(np.floor(0.04 * length + 0.5))
        return slice(max(where[0] - margin, 0), min(where[-1] + margin + 1, held.size))

    return side(mask.any(axis=1)), side(mask.any(axis=0))


def greys_inside(film: np.ndarray, mask: np.ndarray) -> np.ndarray:
    values = np.sort(film[mask])
    if values.size == 0:
        return np.zeros_like(film)
    low = values[int(np.floor(0.005 * (values.size - 1)))]
    high = values[int(np.ceil(0.995 * (values.size - 1)))]
    return np.where(mask, np.clip((film - low) / max(high - low, 1e-6), 0, 1), 0).astype(np.float32)


def ellipses(side: int) -> np.ndarray:
    v, u = (np.mgrid[:side, :side] + 0.5) / side
    return np.logical_or.reduce([((u - c) / 0.13) ** 2 + ((v - 0.47) / 0.29) ** 2 < 1 for c in (0.33, 0.69)])


def masks(rng: np.random.Generator) -> dict[str, np.ndarray]:
    dot = np.zeros((64, 64), bool)
    dot[20:23, 40:44] = True
    corner = np.zeros((100, 100), bool)
    corner[:55, :70] = True
    return {
        "two ellipses": ellipses(512),
        "blobs": blobs(rng, 128, 128, 9.0, 0.3),
        "corner": corner,
        "nearly a dot": dot,
        "empty": np.zeros((64, 64), bool),
    }


def box_case(name: str, mask: np.ndarray, width: int, height: int) -> dict:
    film, small = squash(pattern(width, height), SIDE), squash_mask(mask, SIDE)
    rows, columns = box_of(small)
    seen, inside = squash(film[rows, columns], OUT), squash_mask(small[rows, columns], OUT)
    return {
        "name": name,
        "film": {"width": width, "height": height},
        "mask": packed_mask(mask),
        "box": {
            "left": int(columns.start),
            "top": int(rows.start),
            "width": int(columns.stop - columns.start),
            "height": int(rows.stop - rows.start),
        },
        "seenMask": packed_mask(inside),
        "seenFilm": packed(greys_inside(seen, inside).astype("<f4")),
    }


def greys_case(rng: np.random.Generator, width: int, height: int, share: float) -> dict:
    film = rng.normal(1000, 200, (height, width)).astype(np.float32)
    mask = rng.random((height, width)) < share
    scaled = greys_inside(film, mask)
    return {"film": packed(film.astype("<f4")), "mask": packed_mask(mask), "scaled": packed(scaled.astype("<f4"))}


def main() -> None:
    rng = np.random.default_rng(11)
    films = ((4000, 3400), (300, 420), (224, 224), (91, 130), (224, 200))
    boxes = [box_case(name, mask, *film) for (name, mask), film in zip(masks(rng).items(), films, strict=True)]
    greys = [greys_case(rng, *case) for case in ((40, 30, 0.4), (7, 9, 0.5), (30, 30, 1.0), (5, 5, 0.0))]
    for name, content in (("lung-box", boxes), ("lung-greys", greys)):
        (GOLDEN / f"{name}.json").write_text(json.dumps(content) + "\n")
    print(f"wrote {GOLDEN.relative_to(TRAINING.parent)}/lung-box.json and lung-greys.json")


if __name__ == "__main__":
    main()
