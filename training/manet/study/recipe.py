"""What validation says of averaged weights and of flipping: python -m manet.study.recipe runs/ma-resnet50-v3 ...

Each run's last checkpoint holds the trained weights and their moving average. Writes docs/study/recipe.{json,md}.
"""

import argparse
import copy
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from manet.data.dataset import data_root
from manet.data.stage_two import Sight, load_stage_two, sight_of
from manet.export.model import load_classifier
from manet.study.finished import percent, table, write_study
from manet.train.average_runs import validation_figures
from manet.train.classifier import predict_pictures, training_films

CPU = torch.device("cpu")


def networks(run: Path) -> tuple[dict[str, nn.Module], dict]:
    """The weights of the last step and their moving average, and the run's config."""
    average, state = load_classifier(run)
    last = copy.deepcopy(average)
    last.load_state_dict(state["model"])
    both = {"last step": last, "moving average": average}
    return {name: model.to(memory_format=torch.channels_last) for name, model in both.items()}, state["config"]


def flipped_too(model: nn.Module, films: Tensor, masks: Tensor, sight: Sight, logits: Tensor) -> Tensor:
    """Log of the mean probability of the film and of its mirror image."""
    mirrored = predict_pictures(model, films.flip(-1), masks.flip(-1), sight)
    return torch.stack([F.softmax(logits, 1), F.softmax(mirrored, 1)]).mean(dim=0).log()


def measure(run: Path, data: str | None) -> dict:
    models, config = networks(run)
    val = training_films(load_stage_two(config["inputs"], data_root(data)), config)[1]
    sight = sight_of(config)
    films, masks = sight.pictures(val)
    figures = {}
    for name, model in models.items():
        logits = predict_pictures(model, films, masks, sight)
        figures[name] = validation_figures(logits, val.labels)
        figures[f"{name}, flipped too"] = validation_figures(
            flipped_too(model, films, masks, sight, logits), val.labels
        )
    return {"n": len(val.labels), "figures": figures}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runs", type=Path, nargs="+")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    measured = {run.name: measure(run, arguments.data) for run in arguments.runs}
    rows = [
        [run, what, percent(f["accuracy"]), percent(f["macro_f1"]), f"{f['macro_auc']:.3f}", f"{f['val_loss']:.3f}"]
        for run, found in measured.items()
        for what, f in found["figures"].items()
    ]
    n = next(iter(measured.values()))["n"]
    text = (
        f"Validation films of `split_group` without the test films of `split_random` (n = {n}), each network's own "
        "temperature before the loss. Weights are averaged over the steps (EMA) with BN measured afresh, or are those of "
        "the last step; the film is read as it is, or the mean probability of the film and its mirror image is taken, "
        "at twice the time.\n\n" + table(["run", "weights", "accuracy", "macro-F1", "macro AUC", "loss"], rows)
    )
    command = f"python -m manet.study.recipe {' '.join(str(run) for run in arguments.runs)}"
    write_study("recipe", "Averaged weights and flipping", command, text, {"runs": measured})


if __name__ == "__main__":
    main()
