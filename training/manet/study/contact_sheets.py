"""Every mask at a glance: python -m manet.study.contact_sheets FOLDER

Draws the test films of ``split_group`` with the lungs that stage 1 found, numbered as in ids.txt, into a folder that
must lie outside the repository: real films are never committed.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from manet.data.dataset import data_root
from manet.data.films import resize
from manet.data.stage_two import load_stage_two
from manet.train.runs import TRAINING

TILE, COLUMNS, ROWS = 128, 12, 10


def tile(film: np.ndarray, mask: np.ndarray, number: int) -> np.ndarray:
    """A film with its lungs tinted and its number, (TILE, TILE, 3) uint8."""
    colour = np.repeat(film[..., None], 3, axis=2).astype(np.float32)
    colour[mask > 0] = 0.7 * colour[mask > 0] + np.array([0, 75, 40])
    picture = resize(Image.fromarray(colour.astype(np.uint8)), TILE)
    ImageDraw.Draw(picture).text((2, 1), str(number), fill=(255, 220, 0))
    return np.asarray(picture)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--inputs", default="masks", help="the cache that manet.train.make_masks wrote")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    if arguments.folder.resolve().is_relative_to(TRAINING.parent):
        parser.error("real films are never committed: name a folder outside the repository")
    films = load_stage_two(arguments.inputs, data_root(arguments.data)).pick(lambda r: r.split_group == "test")
    tiles = [tile(f, m, n) for n, (f, m) in enumerate(zip(films.films, films.masks, strict=True))]
    blank = np.zeros((TILE, TILE, 3), np.uint8)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    (arguments.folder / "ids.txt").write_text("\n".join(f"{n} {row.id}" for n, row in enumerate(films.rows)) + "\n")
    for start in range(0, len(tiles), COLUMNS * ROWS):
        part = tiles[start : start + COLUMNS * ROWS]
        part += [blank] * (-len(part) % COLUMNS)
        rows = [np.concatenate(part[at : at + COLUMNS], axis=1) for at in range(0, len(part), COLUMNS)]
        Image.fromarray(np.concatenate(rows)).save(arguments.folder / f"sheet-{start // (COLUMNS * ROWS):02d}.png")


if __name__ == "__main__":
    main()
