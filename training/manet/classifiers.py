"""Builds a classifier by its name in a config."""

from torch import nn

from manet.blocks import ATTENTIONS
from manet.inception import Inception
from manet.resnet import BasicBlock, Bottleneck, ResNet
from manet.resunet import initialise
from manet.vgg import Vgg

BACKBONES = {
    "resnet34": lambda **options: ResNet(BasicBlock, (3, 4, 6, 3), **options),
    "resnet50": lambda **options: ResNet(Bottleneck, (3, 4, 6, 3), **options),
    "vgg16": Vgg,
    "inceptionv3": Inception,
}


def build_classifier(backbone: str, attention: str, classes: int = 5) -> nn.Module:
    """One of the paper's twelve classifiers; raises ValueError for an unknown name."""
    if attention not in ATTENTIONS:
        raise ValueError(f"unknown attention {attention!r}, expected one of {', '.join(ATTENTIONS)}")
    if backbone not in BACKBONES:
        raise ValueError(f"unknown backbone {backbone!r}, expected one of {', '.join(BACKBONES)}")
    return BACKBONES[backbone](attention=attention, classes=classes).apply(initialise)
