import numpy as np
import pytest

from manet.study.stress_set import CHANGES


@pytest.fixture
def pair():
    rng = np.random.default_rng(0)
    film = np.clip(np.linspace(0, 1, 128)[:, None] * np.ones((1, 128)) + rng.normal(0, 0.02, (128, 128)), 0, 1)
    mask = np.zeros((128, 128), bool)
    mask[30:100, 20:55] = mask[30:100, 73:108] = True
    return film, mask


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_keeps_size_range_and_most_of_the_lungs(change, pair):
    film, mask = CHANGES[change](*pair)
    assert film.shape == mask.shape == (128, 128) and mask.dtype == bool
    assert (change == "unchanged") == np.array_equal(film, pair[0])
    assert 0.6 * pair[1].sum() < mask.sum() <= 1.05 * pair[1].sum()


def test_strengths_are_as_stated(pair):
    film, mask = pair
    assert CHANGES["black lifted to 30 %"](film, mask)[0].min() == pytest.approx(0.3)
    assert CHANGES["white lowered to 70 %"](film, mask)[0].max() == pytest.approx(0.7)
    assert len(np.unique(CHANGES["half the contrast, 6 bits"](film, mask)[0])) <= 33
    bordered = CHANGES["white border of 8 %"](film, mask)[0]
    # 8 % of 128 are 10 pixels; padded to 148 and squashed back, the border is 8.6 wide.
    assert (bordered[:8] > 0.99).all() and bordered[64, 12:116].max() < 0.7
    assert not CHANGES["black collimation of 10 % on two sides"](film, mask)[0][:, :13].any()
