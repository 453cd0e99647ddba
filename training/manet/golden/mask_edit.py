"""Golden files of src/imaging/mask-edit from scikit-image.

python -m manet.golden.mask_edit   (writes test/golden/mask-edit)
"""

import json

import numpy as np
from skimage.draw import ellipse
from skimage.morphology import dilation, disk, erosion
from skimage.segmentation import flood

from manet.golden.imaging import blobs, packed_mask
from manet.train.runs import TRAINING

GOLDEN = TRAINING.parent / "test" / "golden" / "mask-edit"
RADII = ((1.0, 1.0), (2.0, 2.0), (5.0, 5.0), (3.0, 1.5), (4.4, 7.7))
"""(rx, ry) in mask pixels; a film that is not square makes its discs ellipses in the mask."""


def footprint(rx: float, ry: float) -> np.ndarray:
    if rx == ry and rx.is_integer():
        return disk(int(rx)).astype(bool)
    x, y = np.arange(-int(rx), int(rx) + 1), np.arange(-int(ry), int(ry) + 1)
    return (x[None] / rx) ** 2 + (y[:, None] / ry) ** 2 <= 1


def masks(rng: np.random.Generator) -> dict[str, np.ndarray]:
    dot = np.zeros((21, 25), bool)
    dot[10, 12] = True
    return {
        "dot": dot,
        "hole": ~dot,
        "edge": np.pad(np.ones((12, 6), bool), ((0, 6), (0, 20))),
        "speckle": rng.random((40, 57)) < 0.5,
        "blobs": blobs(rng, 96, 80, 5.0, 0.4),
    }


def morphology(mask: np.ndarray) -> list[dict]:
    """What lies beyond the border is outside for a dilation, inside for an erosion."""
    return [
        {
            "rx": rx,
            "ry": ry,
            "grown": packed_mask(dilation(mask, footprint(rx, ry), mode="ignore")),
            "shrunk": packed_mask(erosion(mask, footprint(rx, ry), mode="ignore")),
        }
        for rx, ry in RADII
    ]


def dabs(rng: np.random.Generator, mask: np.ndarray) -> list[dict]:
    """A brush put down once. skimage's pixels have their middle at whole numbers, ours at halves."""
    cases = []
    for rx, ry in RADII:
        x, y = rng.uniform(-2, mask.shape[1] + 2), rng.uniform(-2, mask.shape[0] + 2)
        painted = mask.copy()
        painted[ellipse(y - 0.5, x - 0.5, ry, rx, shape=mask.shape)] = True
        erased = mask.copy()
        erased[ellipse(y - 0.5, x - 0.5, ry, rx, shape=mask.shape)] = False
        cases.append(
            {"x": x, "y": y, "rx": rx, "ry": ry, "painted": packed_mask(painted), "erased": packed_mask(erased)}
        )
    return cases


def fills(rng: np.random.Generator, mask: np.ndarray) -> list[dict]:
    cases = []
    for _ in range(12):
        row, column = int(rng.integers(mask.shape[0])), int(rng.integers(mask.shape[1]))
        region = flood(mask.astype(np.uint8), (row, column), connectivity=1)
        border = region[0].any() or region[-1].any() or region[:, 0].any() or region[:, -1].any()
        inside = bool(mask[row, column])
        after = None
        if inside:
            after = packed_mask(mask & ~region)
        elif not border:
            after = packed_mask(mask | region)
        cases.append({"x": column, "y": row, "inside": inside, "after": after})
    return cases


def main() -> None:
    rng = np.random.default_rng(11)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    cases = []
    for name, mask in masks(rng).items():
        cases.append(
            {
                "name": name,
                "mask": packed_mask(mask),
                "morphology": morphology(mask),
                "dabs": dabs(rng, mask),
                "fills": fills(rng, mask),
            }
        )
    (GOLDEN / "masks.json").write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
