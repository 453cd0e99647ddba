import torch

from manet.train.losses import dice_loss, segmentation_loss


def logits_of(mask: torch.Tensor) -> torch.Tensor:
    return (mask * 2 - 1) * 8


def test_a_good_mask_beats_a_bad_one():
    truth = torch.zeros(1, 1, 8, 8)
    truth[..., 2:6, 2:6] = 1
    shifted = torch.roll(truth, 2, dims=3)
    for loss in (dice_loss, lambda a, b: segmentation_loss(a, b, 0.5)):
        assert loss(logits_of(truth), truth) < loss(logits_of(shifted), truth) < loss(logits_of(1 - truth), truth)


def test_dice_of_half_overlap():
    truth = torch.zeros(1, 1, 1, 4)
    truth[..., :2] = 1
    guess = torch.zeros(1, 1, 1, 4)
    guess[..., 1:3] = 1
    # One of two pixels shared: Dice = (2 * 1 + 1) / (2 + 2 + 1) with smoothing 1.
    torch.testing.assert_close(dice_loss((guess * 2 - 1) * 100, truth), torch.tensor(1 - 3 / 5))


def test_ignored_pixels_count_for_nothing():
    truth = torch.zeros(1, 1, 8, 8)
    truth[..., :4] = 1
    weight = torch.ones_like(truth)
    weight[..., 2:6] = 0
    guess, other = logits_of(truth), logits_of(truth)
    other[..., 2:6] *= -1
    assert segmentation_loss(guess, truth, 0.5, weight) == segmentation_loss(other, truth, 0.5, weight)
    assert segmentation_loss(guess, truth, 0.5) < segmentation_loss(other, truth, 0.5)
