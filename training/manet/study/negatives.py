"""Pictures that are no chest films, for `npm run gate`: python -m manet.study.negatives ../.cache/gate/negatives

Writes PNG files into a folder per kind. None of them was trained on: scikit-image's pictures that were kept apart,
and drawings from another seed.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from manet.data.not_films import DRAWINGS, cut_picture, shipped_pictures

SEED = 20261124
SIZE = 256
DRAWN = 20
CUTS = 6


def draw_negatives(rng: np.random.Generator) -> dict[str, list[np.ndarray]]:
    """Grey pictures by kind."""
    held_out = shipped_pictures(True)
    cuts = [cut_picture(picture, rng, SIZE) for picture in held_out for _ in range(CUTS)]
    drawn = {name: [draw(rng, SIZE) for _ in range(DRAWN)] for name, draw in DRAWINGS.items()}
    return {"photographs, cells, textures, sky, a page": held_out + cuts} | drawn


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for kind, pictures in draw_negatives(np.random.default_rng(SEED)).items():
        into = folder / kind.replace("/", " over ")
        into.mkdir(parents=True, exist_ok=True)
        for index, picture in enumerate(pictures):
            Image.fromarray(picture).save(into / f"{index:03}.png")


if __name__ == "__main__":
    main()
