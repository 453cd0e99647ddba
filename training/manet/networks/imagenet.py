"""ImageNet weights for a ResNet50 of one-channel films: conv1 to conv4 whole, conv5 in part (../shared/pretrained)."""

import os
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from manet.networks.blocks import ConvUnit
from manet.networks.resnet import Bottleneck, ResNet

RESNET50_FILE = "resnet50-imagenet.safetensors"

BGR_MEANS = (103.939, 116.779, 123.68)
"""Subtracted from the planes that the weights were trained on, 0 to 255 (keras.applications, "caffe" mode)."""


def pretrained_root(option: str | None = None) -> Path:
    """The folder of the weights: an option, else $MANET_PRETRAINED, else ../shared/pretrained beside the repository."""
    default = Path(__file__).resolve().parents[4] / "shared" / "pretrained"
    return Path(option or os.environ.get("MANET_PRETRAINED") or default)


def _fill_norm(norm: nn.BatchNorm2d, weights: dict[str, Tensor], name: str, offset: Tensor | None) -> None:
    """A norm's four vectors; ``offset`` is what the convolution before it adds there and not here, such as a bias."""
    norm.weight.copy_(weights[f"{name}/gamma"])
    norm.bias.copy_(weights[f"{name}/beta"])
    mean = weights[f"{name}/mean"]
    norm.running_mean.copy_(mean if offset is None else mean - offset)
    norm.running_var.copy_(weights[f"{name}/variance"])


def _fill_unit(unit: ConvUnit, weights: dict[str, Tensor], name: str) -> bool:
    """Fills a convolution and its norm where the file has both; True where it did."""
    kernel = weights.get(f"{name}_conv/kernel")
    if kernel is None:
        return False
    unit.conv.weight.copy_(kernel.float())
    _fill_norm(unit.bn, weights, f"{name}_bn", weights.get(f"{name}_conv/bias"))
    return True


@torch.no_grad()
def _fill_stem(model: ResNet, weights: dict[str, Tensor]) -> None:
    """The three planes of conv1 summed for grey films, and scaled to what ``standardise`` makes of [0, 1]."""
    kernel = weights["conv1_conv/kernel"].float()
    affine = model.standardise
    model.stem.conv.weight.copy_(kernel.sum(dim=1, keepdim=True) * 255 / affine.scale)
    means = torch.tensor(BGR_MEANS).view(1, 3, 1, 1)
    shift = (kernel * (-255 * affine.shift / affine.scale - means)).sum(dim=(1, 2, 3))
    _fill_norm(model.stem.bn, weights, "conv1_bn", shift + weights["conv1_conv/bias"])


@torch.no_grad()
def fill_resnet50(model: ResNet, file: Path) -> list[str]:
    """Fills a ResNet50 from resnet50-imagenet.safetensors; returns the names of convolutions that stay as they were."""
    weights = load_file(file)
    _fill_stem(model, weights)
    left = []
    blocks = iter(model.blocks)
    for stage, depth in enumerate((3, 4, 6, 3), start=2):
        for index in range(1, depth + 1):
            block = next(blocks)
            assert isinstance(block, Bottleneck)
            name = f"conv{stage}_block{index}"
            units = {1: block.unit1, 2: block.unit2, 3: block.unit3, 0: block.shortcut.project}
            left += [
                f"{name}_{number}"
                for number, unit in units.items()
                if unit is not None and not _fill_unit(unit, weights, f"{name}_{number}")
            ]
    return left
