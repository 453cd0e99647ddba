import numpy as np
import torch

from manet.data.lung_box import cut_to_lungs, lung_box, lung_greys
from manet.golden.lung_box import box_of, greys_inside


def test_the_box_has_a_margin_of_four_percent_inside_the_film():
    mask = np.zeros((200, 224), np.uint8)
    mask[40:140, 20:70] = 1
    # 4 % of 100 rows are 4, of 50 columns 2.
    assert lung_box(mask) == (36, 144, 18, 72)
    mask[:, 0] = 1
    assert lung_box(mask) == (0, 200, 0, 73)


def test_an_empty_mask_keeps_the_whole_film():
    assert lung_box(np.zeros((10, 12))) == (0, 10, 0, 12)


def test_film_and_mask_are_cut_alike():
    film, mask = np.zeros((100, 100), np.uint8), np.zeros((100, 100), np.uint8)
    mask[30:80, 30:80] = 1
    film[mask > 0] = 200
    small, lungs = cut_to_lungs(film, mask, 54)
    assert small.shape == lungs.shape == (54, 54)
    assert np.array_equal(small > 100, lungs > 0)
    assert lungs[2:52, 2:52].all() and not lungs[:2].any()


def test_greys_are_told_by_the_lungs_alone():
    torch.manual_seed(0)
    film, mask = torch.rand(2, 1, 40, 40), (torch.rand(2, 1, 40, 40) > 0.4).float()
    scaled = lung_greys(film, mask)
    assert scaled.min() == 0 and scaled.max() == 1
    assert (scaled[mask == 0] == 0).all()
    outside = torch.where(mask > 0, film, torch.rand(2, 1, 40, 40) * 99)
    torch.testing.assert_close(lung_greys(outside, mask), scaled)
    torch.testing.assert_close(lung_greys(film * 700 + 2000, mask), scaled, rtol=1e-3, atol=1e-3)


def test_the_robust_range_by_hand():
    # 201 greys 0 to 200: the 0.5 % rank is floor(1.0) = 1, the 99.5 % rank ceil(199.0) = 199.
    film = torch.arange(201).float().view(1, 1, 1, 201)
    scaled = lung_greys(film, torch.ones_like(film))[0, 0, 0]
    torch.testing.assert_close(scaled[[0, 1, 100, 199, 200]], torch.tensor([0, 0, 0.5, 1, 1]))


def test_an_empty_mask_gives_zeros():
    assert lung_greys(torch.rand(1, 1, 4, 4), torch.zeros(1, 1, 4, 4)).sum() == 0


def test_box_and_greys_agree_with_the_golden_derivation():
    rng = np.random.default_rng(3)
    for _ in range(20):
        mask = np.zeros((90, 120), bool)
        top, left = rng.integers(0, 60, 2)
        mask[top : top + rng.integers(1, 30), left : left + rng.integers(1, 60)] = True
        rows, columns = box_of(mask)
        assert lung_box(mask) == (rows.start, rows.stop, columns.start, columns.stop)
        film = rng.normal(900, 300, mask.shape).astype(np.float32)
        found = lung_greys(torch.from_numpy(film)[None, None], torch.from_numpy(mask)[None, None].float())
        np.testing.assert_allclose(found[0, 0].numpy(), greys_inside(film, mask), atol=1e-5)
