"""What accuracy remains without the lungs: python -m manet.study.shortcuts configs/contents.toml runs/ma-resnet50

Networks trained on part of the film only, and the shipped network shown such parts. Writes
docs/study/shortcuts.{json,md}.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from torch import nn

from manet.data.contents import CONTENTS, show_only
from manet.data.dataset import LABELS, data_root
from manet.data.stage_two import Sight, StageTwo, load_stage_two, sight_of
from manet.export.model import load_classifier
from manet.study.finished import finished_runs, percent, table, write_study
from manet.train.classifier import predict_logits
from manet.train.metrics import classification_figures


def summary(all_figures: dict) -> dict:
    """Accuracy, balanced accuracy, macro AUC, and recall of every label."""
    recall = {name: c["recall"] for name, c in all_figures["per_class"].items()}
    return {
        "n": all_figures["n"],
        "accuracy": all_figures["accuracy"],
        "balanced_accuracy": float(np.mean(list(recall.values()))),
        "macro_auc": all_figures["macro_auc"],
        "recall": recall,
    }


def shown_figures(model: nn.Module, films: StageTwo, sight: Sight) -> dict:
    logits = predict_logits(model, films, sight)
    return summary(classification_figures(torch.softmax(logits, 1).numpy(), films.labels.numpy(), LABELS))


def row(name: str, f: dict) -> list[str]:
    return [
        name,
        percent(f["accuracy"]),
        percent(f["balanced_accuracy"]),
        f"{f['macro_auc']:.3f}",
        *(percent(f["recall"][label], 0) for label in LABELS),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", help="the study of networks trained on one content each")
    parser.add_argument("run", type=Path, help="the shipped network's run")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    shipped, state = load_classifier(arguments.run)
    test = load_stage_two("masks", data_root(arguments.data)).pick(lambda r: r.split_group == "test").readable()
    runs = finished_runs(arguments.config)
    trained = {run.kind: summary(run.test["protocols"]["split_group, all sources"]) for run in runs}
    shown = {
        content: shown_figures(shipped, show_only(content, test), sight_of(state["config"])) for content in CONTENTS
    }
    counts = np.bincount(test.labels.numpy(), minlength=len(LABELS))
    head = ["what it sees", "accuracy", "balanced accuracy", "macro AUC", *LABELS]
    meanings = "\n".join(f"- **{name}**: {function.__doc__}" for name, function in CONTENTS.items())
    budget = (
        f"{runs[0].config['backbone']}, {runs[0].config['phases']} (size, epochs) of "
        f"{runs[0].config['epoch_films']} films, one seed"
        if runs
        else f"no run of {arguments.config} is finished"
    )
    text = (
        f"Test films of `split_group`, all sources, n = {len(test.rows)}. Always answering {LABELS[counts.argmax()]} scores "
        f"{percent(counts.max() / counts.sum())}; balanced accuracy by chance is {percent(1 / len(LABELS))}.\n\n{meanings}"
        f"\n\n## Trained on that part only ({budget})\n\n"
        "What these score is what the data gives away without the lungs' insides: source, age, position, collimation.\n\n"
        + table(head, [row(name, f) for name, f in trained.items()])
        + f"\n\n## The shipped network ({arguments.run.name}), shown that part\n\nIt was never trained on such pictures; a "
        "network that reads lungs should fall to chance on all but the first.\n\n"
        + table(head, [row(name, f) for name, f in shown.items()])
    )
    write_study(
        "shortcuts",
        "What accuracy remains without the lungs",
        f"python -m manet.study.shortcuts {arguments.config} {arguments.run}",
        text,
        {"trained": trained, "shipped": shown},
    )


if __name__ == "__main__":
    main()
