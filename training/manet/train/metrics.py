"""Figures of merit for masks and for class probabilities (numpy only)."""

import numpy as np
from scipy.stats import rankdata


def iou(predicted: np.ndarray, truth: np.ndarray) -> float:
    """Intersection over union of two boolean masks; 1 where both are empty."""
    union = np.logical_or(predicted, truth).sum()
    return float(np.logical_and(predicted, truth).sum() / union) if union else 1.0


def dice(predicted: np.ndarray, truth: np.ndarray) -> float:
    """Dice overlap of two boolean masks; 1 where both are empty."""
    total = predicted.sum() + truth.sum()
    return float(2 * np.logical_and(predicted, truth).sum() / total) if total else 1.0


def confusion(labels: np.ndarray, predicted: np.ndarray, classes: int) -> np.ndarray:
    """Counts (classes, classes): rows are true labels, columns predictions."""
    return np.bincount(labels * classes + predicted, minlength=classes * classes).reshape(classes, classes)


def auc(scores: np.ndarray, positive: np.ndarray) -> float:
    """Area under the ROC curve as the chance that a positive outranks a negative (ties count half)."""
    ranks = rankdata(scores)
    n_pos, n_neg = int(positive.sum()), int((~positive).sum())
    return float((ranks[positive].sum() - n_pos * (n_pos + 1) / 2) / (n_pos * n_neg))


def classification_figures(probabilities: np.ndarray, labels: np.ndarray, names: tuple[str, ...]) -> dict:
    """Accuracy, confusion matrix, per-class precision, recall, F1, AUC, and their macro means."""
    counts = confusion(labels, probabilities.argmax(axis=1), len(names))
    right = counts.diagonal()
    per_class = {}
    for index, name in enumerate(names):
        support, called = int(counts[index].sum()), int(counts[:, index].sum())
        per_class[name] = {
            "precision": float(right[index] / called) if called else 0.0,
            "recall": float(right[index] / support) if support else 0.0,
            "f1": float(2 * right[index] / (support + called)) if support + called else 0.0,
            "auc": auc(probabilities[:, index], labels == index),
            "support": support,
        }
    return {
        "n": len(labels),
        "accuracy": float(right.sum() / len(labels)),
        "macro_f1": float(np.mean([c["f1"] for c in per_class.values()])),
        "macro_auc": float(np.mean([c["auc"] for c in per_class.values()])),
        "per_class": per_class,
        "confusion": counts.tolist(),
    }
