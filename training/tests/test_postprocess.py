import numpy as np

from manet.data.postprocess import postprocess, small_object_limit


def test_holes_are_filled_and_specks_removed():
    mask = np.zeros((100, 100), bool)
    mask[10:50, 10:50] = True
    mask[20:30, 20:30] = False
    mask[80:85, 80:85] = True
    cleaned = postprocess(mask)
    assert cleaned[25, 25]
    assert cleaned.sum() == 40 * 40


def test_the_limit_is_one_hundredth_of_the_picture():
    assert small_object_limit(512) == 2621
    mask = np.zeros((100, 100), bool)
    mask[0, :] = True
    assert postprocess(mask).sum() == 0
    mask[1, 0] = True
    assert postprocess(mask).sum() == 101


def test_the_two_largest_objects_are_kept():
    mask = np.zeros((100, 100), bool)
    mask[10:60, 5:35] = mask[10:70, 60:90] = True
    mask[80:95, 40:60] = True
    cleaned = postprocess(mask)
    assert cleaned.sum() == 50 * 30 + 60 * 30
    assert not cleaned[80:].any()
