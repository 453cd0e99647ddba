"""On-the-fly augmentation of whole batches as tensors, each operation with its own probability.

Films are float (n, 1, h, w) in [0, 1], masks float (n, 1, h, w) of 0 and 1. All
randomness comes from torch's global generator, which the training loops seed per epoch.
"""

import io
import math

import numpy as np
import torch
from PIL import Image
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


def remap(film: Tensor, knots: int = 5, p: float = 0.5) -> Tensor:
    """A random rising curve through ``knots`` random heights: another detector's grey scale."""
    n = film.shape[0]
    heights = torch.sort(torch.rand(n, knots), dim=1).values
    heights = (heights - heights[:, :1]) / (heights[:, -1:] - heights[:, :1]).clamp_min(1e-3)
    straight = torch.linspace(0, 1, knots).expand(n, knots)
    share = torch.rand(n, 1) * _chosen(n, p).view(n, 1)
    curve = torch.lerp(straight, heights, share).to(film.device)
    at = film.clamp(0, 1).flatten(1) * (knots - 1)
    low = at.floor().long().clamp_max(knots - 2)
    left, right = curve.gather(1, low), curve.gather(1, low + 1)
    return torch.lerp(left, right, at - low).view_as(film)


def sharpen(film: Tensor, least: float, most: float, p: float = 0.5) -> Tensor:
    """Fine detail weakened (below 0) or strengthened: another vendor's edge enhancement."""
    n, _, h, w = film.shape
    coarse = F.interpolate(
        F.interpolate(film, size=(h // 8, w // 8), mode="bilinear", antialias=True), size=(h, w), mode="bilinear"
    )
    amount = (_uniform(n, least, most) * _chosen(n, p)).to(film.device)
    return film + amount * (film - coarse)


def jpeg(film: Tensor, worst: int, p: float = 0.5) -> Tensor:
    """A JPEG round trip of quality ``worst`` to 95."""
    chosen = torch.rand(film.shape[0]) < p
    qualities = torch.randint(worst, 96, (film.shape[0],)).tolist()
    out = film.clone()
    for index in chosen.nonzero().flatten().tolist():
        grey = (film[index, 0].clamp(0, 1) * 255).round().byte().cpu().numpy()
        buffer = io.BytesIO()
        Image.fromarray(grey).save(buffer, "JPEG", quality=qualities[index])
        with Image.open(buffer) as image:
            out[index, 0] = torch.from_numpy(np.array(image)).to(film) / 255
    return out


def marks(film: Tensor, largest: float, p: float = 0.5) -> Tensor:
    """A bright or dark bar per film, as letters, wires and arrows are; up to ``largest`` of the side."""
    n, _, h, w = film.shape
    on = _chosen(n, p)
    half_y, half_x = _uniform(n, 0, largest / 2) * on, _uniform(n, 0, largest / 2) * on
    y0, x0 = _uniform(n, 0, 1), _uniform(n, 0, 1)
    ys = torch.linspace(0, 1, h).view(1, 1, h, 1)
    xs = torch.linspace(0, 1, w).view(1, 1, 1, w)
    bar = (((ys - y0).abs() < half_y) & ((xs - x0).abs() < half_x)).to(film.device)
    return torch.where(bar, (torch.rand(n, 1, 1, 1) < 0.5).float().to(film.device), film)


def regrow(mask: Tensor, reach: int, p: float = 0.5) -> Tensor:
    """The lungs of a batch grown or shrunk by up to ``reach`` pixels: another segmenter's outline."""
    if reach < 1 or torch.rand(()) >= p:
        return mask
    side = 2 * int(torch.randint(1, reach + 1, ())) + 1
    grown = F.max_pool2d(mask, side, 1, side // 2)
    shrunk = 1 - F.max_pool2d(1 - mask, side, 1, side // 2)
    pick = _chosen(mask.shape[0], 0.5).to(mask.device)
    return torch.where(pick > 0, grown, shrunk)


def frames(film: Tensor, largest: float, p: float = 0.2) -> tuple[Tensor, Tensor]:
    """A white, black or grey border or a collimated edge per film, up to ``largest`` of the side; also what is still
    seen (n, 1, h, w), 0 under the frame."""
    n, _, h, w = film.shape
    on = _chosen(n, p)
    whole = _chosen(n, 0.5)
    widths = [_uniform(n, 0.01, largest) * on * torch.maximum(whole, _chosen(n, 0.4)) for _ in range(4)]
    ys = torch.linspace(0, 1, h).view(1, 1, h, 1)
    xs = torch.linspace(0, 1, w).view(1, 1, 1, w)
    hidden = (ys < widths[0]) | (ys > 1 - widths[1]) | (xs < widths[2]) | (xs > 1 - widths[3])
    seen = (~(hidden & (on > 0))).float().to(film.device)
    grey = torch.tensor([0.0, 0.0, 1.0, 1.0, 0.5])[torch.randint(5, (n,))].view(n, 1, 1, 1).to(film.device)
    return torch.where(seen > 0, film, grey.expand_as(film)), seen


def even_contrast(film: Tensor, strength: float, p: float = 0.2) -> Tensor:
    """Local contrast evened by up to ``strength`` (0 to 1), as some detectors' software does: each pixel told by how
    far it lies from the mean around it, in standard deviations, mixed with the film itself."""
    n, _, h, _ = film.shape
    side = 2 * (h // int(torch.randint(10, 25, ()))) + 1
    padded = F.pad(film, (side // 2,) * 4, mode="reflect")
    mean = F.avg_pool2d(padded, side, 1)
    spread = (F.avg_pool2d(padded.square(), side, 1) - mean.square()).clamp_min(0).sqrt() + 0.03
    evened = ((film - mean) / spread / 5 + 0.5).clamp(0, 1)
    share = (_uniform(n, 0, strength) * _chosen(n, p)).to(film.device)
    return torch.lerp(film, evened, share)
