"""Averages a run and the run that went on from it: python -m manet.train.average_runs configs/ma-resnet50.toml

Between a network and its fine-tuned self, weights can be averaged; the mean keeps what the first knew of its own
sources and what the second learned of others (Wortsman et al. 2022, "Robust fine-tuning of zero-shot models").
Tries every share of the second run and keeps the one with the lowest validation loss in runs/<name>/last.pt.
"""

import argparse
import copy

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from manet.data.dataset import LABELS, data_root
from manet.data.stage_two import Sight, StageTwo, load_stage_two
from manet.export.calibrate import fit_temperature
from manet.export.model import load_classifier
from manet.train.classifier import film_augmentation, forward, predict_logits, training_films
from manet.train.ema import recalibrate
from manet.train.metrics import classification_figures
from manet.train.runs import TRAINING, read_config, save_checkpoint, seed_epoch, write_report


def mix(first: nn.Module, second: nn.Module, share: float) -> nn.Module:
    """A copy whose weights lie ``share`` of the way from the first network to the second."""
    mixed = copy.deepcopy(first)
    target = second.state_dict()
    mixed.load_state_dict(
        {
            name: torch.lerp(value, target[name], share) if value.is_floating_point() else value
            for name, value in first.state_dict().items()
        }
    )
    return mixed


def measure_norms(model: nn.Module, films: StageTwo, config: dict) -> None:
    """BN statistics of averaged weights are not the average of statistics; they are measured on training films."""
    seed_epoch(config["seed"], 0)
    index = torch.randperm(len(films.rows))[: config["recalibrate"]]
    chosen = StageTwo([films.rows[i] for i in index], films.films[index], films.masks[index])
    sight = Sight(config["size"])
    greys, masks = sight.pictures(chosen)
    batches = (film_augmentation(f, m, sight.scale) for f, m in zip(greys.split(32), masks.split(32), strict=True))
    recalibrate(model, batches, forward)


def validation_figures(logits: Tensor, labels: Tensor) -> dict:
    scaled = logits / fit_temperature(logits, labels)
    figures = classification_figures(torch.softmax(scaled, 1).numpy(), labels.numpy(), LABELS)
    return {"val_loss": float(F.cross_entropy(scaled, labels)), **figures}


def average_runs(config: dict, data: str | None) -> None:
    (first, before), (second, after) = (load_classifier(TRAINING / "runs" / config[end]) for end in ("from", "to"))
    full = after["config"]
    train, val = training_films(load_stage_two(full["inputs"], data_root(data)), full)
    models, tried = {}, {}
    for share in config["shares"]:
        model = mix(first, second, share).to(memory_format=torch.channels_last)
        if 0 < share < 1:
            measure_norms(model, train, config)
        models[share] = model
        tried[share] = validation_figures(predict_logits(model, val, Sight(config["size"])), val.labels)
        print(share, {key: tried[share][key] for key in ("val_loss", "accuracy", "macro_f1", "macro_auc")}, flush=True)
    best = min(tried, key=lambda share: tried[share]["val_loss"])
    state = models[best].state_dict()
    kept = {**full, "name": config["name"], "seed": config["seed"], "share": best}
    history = before["history"] + after["history"]
    save_checkpoint(
        TRAINING / "runs" / config["name"] / "last.pt", model=state, ema=state, config=kept, history=history
    )
    write_report(
        TRAINING / "reports" / f"{config['name']}.json",
        split="split_group val, without the test films of split_random",
        n_val=len(val.labels),
        seed=config["seed"],
        config=config,
        share=best,
        tried={str(share): figures for share, figures in tried.items()},
        history=history,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    average_runs(read_config(arguments.config), arguments.data)


if __name__ == "__main__":
    main()
