"""What of a film a network is shown: everything its answer may rest on but the disease (Maguolo and Nanni 2021)."""

from dataclasses import replace

import numpy as np

from manet.data.stage_two import StageTwo


def lungs(films: np.ndarray, masks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """As the app does: the film inside the lungs."""
    return films, masks


def whole(films: np.ndarray, masks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The whole film."""
    return films, np.ones_like(masks)


def background(films: np.ndarray, masks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The whole film with the lungs blacked out: their outline still shows."""
    return films * (1 - masks), np.ones_like(masks)


def frame(films: np.ndarray, masks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The film with the box around the lungs blacked out: neither lungs nor their outline show."""
    covered = np.zeros_like(masks)
    for cover, mask in zip(covered, masks, strict=True):
        ys, xs = np.nonzero(mask)
        if len(ys):
            cover[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1] = 1
    return films * (1 - covered), np.ones_like(masks)


def outline(films: np.ndarray, masks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The shape of the lungs alone: white inside, black outside."""
    return masks * np.uint8(255), np.ones_like(masks)


CONTENTS = {"lungs": lungs, "whole": whole, "background": background, "frame": frame, "outline": outline}


def show_only(content: str, stage_two: StageTwo) -> StageTwo:
    """The same films, of which only ``content`` is left; raises KeyError for an unknown name."""
    films, masks = CONTENTS[content](stage_two.films, stage_two.masks)
    return replace(stage_two, films=films, masks=masks)
