"""Is 80 % right four times in five? python -m manet.study.calibration runs/ma-resnet50

Temperature and the "indeterminate" threshold are set on validation films; the test films only check them.
Writes docs/study/calibration.{svg,json,md}.
"""

import argparse
from pathlib import Path

from manet.data.dataset import data_root
from manet.data.stage_two import load_stage_two, sight_of
from manet.export.calibrate import calibration_figures, choose_threshold, fit_temperature
from manet.export.model import ANSWERED_RIGHT, load_classifier
from manet.study.finished import REPORTS, percent, table, write_study
from manet.study.plotting import panels, save
from manet.train.classifier import predict_logits, training_films


def draw(parts: dict[str, dict], threshold: float, path: Path) -> None:
    figure, (left, right) = panels(2)
    left.plot([0, 1], [0, 1], color="grey", linewidth=1)
    for name, part in parts.items():
        bins = part["reliability"]
        left.plot([b["confidence"] for b in bins], [b["accuracy"] for b in bins], marker="o", label=name)
        curve = part["coverage"]
        right.plot([c["coverage"] for c in curve], [c["accuracy"] for c in curve], marker=".", label=name)
        at = next(c for c in curve if c["threshold"] == threshold)
        right.plot(at["coverage"], at["accuracy"], marker="o", color="black")
    left.set(title="reliability, after temperature scaling", xlabel="top probability", ylabel="accuracy")
    right.set(title="answered against right; dot: the threshold", xlabel="share of films answered", ylabel="accuracy")
    left.legend(frameon=False)
    save(figure, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path, help="the classifier run's folder")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    model, state = load_classifier(arguments.run)
    films = load_stage_two(state["config"]["inputs"], data_root(arguments.data))
    val = training_films(films, state["config"])[1]
    test = films.pick(lambda r: r.split_group == "test").readable()
    logits = {
        name: predict_logits(model, part, sight_of(state["config"]))
        for name, part in {"validation": val, "test": test}.items()
    }
    temperature = fit_temperature(logits["validation"], val.labels)
    parts = {
        name: calibration_figures(logits[name], part.labels, temperature)
        for name, part in {"validation": val, "test": test}.items()
    }
    threshold = choose_threshold(parts["validation"]["coverage"], ANSWERED_RIGHT)
    draw(parts, threshold, REPORTS / "calibration.svg")
    rows = []
    for name, part in parts.items():
        at = next(c for c in part["coverage"] if c["threshold"] == threshold)
        rows.append(
            [
                f"{name} (n = {part['n']})",
                *(f"{part[when][key]:.3f}" for key in ("ece", "brier") for when in ("before", "after")),
                percent(at["coverage"]),
                percent(at["accuracy"]),
            ]
        )
    head = ["films of split_group", "ECE before", "after", "Brier before", "after", "answered", "right of these"]
    text = (
        f"`{arguments.run.name}` in PyTorch. Temperature {temperature:.3f} (Guo et al. 2017). An answer whose top "
        f"probability is below {threshold:.2f} is called indeterminate: the lowest threshold in steps of 0.05 at which "
        f"{percent(ANSWERED_RIGHT, 0)} of the validation films' answers are right. ECE over 15 bins; Brier score from 0 to "
        "2. Test films took no part in either choice.\n\n"
        + table(head, rows)
        + "\n\n![Reliability diagram, and accuracy against coverage](calibration.svg)"
    )
    write_study(
        "calibration",
        "Calibration and the indeterminate answer",
        f"python -m manet.study.calibration {arguments.run}",
        text,
        {"run": arguments.run.name, "temperature": temperature, "threshold": threshold, **parts},
    )


if __name__ == "__main__":
    main()
