"""Grad-CAM by autograd (Selvaraju et al. 2017): the reference for the app's closed form."""

import torch
from torch import Tensor, nn


def grad_cam(model: nn.Module, film: Tensor, mask: Tensor) -> Tensor:
    """Maps of every class on the last block, (n, classes, h, w), >= 0, for film and mask (n, 1, s, s)."""
    logits, features = model(film, mask)
    maps = []
    for index in range(logits.shape[1]):
        (gradient,) = torch.autograd.grad(logits[:, index].sum(), features, retain_graph=True)
        weights = gradient.mean(dim=(2, 3), keepdim=True)
        maps.append((weights * features).sum(dim=1).relu())
    return torch.stack(maps, dim=1).detach()
