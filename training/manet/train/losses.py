"""Pure loss functions."""

from torch import Tensor
from torch.nn import functional as F


def dice_loss(logits: Tensor, target: Tensor, weight: Tensor | None = None, smooth: float = 1.0) -> Tensor:
    """1 - soft Dice per film, averaged; logits, target and weight (n, 1, h, w). Milletari et al. 2016.

    Pixels of weight 0 count neither as found nor as wanted.
    """
    p, t = logits.sigmoid(), target
    if weight is not None:
        p, t = p * weight, t * weight
    p, t = p.flatten(1), t.flatten(1)
    overlap = (p * t).sum(dim=1)
    return (1 - (2 * overlap + smooth) / (p.sum(dim=1) + t.sum(dim=1) + smooth)).mean()


def segmentation_loss(
    logits: Tensor, target: Tensor, cross_entropy_weight: float, weight: Tensor | None = None
) -> Tensor:
    """Dice, plus pixel cross entropy where its weight is above zero; ``weight`` 0 leaves a pixel out of both."""
    loss = dice_loss(logits, target, weight)
    if cross_entropy_weight > 0:
        entropy = F.binary_cross_entropy_with_logits(logits, target, weight, reduction="sum")
        pixels = target.numel() if weight is None else weight.sum().clamp_min(1)
        loss = loss + cross_entropy_weight * entropy / pixels
    return loss
