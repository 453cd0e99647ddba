"""Stage 1: a symmetric U-Net with residual convolution blocks (Xu et al. 2021, Fig. 4)."""

from itertools import pairwise

import torch
from torch import Tensor, nn


class ResidualBlock(nn.Module):
    """Two 3x3 convolution + BN beside a shortcut; (n, cin, h, w) -> (n, cout, h, w)."""

    def __init__(self, cin: int, cout: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(cin, cout, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(cout)
        self.conv2 = nn.Conv2d(cout, cout, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(cout)
        self.shortcut = (
            nn.Identity() if cin == cout else nn.Sequential(nn.Conv2d(cin, cout, 1, bias=False), nn.BatchNorm2d(cout))
        )
        self.relu = nn.ReLU()

    def forward(self, x: Tensor) -> Tensor:
        y = self.relu(self.bn1(self.conv1(x)))
        return self.relu(self.bn2(self.conv2(y)) + self.shortcut(x))


class UpBlock(nn.Module):
    """Halves the channels, doubles the side, joins the skip, and mixes."""

    def __init__(self, cin: int, skip: int) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(cin, skip, 1)
        self.up = nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False)
        self.block = ResidualBlock(2 * skip, skip)

    def forward(self, x: Tensor, skip: Tensor) -> Tensor:
        return self.block(torch.cat([self.up(self.reduce(x)), skip], dim=1))


class ResUNet(nn.Module):
    """(n, 1, s, s) film in [0, 1] -> (n, 1, s, s) lung logits; s a multiple of 2^(depth-1)."""

    def __init__(self, width: int = 16, depth: int = 5) -> None:
        super().__init__()
        widths = [width * 2**level for level in range(depth)]
        self.stem = ResidualBlock(1, widths[0])
        self.pool = nn.MaxPool2d(2)
        self.down = nn.ModuleList(ResidualBlock(a, b) for a, b in pairwise(widths))
        self.up = nn.ModuleList(UpBlock(b, a) for a, b in reversed(list(pairwise(widths))))
        self.head = nn.Conv2d(widths[0], 1, 1)
        self.apply(initialise)

    def forward(self, film: Tensor) -> Tensor:
        skips = [self.stem(film)]
        for block in self.down:
            skips.append(block(self.pool(skips[-1])))
        x = skips.pop()
        for block in self.up:
            x = block(x, skips.pop())
        return self.head(x)


def initialise(module: nn.Module) -> None:
    """Kaiming-normal convolutions, BN weight 1 and bias 0 (paper, section 4.1)."""
    if isinstance(module, nn.Conv2d):
        nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
        if module.bias is not None:
            nn.init.zeros_(module.bias)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.ones_(module.weight)
        nn.init.zeros_(module.bias)
