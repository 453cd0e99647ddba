"""Small random networks with PyTorch's answers, for the converter's and the engine's tests:

python -m manet.golden.models

Writes test/golden/models/<case>/{architecture.json, weights.safetensors, golden.safetensors}.
"""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn

from manet.export.self_test import self_test_film
from manet.export.trace import trace
from manet.networks.blocks import ConvUnit, PoolUnit
from manet.networks.grad_cam import grad_cam
from manet.networks.resnet import BasicBlock, Bottleneck, ResNet
from manet.networks.resunet import ResUNet, initialise
from manet.networks.vgg import Vgg
from manet.train.runs import TRAINING

OUT = TRAINING.parent / "test" / "golden" / "models"
TINY = (1, 1, 1, 1)


def unsettle(model: nn.Module) -> nn.Module:
    """Random BN statistics and scales, so that folding them is put to the test."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, std=0.2)
            nn.init.normal_(module.running_mean, std=0.2)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
    return model.eval()


def mask_maps(model: nn.Module, film: Tensor, mask: Tensor) -> list[Tensor]:
    """Every mask map in the order it is made."""
    maps: list[Tensor] = []
    moves = [m.move for m in model.modules() if isinstance(m, (ConvUnit, PoolUnit)) and m.move is not None]
    hooks = [move.register_forward_hook(lambda _, __, out: maps.append(out)) for move in moves]
    with torch.no_grad():
        model(film, mask)
    for hook in hooks:
        hook.remove()
    return maps


def write(folder: Path, architecture: dict, model: nn.Module, golden: dict[str, Tensor]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "architecture.json").write_text(json.dumps(architecture) + "\n")
    weights = {k: v.contiguous() for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
    save_file(weights, folder / "weights.safetensors")
    save_file({k: v.contiguous() for k, v in golden.items()}, folder / "golden.safetensors")


def classifier_golden(model: nn.Module, film: Tensor, mask: Tensor) -> dict[str, Tensor]:
    with torch.no_grad():
        logits, features = model(film, mask)
    maps = {f"map.{i}": m for i, m in enumerate(mask_maps(model, film, mask))}
    cams = grad_cam(model, film, mask)
    return {"film": film, "mask": mask, "logits": logits, "features": features, "cams": cams, **maps}


def write_classifiers(cases: dict[str, nn.Module], film: Tensor, mask: Tensor) -> None:
    for name, model in cases.items():
        unsettle(model.apply(initialise))
        architecture = trace(model, 64, ("logits", "features"))
        write(OUT / name, architecture, model, classifier_golden(model, film * mask, mask))


def main() -> None:
    torch.manual_seed(7)
    film, mask = (torch.from_numpy(a)[None, None] for a in self_test_film(64))
    segmenter = unsettle(ResUNet(4, depth=3))
    with torch.no_grad():
        golden = {"film": film, "logits": segmenter(film)}
    write(OUT / "resunet", trace(segmenter, 64, ("logits",)), segmenter, golden)
    cases = {
        f"{block.__name__.lower()}-{attention}": ResNet(block, TINY, attention=attention, width=4)
        for block in (BasicBlock, Bottleneck)
        for attention in ("plain", "ma", "cbam")
    }
    cases |= {f"vgg-{attention}": Vgg(((4, 1), (8, 2)), attention=attention) for attention in ("plain", "ma")}
    write_classifiers(cases, film, mask)
    torch.manual_seed(8)
    rules = {
        f"{block.__name__.lower()}-ma-{rule}": ResNet(block, TINY, attention=f"ma:{rule}", width=4)
        for block, rule in ((Bottleneck, "not-counted"), (BasicBlock, "not-counted-scaled"))
    }
    write_classifiers(rules, film, mask)


if __name__ == "__main__":
    main()
