"""Leave-one-source-out: python -m manet.study.held_out configs/sources-film.toml configs/sources-blind.toml

Every run of these studies left out whole sources; here it reads the films of those sources, none of them
test films, which is where a new hospital shows. Writes docs/study/sources.{json,md}.
"""

import argparse

import numpy as np
import torch

from manet.dataset import LABELS, data_root
from manet.metrics import auc
from manet.stage_two import StageTwo, load_stage_two
from manet.study.finished import Run, finished_runs, percent, table, write_study
from manet.train_classifier import left_out, predict_logits


def separation(probabilities: np.ndarray, labels: np.ndarray, positive: str) -> float | None:
    """AUC of ``positive`` against normal among the films of these two; None where one is absent."""
    p, normal = LABELS.index(positive), LABELS.index("normal")
    two = np.isin(labels, (p, normal))
    if not two.any() or len(np.unique(labels[two])) < 2:
        return None
    score = probabilities[two, p] / (probabilities[two, p] + probabilities[two, normal])
    return auc(score, labels[two] == p)


def read(run: Run, films: StageTwo) -> dict:
    """Accuracy, recall per label and separation of TB and COVID-19 from normal, of one set of films."""
    logits = predict_logits(run.load(), *films.at(run.size), torch.device("cpu"))
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


def answers(run: Run, data: str | None) -> dict:
    stage_two = load_stage_two(run.config["inputs"], data_root(data)).readable()
    usable = stage_two.pick(lambda r: r.split_group != "test" and r.split_random != "test")
    sources = run.config["leave_out"]
    return {
        "study": run.config["name"].split("/")[0],
        "left_out": sources,
        "seed": run.config["seed"],
        "inside": read(run, usable.pick(lambda r: r.split_group == "val" and not left_out(r, sources))),
        "outside": read(run, usable.pick(lambda r: left_out(r, sources))),
    }


def cell(figures: dict, key: str) -> str:
    return "-" if figures[key] is None else f"{figures[key]:.3f}"


def recalls(figures: dict) -> str:
    return ", ".join(f"{name} {percent(r['value'], 0)} (n = {r['n']})" for name, r in figures["recall"].items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("configs", nargs="+")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    results = [answers(run, arguments.data) for config in arguments.configs for run in finished_runs(config)]
    rows = [
        [
            f"{r['study']}: without {', '.join(r['left_out'])}",
            f"{percent(r['inside']['accuracy'])} (n = {r['inside']['n']})",
            f"{percent(r['outside']['accuracy'])} (n = {r['outside']['n']})",
            cell(r["outside"], "auc_tb_normal"),
            cell(r["outside"], "auc_covid19_normal"),
            recalls(r["outside"]),
        ]
        for r in results
    ]
    head = ["trained", "inside: validation", "outside: left-out sources"]
    head += ["AUC TB / normal", "AUC COVID-19 / normal", "recall outside"]
    text = (
        "Inside: validation films of the sources trained on. Outside: train and validation films of the sources left "
        "out. No test film is read here, because these figures choose how the shipped network is trained. AUC between "
        "two labels sets the other three answers aside.\n\n" + table(head, rows)
    )
    write_study(
        "sources",
        "Hospitals never trained on",
        f"python -m manet.study.held_out {' '.join(arguments.configs)}",
        text,
        {"runs": results},
    )


if __name__ == "__main__":
    main()
