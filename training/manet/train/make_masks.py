"""Lung masks of every classification film: python -m manet.train.make_masks configs/masks.toml

Writes cache/<name>/films.npy and masks.npy (n, 224, 224) and ids.json, in table order.
"""

import argparse
import json

import numpy as np
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval
from tqdm import tqdm

from manet.data.dataset import data_root, read_films
from manet.data.films import SCALINGS, read_grey, resize_mask
from manet.networks.resunet import ResidualBlock, ResUNet
from manet.train.runs import TRAINING, join_group, load_checkpoint, read_config
from manet.train.segmenter import DEFAULTS, predict_masks

FILM_SIZE = 224


def fold_norms(model: ResUNet) -> ResUNet:
    """The same network with every BN folded into its convolution, which halves the time on a CPU."""
    for block in model.modules():
        if isinstance(block, ResidualBlock):
            block.conv1 = fuse_conv_bn_eval(block.conv1, block.bn1)
            block.conv2 = fuse_conv_bn_eval(block.conv2, block.bn2)
            block.bn1 = block.bn2 = nn.Identity()
            if isinstance(block.shortcut, nn.Sequential):
                block.shortcut = fuse_conv_bn_eval(*block.shortcut)
    return model


def load_segmenter(run: str, device: torch.device) -> tuple[ResUNet, dict]:
    """The best weights of a run, ready to predict, and its config."""
    checkpoint = load_checkpoint(TRAINING / "runs" / run / "best.pt")
    if checkpoint is None:
        raise FileNotFoundError(f"no best.pt in runs/{run}: train the segmenter first")
    model = ResUNet(checkpoint["config"]["width"])
    model.load_state_dict(checkpoint["model"])
    return fold_norms(model.eval()).to(device, memory_format=torch.channels_last), DEFAULTS | checkpoint["config"]


def make_masks(config: dict, data: str | None) -> None:
    device = join_group()[2]
    model, trained = load_segmenter(config["segmenter"], device)
    films = read_films(data_root(data))
    greys, masks = [], []
    for start in tqdm(range(0, len(films), 32), desc="masks", mininterval=10):
        part = [read_grey(film.path, FILM_SIZE) for film in films[start : start + 32]]
        predicted = predict_masks(
            model, torch.from_numpy(np.stack(part))[:, None], config["size"], SCALINGS[trained["range"]], device
        )
        greys += part
        masks += [resize_mask(mask, FILM_SIZE) for mask in predicted]
    out = TRAINING / "cache" / config["name"]
    out.mkdir(parents=True, exist_ok=True)
    np.save(out / "films.npy", np.stack(greys))
    np.save(out / "masks.npy", np.stack(masks))
    (out / "ids.json").write_text(json.dumps([film.id for film in films]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    make_masks(read_config(arguments.config), arguments.data)


if __name__ == "__main__":
    main()
