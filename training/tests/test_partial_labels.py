import numpy as np

from manet.data.partial_labels import IGNORED, LUNG, NOT_LUNG, partial_label


def two_lungs() -> np.ndarray:
    human = np.zeros((100, 100), bool)
    human[20:80, 10:40] = human[20:80, 60:90] = True
    return human


def test_both_agree_on_lung_and_the_human_alone_is_ignored():
    human = two_lungs()
    found = human.copy()
    found[20:80, 30:40] = False
    found[0:10, 0:10] = True
    labels = partial_label(human, found)
    assert (labels[20:80, 10:30] == LUNG).all()
    assert (labels[20:80, 30:40] == IGNORED).all()
    assert (labels[~human] == NOT_LUNG).all()


def test_a_lung_that_the_network_misses_counts_but_for_the_band_beside_the_heart():
    human = two_lungs()
    found = human.copy()
    found[:, 60:90] = False
    labels = partial_label(human, found)
    # 30 columns wide: the nine nearest to the middle are ignored.
    assert (labels[20:80, 60:69] == IGNORED).all()
    assert (labels[20:80, 69:90] == LUNG).all()
    assert (labels[20:80, 10:40] == LUNG).all()


def test_no_human_lung_means_no_lung():
    assert not partial_label(np.zeros((8, 8), bool), np.ones((8, 8), bool)).any()
