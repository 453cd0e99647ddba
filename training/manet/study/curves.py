"""The paper's Fig. 10: python -m manet.study.curves configs/study.toml

Training curves of the compared networks and how steady each is. Writes docs/study/curves.{svg,json,md}.
"""

import argparse
from pathlib import Path

import numpy as np

from manet.study.finished import REPORTS, by_kind, finished_runs, percent, table, write_study
from manet.study.plotting import panels, save


def steadiness(accuracies: list[float]) -> float:
    """Standard deviation of the steps of validation accuracy over the last half of training: 0 for a straight rise."""
    half = accuracies[len(accuracies) // 2 - 1 :]
    return float(np.std(np.diff(half)))


def draw(kinds: dict, path: Path) -> None:
    figure, axes = panels(2, sharex=True)
    for key, axis, title in (
        ("train_accuracy", axes[0], "training, under augmentation"),
        ("val_accuracy", axes[1], "validation, split by patient"),
    ):
        for index, (kind, runs) in enumerate(kinds.items()):
            curves = np.array([[100 * h[key] for h in run.history] for run in runs])
            epochs = np.arange(1, curves.shape[1] + 1)
            axis.plot(epochs, curves.mean(axis=0), label=kind, color=f"C{index}")
            axis.fill_between(epochs, curves.min(axis=0), curves.max(axis=0), color=f"C{index}", alpha=0.15)
        axis.set(title=title, xlabel="epoch", ylabel="accuracy, %")
    axes[1].legend(frameon=False)
    save(figure, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", help="the study's file")
    arguments = parser.parse_args()
    kinds = by_kind(finished_runs(arguments.config))
    if not kinds:
        raise SystemExit(f"no finished run of {arguments.config}: run manet.study.run first")
    draw(kinds, REPORTS / "curves.svg")
    figures = {
        kind: {
            "trials": len(runs),
            "last_val_accuracy": [run.history[-1]["val_accuracy"] for run in runs],
            "steadiness": [steadiness([h["val_accuracy"] for h in run.history]) for run in runs],
            "spread_last_half": [
                float(np.ptp([h["val_accuracy"] for h in run.history][len(run.history) // 2 :])) for run in runs
            ],
        }
        for kind, runs in kinds.items()
    }
    rows = [
        [
            kind,
            str(f["trials"]),
            percent(float(np.mean(f["last_val_accuracy"]))),
            f"{100 * np.mean(f['spread_last_half']):.1f}",
            f"{100 * np.mean(f['steadiness']):.1f}",
        ]
        for kind, f in figures.items()
    ]
    head = ["network", "trials", "last validation accuracy", "spread over the last half, points", "jitter, points"]
    text = (
        "![Training and validation accuracy by epoch](curves.svg)\n\nLines are means over the trials, bands their range. "
        "Spread is the largest minus the smallest validation accuracy of the last half of training, which also holds what "
        "was still being learned; jitter is the standard deviation of its steps, which a steady rise does not add to.\n\n"
        + table(head, rows)
    )
    write_study(
        "curves",
        "Training curves (the paper's Fig. 10)",
        f"python -m manet.study.curves {arguments.config}",
        text,
        {"kinds": figures, "curves": {kind: [run.history for run in runs] for kind, runs in kinds.items()}},
    )


if __name__ == "__main__":
    main()
