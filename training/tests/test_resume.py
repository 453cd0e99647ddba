"""A run that is cut and resumed must end with the very weights of an unbroken run."""

import csv
import json

import numpy as np
import pytest
import torch
from PIL import Image

from manet.data.dataset import LABELS
from manet.data.stage_two import StageTwo
from manet.train import classifier, segmenter

SEGMENTER = {
    "width": 2,
    "size": 32,
    "sizes": [16, 32],
    "batch": 2,
    "epochs": 2,
    "optimiser": "adam",
    "rate": 1e-2,
    "warm_up": 0.2,
    "weight_decay": 1e-5,
    "schedule": "one-cycle",
    "cross_entropy_weight": 0.5,
    "seed": 1,
}


@pytest.fixture
def pairs_folder(tmp_path):
    rng = np.random.default_rng(0)
    (tmp_path / "classification.csv").touch()
    rows = []
    for index in range(6):
        grey = rng.integers(0, 255, (32, 32), np.uint8)
        Image.fromarray(grey).save(tmp_path / f"{index}.png")
        Image.fromarray(((grey > 127) * 255).astype(np.uint8)).save(tmp_path / f"m{index}.png")
        rows.append(
            {"id": index, "image": f"{index}.png", "mask": f"m{index}.png", "annotation": "nlm", "label": "tb"}
            | {"group": f"g{index}", "split_group": "train" if index < 4 else "val"}
        )
    with open(tmp_path / "segmentation.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return tmp_path


def same_weights(a, b) -> bool:
    return all(torch.equal(a[key], b[key]) for key in a)


def test_the_segmenter_resumes_exactly(pairs_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(segmenter, "TRAINING", tmp_path)
    partial = tmp_path / "cache" / "partial"
    partial.mkdir(parents=True)
    rng = np.random.default_rng(1)
    np.save(partial / "films.npy", rng.integers(0, 255, (3, 32, 32), np.uint8))
    np.save(partial / "labels.npy", rng.integers(0, 3, (3, 32, 32), np.uint8))
    config = SEGMENTER | {"partial": "partial", "partial_films": 2, "precision": "float32"}
    whole, cut = config | {"name": "whole"}, config | {"name": "cut"}
    segmenter.train(whole, str(pairs_folder))
    true_iou, calls = segmenter.mean_iou, []

    def cut_in_second_epoch(*arguments):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return true_iou(*arguments)

    monkeypatch.setattr(segmenter, "mean_iou", cut_in_second_epoch)
    with pytest.raises(KeyboardInterrupt):
        segmenter.train(cut, str(pairs_folder))
    segmenter.train(cut, str(pairs_folder))
    a, b = (torch.load(tmp_path / "runs" / n / "last.pt", weights_only=False) for n in ("whole", "cut"))
    assert same_weights(a["model"], b["model"])
    assert [h["epoch"] for h in b["history"]] == [1, 2]
    report = json.loads((tmp_path / "reports" / "cut.json").read_text())
    assert (report["n_train"], report["n_val"], report["seed"]) == (7, 2, 1)


def test_the_classifier_resumes_exactly(tmp_path, monkeypatch):
    class Row:
        def __init__(self, index):
            self.label_index = index % len(LABELS)
            self.label, self.source = LABELS[self.label_index], "kermany"
            self.split_random, self.subset = "train", "paper"
            self.split_group = "train" if index < 8 else "val"

    rng = np.random.default_rng(0)
    films = rng.integers(0, 255, (12, 64, 64), np.uint8)
    stage_two = StageTwo([Row(i) for i in range(12)], films, (films > 80).astype(np.uint8))
    monkeypatch.setattr(classifier, "TRAINING", tmp_path)
    monkeypatch.setattr(classifier, "load_stage_two", lambda *_: stage_two)
    monkeypatch.setattr(classifier, "data_root", lambda data: data)
    config = {
        "inputs": "masks",
        "subsets": ["paper"],
        "backbone": "resnet34",
        "attention": "ma",
        "phases": [[32, 1], [64, 1]],
        "batch": 4,
        "optimiser": "adamw",
        "rate": 1e-3,
        "warm_up": 0.3,
        "weight_decay": 0.05,
        "label_smoothing": 0.05,
        "clip": 2.0,
        "ema": 0.9,
        "recalibrate": 8,
        "augmentation": "source-blind",
        "balance": 0.5,
        "seed": 1,
        "framing": "lung-box",
        "range": "0.5-99.5 %",
        "padding_rule": "not-counted",
        "precision": "float32",
    }
    classifier.train(config | {"name": "whole"}, None)
    true_predict, calls = classifier.predict_pictures, []

    def cut_in_second_epoch(*arguments):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return true_predict(*arguments)

    monkeypatch.setattr(classifier, "predict_pictures", cut_in_second_epoch)
    with pytest.raises(KeyboardInterrupt):
        classifier.train(config | {"name": "cut"}, None)
    classifier.train(config | {"name": "cut"}, None)
    a, b = (torch.load(tmp_path / "runs" / n / "last.pt", weights_only=False) for n in ("whole", "cut"))
    assert same_weights(a["model"], b["model"])
    assert same_weights(a["ema"], b["ema"])
    assert [h["size"] for h in b["history"]] == [32, 64]
