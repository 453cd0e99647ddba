"""Partial lung labels of the films with a human mask that includes the heart:

python -m manet.train.make_partial_labels configs/partial.toml

Writes cache/<name>/films.npy and labels.npy (n, 224, 224) and ids.json: the training films of ``v7``.
"""

import argparse
import json

import numpy as np
import torch
from tqdm import tqdm

from manet.data.dataset import data_root, read_films
from manet.data.films import SCALINGS, read_grey, read_mask, resize_masks
from manet.data.partial_labels import partial_label
from manet.train.make_masks import FILM_SIZE, load_segmenter
from manet.train.runs import TRAINING, join_group, read_config
from manet.train.segmenter import predict_logits


def make_partial_labels(config: dict, data: str | None) -> None:
    device = join_group()[2]
    model, trained = load_segmenter(config["segmenter"], device)
    films = [f for f in read_films(data_root(data)) if f.mask_v7 and f.split_group == "train"]
    greys = np.stack([read_grey(film.path, FILM_SIZE) for film in films])
    labels = []
    for start in tqdm(range(0, len(films), 8), desc="labels", mininterval=10):
        part = torch.from_numpy(greys[start : start + 8])[:, None]
        logits = predict_logits(model, part, config["size"], SCALINGS[trained["range"]], device)
        found = resize_masks(logits, FILM_SIZE)
        humans = [read_mask(film.mask_v7, FILM_SIZE) > 0 for film in films[start : start + 8]]
        labels += [partial_label(h, f) for h, f in zip(humans, found, strict=True)]
    out = TRAINING / "cache" / config["name"]
    out.mkdir(parents=True, exist_ok=True)
    np.save(out / "films.npy", greys)
    np.save(out / "labels.npy", np.stack(labels))
    (out / "ids.json").write_text(json.dumps([film.id for film in films]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    make_partial_labels(read_config(arguments.config), arguments.data)


if __name__ == "__main__":
    main()
