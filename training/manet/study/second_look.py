"""Does a second look find opaque lungs? python -m manet.study.second_look configs/masks.toml

Looks again, as the app does, at every film whose mask lies on one side, and compares both masks with human ones
(``v7``). Writes docs/study/second-look.{json,md}. Needs the cache that manet.train.make_masks wrote with that config.
"""

import argparse

import numpy as np
import torch
from PIL import Image
from tqdm import tqdm

from manet.data.dataset import data_root
from manet.data.films import min_max, read_mask, resize, resize_mask
from manet.data.postprocess import keep_largest
from manet.data.second_look import REACH_FRACTION, local_contrast
from manet.data.stage_two import EMPTY_MASK, StageTwo, load_stage_two
from manet.networks.resunet import ResUNet
from manet.study.finished import percent, table, write_study
from manet.train.make_masks import FILM_SIZE, load_segmenter
from manet.train.metrics import dice
from manet.train.runs import read_config
from manet.train.segmenter import predict_masks

LEAST_SMALLER_SHARE = 0.12
"""src/pipeline/gate/check-lungs.ts: below it a mask lies on one side."""

SIDES = {"train and val": ("train", "val"), "test": ("test",)}


def smaller_half(mask: np.ndarray) -> slice:
    """The columns of the half that holds less of a mask."""
    middle = mask.shape[1] // 2
    return slice(0, middle) if mask[:, :middle].sum() < mask[:, middle:].sum() else slice(middle, None)


def is_one_sided(mask: np.ndarray) -> bool:
    return bool(mask[:, smaller_half(mask)].sum() < LEAST_SMALLER_SHARE * mask.sum())


def look_again(model: ResUNet, film: np.ndarray, size: int) -> np.ndarray:
    """The second mask, uint8 at film size, of a uint8 film."""
    large = np.asarray(resize(Image.fromarray(film), size)).astype(np.float32)
    scaled = (large - large.min()) / max(float(large.max() - large.min()), 1e-6)
    evened = torch.from_numpy(local_contrast(scaled, round(REACH_FRACTION * size)).astype(np.float32))
    mask = predict_masks(model, evened[None, None], size, min_max, torch.device("cpu"))[0]
    return resize_mask(keep_largest(mask, 2), FILM_SIZE)


def compare(row, first: np.ndarray, second: np.ndarray) -> dict:
    """What became of one film; Dice is None where there is no human mask."""
    found = bool(second.mean() >= EMPTY_MASK and not is_one_sided(second))
    result = {"id": row.id, "label": row.label, "split": row.split_group, "found": found, "dice": None}
    if row.mask_v7:
        human = read_mask(row.mask_v7, FILM_SIZE)
        half = smaller_half(first)
        pairs = {"first": first, "second": second if found else first}
        result["dice"] = {name: dice(mask, human) for name, mask in pairs.items()}
        result["half"] = {name: dice(mask[:, half], human[:, half]) for name, mask in pairs.items()}
    return result


def summary(films: list[dict]) -> dict:
    told = [film for film in films if film["dice"]]
    means = {
        f"{what}_{look}": float(np.mean([film[what][look] for film in told]))
        for what in ("dice", "half")
        for look in ("first", "second")
    }
    better = sum(film["dice"]["second"] > film["dice"]["first"] for film in told)
    return {"n": len(films), "found": sum(f["found"] for f in films), "n_human": len(told), "better": better, **means}


def measure(model: ResUNet, films: StageTwo, size: int) -> list[dict]:
    at_once = zip(films.rows, films.films, films.masks, strict=True)
    return [
        compare(row, mask, look_again(model, film, size)) for row, film, mask in tqdm(list(at_once), mininterval=10)
    ]


def row(name: str, s: dict) -> list[str]:
    counts = [str(s["n"]), str(s["found"]), str(s["n_human"]), str(s["better"])]
    keys = ("dice_first", "dice_second", "half_first", "half_second")
    return [name, *counts, *(f"{s[key]:.3f}" for key in keys)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    config = read_config(arguments.config)
    model = load_segmenter(config["segmenter"], torch.device("cpu"))[0]
    films = load_stage_two(config["name"], data_root(arguments.data)).readable()
    one_sided = {film.id for film, mask in zip(films.rows, films.masks, strict=True) if is_one_sided(mask)}
    results = measure(model, films.pick(lambda film: film.id in one_sided), config["size"])
    sides = {name: summary([r for r in results if r["split"] in splits]) for name, splits in SIDES.items()}
    head = ["split_group", "one-sided", "found both", "with human mask", "nearer to it", "Dice", "then"]
    share = percent(len(results) / len(films.rows))
    text = (
        f"{share} of the films (n = {len(films.rows)}) have a mask that lies on one side: less than "
        f"{percent(LEAST_SMALLER_SHARE, 0)} of it in the emptier half. Stage 1 leaves a lung out that is as white as the "
        "mediastinum. The app looks at these films again with their local contrast evened, and keeps the two largest "
        "objects. Dice is with the human masks of `v7`, which include the lung behind the heart, stage 1's masks do "
        "not; before and after, of the whole film and of the half that the first mask left empty. How the contrast is "
        "evened was chosen on some 40 films of train and val; no test film was looked at for that.\n\n"
        + table([*head, "Dice, empty half", "then"], [row(*item) for item in sides.items()])
    )
    command = f"python -m manet.study.second_look {arguments.config}"
    write_study("second-look", "A second look for opaque lungs", command, text, {"sides": sides, "films": results})


if __name__ == "__main__":
    main()
