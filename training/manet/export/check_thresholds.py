"""Above which logit a finding of the film check counts: set on validation films, so that few of them are refused."""

import numpy as np

from manet.data.faults import FAULTS, FINDINGS_OF
from manet.data.not_films import DRAWINGS, cut_picture, shipped_pictures
from manet.networks.film_check import FINDINGS, FilmCheck, check_pictures
from manet.train.film_check import pairs_of, side_views_of
from manet.train.metrics import auc

REFUSED = {"cropped": 0.005, "mirrored": 0.01}
"""Largest share of sound validation films that may have a finding; the others 0.002."""
FLOOR = 0.0
"""A finding is more likely than not at least."""
DRAWN = 60
DIGITS = 4


def negatives(seed: int = 1) -> list[np.ndarray]:
    """What is no chest film, for validation: drawings, and cuts of the pictures that are trained on too."""
    rng = np.random.default_rng(seed)
    drawn = [draw(rng, 192) for draw in DRAWINGS.values() for _ in range(DRAWN // 10)]
    return drawn + [cut_picture(p, rng, 192) for p in shipped_pictures(False) for _ in range(3)]


def check_thresholds(model: FilmCheck, films: np.ndarray, side_views: np.ndarray) -> tuple[list[dict], list[dict]]:
    """The card's ``findings`` and ``metrics``, from untouched validation films (n, s, s), faults made of them, and
    side views."""
    clean = check_pictures(model, list(films))
    found = {name: check_pictures(model, [fault(film) for film in films]) for name, fault in FAULTS.items()}
    found["what is no chest film"] = check_pictures(model, negatives())
    found["side views"] = check_pictures(model, side_views_of(side_views))
    found["two films"] = check_pictures(model, pairs_of(films, side_views))
    shown = FINDINGS_OF | {
        "what is no chest film": ("not-a-chest",),
        "side views": ("lateral",),
        "two films": ("two-films",),
    }
    findings, metrics = [], []
    for index, code in enumerate(FINDINGS):
        quantile = float(np.quantile(clean[:, index], 1 - REFUSED.get(code, 0.002)))
        findings.append({"code": code, "thresholdLogit": float(f"{max(FLOOR, quantile):.{DIGITS}g}")})
        faulty = np.concatenate([found[name][:, index] for name, codes in shown.items() if code in codes])
        both = np.concatenate([clean[:, index], faulty])
        common = {"dataset": code, "split": "split_group val, PyTorch"}
        threshold = findings[-1]["thresholdLogit"]
        is_faulty = np.arange(len(both)) >= len(clean)
        metrics += [
            {"name": "AUROC", "value": round(auc(both, is_faulty), 4), **common, "n": len(both)},
            {"name": "found", "value": round(float((faulty > threshold).mean()), 4), **common, "n": len(faulty)},
            {"name": "sound films with it", "value": round(float((clean[:, index] > threshold).mean()), 4), **common}
            | {"n": len(clean)},
        ]
    return findings, metrics
