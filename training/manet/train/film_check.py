"""Trains the film check: python -m manet.train.film_check configs/film-check.toml

Faults are made from real films as it trains, films and pictures that are none are drawn anew. Every epoch writes
runs/<name>/last.pt; a run that was stopped goes on from there.
"""

import argparse
import time

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from manet.data import augment
from manet.data.composites import compose
from manet.data.dataset import Film, data_root, read_films, read_side_views
from manet.data.faults import FAULTS, FINDINGS_OF
from manet.data.films import SCALINGS, read_grey
from manet.data.not_films import DRAWINGS, cut_picture, scrambled, shipped_pictures, shuffled
from manet.networks.film_check import FILM_CHECK_RANGE, FILM_CHECK_SIZE, FINDINGS, FilmCheck, check_pictures
from manet.train.metrics import auc
from manet.train.runs import TRAINING, load_checkpoint, read_config, save_checkpoint, seed_epoch, write_report

SOURCE_SIZE = 224
SYNTHETIC_SHARE = 0.02
"""Of the films: the app's own drawn one, which must pass as a chest."""
(
    NOT_A_CHEST,
    INVERTED,
    UPSIDE_DOWN,
    ROTATED_LEFT,
    ROTATED_RIGHT,
    CROPPED,
    MIRRORED,
    LATERAL,
    TWO_FILMS,
) = range(len(FINDINGS))
FRONTAL, SIDE_VIEW, PAIR = range(3)
"""What a picture shows, before anything is done to it."""
FRAMED = 0.2
"""Of the films: set in a white, black or grey frame of up to a ninth of a side."""


def film_rows(root) -> tuple[list[Film], list[Film]]:
    """Train and validation films of ``split_group``, without the test films of ``split_random`` (decision 0004)."""
    usable = [row for row in read_films(root) if row.split_random != "test"]
    return [r for r in usable if r.split_group == "train"], [r for r in usable if r.split_group == "val"]


def load_films(rows: list[Film]) -> np.ndarray:
    """(n, 224, 224) uint8."""
    return np.stack([read_grey(row.path, SOURCE_SIZE) for row in rows])


def load_side_views(root, split: str) -> np.ndarray:
    """(n, 224, 224) uint8, few: 44 to train on."""
    return np.stack([read_grey(path, SOURCE_SIZE) for path in read_side_views(root, split)])


def crop_window(rng: np.random.Generator) -> tuple[float, float, float, float]:
    """Centre and half sides, in [-1, 1], of a part of the film that misses a lung, or half of each."""
    kind = rng.integers(0, 4)
    w, h = rng.uniform(0.36, 0.58), rng.uniform(0.36, 0.6)
    if kind == 0:
        w, h = rng.uniform(0.4, 0.54), rng.uniform(0.8, 1)
    elif kind == 1:
        w, h = rng.uniform(0.8, 1), rng.uniform(0.3, 0.5)

    def place(side: float) -> float:
        return rng.choice([-1, 1]) * (1 - side) if rng.random() < 0.6 else rng.uniform(side - 1, 1 - side)

    return place(w), place(h), w, h


def draw_theta(rng: np.random.Generator, untouched: bool, loose: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """A sampling matrix (2, 3) of a film with or without faults of geometry, and its targets (9,).

    ``loose``: zoomed and stretched further, for the few films that must stand for many.
    """
    target = np.zeros(len(FINDINGS), np.float32)
    angle = np.deg2rad(rng.uniform(-10, 10)) * (rng.random() < 0.7)
    low, high = (-0.3, 0.3) if loose else (-0.1, 0.2)
    zoom = np.exp(rng.uniform(low, high, 2) * (rng.random() < 0.7))
    window = np.array([[zoom[0], 0, rng.uniform(-0.1, 0.1)], [0, zoom[1], rng.uniform(-0.1, 0.1)], [0, 0, 1]])
    turned = 0
    if not untouched:
        turned = int(rng.choice(4, p=[0.52, 0.16, 0.16, 0.16]))
        if rng.random() < 0.28:
            x, y, w, h = crop_window(rng)
            window = np.array([[w, 0, x], [0, h, y], [0, 0, 1]])
            target[CROPPED] = 1
        target[MIRRORED] = rng.random() < 0.4
    if turned:
        target[[0, ROTATED_LEFT, UPSIDE_DOWN, ROTATED_RIGHT][turned]] = 1
    # Where a pixel of the outcome comes from. A film turned left shows at (x, y) what was at (-y, x).
    quarter = np.linalg.matrix_power(np.array([[0, -1, 0], [1, 0, 0], [0, 0, 1.0]]), turned)
    mirror = np.diag([-1.0 if target[MIRRORED] else 1.0, 1, 1])
    cos, sin = np.cos(angle), np.sin(angle)
    tilt = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
    return (tilt @ window @ mirror @ quarter)[:2], target


def soil(film: Tensor) -> Tensor:
    """What differs between detectors, printers and screens; (n, 1, s, s) in [0, 1]."""
    film = augment.tone(augment.remap(film), strength=0.3)
    film = augment.blur(augment.sharpen(film, least=-0.5, most=0.6), factor=2, p=0.3)
    return augment.marks(augment.noise(film, sigma=0.04, p=0.3), largest=0.15, p=0.2).clamp(0, 1)


def frame(x: Tensor, rng: np.random.Generator) -> Tensor:
    """Some films (n, 1, s, s) set in a frame of one grey; what lies within is squeezed, nothing is lost."""
    out, size = x.clone(), x.shape[-1]
    for i in np.flatnonzero(rng.random(len(x)) < FRAMED):
        top, bottom, left, right = (int(size * rng.uniform(0, 1 / 9)) for _ in range(4))
        within = F.interpolate(
            x[i : i + 1], (size - top - bottom, size - left - right), mode="bilinear", antialias=True
        )
        out[i] = float(rng.choice([0.0, 1.0, rng.random()]))
        out[i, :, top : size - bottom, left : size - right] = within[0]
    return out


def chest_batch(films: np.ndarray, kinds: np.ndarray, config: dict, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Pictures (n, 224, 224) of ``kinds`` with faults drawn for each: (n, 1, 96, 96) and targets (n, 9)."""
    drawn = [draw_theta(rng, kind == PAIR or rng.random() < config["untouched"], kind == SIDE_VIEW) for kind in kinds]
    theta = torch.from_numpy(np.stack([theta for theta, _ in drawn])).float()
    targets = torch.from_numpy(np.stack([target for _, target in drawn]))
    x = torch.from_numpy(films)[:, None].float() / 255
    # At twice the size first: halving it again takes away what would alias.
    grid = F.affine_grid(theta, [len(films), 1, 2 * FILM_CHECK_SIZE, 2 * FILM_CHECK_SIZE], align_corners=False)
    padding = "border" if rng.random() < 0.3 else "zeros"
    x = F.avg_pool2d(F.grid_sample(x, grid, padding_mode=padding, align_corners=False), 2)
    x = frame(soil(x), rng)
    targets[kinds == SIDE_VIEW, LATERAL] = 1
    targets[kinds == PAIR, TWO_FILMS] = 1
    inverted = torch.from_numpy(rng.random(len(films)) < config["inverted"])
    targets[inverted, INVERTED] = 1
    x[inverted] = 1 - x[inverted]
    return x, targets


def draw_negative(films: np.ndarray, pictures: list[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """Something that is no chest film, (96, 96) uint8."""
    kind = rng.random()
    if kind < 0.45:
        return cut_picture(pictures[rng.integers(len(pictures))], rng, FILM_CHECK_SIZE)
    if kind < 0.6:
        make = scrambled if rng.random() < 0.5 else shuffled
        return cut_picture(make(films[rng.integers(len(films))], rng), rng, FILM_CHECK_SIZE)
    draw = list(DRAWINGS.values())[rng.integers(len(DRAWINGS))]
    drawn = draw(rng, 2 * FILM_CHECK_SIZE).reshape(FILM_CHECK_SIZE, 2, FILM_CHECK_SIZE, 2).mean((1, 3))
    return drawn.astype(np.uint8)


def mix(films: np.ndarray, side_views: np.ndarray, config: dict, rng) -> tuple[np.ndarray, np.ndarray]:
    """Some of the films (n, 224, 224) replaced by side views, or put beside another: pictures, and their kinds (n,)."""
    share = rng.random(len(films))
    kinds = np.where(share < config["side_views"], SIDE_VIEW, FRONTAL)
    kinds[share > 1 - config["pairs"]] = PAIR
    out = films.copy()
    for i, kind in enumerate(kinds):
        side_view = side_views[rng.integers(len(side_views))][:, :: rng.choice([-1, 1])]
        if kind == SIDE_VIEW:
            out[i] = side_view
        if kind == PAIR:
            other = side_view if rng.random() < 0.3 else films[rng.integers(len(films))]
            pair = [films[i], other]
            rng.shuffle(pair)
            out[i] = compose(*pair, rng, SOURCE_SIZE)
    return out, kinds


def make_batch(
    films: np.ndarray, side_views: np.ndarray, pictures: list[np.ndarray], config: dict, rng
) -> tuple[Tensor, Tensor, Tensor]:
    """Inputs (n, 1, 96, 96), targets (n, 9) and their weights: other findings say nothing of what is no chest."""
    chests, kinds = mix(films, side_views, config, rng)
    x, targets = chest_batch(chests, kinds, config, rng)
    others = torch.from_numpy(rng.random(len(films)) < config["not_a_chest"]).nonzero().flatten()
    if len(others):
        drawn = np.stack([draw_negative(films, pictures, rng) for _ in others])
        x[others] = soil(torch.from_numpy(drawn)[:, None].float() / 255)
        targets[others] = F.one_hot(torch.tensor(NOT_A_CHEST), len(FINDINGS)).float()
    weights = torch.ones_like(targets)
    weights[np.ix_(kinds == SIDE_VIEW, [CROPPED, MIRRORED])] = 0
    weights[np.ix_(kinds == PAIR, [UPSIDE_DOWN, ROTATED_LEFT, ROTATED_RIGHT, CROPPED, MIRRORED, LATERAL])] = 0
    weights[others] = F.one_hot(torch.tensor(NOT_A_CHEST), len(FINDINGS)).float()
    # The side of the heart cannot be told from one lung.
    weights[:, MIRRORED] *= 1 - targets[:, CROPPED]
    return SCALINGS[FILM_CHECK_RANGE](x), targets, weights


def pairs_of(films: np.ndarray, side_views: np.ndarray) -> list[np.ndarray]:
    """Validation's composites: every film beside the next one, every tenth beside a side view."""
    rng = np.random.default_rng(2)
    others = [side_views[i % len(side_views)] if i % 10 == 0 else films[i - 1] for i in range(len(films))]
    return [compose(film, other, rng, SOURCE_SIZE) for film, other in zip(films, others, strict=True)]


def side_views_of(side_views: np.ndarray) -> list[np.ndarray]:
    """Validation's side views, as they are and mirrored."""
    return [*side_views, *side_views[:, :, ::-1]]


def validate(model: FilmCheck, films: np.ndarray, side_views: np.ndarray) -> dict:
    """AUROC of every finding between untouched and faulty validation films, and of pictures kept apart."""
    clean = check_pictures(model, list(films))
    figures = {}
    for name, fault in FAULTS.items():
        found = check_pictures(model, [fault(film) for film in films])
        for finding in FINDINGS_OF[name]:
            index = FINDINGS.index(finding)
            both = np.concatenate([clean[:, index], found[:, index]])
            figures[f"{name}: {finding}"] = round(auc(both, np.arange(len(both)) >= len(clean)), 4)
    more = {LATERAL: side_views_of(side_views), TWO_FILMS: pairs_of(films, side_views)}
    for index, pictures in more.items():
        both = np.concatenate([clean[:, index], check_pictures(model, pictures)[:, index]])
        figures[FINDINGS[index]] = round(auc(both, np.arange(len(both)) >= len(clean)), 4)
    rng = np.random.default_rng(0)
    pictures = [cut_picture(p, rng, FILM_CHECK_SIZE) for p in shipped_pictures(False) for _ in range(4)]
    both = np.concatenate([clean[:, 0], check_pictures(model, pictures)[:, 0]])
    figures["pictures: not-a-chest"] = round(auc(both, np.arange(len(both)) >= len(clean)), 4)
    return figures


def take_over(model: FilmCheck, weights: dict[str, Tensor]) -> None:
    """Starts from the weights of a film check that had the first of these findings only."""
    for name in ("head.weight", "head.bias"):
        grown = model.state_dict()[name].clone()
        grown[: len(weights[name])] = weights[name]
        weights = weights | {name: grown}
    model.load_state_dict(weights)


def train(config: dict, data: str | None) -> None:
    config = config | {"range": FILM_CHECK_RANGE}
    run = TRAINING / "runs" / config["name"]
    train_rows, val_rows = film_rows(data_root(data))
    films, val = load_films(train_rows), load_films(val_rows)
    side_views, val_side_views = (load_side_views(data_root(data), split) for split in ("train", "val"))
    synthetic = read_grey(TRAINING.parent / "test" / "golden" / "shipped" / "film.png", SOURCE_SIZE)
    pictures = shipped_pictures(False)
    seed_epoch(config["seed"], -1)
    model = FilmCheck()
    if "start" in config:
        take_over(model, load_checkpoint(TRAINING / "runs" / config["start"] / "last.pt")["model"])
    optimiser = torch.optim.AdamW(model.parameters(), config["rate"], weight_decay=config["weight_decay"])
    steps = config["epoch_films"] // config["batch"]
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, config["rate"], config["epochs"] * steps, pct_start=config["warm_up"]
    )
    state = load_checkpoint(run / "last.pt")
    history = state["history"] if state else []
    if state:
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        schedule.load_state_dict(state["schedule"])
    for epoch in range(len(history), config["epochs"]):
        seed_epoch(config["seed"], epoch)
        rng = np.random.default_rng([config["seed"], epoch])
        began, total = time.monotonic(), 0.0
        model.train()
        order = rng.permutation(len(films))[: steps * config["batch"]]
        for chosen in np.array_split(order, steps):
            batch = films[chosen]
            batch[rng.random(len(batch)) < SYNTHETIC_SHARE] = synthetic
            x, targets, weights = make_batch(batch, side_views, pictures, config, rng)
            smooth = targets * (1 - 2 * config["label_smoothing"]) + config["label_smoothing"]
            loss = F.binary_cross_entropy_with_logits(model(x), smooth, weights, reduction="sum") / weights.sum()
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss)
        seconds = time.monotonic() - began
        last = epoch + 1 == config["epochs"]
        figures = validate(model, val if last else val[::6], val_side_views)
        history.append({"epoch": epoch, "loss": total / steps, "seconds": seconds, "val_auroc": figures})
        print(epoch, f"loss {total / steps:.4f}", f"{seconds:.0f} s", figures, flush=True)
        save_checkpoint(
            run / "last.pt",
            config=config,
            model=model.state_dict(),
            optimiser=optimiser.state_dict(),
            schedule=schedule.state_dict(),
            history=history,
        )
    write_report(
        TRAINING / "reports" / config["name"] / "training.json",
        config=config,
        n={
            "train": len(films),
            "val": len(val),
            "train side views": len(side_views),
            "val side views": len(val_side_views),
        },
        parameters=sum(p.numel() for p in model.parameters()),
        history=history,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    train(read_config(arguments.config), arguments.data)


if __name__ == "__main__":
    main()
