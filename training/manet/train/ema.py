"""Exponential moving average of weights, with BN statistics measured afresh."""

import copy

import torch
from torch import nn


class Ema:
    """A shadow copy that follows the trained model; the average starts fast and slows to ``decay``."""

    def __init__(self, model: nn.Module, decay: float) -> None:
        self.model = copy.deepcopy(model).eval().requires_grad_(False)
        self.decay = decay

    @torch.no_grad()
    def update(self, model: nn.Module, step: int) -> None:
        decay = min(self.decay, (1 + step) / (10 + step))
        for shadow, value in zip(self.model.parameters(), model.parameters(), strict=True):
            shadow.lerp_(value, 1 - decay)


@torch.no_grad()
def recalibrate(model: nn.Module, batches, forward) -> None:
    """Replaces every BN's running statistics by the plain average over ``batches``.

    At high learning rates the running averages lag behind the weights; this removes the lag.
    """
    norms = [m for m in model.modules() if isinstance(m, nn.BatchNorm2d)]
    for norm in norms:
        norm.reset_running_stats()
        norm.momentum = None
    model.train()
    for batch in batches:
        forward(model, *batch)
    for norm in norms:
        norm.momentum = 0.1
    model.eval()
