"""On-the-fly augmentation of whole batches as tensors, each operation with its own probability.

Films are float (n, 1, h, w) in [0, 1], masks float (n, 1, h, w) of 0 and 1. All
randomness comes from torch's global generator, which the training loops seed per epoch.
"""

import math

import torch
from torch import Tensor
from torch.nn import functional as F


def _chosen(n: int, p: float) -> Tensor:
    """Which films of a batch get an operation: (n, 1, 1, 1), 0 or 1."""
    return (torch.rand(n, 1, 1, 1) < p).float()


def _uniform(n: int, low: float, high: float) -> Tensor:
    return torch.empty(n, 1, 1, 1).uniform_(low, high)


def affine_matrices(n: int, degrees: float, scale: float, shift: float, flip_p: float, p: float) -> Tensor:
    """Random rotation, anisotropic scale, shift and horizontal flip as sampling matrices (n, 2, 3)."""
    on = _chosen(n, p).view(n)
    angle = torch.empty(n).uniform_(-degrees, degrees) * math.pi / 180 * on
    zoom = torch.exp(torch.empty(n, 2).uniform_(-math.log(scale), math.log(scale)) * on[:, None])
    move = torch.empty(n, 2).uniform_(-shift, shift) * 2 * on[:, None]
    mirror = 1 - 2 * (torch.rand(n) < flip_p).float()
    cos, sin = torch.cos(angle), torch.sin(angle)
    top = torch.stack([cos * zoom[:, 0] * mirror, -sin * zoom[:, 1], move[:, 0]], dim=1)
    bottom = torch.stack([sin * zoom[:, 0] * mirror, cos * zoom[:, 1], move[:, 1]], dim=1)
    return torch.stack([top, bottom], dim=1)


def warp(film: Tensor, mask: Tensor, theta: Tensor, size: int) -> tuple[Tensor, Tensor]:
    """Film and mask resampled together to ``size``; outside the film is black and unmasked."""
    theta = theta.to(film.device)
    grid = F.affine_grid(theta, [film.shape[0], 2, size, size], align_corners=False)
    both = F.grid_sample(torch.cat([film, mask], dim=1), grid, align_corners=False)
    return both[:, :1], (both[:, 1:] > 0.5).float()


def tone(film: Tensor, strength: float, p: float = 0.5) -> Tensor:
    """Gamma, then contrast and brightness."""
    n = film.shape[0]
    log_gamma = _uniform(n, -strength, strength) * _chosen(n, p)
    film = film.clamp(1e-4, 1) ** torch.exp(log_gamma).to(film.device)
    contrast = 1 + _uniform(n, -strength, strength) * _chosen(n, p)
    brightness = _uniform(n, -strength, strength) * 0.5 * _chosen(n, p)
    return (film - 0.5) * contrast.to(film.device) + 0.5 + brightness.to(film.device)


def blur(film: Tensor, factor: float, p: float = 0.5) -> Tensor:
    """Loses fine detail: half the chosen batches are shrunk up to ``factor`` and grown back."""
    if torch.rand(()) >= p:
        return film
    size = film.shape[-1]
    small = int(size / float(torch.empty(()).uniform_(1.2, factor)))
    shrunk = F.interpolate(film, size=small, mode="bilinear", antialias=True)
    grown = F.interpolate(shrunk, size=size, mode="bilinear")
    return torch.lerp(film, grown, _chosen(film.shape[0], 0.5).to(film.device))


def noise(film: Tensor, sigma: float, p: float = 0.5) -> Tensor:
    """White noise of up to ``sigma``."""
    n = film.shape[0]
    level = (_uniform(n, 0, sigma) * _chosen(n, p)).to(film.device)
    return film + level * torch.randn_like(film)


def erase(film: Tensor, largest: float, p: float = 0.5) -> Tensor:
    """Cut-out: one box per film, up to ``largest`` of the side, filled with that film's mean."""
    n, _, h, w = film.shape
    half = _uniform(n, 0.02, largest / 2) * _chosen(n, p)
    x0, y0 = _uniform(n, 0, 1), _uniform(n, 0, 1)
    ys = torch.linspace(0, 1, h).view(1, 1, h, 1)
    xs = torch.linspace(0, 1, w).view(1, 1, 1, w)
    box = (((ys - y0).abs() < half) & ((xs - x0).abs() < half)).to(film.device)
    return torch.where(box, film.mean(dim=(2, 3), keepdim=True), film)
