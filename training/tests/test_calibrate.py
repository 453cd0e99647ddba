import numpy as np
import pytest
import torch

from manet.calibrate import expected_calibration_error, fit_temperature


def test_temperature_of_overconfident_logits():
    # Right 3 times in 4, so the best confidence is 0.75: sigmoid(8 / t) = 0.75 gives t = 8 / ln 3.
    logits = torch.tensor([[8.0, 0.0]] * 4)
    labels = torch.tensor([0, 0, 0, 1])
    assert fit_temperature(logits, labels) == pytest.approx(8 / np.log(3), rel=1e-3)


def test_calibration_error_is_the_gap():
    probabilities = np.array([[0.9, 0.1]] * 4)
    assert expected_calibration_error(probabilities, np.array([0, 0, 1, 1])) == pytest.approx(0.4)
    assert expected_calibration_error(np.array([[1.0, 0.0]]), np.array([0])) == 0
