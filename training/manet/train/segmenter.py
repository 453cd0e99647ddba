"""Trains the ResUNet: python -m manet.train.segmenter configs/segmenter.toml

Films whose human outline includes the heart teach it by partial labels (manet.data.partial_labels). Every epoch
writes runs/<name>/last.pt; a run that was stopped goes on from there.
"""

import argparse
import random
import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F
from torch.utils.data import DistributedSampler
from tqdm import tqdm

from manet.data import augment
from manet.data.dataset import SEGMENTER_ANNOTATIONS, Pair, data_root, read_pairs
from manet.data.films import SCALINGS, read_grey, read_mask, resize_masks
from manet.data.partial_labels import IGNORED, LUNG
from manet.data.postprocess import postprocess
from manet.networks.resunet import ResUNet
from manet.train.losses import segmentation_loss
from manet.train.metrics import iou
from manet.train.runs import (
    TRAINING,
    autocast,
    join_group,
    load_checkpoint,
    parallel,
    read_config,
    save_checkpoint,
    seed_epoch,
    write_report,
)

OPTIMISERS = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}

MASK_SIZE = 512
"""Masks are cut from logits enlarged to this size, whatever size the network looks at."""

DEFAULTS = {"precision": "bfloat16", "range": "min-max", "partial": None, "partial_films": 0, "pair_draws": 1}
"""Options that a config may leave out: ``precision`` of training, ``range`` a name in films.SCALINGS, ``partial`` a
cache of partial labels, of which every epoch draws ``partial_films``, and every pair ``pair_draws`` times."""


def load_pairs(pairs: list[Pair], size: int) -> tuple[Tensor, Tensor]:
    """Films and masks as uint8 tensors (n, 1, size, size)."""
    films = np.stack([read_grey(pair.image, size) for pair in pairs])
    masks = np.stack([read_mask(pair.mask, size) for pair in pairs])
    return torch.from_numpy(films)[:, None], torch.from_numpy(masks)[:, None]


def load_partial(cache: str, size: int) -> tuple[Tensor, Tensor]:
    """Films and partial labels of a cache, uint8 (n, 1, size, size)."""
    folder = TRAINING / "cache" / cache
    films = torch.from_numpy(np.load(folder / "films.npy"))[:, None]
    labels = torch.from_numpy(np.load(folder / "labels.npy"))[:, None]
    grown = torch.cat([F.interpolate(f.float(), size=size, mode="bilinear").round().byte() for f in films.split(256)])
    return grown, F.interpolate(labels, size=size, mode="nearest")


def augmented(film: Tensor, label: Tensor, size: int, scale) -> tuple[Tensor, Tensor, Tensor]:
    """uint8 film and label (n, 1, s, s) -> network input, target and weight (n, 1, size, size).

    Whatever differs between hospitals and detectors changes at random: geometry, grey curve, edge enhancement,
    sharpness, noise, frames. ``scale`` brings the result to [0, 1], as it does before every prediction.
    """
    n = film.shape[0]
    theta = augment.affine_matrices(n, degrees=15, scale=1.35, shift=0.1, flip_p=0.5, p=0.8)
    grid = F.affine_grid(theta.to(film.device), [n, 3, size, size], align_corners=False)
    if size < film.shape[-1]:
        film = F.interpolate(film.float(), size=size, mode="bilinear", antialias=True)
    layers = [F.grid_sample(film.float() / 255, grid, align_corners=False)] + [
        F.grid_sample((label == value).float(), grid, align_corners=False) for value in (LUNG, IGNORED)
    ]
    film, lung, ignored = layers[0], (layers[1] > 0.5).float(), (layers[2] > 0.5).float()
    film = augment.remap(augment.tone(film, strength=0.6).clamp(0, 1), knots=6, p=0.6)
    film = augment.even_contrast(film, strength=0.9)
    film = augment.noise(augment.blur(augment.sharpen(film, least=-0.6, most=1.6), factor=4), sigma=0.08)
    film, seen = augment.frames(film.clamp(0, 1), largest=1 / 9, p=0.2)
    return scale(film), lung * seen, 1 - ignored * seen


@torch.no_grad()
def predict_logits(model: ResUNet, films: Tensor, size: int, scale, device: torch.device, batch: int = 8) -> Tensor:
    """Logits (n, 1, size, size) of uint8 films (n, 1, s, s), squashed to the network's ``size`` first."""
    model.eval()
    logits = []
    for part in films.split(batch):
        film = part.to(device).float()
        if film.shape[-1] != size:
            film = F.interpolate(film, size=(size, size), mode="bilinear", antialias=size < film.shape[-1])
        logits.append(model(scale(film).to(memory_format=torch.channels_last)).float().cpu())
    return torch.cat(logits)


def predict_masks(model: ResUNet, films: Tensor, size: int, scale, device: torch.device) -> np.ndarray:
    """Post-processed boolean lung masks (n, MASK_SIZE, MASK_SIZE) of uint8 films."""
    parts = (resize_masks(predict_logits(model, part, size, scale, device), MASK_SIZE) for part in films.split(8))
    return np.stack([postprocess(mask) for masks in parts for mask in masks])


def mean_iou(model: ResUNet, films: Tensor, masks: Tensor, size: int, scale, device: torch.device) -> float:
    """Over uint8 films (n, 1, s, s) and masks (n, 1, MASK_SIZE, MASK_SIZE)."""
    predicted = predict_masks(model, films, size, scale, device)
    return float(np.mean([iou(p, t) for p, t in zip(predicted, masks[:, 0].bool().numpy(), strict=True)]))


def draw_films(pairs: int, partial: int, config: dict, seed: int, rank: int, world: int) -> Tensor:
    """Indices of one epoch: every pair ``pair_draws`` times and some films with partial labels, which stand behind."""
    generator = torch.Generator().manual_seed(seed)
    chosen = pairs + torch.randperm(partial, generator=generator)[: config["partial_films"]]
    order = torch.cat([torch.arange(pairs).repeat(config["pair_draws"]), chosen])
    sampler = DistributedSampler(order, num_replicas=world, rank=rank, seed=seed)
    return order[torch.tensor(list(sampler))]


def train(config: dict, data: str | None) -> None:
    config = DEFAULTS | config
    rank, world, device = join_group()
    scale = SCALINGS[config["range"]]
    pairs = [p for p in read_pairs(data_root(data)) if p.annotation in SEGMENTER_ANNOTATIONS]
    sides = {side: [p for p in pairs if p.split_group == side] for side in ("train", "val")}
    sizes = config["sizes"]
    films, labels = load_pairs(sides["train"], max(sizes))
    n_pairs = len(films)
    if config["partial"]:
        more = load_partial(config["partial"], max(sizes))
        films, labels = torch.cat([films, more[0]]), torch.cat([labels, more[1]])
    val_films, val_masks = load_pairs(sides["val"], MASK_SIZE)

    seed_epoch(config["seed"], -1)
    model = ResUNet(config["width"]).to(device, memory_format=torch.channels_last)
    out = TRAINING / "runs" / config["name"]
    if "warm_start" in config:
        start = load_checkpoint(TRAINING / "runs" / config["warm_start"] / "best.pt")
        if start is None:
            raise FileNotFoundError(f"warm_start: no best.pt in runs/{config['warm_start']}")
        model.load_state_dict(start["model"])
    optimiser = OPTIMISERS[config["optimiser"]](
        model.parameters(), lr=config["rate"], weight_decay=config["weight_decay"]
    )
    drawn = n_pairs * config["pair_draws"] + min(config["partial_films"], len(films) - n_pairs)
    steps = drawn // (config["batch"] * world)
    if config["schedule"] == "one-cycle":
        scheduler = torch.optim.lr_scheduler.OneCycleLR(
            optimiser, config["rate"], total_steps=steps * config["epochs"], pct_start=config["warm_up"]
        )
    else:
        scheduler = torch.optim.lr_scheduler.ConstantLR(optimiser, factor=1.0)
    history: list[dict] = []
    if (last := load_checkpoint(out / "last.pt")) is not None:
        model.load_state_dict(last["model"])
        optimiser.load_state_dict(last["optimiser"])
        scheduler.load_state_dict(last["scheduler"])
        history = last["history"]
    network = parallel(model, world)

    for epoch in range(len(history), config["epochs"]):
        began = time.time()
        seed_epoch(config["seed"], epoch, rank)
        order = draw_films(n_pairs, len(films) - n_pairs, config, config["seed"] * 1009 + epoch, rank, world)
        model.train()
        losses = []
        bar = tqdm(
            order[: steps * config["batch"]].split(config["batch"]),
            desc=f"epoch {epoch + 1}/{config['epochs']}",
            mininterval=10,
        )
        for index in bar:
            x, t, weight = augmented(films[index].to(device), labels[index].to(device), random.choice(sizes), scale)
            with autocast(device, config["precision"]):
                logits = network(x.to(memory_format=torch.channels_last))
            loss = segmentation_loss(logits.float(), t, config["cross_entropy_weight"], weight)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            scheduler.step()
            losses.append(loss.item())
            bar.set_postfix(loss=f"{np.mean(losses):.4f}")
        if rank:
            continue
        score = mean_iou(model, val_films, val_masks, config["size"], scale, device)
        history.append(
            {"epoch": epoch + 1, "loss": float(np.mean(losses)), "val_iou": score, "seconds": time.time() - began}
        )
        print(history[-1], flush=True)
        if score >= max(h["val_iou"] for h in history):
            save_checkpoint(out / "best.pt", model=model.state_dict(), config=config, history=history)
        save_checkpoint(
            out / "last.pt",
            model=model.state_dict(),
            optimiser=optimiser.state_dict(),
            scheduler=scheduler.state_dict(),
            config=config,
            history=history,
        )
        write_report(
            TRAINING / "reports" / f"{config['name']}.json",
            split="split_group",
            n_train=len(films),
            n_val=len(val_films),
            seed=config["seed"],
            config=config,
            history=history,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    train(read_config(arguments.config), arguments.data)


if __name__ == "__main__":
    main()
