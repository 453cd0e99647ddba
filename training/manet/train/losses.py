"""Pure loss functions."""

from torch import Tensor
from torch.nn import functional as F


def dice_loss(logits: Tensor, target: Tensor, smooth: float = 1.0) -> Tensor:
    """1 - soft Dice per film, averaged; logits and target (n, 1, h, w). Milletari et al. 2016."""
    p = logits.sigmoid().flatten(1)
    t = target.flatten(1)
    overlap = (p * t).sum(dim=1)
    return (1 - (2 * overlap + smooth) / (p.sum(dim=1) + t.sum(dim=1) + smooth)).mean()


def segmentation_loss(logits: Tensor, target: Tensor, cross_entropy_weight: float) -> Tensor:
    """Dice, plus pixel cross entropy where its weight is above zero."""
    loss = dice_loss(logits, target)
    if cross_entropy_weight > 0:
        loss = loss + cross_entropy_weight * F.binary_cross_entropy_with_logits(logits, target)
    return loss
