"""ResNet34 and ResNet50 for one-channel films: plain, with mask attention, or with CBAM."""

from torch import Tensor, nn

from manet.networks.blocks import Affine, Cbam, ConvUnit, Head, PoolUnit, map_rule


class Shortcut(nn.Module):
    """Identity, or a 1x1 convolution where shape changes."""

    def __init__(self, cin: int, cout: int, stride: int) -> None:
        super().__init__()
        same = cin == cout and stride == 1
        self.project = None if same else ConvUnit(cin, cout, 1, stride=stride, relu=False)

    def forward(self, x: Tensor, m: Tensor) -> Tensor:
        return x if self.project is None else self.project(x, m)[0]


class BasicBlock(nn.Module):
    """Two 3x3 convolutions, MA at both (He et al. 2016, Fig. 5 left)."""

    expansion = 1

    def __init__(self, cin: int, width: int, stride: int, attention: str) -> None:
        super().__init__()
        rule = map_rule(attention)
        self.unit1 = ConvUnit(cin, width, 3, stride=stride, rule=rule)
        self.unit2 = ConvUnit(width, width, 3, rule=rule, relu=False)
        self.cbam = Cbam(width) if attention == "cbam" else None
        self.shortcut = Shortcut(cin, width, stride)
        self.relu = nn.ReLU()

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        y, moved = self.unit1(x, m)
        y, moved = self.unit2(y, moved)
        if self.cbam is not None:
            y = self.cbam(y)
        return self.relu(y + self.shortcut(x, m)), moved


class Bottleneck(nn.Module):
    """1x1, 3x3, 1x1, MA once at the 3x3, which also carries the stride."""

    expansion = 4

    def __init__(self, cin: int, width: int, stride: int, attention: str) -> None:
        super().__init__()
        self.unit1 = ConvUnit(cin, width, 1)
        self.unit2 = ConvUnit(width, width, 3, stride=stride, rule=map_rule(attention))
        self.unit3 = ConvUnit(width, width * 4, 1, relu=False)
        self.cbam = Cbam(width * 4) if attention == "cbam" else None
        self.shortcut = Shortcut(cin, width * 4, stride)
        self.relu = nn.ReLU()

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        y, moved = self.unit1(x, m)
        y, moved = self.unit2(y, moved)
        y, moved = self.unit3(y, moved)
        if self.cbam is not None:
            y = self.cbam(y)
        return self.relu(y + self.shortcut(x, m)), moved


class ResNet(nn.Module):
    """film (n, 1, s, s) in [0, 1] and mask (n, 1, s, s) -> logits (n, classes), features (n, c, s/32, s/32)."""

    def __init__(
        self,
        block: type[BasicBlock] | type[Bottleneck],
        depths: tuple[int, ...],
        *,
        attention: str,
        classes: int = 5,
        width: int = 64,
    ) -> None:
        super().__init__()
        rule = map_rule(attention)
        self.standardise = Affine(4.0, -0.8)
        self.stem = ConvUnit(1, width, 7, stride=2, rule=rule)
        self.pool = PoolUnit(3, 2, 1, rule=rule)
        channels = width
        blocks = []
        for stage, depth in enumerate(depths):
            for index in range(depth):
                stride = 2 if stage > 0 and index == 0 else 1
                blocks.append(block(channels, width * 2**stage, stride, attention))
                channels = width * 2**stage * block.expansion
        self.blocks = nn.ModuleList(blocks)
        self.head = Head(channels, classes)

    def forward(self, film: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x, m = self.stem(self.standardise(film), mask)
        x, m = self.pool(x, m)
        for block in self.blocks:
            x, m = block(x, m)
        return self.head(x), x
