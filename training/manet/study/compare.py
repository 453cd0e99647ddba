"""The paper's Table 3: python -m manet.study.compare configs/study.toml

Test accuracy over the trials, parameters, multiply-accumulates, and time per film with MA's overhead.
Writes docs/study/compare.{json,md}.
"""

import argparse
import time

import numpy as np
import torch
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from manet.networks.classifiers import build_classifier
from manet.study.finished import by_kind, finished_runs, percent, table, write_study
from manet.study.measure import PROTOCOLS

APP_SIZE = 224
ROUNDS = 15


@torch.no_grad()
def multiply_accumulates(model: nn.Module, size: int = APP_SIZE) -> int:
    """Of convolutions and dense layers, for one film of ``size`` pixels a side."""
    film = torch.zeros(1, 1, size, size)
    with FlopCounterMode(display=False) as counter:
        model.eval()(film, film)
    return counter.get_total_flops() // 2


@torch.no_grad()
def times_per_film(models: dict[str, nn.Module]) -> dict[str, float]:
    """Median seconds a film at the app's size, one film at a time, the models taking turns."""
    film, mask = torch.rand(1, 1, APP_SIZE, APP_SIZE), torch.ones(1, 1, APP_SIZE, APP_SIZE)
    film = film.to(memory_format=torch.channels_last)
    times: dict[str, list[float]] = {name: [] for name in models}
    for _ in range(ROUNDS + 1):
        for name, model in models.items():
            began = time.perf_counter()
            model(film, mask)
            times[name].append(time.perf_counter() - began)
    return {name: float(np.median(seconds[1:])) for name, seconds in times.items()}


def spread(values: list[float]) -> dict:
    """Mean, sample standard deviation (None for one trial) and the values themselves."""
    return {
        "mean": float(np.mean(values)),
        "sd": float(np.std(values, ddof=1)) if len(values) > 1 else None,
        "values": values,
    }


def show(figure: dict) -> str:
    mean = percent(figure["mean"])
    return mean if figure["sd"] is None else f"{mean} ± {100 * figure['sd']:.1f}"


def networks() -> dict[str, nn.Module]:
    names = [(b, a) for b in ("resnet34", "resnet50", "vgg16", "inceptionv3") for a in ("plain", "ma", "cbam")]
    return {f"{b}-{a}": build_classifier(b, a).eval().to(memory_format=torch.channels_last) for b, a in names}


def compare(config_path: str) -> None:
    kinds = by_kind(finished_runs(config_path))
    if not kinds:
        raise SystemExit(f"no finished run of {config_path}: run python -m manet.study.run {config_path} first")
    first = next(iter(kinds.values()))[0]
    trials = {kind: [run.test["protocols"] for run in runs] for kind, runs in kinds.items()}
    accuracy = {
        kind: {name: spread([t[name]["accuracy"] for t in figures]) for name in PROTOCOLS}
        | {"macro_f1": spread([t["split_group, all sources"]["macro_f1"] for t in figures])}
        for kind, figures in trials.items()
    }
    models = networks()
    seconds = times_per_film(models)
    cost = {
        name: {
            "parameters": sum(p.numel() for p in model.parameters()),
            "multiply_accumulates": multiply_accumulates(model),
            "seconds_per_film": seconds[name],
            "overhead": seconds[name] / seconds[f"{name.split('-')[0]}-plain"] - 1,
        }
        for name, model in models.items()
    }
    n = {name: trials[first.kind][0][name]["n"] for name in PROTOCOLS}
    budget = f"{first.config['phases']} (size, epochs) of {first.config.get('epoch_films', 'all')} films"
    text = "\n\n".join(
        [
            "## Accuracy at an equal budget",
            f"Every network had the same budget, {budget}, the same films in the same order per seed, no choice of epoch "
            f"and no tuning. Mean ± standard deviation over the trials. The budget is small: networks far from converged "
            "are ranked, not the paper's 200 epochs. At 80 pixels the deepest maps are 3 x 3 and mask attention weakens their "
            "borders most; nothing here says how it does at 224.",
            table(
                ["network", "trials", *(f"{name} (n = {n[name]})" for name in PROTOCOLS), "macro-F1, patients"],
                [
                    [kind, str(len(trials[kind])), *(show(accuracy[kind][p]) for p in [*PROTOCOLS, "macro_f1"])]
                    for kind in trials
                ],
            ),
            "## Cost at 224 pixels",
            f"Parameters with one input channel and five classes; multiply-accumulates of convolutions and dense layers; "
            f"median of {ROUNDS} films one at a time in PyTorch float32 with {torch.get_num_threads()} thread(s), the "
            "networks taking turns. The paper reports +5.78 to +21.55 % running time for MA.",
            table(
                ["network", "parameters", "MACs", "time a film", "against plain"],
                [
                    [
                        name,
                        f"{c['parameters'] / 1e6:.2f} M",
                        f"{c['multiply_accumulates'] / 1e9:.2f} G",
                        f"{1000 * c['seconds_per_film']:.0f} ms",
                        f"{100 * c['overhead']:+.1f} %",
                    ]
                    for name, c in cost.items()
                ],
            ),
        ]
    )
    write_study(
        "compare",
        "Plain, mask attention and CBAM (the paper's Table 3)",
        f"python -m manet.study.compare {config_path}",
        text,
        {"config": first.config, "n": n, "accuracy": accuracy, "trials": trials, "cost": cost},
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", help="the study's file")
    arguments = parser.parse_args()
    compare(arguments.config)


if __name__ == "__main__":
    main()
