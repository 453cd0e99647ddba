"""Trains the ResUNet: python -m manet.train.segmenter configs/segmenter.toml

Every epoch writes runs/<name>/last.pt; a run that was stopped goes on from there.
"""

import argparse
import time

import numpy as np
import torch
from torch.utils.data import DistributedSampler
from tqdm import tqdm

from manet.data import augment
from manet.data.dataset import SEGMENTER_ANNOTATIONS, Pair, data_root, read_pairs
from manet.data.films import min_max, read_grey, read_mask
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


def load_pairs(pairs: list[Pair], size: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Films and masks as uint8 tensors (n, 1, size, size)."""
    films = np.stack([read_grey(pair.image, size) for pair in pairs])
    masks = np.stack([read_mask(pair.mask, size) for pair in pairs])
    return torch.from_numpy(films)[:, None], torch.from_numpy(masks)[:, None]


def augmented(film: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Geometry and tone, each with probability one half (paper, section 2.2)."""
    theta = augment.affine_matrices(film.shape[0], degrees=12, scale=1.2, shift=0.06, flip_p=0.5, p=0.5)
    film, mask = augment.warp(film, mask, theta, film.shape[-1])
    film = augment.blur(augment.tone(min_max(film), strength=0.35), factor=3)
    return augment.noise(film, sigma=0.04), mask


@torch.no_grad()
def predict_masks(model: ResUNet, films: torch.Tensor, device: torch.device, batch: int = 8) -> np.ndarray:
    """Post-processed boolean lung masks (n, s, s) of uint8 films (n, 1, s, s)."""
    model.eval()
    masks = []
    for part in films.split(batch):
        x = min_max(part.to(device).float()).to(memory_format=torch.channels_last)
        with autocast(device):
            logits = model(x)
        masks += [postprocess(mask) for mask in (logits[:, 0].float() > 0).cpu().numpy()]
    return np.stack(masks)


def mean_iou(model: ResUNet, films: torch.Tensor, masks: torch.Tensor, device: torch.device) -> float:
    predicted = predict_masks(model, films, device)
    return float(np.mean([iou(p, t) for p, t in zip(predicted, masks[:, 0].bool().numpy(), strict=True)]))


def train(config: dict, data: str | None) -> None:
    rank, world, device = join_group()
    pairs = [p for p in read_pairs(data_root(data)) if p.annotation in SEGMENTER_ANNOTATIONS]
    sides = {side: [p for p in pairs if p.split_group == side] for side in ("train", "val")}
    films, masks = load_pairs(sides["train"], config["size"])
    val_films, val_masks = load_pairs(sides["val"], config["size"])

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
    steps = len(films) // (config["batch"] * world)
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
        sampler = DistributedSampler(films, num_replicas=world, rank=rank, seed=config["seed"])
        sampler.set_epoch(epoch)
        order = torch.tensor(list(sampler))[: steps * config["batch"]]
        model.train()
        losses = []
        bar = tqdm(order.split(config["batch"]), desc=f"epoch {epoch + 1}/{config['epochs']}", mininterval=10)
        for index in bar:
            x, t = augmented(films[index].to(device).float() / 255, masks[index].to(device).float())
            with autocast(device):
                logits = network(x.to(memory_format=torch.channels_last))
            loss = segmentation_loss(logits.float(), t, config["cross_entropy_weight"])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            scheduler.step()
            losses.append(loss.item())
            bar.set_postfix(loss=f"{np.mean(losses):.4f}")
        if rank:
            continue
        score = mean_iou(model, val_films, val_masks, device)
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
