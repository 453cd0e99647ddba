import numpy as np
import pytest
import torch

from manet.export.calibrate import (
    brier,
    choose_threshold,
    coverage_curve,
    expected_calibration_error,
    fit_temperature,
    reliability,
)


def test_temperature_of_overconfident_logits():
    # Right 3 times in 4, so the best confidence is 0.75: sigmoid(8 / t) = 0.75 gives t = 8 / ln 3.
    logits = torch.tensor([[8.0, 0.0]] * 4)
    labels = torch.tensor([0, 0, 0, 1])
    assert fit_temperature(logits, labels) == pytest.approx(8 / np.log(3), rel=1e-3)


def test_calibration_error_is_the_gap():
    probabilities = np.array([[0.9, 0.1]] * 4)
    assert expected_calibration_error(probabilities, np.array([0, 0, 1, 1])) == pytest.approx(0.4)
    assert expected_calibration_error(np.array([[1.0, 0.0]]), np.array([0])) == 0


def test_brier_is_zero_for_certain_truth_and_two_for_certain_error():
    certain = np.eye(3)
    assert brier(certain, np.array([0, 1, 2])) == 0
    assert brier(certain, np.array([1, 2, 0])) == 2
    # One third each: (2/3)^2 + 2 (1/3)^2 = 2/3.
    assert brier(np.full((1, 3), 1 / 3), np.array([0])) == pytest.approx(2 / 3)


def test_reliability_counts_every_film_once():
    p = np.array([[0.55, 0.45], [0.95, 0.05], [0.92, 0.08]])
    bins = reliability(p, np.array([1, 0, 1]))
    assert [b["n"] for b in bins] == [1, 2]
    assert [b["accuracy"] for b in bins] == [0.0, 0.5]
    assert bins[1]["confidence"] == pytest.approx(0.935)


def test_the_threshold_is_the_lowest_that_is_accurate_enough():
    p = np.array([[0.52, 0.48], [0.62, 0.38], [0.72, 0.28], [0.82, 0.18]])
    curve = coverage_curve(p, np.array([1, 1, 0, 0]))
    assert next(point for point in curve if point["threshold"] == 0.6) == {
        "threshold": 0.6,
        "coverage": 0.75,
        "accuracy": 2 / 3,
    }
    assert choose_threshold(curve, 0.6) == 0.55
    assert choose_threshold(curve, 1.0) == 0.65
    assert choose_threshold(curve, 1.1) == 0.65
