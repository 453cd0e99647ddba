"""Stage-2 inputs: cached films and lung masks, chosen by split, resampled to a training size."""

import json
from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from manet.data.dataset import Film, read_films
from manet.data.films import resize, resize_mask
from manet.data.lung_box import LUNG_SCALINGS, cut_to_lungs
from manet.train.runs import TRAINING

EMPTY_MASK = 0.05
"""Films whose predicted lungs cover less than this are left out of training, as the app refuses them."""


@dataclass(frozen=True)
class StageTwo:
    """Films and masks uint8 (n, 224, 224), labels (n,), and the rows they came from."""

    rows: list[Film]
    films: np.ndarray
    masks: np.ndarray

    @property
    def labels(self) -> Tensor:
        return torch.tensor([row.label_index for row in self.rows])

    def pick(self, wanted) -> "StageTwo":
        index = [i for i, row in enumerate(self.rows) if wanted(row)]
        return StageTwo([self.rows[i] for i in index], self.films[index], self.masks[index])

    def readable(self) -> "StageTwo":
        index = np.flatnonzero(self.masks.mean(axis=(1, 2)) >= EMPTY_MASK)
        return StageTwo([self.rows[i] for i in index], self.films[index], self.masks[index])

    def at(self, size: int, framing: str = "film") -> tuple[Tensor, Tensor]:
        """Films and masks as uint8 tensors (n, 1, size, size), whole or cut to the lungs' box."""
        if framing == "lung-box":
            cut = [cut_to_lungs(f, m, size) for f, m in zip(self.films, self.masks, strict=True)]
            films, masks = (np.stack(part) for part in zip(*cut, strict=True))
        elif size == self.films.shape[1]:
            films, masks = self.films, self.masks
        else:
            films = np.stack([np.asarray(resize(Image.fromarray(f), size)) for f in self.films])
            masks = np.stack([resize_mask(m > 0, size) for m in self.masks])
        return torch.from_numpy(films)[:, None], torch.from_numpy(masks)[:, None]


@dataclass(frozen=True)
class Sight:
    """What a classifier is shown: its square's side, what of the film that holds, and how the greys are scaled."""

    size: int
    framing: str = "film"
    range: str = "min-max"

    def pictures(self, films: StageTwo) -> tuple[Tensor, Tensor]:
        """Films and masks as uint8 tensors (n, 1, size, size)."""
        return films.at(self.size, self.framing)

    def scale(self, film: Tensor, mask: Tensor) -> Tensor:
        """A network's input from greys and mask, both float (n, 1, s, s)."""
        return LUNG_SCALINGS[self.range](film, mask)


def sight_of(config: dict, size: int | None = None) -> Sight:
    """How a run's network looks, at the size it was trained at last unless told otherwise."""
    return Sight(size or config["phases"][-1][0], config.get("framing", "film"), config.get("range", "min-max"))


def load_stage_two(cache: str, root) -> StageTwo:
    """The cache written by make_masks, matched with the film table."""
    folder = TRAINING / "cache" / cache
    if not (folder / "ids.json").is_file():
        raise FileNotFoundError(f"no stage-2 inputs in {folder}: run manet.train.make_masks first")
    rows = read_films(root)
    if json.loads((folder / "ids.json").read_text()) != [row.id for row in rows]:
        raise ValueError(f"{folder} was made from another film table: run manet.train.make_masks again")
    return StageTwo(rows, np.load(folder / "films.npy"), np.load(folder / "masks.npy"))
