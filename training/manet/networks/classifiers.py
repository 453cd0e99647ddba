"""Builds a classifier by its name in a config: the paper's four networks, and a lighter one for slow machines."""

from torch import nn

from manet.networks.blocks import ATTENTIONS, PADDING_RULES
from manet.networks.inception import Inception
from manet.networks.resnet import BasicBlock, Bottleneck, ResNet
from manet.networks.resunet import initialise
from manet.networks.vgg import Vgg

BACKBONES = {
    "resnet34": lambda **options: ResNet(BasicBlock, (3, 4, 6, 3), **options),
    "resnet34-half": lambda **options: ResNet(BasicBlock, (3, 4, 6, 3), width=32, **options),
    "resnet50": lambda **options: ResNet(Bottleneck, (3, 4, 6, 3), **options),
    "vgg16": Vgg,
    "inceptionv3": Inception,
}

TITLES = {
    "resnet34": "ResNet34",
    "resnet34-half": "ResNet34-half",
    "resnet50": "ResNet50",
    "vgg16": "VGG16",
    "inceptionv3": "InceptionV3",
}
PREFIXES = {"plain": "", "ma": "MA-", "cbam": "CBAM-"}


def classifier_title(backbone: str, attention: str) -> str:
    """As cards call it: "MA-ResNet50"."""
    return PREFIXES[attention] + TITLES[backbone]


def classifier_of_title(title: str) -> tuple[str, str]:
    """(backbone, attention) of a card's title; raises ValueError for an unknown one."""
    for backbone in BACKBONES:
        for attention in ATTENTIONS:
            if classifier_title(backbone, attention) == title:
                return backbone, attention
    raise ValueError(f"unknown classifier {title!r}")


def build_classifier(backbone: str, attention: str, classes: int = 5, padding_rule: str = "counted") -> nn.Module:
    """One of the paper's twelve classifiers, or a lighter one; raises ValueError for an unknown name."""
    if padding_rule not in PADDING_RULES:
        raise ValueError(f"unknown padding rule {padding_rule!r}, expected one of {', '.join(PADDING_RULES)}")
    if attention not in ATTENTIONS:
        raise ValueError(f"unknown attention {attention!r}, expected one of {', '.join(ATTENTIONS)}")
    if backbone not in BACKBONES:
        raise ValueError(f"unknown backbone {backbone!r}, expected one of {', '.join(BACKBONES)}")
    kind = f"ma:{padding_rule}" if attention == "ma" else attention
    return BACKBONES[backbone](attention=kind, classes=classes).apply(initialise)
