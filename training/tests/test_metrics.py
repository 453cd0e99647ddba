import numpy as np
import pytest

from manet.train.metrics import auc, classification_figures, confusion, dice, iou


def test_overlap_of_shifted_squares():
    a, b = np.zeros((4, 4), bool), np.zeros((4, 4), bool)
    a[:2, :2] = True
    b[:2, 1:3] = True
    assert iou(a, b) == pytest.approx(2 / 6)
    assert dice(a, b) == pytest.approx(2 * 2 / 8)
    assert iou(a & ~a, b & ~b) == 1


def test_confusion_rows_are_true_labels():
    counts = confusion(np.array([0, 0, 1]), np.array([1, 0, 1]), 2)
    assert counts.tolist() == [[1, 1], [0, 1]]


def test_auc_counts_ties_half():
    scores = np.array([0.9, 0.5, 0.5, 0.1])
    positive = np.array([True, True, False, False])
    assert auc(scores, positive) == pytest.approx(3.5 / 4)


def test_figures_of_a_small_table():
    probabilities = np.array([[0.8, 0.2], [0.4, 0.6], [0.3, 0.7], [0.1, 0.9]])
    figures = classification_figures(probabilities, np.array([0, 0, 1, 1]), ("a", "b"))
    assert figures["accuracy"] == 0.75
    assert figures["per_class"]["a"] == {
        "precision": 1.0,
        "recall": 0.5,
        "f1": pytest.approx(2 / 3),
        "auc": 1.0,
        "support": 2,
    }
    assert figures["per_class"]["b"]["precision"] == pytest.approx(2 / 3)
