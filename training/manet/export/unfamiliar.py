"""How unlike the training films a film is: diagonal Mahalanobis distance of pooled features (Lee et al. 2018).

The app warns of what lies beyond the threshold, which is set on validation films; src/pipeline/unfamiliarity.ts is
the same formula.
"""

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from manet.data.faults import FAULTS, noises, photographs
from manet.data.films import SCALINGS, resize, resize_mask
from manet.data.stage_two import EMPTY_MASK, Sight, StageTwo
from manet.networks.resunet import ResUNet
from manet.train.make_masks import FILM_SIZE
from manet.train.metrics import auc
from manet.train.segmenter import DEFAULTS as SEGMENTER_DEFAULTS
from manet.train.segmenter import MASK_SIZE, predict_masks

ACCEPTED = 0.99
"""Share of validation films that the threshold lets pass."""
FITTED_ON = 1500
FAULTY = 60
DIGITS = 4


@torch.no_grad()
def pooled_features(model: nn.Module, films: Tensor, masks: Tensor, sight: Sight) -> np.ndarray:
    """Globally pooled last features (n, c) of uint8 films and masks (n, 1, s, s)."""
    model.eval()
    pooled = []
    for film, mask in zip(films.split(16), masks.split(16), strict=True):
        m = mask.float()
        x = sight.scale(film.float() / 255, m).to(memory_format=torch.channels_last)
        features = model(x, m)[1]
        pooled.append(features.float().mean(dim=(2, 3)))
    return torch.cat(pooled).numpy()


def fit(features: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Mean and precision of every feature (n, c), rounded as the card stores them; a dead feature counts nothing."""
    variance = features.var(axis=0)
    precision = np.divide(1, variance, out=np.zeros_like(variance), where=variance > 1e-6 * variance.mean())

    def rounded(values: np.ndarray) -> np.ndarray:
        return np.array([float(f"{value:.{DIGITS}g}") for value in values])

    return rounded(features.mean(axis=0)), rounded(precision)


def scores(features: np.ndarray, mean: np.ndarray, precision: np.ndarray) -> np.ndarray:
    """Mean squared distance in standard deviations, one per film; features (n, c)."""
    return ((features - mean) ** 2 * precision).mean(axis=1)


@torch.no_grad()
def find_lungs(segmenter: tuple[ResUNet, dict], pictures: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """The pictures squashed as the film table's are, and the lungs that stage 1 sees in them, uint8 (n, 224, 224)."""
    model, config = segmenter[0], SEGMENTER_DEFAULTS | segmenter[1]["config"]
    films, masks = [], []
    for picture in pictures:
        image = Image.fromarray(np.ascontiguousarray(picture))
        square = torch.from_numpy(np.array(resize(image, MASK_SIZE)))[None, None]
        found = predict_masks(model, square, config["size"], SCALINGS[config["range"]], square.device)[0]
        films.append(np.array(resize(image, FILM_SIZE)))
        masks.append(resize_mask(found, FILM_SIZE))
    return np.stack(films), np.stack(masks)


def measure(
    classifier: nn.Module, sight: Sight, segmenter: tuple[ResUNet, dict], train: StageTwo, val: StageTwo
) -> dict:
    """The card's ``outOfDistribution``: fitted on training films, its threshold set on validation films.

    ``sight`` is the classifier's; the segmenter comes with its checkpoint. A negative counts as refused where its
    score is above the threshold or where it shows no lungs; ``auroc`` is of the score alone, among the negatives that
    show some.
    """

    def features_of(films: StageTwo) -> np.ndarray:
        return pooled_features(classifier, *sight.pictures(films), sight)

    rng = np.random.default_rng(0)
    chosen = set(rng.permutation(len(train.rows))[:FITTED_ON].tolist())
    ids = {train.rows[index].id for index in chosen}
    sample = train.pick(lambda r: r.id in ids)
    mean, precision = fit(features_of(sample))
    accepted = scores(features_of(val), mean, precision)
    threshold = float(f"{np.quantile(accepted, ACCEPTED):.{DIGITS}g}")
    faulty = [val.films[index] for index in rng.permutation(len(val.rows))[:FAULTY]]
    negatives = {name: [fault(film) for film in faulty] for name, fault in FAULTS.items()}
    negatives |= {"photographs, texts and textures": photographs(), "noise": noises(FAULTY)}
    detection = []
    for name, pictures in negatives.items():
        films, masks = find_lungs(segmenter, pictures)
        lungs = masks.mean(axis=(1, 2)) >= EMPTY_MASK
        seen = StageTwo([], films[lungs], masks[lungs])
        found = scores(features_of(seen), mean, precision) if lungs.any() else []
        both = np.concatenate([accepted, found])
        detection.append(
            {
                "negatives": name,
                "n": len(pictures),
                "auroc": auc(both, np.arange(len(both)) >= len(accepted)) if lungs.any() else 1.0,
                "refusedShare": float((np.sum(np.array(found) > threshold) + np.sum(~lungs)) / len(pictures)),
            }
        )
        print(detection[-1], f"{int((~lungs).sum())} without lungs", flush=True)
    return {
        "mean": mean.tolist(),
        "precision": precision.tolist(),
        "threshold": threshold,
        "split": "split_group val",
        "n": len(accepted),
        "acceptedShare": float((accepted <= threshold).mean()),
        "detection": detection,
    }
