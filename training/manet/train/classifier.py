"""Trains a stage-2 classifier: python -m manet.train.classifier configs/ma-resnet50.toml

The config lists phases of (size, epochs): small films first, full size last. Every epoch
writes runs/<name>/last.pt; a run that was stopped goes on from there.
"""

import argparse
import time
from collections import Counter

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F
from tqdm import tqdm

from manet.data import augment
from manet.data.contents import show_only
from manet.data.dataset import Film, data_root
from manet.data.stage_two import Sight, StageTwo, load_stage_two, sight_of
from manet.networks.classifiers import build_classifier
from manet.networks.imagenet import RESNET50_FILE, fill_resnet50, pretrained_root
from manet.train.ema import Ema, recalibrate
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
from manet.train.teach import load_answers

DEFAULTS = {
    "augmentation": "film",
    "balance": 0.0,
    "leave_out": [],
    "content": "lungs",
    "precision": "bfloat16",
    "framing": "film",
    "range": "min-max",
    "padding_rule": "counted",
    "pretrained": False,
    "teacher": None,
    "teacher_weight": 0.5,
}
"""Options that a config may leave out: ``augmentation`` is a name in AUGMENTATIONS, ``balance`` the power to
which rare label-and-source cells are drawn more often (0 none, 1 all cells alike), ``epoch_films`` the films of
one epoch (all of them), ``leave_out`` sources never trained on ("nih", or "kermany:normal"), ``content`` what of
a film the network sees (a name in manet.data.contents), ``precision`` bfloat16 or float32 in training, ``framing``
and ``range`` how the film is cut and scaled (manet.data.lung_box), ``padding_rule`` what maps make of padding
(manet.networks.blocks), ``pretrained`` whether a ResNet50 starts from ImageNet, ``teacher`` a cache of another
network's soft answers (manet.train.teach), which count ``teacher_weight`` beside the labels."""


def left_out(row: Film, sources: list[str]) -> bool:
    return row.source in sources or f"{row.source}:{row.label}" in sources


def training_films(stage_two: StageTwo, config: dict) -> tuple[StageTwo, StageTwo]:
    """Train and validation films of ``split_group``; the test films of ``split_random`` are kept
    out of both, so that one model can be measured on either protocol."""
    config = DEFAULTS | config
    usable = stage_two.pick(
        lambda r: r.split_random != "test" and r.subset in config["subsets"] and not left_out(r, config["leave_out"])
    ).readable()
    return usable.pick(lambda r: r.split_group == "train"), usable.pick(lambda r: r.split_group == "val")


def draw_films(rows: list[Film], count: int, balance: float) -> Tensor:
    """Indices of the films of one epoch: each at most once, or, with ``balance``, rare cells more often."""
    if not balance:
        return torch.randperm(len(rows))[:count]
    cells = Counter((row.label, row.source) for row in rows)
    weights = torch.tensor([cells[row.label, row.source] ** -balance for row in rows])
    return torch.multinomial(weights, count, replacement=True)


def film_augmentation(film: Tensor, mask: Tensor, scale) -> tuple[Tensor, Tensor]:
    """uint8 film and mask (n, 1, s, s) -> classifier input and mask under random geometry and tone."""
    theta = augment.affine_matrices(film.shape[0], degrees=12, scale=1.2, shift=0.06, flip_p=0.5, p=0.8)
    film, mask = augment.warp(film.float() / 255, mask.float(), theta, film.shape[-1])
    film = augment.blur(augment.tone(scale(film, mask), strength=0.3), factor=2.5, p=0.3)
    film = augment.erase(augment.noise(film, sigma=0.04, p=0.3), largest=0.3, p=0.3)
    return scale(film, mask), mask


def source_blind_augmentation(film: Tensor, mask: Tensor, scale) -> tuple[Tensor, Tensor]:
    """Also what differs between hospitals: grey scale, edge enhancement, compression, marks, outline."""
    size = film.shape[-1]
    theta = augment.affine_matrices(film.shape[0], degrees=15, scale=1.25, shift=0.08, flip_p=0.5, p=0.8)
    film, mask = augment.warp(film.float() / 255, mask.float(), theta, size)
    mask = augment.regrow(mask, reach=size // 48, p=0.3)
    film = augment.sharpen(augment.remap(scale(film, mask)), least=-0.6, most=0.8)
    film = augment.jpeg(augment.blur(augment.tone(film, strength=0.35), factor=2.5), worst=30)
    film = augment.marks(augment.noise(film, sigma=0.05), largest=0.15)
    return scale(augment.erase(film, largest=0.3, p=0.3).clamp(0, 1), mask), mask


CPU = torch.device("cpu")
AUGMENTATIONS = {"film": film_augmentation, "source-blind": source_blind_augmentation}


def forward(model: nn.Module, film: Tensor, mask: Tensor) -> Tensor:
    """Logits (n, classes) of float film and mask (n, 1, s, s)."""
    return model(film.to(memory_format=torch.channels_last), mask)[0]


@torch.no_grad()
def predict_logits(model: nn.Module, films: StageTwo, sight: Sight, device: torch.device = CPU) -> Tensor:
    """Logits (n, classes) in eval mode of films that are shown as ``sight`` says."""
    return predict_pictures(model, *sight.pictures(films), sight, device)


@torch.no_grad()
def predict_pictures(
    model: nn.Module, films: Tensor, masks: Tensor, sight: Sight, device: torch.device = CPU
) -> Tensor:
    """The same of pictures as the sight makes them, uint8 (n, 1, s, s)."""
    model.eval()
    logits = []
    for film, mask in zip(films.split(32), masks.split(32), strict=True):
        m = mask.to(device).float()
        x = sight.scale(film.to(device).float() / 255, m)
        logits.append(forward(model, x, m).float().cpu())
    return torch.cat(logits)


def parameter_groups(model: nn.Module, decay: float) -> list[dict]:
    """Weight decay on convolution and dense weights only."""
    weights = [p for p in model.parameters() if p.ndim > 1]
    rest = [p for p in model.parameters() if p.ndim <= 1]
    return [{"params": weights, "weight_decay": decay}, {"params": rest, "weight_decay": 0.0}]


def build_optimiser(model: nn.Module, config: dict, total_steps: int):
    groups = parameter_groups(model, config["weight_decay"])
    if config["optimiser"] == "sgd":
        optimiser = torch.optim.SGD(groups, lr=config["rate"], momentum=0.9)
        return optimiser, torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, total_steps)
    optimiser = torch.optim.AdamW(groups, lr=config["rate"], fused=True)
    return optimiser, torch.optim.lr_scheduler.OneCycleLR(
        optimiser, config["rate"], total_steps=total_steps, pct_start=config["warm_up"], final_div_factor=100
    )


def train(config: dict, data: str | None) -> None:
    config = DEFAULTS | config
    augmentation = AUGMENTATIONS[config["augmentation"]]
    rank, world, device = join_group()
    stage_two = show_only(config["content"], load_stage_two(config["inputs"], data_root(data)))
    train_set, val_set = training_films(stage_two, config)
    labels, val_labels = train_set.labels, val_set.labels
    taught = load_answers(config["teacher"], train_set.rows) if config["teacher"] else None
    drawn = config.get("epoch_films", len(labels))
    sizes = [size for size, epochs in config["phases"] for _ in range(epochs)]
    steps = drawn // (config["batch"] * world)

    seed_epoch(config["seed"], -1)
    model = build_classifier(config["backbone"], config["attention"], padding_rule=config["padding_rule"])
    if config["pretrained"]:
        fill_resnet50(model, pretrained_root() / RESNET50_FILE)
    if "warm_start" in config:
        start = load_checkpoint(TRAINING / "runs" / config["warm_start"] / "last.pt")
        if start is None:
            raise FileNotFoundError(f"warm_start: no last.pt in runs/{config['warm_start']}")
        model.load_state_dict(start["ema"])
    model = model.to(device, memory_format=torch.channels_last)
    ema = Ema(model, config["ema"])
    optimiser, scheduler = build_optimiser(model, config, steps * len(sizes))
    history: list[dict] = []
    out = TRAINING / "runs" / config["name"]
    if (last := load_checkpoint(out / "last.pt")) is not None:
        model.load_state_dict(last["model"])
        ema.model.load_state_dict(last["ema"])
        optimiser.load_state_dict(last["optimiser"])
        scheduler.load_state_dict(last["scheduler"])
        history = last["history"]
    network = parallel(model, world)

    size = 0
    for epoch in range(len(history), len(sizes)):
        began = time.time()
        if sizes[epoch] != size:
            size = sizes[epoch]
            sight = sight_of(config, size)
            films, masks = sight.pictures(train_set)
            val_films, val_masks = sight.pictures(val_set)
        seed_epoch(config["seed"], epoch)
        order = draw_films(train_set.rows, drawn, config["balance"])[rank::world][: steps * config["batch"]]
        seed_epoch(config["seed"], epoch, rank)
        model.train()
        losses, right = [], 0
        bar = tqdm(order.split(config["batch"]), desc=f"epoch {epoch + 1}/{len(sizes)} {size} px", mininterval=15)
        for index in bar:
            x, mask = augmentation(films[index].to(device), masks[index].to(device), sight.scale)
            target = labels[index].to(device)
            with autocast(device, config["precision"]):
                logits = forward(network, x, mask)
            loss = F.cross_entropy(logits.float(), target, label_smoothing=config["label_smoothing"])
            if taught is not None:
                soft = F.cross_entropy(logits.float(), taught[index].to(device))
                loss = torch.lerp(loss, soft, config["teacher_weight"])
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), config["clip"])
            optimiser.step()
            scheduler.step()
            ema.update(model, scheduler.last_epoch)
            losses.append(loss.item())
            right += int((logits.argmax(1) == target).sum())
            bar.set_postfix(loss=f"{np.mean(losses):.3f}", acc=f"{right / (len(losses) * config['batch']):.3f}")
        if rank:
            continue

        sample = order[: config["recalibrate"]].split(config["batch"])
        as_they_are = ((films[i].to(device).float() / 255, masks[i].to(device).float()) for i in sample)
        recalibrate(ema.model, ((sight.scale(film, mask), mask) for film, mask in as_they_are), forward)
        val_logits = predict_pictures(ema.model, val_films, val_masks, sight, device)
        history.append(
            {
                "epoch": epoch + 1,
                "size": size,
                "loss": float(np.mean(losses)),
                "train_accuracy": right / (len(losses) * config["batch"]),
                "val_loss": float(F.cross_entropy(val_logits, val_labels)),
                "val_accuracy": float((val_logits.argmax(1) == val_labels).float().mean()),
                "seconds": time.time() - began,
            }
        )
        print(history[-1], flush=True)
        save_checkpoint(
            out / "last.pt",
            model=model.state_dict(),
            ema=ema.model.state_dict(),
            optimiser=optimiser.state_dict(),
            scheduler=scheduler.state_dict(),
            config=config,
            history=history,
        )
        write_report(
            TRAINING / "reports" / f"{config['name']}.json",
            split="split_group, without the test films of split_random",
            n_train=len(labels),
            n_val=len(val_labels),
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
