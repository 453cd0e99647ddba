"""What one run of a study makes of the test films; kept with its report, since checkpoints are not in git."""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from manet.data.contents import show_only
from manet.data.dataset import LABELS
from manet.data.stage_two import Sight, StageTwo, sight_of
from manet.train.classifier import left_out, predict_logits
from manet.train.metrics import auc, classification_figures

PROTOCOLS = {
    "split_group, all sources": lambda r: r.split_group == "test",
    "split_group, paper's sources": lambda r: r.split_group == "test" and r.subset == "paper",
    "split_random, paper's sources": lambda r: r.split_random == "test" and r.subset == "paper",
}


@torch.no_grad()
def answered_heat(model: nn.Module, film: Tensor, mask: Tensor) -> Tensor:
    """Grad-CAM of each film's answered class at film size, (n, s, s), each >= 0.

    After global pooling and one dense layer, Grad-CAM is ReLU of the features weighted by that class's row.
    """
    logits, features = model(film.to(memory_format=torch.channels_last), mask)
    rows = model.head.fc.weight[logits.argmax(1)]
    coarse = torch.einsum("nchw,nc->nhw", features.float(), rows).relu()
    return F.interpolate(coarse[:, None], size=film.shape[-1], mode="bilinear")[:, 0]


def shares_inside(model: nn.Module, films: StageTwo, sight: Sight) -> np.ndarray:
    """Share of the heat that lies inside the lungs, one per film; films without any heat are left out."""
    shares = []
    greys, masks = sight.pictures(films)
    for grey, mask in zip(greys.split(32), masks.split(32), strict=True):
        m = mask.float()
        heat = answered_heat(model, sight.scale(grey.float() / 255, m), m)
        total = heat.sum(dim=(1, 2))
        shares.append(((heat * m[:, 0]).sum(dim=(1, 2)) / total)[total > 0])
    return torch.cat(shares).numpy()


def heat_figures(model: nn.Module, films: StageTwo, sight: Sight) -> dict:
    """Mean and tenth percentile of ``shares_inside``, and the share that evenly spread heat would have."""
    shares = shares_inside(model, films, sight)
    return {
        "size": sight.size,
        "n": len(shares),
        "mean": float(shares.mean()),
        "tenth_percentile": float(np.quantile(shares, 0.1)),
        "even": float(films.masks.mean()),
    }


def separation(probabilities: np.ndarray, labels: np.ndarray, positive: str) -> float | None:
    """AUC of ``positive`` against normal among the films of these two; None where one is absent."""
    p, normal = LABELS.index(positive), LABELS.index("normal")
    two = np.isin(labels, (p, normal))
    if not two.any() or len(np.unique(labels[two])) < 2:
        return None
    score = probabilities[two, p] / (probabilities[two, p] + probabilities[two, normal])
    return auc(score, labels[two] == p)


def source_figures(model: nn.Module, films: StageTwo, sight: Sight) -> dict:
    """Accuracy, recall per label and separation of TB and COVID-19 from normal, of one set of films."""
    logits = predict_logits(model, films, sight)
    probabilities, labels = torch.softmax(logits, 1).numpy(), films.labels.numpy()
    right = probabilities.argmax(axis=1) == labels
    return {
        "n": len(labels),
        "accuracy": float(right.mean()),
        "recall": {
            name: {"n": int((labels == i).sum()), "value": float(right[labels == i].mean())}
            for i, name in enumerate(LABELS)
            if (labels == i).any()
        },
        "auc_tb_normal": separation(probabilities, labels, "tb"),
        "auc_covid19_normal": separation(probabilities, labels, "covid19"),
    }


def left_out_figures(model: nn.Module, sources: list[str], stage_two: StageTwo, sight: Sight) -> dict:
    """Validation films of the sources trained on, and all but the test films of the sources left out."""
    usable = stage_two.readable().pick(lambda r: r.split_group != "test" and r.split_random != "test")
    inside = usable.pick(lambda r: r.split_group == "val" and not left_out(r, sources))
    outside = usable.pick(lambda r: left_out(r, sources))
    return {name: source_figures(model, films, sight) for name, films in (("inside", inside), ("outside", outside))}


def run_figures(model: nn.Module, config: dict, stage_two: StageTwo) -> dict:
    """Figures under each protocol at the size trained at, where the heat of the answers lies, and, where sources were
    left out, what it makes of those."""
    sight = sight_of(config)
    shown = show_only(config["content"], stage_two)
    protocols = {}
    for name, wanted in PROTOCOLS.items():
        films = shown.pick(wanted)
        logits = predict_logits(model, films, sight)
        protocols[name] = classification_figures(torch.softmax(logits, 1).numpy(), films.labels.numpy(), LABELS)
    test = shown.pick(PROTOCOLS["split_group, all sources"]).readable()
    figures = {"protocols": protocols, "heat": heat_figures(model, test, sight)}
    if config["leave_out"]:
        figures["left_out"] = left_out_figures(model, config["leave_out"], shown, sight)
    return figures
