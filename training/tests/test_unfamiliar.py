import numpy as np
import pytest

from manet.data.faults import FAULTS, noises, photographs
from manet.export.unfamiliar import fit, scores


def test_the_score_is_the_mean_squared_distance_in_standard_deviations():
    mean, precision = fit(np.array([[0.0, 10.0], [2.0, 30.0]]))
    # Means 1 and 20, variances 1 and 100.
    assert (mean.tolist(), precision.tolist()) == ([1.0, 20.0], [1.0, 0.01])
    assert scores(np.array([[1.0, 20.0], [4.0, 20.0], [1.0, 0.0]]), mean, precision) == pytest.approx([0, 4.5, 2])


def test_a_feature_that_never_moves_counts_nothing():
    _, precision = fit(np.array([[0.0, 7.0], [2.0, 7.0]]))
    assert precision.tolist() == [1.0, 0.0]


def test_every_fault_changes_a_film_and_undoes_itself_where_it_can():
    film = np.random.default_rng(0).integers(0, 255, (60, 60), np.uint8)
    for name, fault in FAULTS.items():
        faulty = fault(film)
        assert faulty.dtype == np.uint8
        assert faulty.shape != film.shape or not np.array_equal(faulty, film), name
    for name in ("inverted", "upside down", "rotated by 90 degrees"):
        assert np.array_equal(FAULTS[name](FAULTS[name](film)), film)
    squeezed = FAULTS["squeezed to a third of its width"](film)
    assert squeezed[:, :20].max() == 0 and squeezed[:, 40:].max() == 0 and squeezed[:, 20:40].max() > 0


def test_negatives_are_grey_pictures_with_contrast():
    pictures = photographs() + noises(12)
    assert len(pictures) > 60
    assert all(p.ndim == 2 and p.dtype == np.uint8 and np.ptp(p) > 50 for p in pictures)
