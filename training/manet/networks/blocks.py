"""The few blocks every classifier is built from.

Features x (n, c, h, w) and their mask map m (n, 1, h, w) travel together. Every spatial
step (a convolution with k > 1, a pooling) moves the map by average pooling with its own
kernel, stride and zero padding (Xu et al. 2021, section 3.3). Whether padding counts is a
rule of its own (``PADDING_RULES``). The maps depend on the mask alone and add no parameter.
"""

import torch
from torch import Tensor, nn

ATTENTIONS = ("plain", "ma", "cbam")
PADDING_RULES = ("counted", "not-counted", "not-counted-scaled")
"""What a map's average makes of zero padding: counted as unmasked, left out, or left out and the map divided by its
maximum where it multiplies. Counted padding fades a map from its edges inwards, block by block."""


def map_rule(attention: str) -> str | None:
    """The padding rule of an attention: "ma" counts padding, "ma:not-counted" does not; None where there is no map."""
    kind, _, rule = attention.partition(":")
    return (rule or "counted") if kind == "ma" else None


def move_map(kernel: int | tuple[int, int], stride: int, padding: int | tuple[int, int], rule: str) -> nn.AvgPool2d:
    """The step of a map beside a convolution or a pooling."""
    return nn.AvgPool2d(kernel, stride, padding, count_include_pad=rule == "counted")


class Affine(nn.Module):
    """x * scale + shift with constants: standardises the input film."""

    def __init__(self, scale: float, shift: float) -> None:
        super().__init__()
        self.scale, self.shift = scale, shift

    def forward(self, x: Tensor) -> Tensor:
        return x * self.scale + self.shift


class ApplyMap(nn.Module):
    """Features times their map, which the scaled rule first brings to a maximum of one."""

    def __init__(self, rule: str) -> None:
        super().__init__()
        scaled = rule == "not-counted-scaled"
        self.peak = nn.Sequential(nn.AdaptiveMaxPool2d(1), Affine(1.0, 1e-6)) if scaled else None

    def forward(self, x: Tensor, m: Tensor) -> Tensor:
        return x * m if self.peak is None else x * (m / self.peak(m))


class ConvUnit(nn.Module):
    """Convolution -> BN -> [x map] -> [ReLU]; the map moves with every k > 1 convolution."""

    def __init__(
        self,
        cin: int,
        cout: int,
        kernel: int | tuple[int, int],
        *,
        stride: int = 1,
        padding: int | tuple[int, int] | None = None,
        rule: str | None = None,
        relu: bool = True,
    ) -> None:
        super().__init__()
        ky, kx = (kernel, kernel) if isinstance(kernel, int) else kernel
        pad = (ky // 2, kx // 2) if padding is None else padding
        self.conv = nn.Conv2d(cin, cout, (ky, kx), stride=stride, padding=pad, bias=False)
        self.bn = nn.BatchNorm2d(cout)
        spatial = ky > 1 or kx > 1
        self.move = move_map((ky, kx), stride, pad, rule) if rule and spatial else None
        self.attend = ApplyMap(rule) if rule and spatial else None
        self.relu = nn.ReLU() if relu else None

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        x = self.bn(self.conv(x))
        if self.move is not None:
            m = self.move(m)
            x = self.attend(x, m)
        if self.relu is not None:
            x = self.relu(x)
        return x, m


class PoolUnit(nn.Module):
    """Max pooling of the features, average pooling of the map with the same geometry."""

    def __init__(self, kernel: int, stride: int, padding: int = 0, *, rule: str | None = None) -> None:
        super().__init__()
        self.pool = nn.MaxPool2d(kernel, stride, padding)
        self.move = move_map(kernel, stride, padding, rule) if rule else None

    def forward(self, x: Tensor, m: Tensor) -> tuple[Tensor, Tensor]:
        return self.pool(x), m if self.move is None else self.move(m)


class ChannelMean(nn.Module):
    """(n, c, h, w) -> (n, 1, h, w)"""

    def forward(self, x: Tensor) -> Tensor:
        return x.mean(dim=1, keepdim=True)


class ChannelMax(nn.Module):
    """(n, c, h, w) -> (n, 1, h, w)"""

    def forward(self, x: Tensor) -> Tensor:
        return x.amax(dim=1, keepdim=True)


class Cbam(nn.Module):
    """Convolutional block attention, channel then spatial (Woo et al. 2018: reduction 16, 7x7)."""

    def __init__(self, channels: int, reduction: int = 16) -> None:
        super().__init__()
        squeezed = max(1, channels // reduction)
        self.mean = nn.AdaptiveAvgPool2d(1)
        self.peak = nn.AdaptiveMaxPool2d(1)
        self.squeeze = nn.Conv2d(channels, squeezed, 1, bias=False)
        self.relu = nn.ReLU()
        self.excite = nn.Conv2d(squeezed, channels, 1, bias=False)
        self.gate = nn.Sigmoid()
        self.channel_mean = ChannelMean()
        self.channel_max = ChannelMax()
        self.spatial = nn.Conv2d(2, 1, 7, padding=3, bias=False)
        self.spatial_bn = nn.BatchNorm2d(1)

    def forward(self, x: Tensor) -> Tensor:
        mean = self.excite(self.relu(self.squeeze(self.mean(x))))
        peak = self.excite(self.relu(self.squeeze(self.peak(x))))
        x = x * self.gate(mean + peak)
        pooled = torch.cat([self.channel_max(x), self.channel_mean(x)], dim=1)
        return x * self.gate(self.spatial_bn(self.spatial(pooled)))


class Head(nn.Module):
    """Global average pooling and one dense layer, so that Grad-CAM is a matrix product."""

    def __init__(self, channels: int, classes: int) -> None:
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.flatten = nn.Flatten()
        self.fc = nn.Linear(channels, classes)

    def forward(self, features: Tensor) -> Tensor:
        return self.fc(self.flatten(self.pool(features)))
