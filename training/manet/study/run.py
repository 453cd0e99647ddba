"""Trains a list of classifiers one after another: python -m manet.study.run configs/study.toml

The file holds a ``base`` config, ``runs`` that each change some of it, and ``seeds``; every run is trained with
every seed. A study that was stopped goes on where it was. Each run's figures on the test films are kept beside its
report, and a run that has them under the same config is not trained again: more seeds can be added later, without
the checkpoints of the first. Set OMP_NUM_THREADS=1 to run two studies side by side.
"""

import argparse
import json
import time

from manet.data.dataset import data_root
from manet.data.stage_two import load_stage_two
from manet.export.model import load_classifier
from manet.study.measure import run_figures
from manet.train.classifier import DEFAULTS, train
from manet.train.runs import TRAINING, read_config, write_report


def run_configs(study: dict, epochs: int | None = None, size: int | None = None) -> list[dict]:
    """The config of every run, seed by seed, so that a study cut short has whole rounds; ``epochs`` and ``size``
    replace the phases by one of that many epochs at that size."""
    configs = []
    for seed in study["seeds"]:
        for run in study["runs"]:
            config = study["base"] | run
            name = f"{study['name']}/{run['name']}-seed{seed}"
            last = config["phases"][-1]
            if epochs or size:
                config["phases"] = [[size or last[0], epochs or sum(count for _, count in config["phases"])]]
            configs.append(config | {"name": name, "seed": seed})
    return configs


def is_measured(config: dict) -> bool:
    """Whether this very config was trained to its end and its test figures kept, here or on another machine; options
    that came later count as what they were before."""
    report = TRAINING / "reports" / f"{config['name']}.json"
    if not report.with_name(f"{report.stem}-test.json").is_file():
        return False
    return DEFAULTS | json.loads(report.read_text())["config"] == json.loads(json.dumps(DEFAULTS | config))


def keep_test_figures(config: dict, data: str | None) -> None:
    """Writes reports/<name>-test.json."""
    path = TRAINING / "reports" / f"{config['name']}-test.json"
    model = load_classifier(TRAINING / "runs" / config["name"])[0]
    stage_two = load_stage_two(config["inputs"], data_root(data))
    figures = run_figures(model, config, stage_two)
    write_report(path, seed=config["seed"], figures=figures)


def run_study(study: dict, data: str | None, epochs: int | None, size: int | None, minutes: float | None) -> None:
    """Trains every run; begins none after ``minutes``."""
    began = time.time()
    for config in run_configs(study, epochs, size):
        if minutes is not None and time.time() - began > minutes * 60:
            print(f"{config['name']}: not begun, {minutes:g} minutes are over")
            continue
        config = DEFAULTS | config
        if is_measured(config):
            print(f"{config['name']}: measured before")
            continue
        print(f"=== {config['name']}", flush=True)
        train(config, data)
        keep_test_figures(config, data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    parser.add_argument("--epochs", type=int, help="train every run for so many epochs at its last size")
    parser.add_argument("--size", type=int, help="train every run at this size")
    parser.add_argument("--minutes", type=float, help="begin no run after so many minutes")
    arguments = parser.parse_args()
    run_study(read_config(arguments.config), arguments.data, arguments.epochs, arguments.size, arguments.minutes)


if __name__ == "__main__":
    main()
