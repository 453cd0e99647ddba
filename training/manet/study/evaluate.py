"""Test figures of a trained run, in PyTorch (the shipped model's own are `npm run evaluate`):

python -m manet.study.evaluate segmenter runs/segmenter
python -m manet.study.evaluate classifier runs/ma-resnet50

Writes reports/<run>-test.json.
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from manet.data.dataset import LABELS, SEGMENTER_ANNOTATIONS, data_root, read_pairs
from manet.data.films import SCALINGS
from manet.data.stage_two import StageTwo, load_stage_two, sight_of
from manet.export.model import load_classifier, load_segmenter
from manet.train.classifier import predict_logits
from manet.train.metrics import classification_figures, dice, iou
from manet.train.runs import TRAINING, join_group, write_report
from manet.train.segmenter import DEFAULTS as SEGMENTER_DEFAULTS
from manet.train.segmenter import MASK_SIZE, load_pairs, predict_masks


def evaluate_segmenter(run: Path, data: str | None) -> dict:
    """Mean IoU and Dice on the split_group test pairs, per annotation and label."""
    device = join_group()[2]
    model, state = load_segmenter(run)
    pairs = [p for p in read_pairs(data_root(data)) if p.split_group == "test"]
    config = SEGMENTER_DEFAULTS | state["config"]
    films, masks = load_pairs(pairs, MASK_SIZE)
    predicted = predict_masks(model.to(device), films, config["size"], SCALINGS[config["range"]], device)
    scores = [
        (pair, iou(p, t), dice(p, t)) for pair, p, t in zip(pairs, predicted, masks[:, 0].bool().numpy(), strict=True)
    ]

    def figures(wanted) -> dict:
        chosen = [(i, d) for pair, i, d in scores if wanted(pair)]
        return {"n": len(chosen), "iou": np.mean([i for i, _ in chosen]), "dice": np.mean([d for _, d in chosen])}

    heartless = {
        label: figures(lambda p, label=label: p.annotation != "v7" and p.label == label)
        for label in ("normal", "tb", "covid19")
    }
    return {
        "split": "split_group test",
        "size": config["size"],
        "nlm + lungvae (heart excluded)": {
            "all": figures(lambda p: p.annotation in SEGMENTER_ANNOTATIONS),
            **heartless,
        },
        "v7 (heart included)": figures(lambda p: p.annotation == "v7"),
    }


def evaluate_classifier(run: Path, data: str | None) -> dict:
    """Figures on both protocols' test films, on the paper's sources and on all."""
    device = join_group()[2]
    model, state = load_classifier(run)
    stage_two = load_stage_two(state["config"]["inputs"], data_root(data))

    def figures(films: StageTwo) -> dict:
        logits = predict_logits(model.to(device), films, sight_of(state["config"]), device)
        return classification_figures(torch.softmax(logits, 1).numpy(), films.labels.numpy(), LABELS)

    return {
        f"{split} test, {name}": figures(
            stage_two.pick(lambda r, s=split, p=subsets: getattr(r, s) == "test" and r.subset in p)
        )
        for split in ("split_group", "split_random")
        for name, subsets in {"paper's sources": ("paper",), "all sources": ("paper", "extended")}.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=("segmenter", "classifier"))
    parser.add_argument("run", type=Path, help="the run's folder, with its checkpoints")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    evaluate = evaluate_segmenter if arguments.kind == "segmenter" else evaluate_classifier
    figures = evaluate(arguments.run, arguments.data)
    write_report(TRAINING / "reports" / f"{arguments.run.name}-test.json", seed=0, figures=figures)


if __name__ == "__main__":
    main()
