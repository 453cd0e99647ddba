"""VGG16 with BN and a global average pooling head, for one-channel films."""

from torch import Tensor, nn

from manet.networks.blocks import Affine, Cbam, ConvUnit, Head, PoolUnit, map_rule

STAGES = ((64, 2), (128, 2), (256, 3), (512, 3), (512, 3))
"""Channels and convolutions of each stage (Simonyan and Zisserman 2015, table 1, column D)."""


class VggStage(nn.Module):
    """A row of 3x3 convolutions, MA at each; CBAM closes the stage."""

    def __init__(self, cin: int, cout: int, depth: int, attention: str) -> None:
        super().__init__()
        rule = map_rule(attention)
        self.units = nn.ModuleList(ConvUnit(cin if index == 0 else cout, cout, 3, rule=rule) for index in range(depth))
        self.cbam = Cbam(cout) if attention == "cbam" else None

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        for unit in self.units:
            x, m = unit(x, m)
        return x if self.cbam is None else self.cbam(x), m


class Vgg(nn.Module):
    """film and mask (n, 1, s, s) -> logits (n, classes), features (n, 512, s/16, s/16).

    The published net pools after its last stage; here the head's global pooling takes that place.
    """

    def __init__(self, stages=STAGES, *, attention: str, classes: int = 5) -> None:
        super().__init__()
        self.standardise = Affine(4.0, -0.8)
        channels = [1, *(width for width, _ in stages)]
        self.stages = nn.ModuleList(
            VggStage(cin, cout, depth, attention) for cin, (cout, depth) in zip(channels, stages, strict=False)
        )
        self.pools = nn.ModuleList(PoolUnit(2, 2, rule=map_rule(attention)) for _ in stages[1:])
        self.head = Head(channels[-1], classes)

    def forward(self, film: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x, m = self.stages[0](self.standardise(film), mask)
        for pool, stage in zip(self.pools, self.stages[1:], strict=True):
            x, m = stage(*pool(x, m))
        return self.head(x), x
