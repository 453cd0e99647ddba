"""Temperature scaling (Guo et al. 2017), calibration error, and when an answer is too unsure to give."""

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F


def fit_temperature(logits: Tensor, labels: Tensor) -> float:
    """The temperature that minimises the cross entropy of validation logits (n, classes)."""
    log_t = torch.zeros(1, requires_grad=True)
    optimiser = torch.optim.LBFGS([log_t], max_iter=100, line_search_fn="strong_wolfe")

    def closure() -> Tensor:
        optimiser.zero_grad()
        loss = F.cross_entropy(logits / log_t.exp(), labels)
        loss.backward()
        return loss

    optimiser.step(closure)
    return float(log_t.exp().detach())


def expected_calibration_error(probabilities: np.ndarray, labels: np.ndarray, bins: int = 15) -> float:
    """Mean gap between confidence and accuracy over equal-width bins; probabilities (n, classes)."""
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    index = np.minimum((top * bins).astype(int), bins - 1)
    gaps = [
        abs(top[index == b].mean() - right[index == b].mean()) * (index == b).mean()
        for b in range(bins)
        if (index == b).any()
    ]
    return float(sum(gaps))


def brier(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Mean squared distance of probabilities (n, classes) to the true label's corner; 0 best, 2 worst (Brier 1950)."""
    truth = np.eye(probabilities.shape[1])[labels]
    return float(((probabilities - truth) ** 2).sum(axis=1).mean())


def reliability(probabilities: np.ndarray, labels: np.ndarray, bins: int = 10) -> list[dict]:
    """Mean confidence, accuracy and n of every occupied equal-width bin of the top probability."""
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    index = np.minimum((top * bins).astype(int), bins - 1)
    return [
        {
            "confidence": float(top[index == b].mean()),
            "accuracy": float(right[index == b].mean()),
            "n": int((index == b).sum()),
        }
        for b in range(bins)
        if (index == b).any()
    ]


def coverage_curve(probabilities: np.ndarray, labels: np.ndarray) -> list[dict]:
    """For thresholds on the top probability: the share of films answered, and how many answers are right."""
    top = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == labels
    curve = []
    for threshold in np.arange(0, 1, 0.05):
        answered = top >= threshold
        if answered.any():
            share, accuracy = float(answered.mean()), float(right[answered].mean())
            curve.append({"threshold": round(float(threshold), 2), "coverage": share, "accuracy": accuracy})
    return curve


def choose_threshold(curve: list[dict], wanted: float) -> float:
    """The lowest threshold whose answers are right as often as ``wanted``, else the most accurate one."""
    enough = [point for point in curve if point["accuracy"] >= wanted]
    return enough[0]["threshold"] if enough else max(curve, key=lambda point: point["accuracy"])["threshold"]


def calibration_figures(logits: Tensor, labels: Tensor, temperature: float) -> dict:
    """ECE and Brier score before and after temperature scaling, reliability and coverage after it."""
    truth = labels.numpy()
    before, after = (torch.softmax(logits / t, 1).numpy() for t in (1.0, temperature))

    def errors(probabilities: np.ndarray) -> dict:
        return {"ece": expected_calibration_error(probabilities, truth), "brier": brier(probabilities, truth)}

    return {
        "n": len(truth),
        "before": errors(before),
        "after": errors(after),
        "reliability": reliability(after, truth),
        "coverage": coverage_curve(after, truth),
    }
