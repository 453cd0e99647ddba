"""What every training run shares: config, device, seeds, checkpoints, reports, data parallelism."""

import datetime
import json
import os
import random
import subprocess
import tomllib
from pathlib import Path

import numpy as np
import torch
from torch import nn

TRAINING = Path(__file__).resolve().parents[2]


def read_config(path: str) -> dict:
    with open(path, "rb") as file:
        return tomllib.load(file)


def seed_epoch(seed: int, epoch: int, rank: int = 0) -> None:
    """Every epoch starts from its own seed, so a resumed run repeats an unbroken one exactly;
    epoch -1 seeds the first weights."""
    value = seed * 100_003 + epoch * 101 + rank
    random.seed(value)
    np.random.seed(value % 2**32)
    torch.manual_seed(value)


def join_group() -> tuple[int, int, torch.device]:
    """(rank, world, device); joins torchrun's process group where one was started."""
    world = int(os.environ.get("WORLD_SIZE", 1))
    rank = int(os.environ.get("RANK", 0))
    cuda = torch.cuda.is_available()
    if world > 1:
        torch.distributed.init_process_group("nccl" if cuda else "gloo")
    local = int(os.environ.get("LOCAL_RANK", 0))
    return rank, world, torch.device("cuda", local) if cuda else torch.device("cpu")


def parallel(model: nn.Module, world: int) -> nn.Module:
    return nn.parallel.DistributedDataParallel(model) if world > 1 else model


def autocast(device: torch.device, precision: str = "bfloat16"):
    """Multiplications in ``precision``; "float32" is the faster one on processors without fast bfloat16."""
    return torch.autocast(device.type, dtype=torch.bfloat16, enabled=precision == "bfloat16")


def save_checkpoint(path: Path, **state) -> None:
    """Whole or not at all: written beside, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_suffix(".partial")
    torch.save(state, partial)
    partial.rename(path)


def load_checkpoint(path: Path) -> dict | None:
    return torch.load(path, map_location="cpu", weights_only=False) if path.is_file() else None


def commit() -> str:
    """The commit the figures belong to, with a mark if the tree was changed."""
    git = ["git", "-C", str(TRAINING)]
    head = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    if head.returncode:
        return "none"
    changed = subprocess.run([*git, "status", "--porcelain", "--", "manet"], capture_output=True, text=True)
    return head.stdout.strip() + ("-changed" if changed.stdout else "")


def write_report(path: Path, **content) -> None:
    """A JSON report that carries its date and commit."""
    path.parent.mkdir(parents=True, exist_ok=True)
    stamped = {"date": datetime.date.today().isoformat(), "commit": commit(), **content}
    path.write_text(json.dumps(stamped, indent=2) + "\n")
