"""Golden figures for tools/evaluate, by scikit-learn (``pip install scikit-learn`` beside the requirements).

Run from training/: ``python -m manet.golden.metrics``.
"""

import json
from pathlib import Path

import numpy as np
from sklearn.metrics import (
    accuracy_score,
    confusion_matrix,
    f1_score,
    jaccard_score,
    precision_recall_fscore_support,
    roc_auc_score,
)

OUT = Path(__file__).parents[3] / "test" / "golden" / "evaluate" / "metrics.json"
CLASSES = 5
REFUSED = CLASSES


def predictions(rng: np.random.Generator, count: int) -> dict:
    """Films with coarse probabilities, so that scores tie, some of them refused."""
    truth = rng.integers(0, CLASSES, count)
    scores = rng.dirichlet(np.ones(CLASSES), count) + 0.5 * np.eye(CLASSES)[truth] * rng.random((count, 1))
    probabilities = np.round(scores / scores.sum(axis=1, keepdims=True), 1)
    answer = np.where(rng.random(count) < 0.1, REFUSED, probabilities.argmax(axis=1))
    labels = list(range(CLASSES))
    precision, recall, f1, support = precision_recall_fscore_support(truth, answer, labels=labels, zero_division=0)
    auc = [roc_auc_score(truth == k, probabilities[:, k]) for k in labels]
    return {
        "truth": truth.tolist(),
        "answer": [None if a == REFUSED else int(a) for a in answer],
        "probabilities": probabilities.tolist(),
        "matrix": confusion_matrix(truth, answer, labels=[*labels, REFUSED])[:CLASSES].tolist(),
        "accuracy": accuracy_score(truth, answer),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "macroF1": f1_score(truth, answer, labels=labels, average="macro", zero_division=0),
        "auc": auc,
        "macroAuc": float(np.mean(auc)),
    }


def overlaps(rng: np.random.Generator) -> list[dict]:
    pairs = []
    for share in (0.1, 0.5, 0.9):
        a = (rng.random((12, 12)) < share).astype(int)
        b = np.where(rng.random((12, 12)) < 0.2, 1 - a, a)
        iou, dice = jaccard_score(a.ravel(), b.ravel()), f1_score(a.ravel(), b.ravel())
        pairs.append({"a": a.ravel().tolist(), "b": b.ravel().tolist(), "iou": iou, "dice": dice})
    return pairs


def main() -> None:
    rng = np.random.default_rng(11)
    golden = {
        "predictions": predictions(rng, 120),
        "overlaps": overlaps(rng),
        "quantiles": {
            "values": (values := np.sort(rng.random(37)).tolist()),
            "at": [0.025, 0.5, 0.975],
            "expected": np.quantile(values, [0.025, 0.5, 0.975]).tolist(),
        },
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    main()
