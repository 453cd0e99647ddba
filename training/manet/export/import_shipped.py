"""Turns a shipped tfjs network back into a run that training can start from:

python -m manet.export.import_shipped ../public/models/resunet runs/segmenter
python -m manet.export.import_shipped ../public/models/ma-resnet50 runs/ma-resnet50
python -m manet.export.import_shipped ../public/models/film-check runs/film-check-shipped

The converter folds every BN into the convolution before it. Here each convolution gets a BN again: its
statistics are measured on films, its scale and shift undo them, so that the answers stay the same.
"""

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from manet.export.self_test import self_test_film
from manet.networks.classifiers import build_classifier, classifier_of_title
from manet.networks.film_check import FilmCheck
from manet.networks.resunet import ResUNet
from manet.train.runs import TRAINING, save_checkpoint

KERNEL_NORM = 2**0.5
"""Norm that every restored kernel gets, per output channel; BN makes the answers independent of it."""


def read_weights(folder: Path) -> dict[str, Tensor]:
    """Every weight of a shipped model as float32, by its name in the manifest (docs/architecture-json.md)."""
    group = json.loads((folder / "model.json").read_text())["weightsManifest"][0]
    data = b"".join((folder / path).read_bytes() for path in group["paths"])
    at = 0

    def take(dtype: str, count: int) -> np.ndarray:
        nonlocal at
        values = np.frombuffer(data, dtype, count, at).astype(np.float32)
        at += count * np.dtype(dtype).itemsize
        return values

    weights = {}
    for spec in group["weights"]:
        stored, shape = spec.get("quantization", spec)["dtype"], spec["shape"]
        scales = take("float32", shape[-1]) if stored == "int8" else np.float32(1)
        values = take(stored, int(np.prod(shape))).reshape(shape)
        weights[spec["name"]] = torch.from_numpy(np.asarray(values * scales))
    if at != len(data):
        raise ValueError(f"{folder}: the manifest describes {at} bytes, the shards hold {len(data)}")
    return weights


def load_folded(model: nn.Module, weights: dict[str, Tensor]) -> None:
    """Fills convolutions and dense layers in order; each BN only adds the bias folded into its convolution."""
    kernels = [name for name in weights if name.endswith("/kernel")]
    layers = [m for m in model.modules() if isinstance(m, nn.Conv2d | nn.Linear | nn.BatchNorm2d)]
    last_bias = None
    for layer in layers:
        if isinstance(layer, nn.BatchNorm2d):
            layer.running_var.fill_(1 - layer.eps)
            layer.bias.copy_(last_bias)
            continue
        name = kernels.pop(0)
        kernel, last_bias = weights[name], weights.get(f"{name.removesuffix('/kernel')}/bias")
        layer.weight.copy_(kernel.permute(3, 2, 0, 1) if kernel.ndim == 4 else kernel.T)
        if layer.bias is not None:
            layer.bias.copy_(last_bias)
    if kernels:
        raise ValueError(f"{len(kernels)} kernels are left over, the first is {kernels[0]}")


def restore_norms(model: nn.Module, run_films) -> None:
    """Gives every BN the statistics of its inputs and every kernel the same norm; answers do not change."""
    pairs, last = [], None
    for layer in model.modules():
        if isinstance(layer, nn.BatchNorm2d):
            pairs.append((last, layer))
        last = layer
    seen: dict[nn.Module, list[Tensor]] = {norm: [] for _, norm in pairs}
    hooks = [
        norm.register_forward_pre_hook(
            lambda layer, inputs: seen[layer].append(
                torch.stack([inputs[0].mean(dim=(0, 2, 3)), inputs[0].square().mean(dim=(0, 2, 3))])
            )
        )
        for _, norm in pairs
    ]
    run_films(model.eval())
    for hook in hooks:
        hook.remove()
    for conv, norm in pairs:
        mean, square = torch.stack(seen[norm]).mean(dim=0)
        variance = (square - mean.square()).clamp_min(1e-8)
        scale = KERNEL_NORM / conv.weight.flatten(1).norm(dim=1).clamp_min(1e-8)
        conv.weight.mul_(scale[:, None, None, None])
        norm.bias.add_(mean)
        norm.weight.copy_((variance * scale.square() + norm.eps).sqrt() / scale)
        norm.running_mean.copy_(mean * scale)
        norm.running_var.copy_(variance * scale.square())


def build(card: dict, weights: dict[str, Tensor]) -> tuple[nn.Module, dict]:
    """The network that a card describes, and the config fields that build it."""
    if card["kind"] == "segmenter":
        width = next(w.shape[-1] for name, w in weights.items() if name.endswith("/kernel"))
        return ResUNet(width), {"width": width, "size": card["input"]["size"], "range": card["input"]["range"]}
    if card["kind"] == "film-check":
        findings = [w.shape[-1] for name, w in weights.items() if name.endswith("/kernel")][-1]
        return FilmCheck(findings), {"range": card["input"]["range"]}
    backbone, attention = classifier_of_title(card["architecture"].split(", ")[0])
    rule = card.get("maskPadding", "counted")
    looks = {"framing": card["input"].get("framing", "film"), "range": card["input"]["range"]}
    config = {"backbone": backbone, "attention": attention, "padding_rule": rule, **looks}
    return build_classifier(backbone, attention, padding_rule=rule), config


@torch.no_grad()
def check(model: nn.Module, card: dict) -> None:
    """Raises ValueError unless the network gives the answers that its card records."""
    film, mask = (torch.from_numpy(a)[None, None] for a in self_test_film(card["input"]["size"]))
    if card["kind"] == "segmenter":
        found = nn.functional.avg_pool2d(model(film), film.shape[-1] // 8).flatten()
        wanted = card["selfTest"]["pooledLogits"]
    elif card["kind"] == "film-check":
        found, wanted = model(film)[0], card["selfTest"]["logits"]
    else:
        found, wanted = model(film * mask, mask)[0][0], card["selfTest"]["logits"]
    worst = float((found - torch.tensor(wanted)).abs().max())
    if worst > card["selfTest"]["tolerance"]:
        raise ValueError(f"{card['id']}: answers differ from the card's by {worst:.4f}")
    print(f"{card['id']}: answers differ from the card's by at most {worst:.5f}")


@torch.no_grad()
def load_shipped(folder: Path) -> tuple[nn.Module, dict, dict]:
    """A shipped network in PyTorch, in eval mode, its card, and the config fields that build it."""
    card = json.loads((folder / "card.json").read_text())
    weights = read_weights(folder)
    model, config = build(card, weights)
    load_folded(model, weights)
    return model.eval(), card, config


@torch.no_grad()
def import_shipped(folder: Path, run: Path, films) -> None:
    """Writes run/best.pt and run/last.pt; ``films`` runs a model over batches fit for its kind."""
    model, card, config = load_shipped(folder)
    check(model, card)
    restore_norms(model, lambda m: films(card, m))
    check(model.eval(), card)
    state, config = model.state_dict(), {"name": run.name, "seed": card["training"]["seed"], **config}
    report = TRAINING / "reports" / f"{run.name}.json"
    history = json.loads(report.read_text()).get("history", []) if report.is_file() else []
    save_checkpoint(run / "best.pt", model=state, config=config, history=history)
    save_checkpoint(run / "last.pt", model=state, ema=state, config=config, history=history)


def main() -> None:
    from manet.data.dataset import data_root, read_films
    from manet.data.films import SCALINGS, read_grey
    from manet.data.stage_two import Sight, load_stage_two

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("model", type=Path, help="a folder under public/models")
    parser.add_argument("run", type=Path, help="the run's folder to write")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    parser.add_argument("--inputs", default="masks", help="cache of stage-2 inputs, for a classifier")
    arguments = parser.parse_args()
    root = data_root(arguments.data)

    def films(card: dict, model: nn.Module) -> None:
        size = card["input"]["size"]
        scale = SCALINGS[card["input"]["range"]]
        if card["kind"] == "segmenter":
            rows = [row for row in read_films(root) if row.split_group == "train"][::200]
            for row in rows:
                model(scale(torch.from_numpy(read_grey(row.path, size))[None, None].float()))
            return
        if card["kind"] == "film-check":
            rows = [row for row in read_films(root) if row.split_group == "train"][::10]
            greys = torch.stack([torch.from_numpy(read_grey(row.path, size)) for row in rows])
            for part in greys[:, None].float().split(64):
                model(scale(part))
            return
        stage_two = load_stage_two(arguments.inputs, root).readable().pick(lambda r: r.split_group == "train")
        sight = Sight(size, card["input"].get("framing", "film"), card["input"]["range"])
        some = stage_two.pick(lambda r: int(hashlib.sha1(r.id.encode()).hexdigest(), 16) % 10 == 0)
        greys, masks = sight.pictures(some)
        for grey, mask in zip(greys.split(32), masks.split(32), strict=True):
            m = mask.float()
            model(sight.scale(grey.float() / 255, m), m)

    import_shipped(arguments.model, arguments.run, films)


if __name__ == "__main__":
    main()
