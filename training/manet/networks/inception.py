"""InceptionV3 without the auxiliary head, for one-channel films (Szegedy et al. 2016).

A block's branches differ in receptive field. MA multiplies the joined output by one map,
moved along the branch with the largest field (Xu et al. 2021, section 3.3).
"""

import torch
from torch import Tensor, nn

from manet.networks.blocks import Affine, ApplyMap, Cbam, ConvUnit, Head, PoolUnit, map_rule, move_map

Spec = tuple[int, int | tuple[int, int], int]
"""Output channels, kernel and stride of one convolution; stride 2 goes without padding."""


def _unit(cin: int, spec: Spec) -> ConvUnit:
    cout, kernel, stride = spec
    return ConvUnit(cin, cout, kernel, stride=stride, padding=0 if stride == 2 else None)


class Branch(nn.Module):
    """Convolutions in a row, after an optional pooling."""

    def __init__(self, cin: int, specs: list[Spec], pool: nn.Module | None = None) -> None:
        super().__init__()
        self.pool = pool
        channels = [cin, *(spec[0] for spec in specs)]
        self.units = nn.ModuleList(_unit(c, spec) for c, spec in zip(channels, specs, strict=False))
        self.channels = channels[-1]

    def forward(self, x: Tensor, m: Tensor) -> Tensor:
        if self.pool is not None:
            x = self.pool(x)
        for unit in self.units:
            x, _ = unit(x, m)
        return x


class Fork(nn.Module):
    """One row of convolutions whose end splits into several, joined again (block E)."""

    def __init__(self, cin: int, trunk: list[Spec], ends: list[Spec]) -> None:
        super().__init__()
        self.trunk = Branch(cin, trunk)
        self.ends = nn.ModuleList(_unit(self.trunk.channels, spec) for spec in ends)
        self.channels = sum(spec[0] for spec in ends)

    def forward(self, x: Tensor, m: Tensor) -> Tensor:
        x = self.trunk(x, m)
        return torch.cat([end(x, m)[0] for end in self.ends], dim=1)


def _moves(specs: list[Spec], rule: str) -> nn.ModuleList:
    """The map's steps along a row of convolutions."""
    steps = []
    for _, kernel, stride in specs:
        ky, kx = (kernel, kernel) if isinstance(kernel, int) else kernel
        if ky > 1 or kx > 1:
            steps.append(move_map((ky, kx), stride, (0, 0) if stride == 2 else (ky // 2, kx // 2), rule))
    return nn.ModuleList(steps)


class InceptionBlock(nn.Module):
    """Parallel branches, joined; ``largest`` lists the steps of the branch with the largest field."""

    def __init__(self, branches: list[nn.Module], largest: list[Spec], attention: str, kept: int = 0) -> None:
        super().__init__()
        self.branches = nn.ModuleList(branches)
        self.channels = sum(getattr(branch, "channels", kept) for branch in branches)
        rule = map_rule(attention)
        self.moves = _moves(largest, rule) if rule else None
        self.attend = ApplyMap(rule) if rule else None
        self.cbam = Cbam(self.channels) if attention == "cbam" else None

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        x = torch.cat([b(x, m) if isinstance(b, (Branch, Fork)) else b(x) for b in self.branches], dim=1)
        if self.moves is not None:
            for move in self.moves:
                m = move(m)
            x = self.attend(x, m)
        return x if self.cbam is None else self.cbam(x), m


def _mean_pool() -> nn.AvgPool2d:
    return nn.AvgPool2d(3, 1, 1)


def block_a(cin: int, pooled: int, attention: str) -> InceptionBlock:
    double: list[Spec] = [(64, 1, 1), (96, 3, 1), (96, 3, 1)]
    branches = [
        Branch(cin, [(64, 1, 1)]),
        Branch(cin, [(48, 1, 1), (64, 5, 1)]),
        Branch(cin, double),
        Branch(cin, [(pooled, 1, 1)], _mean_pool()),
    ]
    return InceptionBlock(branches, double, attention)


def block_b(cin: int, attention: str) -> InceptionBlock:
    double: list[Spec] = [(64, 1, 1), (96, 3, 1), (96, 3, 2)]
    branches = [Branch(cin, [(384, 3, 2)]), Branch(cin, double), nn.MaxPool2d(3, 2)]
    return InceptionBlock(branches, double, attention, kept=cin)


def block_c(cin: int, c: int, attention: str) -> InceptionBlock:
    row, column = (1, 7), (7, 1)
    double: list[Spec] = [(c, 1, 1), (c, column, 1), (c, row, 1), (c, column, 1), (192, row, 1)]
    branches = [
        Branch(cin, [(192, 1, 1)]),
        Branch(cin, [(c, 1, 1), (c, row, 1), (192, column, 1)]),
        Branch(cin, double),
        Branch(cin, [(192, 1, 1)], _mean_pool()),
    ]
    return InceptionBlock(branches, double, attention)


def block_d(cin: int, attention: str) -> InceptionBlock:
    seven: list[Spec] = [(192, 1, 1), (192, (1, 7), 1), (192, (7, 1), 1), (192, 3, 2)]
    branches = [Branch(cin, [(192, 1, 1), (320, 3, 2)]), Branch(cin, seven), nn.MaxPool2d(3, 2)]
    return InceptionBlock(branches, seven, attention, kept=cin)


def block_e(cin: int, attention: str) -> InceptionBlock:
    ends: list[Spec] = [(384, (1, 3), 1), (384, (3, 1), 1)]
    branches = [
        Branch(cin, [(320, 1, 1)]),
        Fork(cin, [(384, 1, 1)], ends),
        Fork(cin, [(448, 1, 1), (384, 3, 1)], ends),
        Branch(cin, [(192, 1, 1)], _mean_pool()),
    ]
    # The widest field is a 3x3 followed by a 1x3 beside a 3x1, whose union spans 3x3 again.
    return InceptionBlock(branches, [(384, 3, 1), (384, 3, 1)], attention)


class Inception(nn.Module):
    """film and mask (n, 1, s, s) -> logits (n, classes), features (n, 2048, ~s/32, ~s/32)."""

    def __init__(self, *, attention: str, classes: int = 5) -> None:
        super().__init__()
        rule = map_rule(attention)
        self.standardise = Affine(4.0, -0.8)
        self.stem = nn.ModuleList(
            [
                ConvUnit(1, 32, 3, stride=2, padding=0, rule=rule),
                ConvUnit(32, 32, 3, padding=0, rule=rule),
                ConvUnit(32, 64, 3, rule=rule),
                PoolUnit(3, 2, rule=rule),
                ConvUnit(64, 80, 1),
                ConvUnit(80, 192, 3, padding=0, rule=rule),
                PoolUnit(3, 2, rule=rule),
            ]
        )
        makers = [
            *(lambda c, p=pooled: block_a(c, p, attention) for pooled in (32, 64, 64)),
            lambda c: block_b(c, attention),
            *(lambda c, w=width: block_c(c, w, attention) for width in (128, 160, 160, 192)),
            lambda c: block_d(c, attention),
            lambda c: block_e(c, attention),
            lambda c: block_e(c, attention),
        ]
        blocks, channels = [], 192
        for make in makers:
            blocks.append(make(channels))
            channels = blocks[-1].channels
        self.blocks = nn.ModuleList(blocks)
        self.head = Head(channels, classes)

    def forward(self, film: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x, m = self.standardise(film), mask
        for step in [*self.stem, *self.blocks]:
            x, m = step(x, m)
        return self.head(x), x
