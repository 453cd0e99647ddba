"""The paper's Fig. 9: python -m manet.study.attention configs/study.toml [--run runs/ma-resnet50 ...]

Where Grad-CAM of the answered class lies: its share inside the lungs over the whole test split, and pictures on the
synthetic demo film. Writes docs/study/attention.{png,json,md}.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn
from torch.nn import functional as F

from manet.dataset import data_root
from manet.export import CLASSIFIER_SIZE, load_classifier
from manet.films import min_max, read_grey, resize_mask
from manet.runs import TRAINING, autocast
from manet.stage_two import StageTwo, classifier_input, load_stage_two
from manet.study.finished import REPORTS, by_kind, finished_runs, percent, table, write_study

DEMO = TRAINING.parent / "test" / "golden" / "shipped"


@torch.no_grad()
def answered_heat(model: nn.Module, film: Tensor, mask: Tensor) -> Tensor:
    """Grad-CAM of each film's answered class at film size, (n, s, s), each >= 0.

    After global pooling and one dense layer, Grad-CAM is ReLU of the features weighted by that class's row.
    """
    with autocast(film.device):
        logits, features = model(film.to(memory_format=torch.channels_last), mask)
    rows = model.head.fc.weight[logits.argmax(1)]
    coarse = torch.einsum("nchw,nc->nhw", features.float(), rows).relu()
    return F.interpolate(coarse[:, None], size=film.shape[-1], mode="bilinear")[:, 0]


def shares_inside(model: nn.Module, films: StageTwo, size: int) -> np.ndarray:
    """Share of the heat that lies inside the lungs, one per film; films without any heat are left out."""
    shares = []
    greys, masks = films.at(size)
    for grey, mask in zip(greys.split(32), masks.split(32), strict=True):
        m = mask.float()
        heat = answered_heat(model, classifier_input(grey.float() / 255, m), m)
        total = heat.sum(dim=(1, 2))
        shares.append(((heat * m[:, 0]).sum(dim=(1, 2)) / total)[total > 0])
    return torch.cat(shares).numpy()


def paint(film: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Grey film (s, s) uint8 under heat in inferno's colours, (s, s, 3) uint8."""
    import matplotlib

    level = heat / max(float(heat.max()), 1e-6)
    colours = matplotlib.colormaps["inferno"](level)[..., :3] * 255
    return (film[..., None] * (1 - 0.6 * level[..., None]) + colours * 0.6 * level[..., None]).astype(np.uint8)


def demo_picture(models: dict[str, tuple[nn.Module, int]]) -> Image.Image:
    """The demo film and, beside it, the heat of every network."""
    from safetensors.numpy import load_file

    lungs = load_file(DEMO / "golden.safetensors")["lungs"] > 0
    film = read_grey(DEMO / "film.png", CLASSIFIER_SIZE)
    tiles = [np.repeat(film[..., None], 3, axis=2)]
    for model, size in models.values():
        mask = torch.from_numpy(resize_mask(lungs, size))[None, None].float()
        grey = torch.from_numpy(read_grey(DEMO / "film.png", size).copy())[None, None].float()
        heat = answered_heat(model, min_max(grey * mask), mask)[None]
        large = F.interpolate(heat, size=CLASSIFIER_SIZE, mode="bilinear")[0, 0].numpy()
        tiles.append(paint(film, large))
    return Image.fromarray(np.concatenate(tiles, axis=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("config", help="the study's file")
    parser.add_argument("--run", type=Path, action="append", default=[], help="a run beside the study's, as shipped")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    root = data_root(arguments.data)
    kinds = by_kind(finished_runs(arguments.config))
    nets = {kind: [(run.load(), run.size) for run in runs] for kind, runs in kinds.items()}
    nets |= {f"{run.name} (shipped)": [(load_classifier(run)[0], CLASSIFIER_SIZE)] for run in arguments.run}
    test = load_stage_two("masks", root).pick(lambda r: r.split_group == "test").readable()
    figures = {}
    for kind, trials in nets.items():
        shares = [shares_inside(model, test, size) for model, size in trials]
        figures[kind] = {
            "trials": len(trials),
            "size": trials[0][1],
            "n": len(test.rows),
            "mean": [float(s.mean()) for s in shares],
            "tenth_percentile": [float(np.quantile(s, 0.1)) for s in shares],
        }
    area = float(test.masks.mean())
    demo_picture({kind: trials[0] for kind, trials in nets.items()}).save(REPORTS / "attention.png", optimize=True)
    rows = [
        [
            kind,
            str(f["trials"]),
            f"{f['size']} px",
            percent(float(np.mean(f["mean"]))),
            percent(float(np.mean(f["tenth_percentile"]))),
        ]
        for kind, f in figures.items()
    ]
    text = (
        f"Share of the Grad-CAM of the answered class that lies inside the lungs that stage 1 found, over the test films of "
        f"`split_group` (n = {len(test.rows)}). A heat map spread evenly over the film would have {percent(area)}. Every "
        "network sees the film cut to the lungs. Maps are a thirty-second of the input's side (3 x 3 at 80 pixels, 7 x 7 at "
        "224), so that even a perfect one spills over the outline.\n\n"
        + table(["network", "trials", "input", "mean share inside", "a tenth of films below"], rows)
        + f"\n\n![The demo film, which is synthetic, and heat maps of {', '.join(nets)}](attention.png)\n\nFrom left to "
        f"right: the synthetic demo film, then {', '.join(nets)} (first trial)."
    )
    command = " ".join(["python -m manet.study.attention", arguments.config, *(f"--run {r}" for r in arguments.run)])
    write_study(
        "attention", "Where the networks look (the paper's Fig. 9)", command, text, {"area": area, "kinds": figures}
    )


if __name__ == "__main__":
    main()
