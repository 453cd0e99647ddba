"""The paper's Fig. 9: python -m manet.study.attention configs/study.toml [--run runs/ma-resnet50 ...]

Where Grad-CAM of the answered class lies: its share inside the lungs over the whole test split, and pictures on the
synthetic demo film. Writes docs/study/attention.{png,json,md}.
"""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image
from torch import nn
from torch.nn import functional as F

from manet.data.dataset import data_root
from manet.data.films import read_grey, resize_mask
from manet.data.lung_box import lung_box
from manet.data.stage_two import Sight, StageTwo, load_stage_two, sight_of
from manet.export.model import load_classifier
from manet.study.finished import REPORTS, by_kind, finished_runs, percent, table, write_study
from manet.study.measure import PROTOCOLS, answered_heat, heat_figures
from manet.train.make_masks import FILM_SIZE
from manet.train.runs import TRAINING

DEMO = TRAINING.parent / "test" / "golden" / "shipped"


def paint(film: np.ndarray, heat: np.ndarray) -> np.ndarray:
    """Grey film (s, s) uint8 under heat in inferno's colours, (s, s, 3) uint8."""
    import matplotlib

    level = heat / max(float(heat.max()), 1e-6)
    colours = matplotlib.colormaps["inferno"](level)[..., :3] * 255
    return (film[..., None] * (1 - 0.6 * level[..., None]) + colours * 0.6 * level[..., None]).astype(np.uint8)


def demo_picture(models: dict[str, tuple[nn.Module, Sight]]) -> Image.Image:
    """The demo film and, beside it, the heat of every network."""
    from safetensors.numpy import load_file

    lungs = load_file(DEMO / "golden.safetensors")["lungs"] > 0
    film = read_grey(DEMO / "film.png", FILM_SIZE)
    tiles = [np.repeat(film[..., None], 3, axis=2)]
    films = StageTwo([], film[None], resize_mask(lungs, FILM_SIZE)[None])
    for model, sight in models.values():
        grey, mask = (picture.float() for picture in sight.pictures(films))
        heat = answered_heat(model, sight.scale(grey / 255, mask), mask)[None]
        top, bottom, left, right = lung_box(films.masks[0]) if sight.framing == "lung-box" else (0, FILM_SIZE) * 2
        large = np.zeros_like(film, dtype=np.float32)
        large[top:bottom, left:right] = F.interpolate(heat, size=(bottom - top, right - left), mode="bilinear")[0, 0]
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
    test = load_stage_two("masks", root).pick(PROTOCOLS["split_group, all sources"]).readable()
    figures = {kind: [run.test["heat"] for run in runs] for kind, runs in kinds.items()}
    shown = [next((run for run in runs if run.folder.is_dir()), None) for runs in kinds.values()]
    nets = {run.kind: (run.load(), sight_of(run.config)) for run in shown if run}
    seeds = ", ".join(str(run.config["seed"]) for run in shown if run)
    for run in arguments.run:
        model, state = load_classifier(run)
        sight, name = sight_of(state["config"]), f"{run.name} (shipped)"
        figures[name] = [heat_figures(model, test, sight)]
        nets[name] = model, sight
    area = float(test.masks.mean())
    demo_picture(nets).save(REPORTS / "attention.png", optimize=True)
    rows = [
        [
            kind,
            str(len(trials)),
            f"{trials[0]['size']} px",
            percent(float(np.mean([t["mean"] for t in trials]))),
            percent(float(np.mean([t["tenth_percentile"] for t in trials]))),
        ]
        for kind, trials in figures.items()
    ]
    text = (
        f"Share of the Grad-CAM of the answered class that lies inside the lungs that stage 1 found, over the test films of "
        f"`split_group` (n = {len(test.rows)}). A heat map spread evenly over the film would have {percent(area)}. Every "
        "network sees the film cut to the lungs. Maps are a thirty-second of the input's side (3 x 3 at 80 pixels, 7 x 7 at "
        "224), so that even a perfect one spills over the outline.\n\n"
        + table(["network", "trials", "input", "mean share inside", "a tenth of films below"], rows)
        + f"\n\n![The demo film, which is synthetic, and heat maps of {', '.join(nets)}](attention.png)\n\nFrom left to "
        f"right: the synthetic demo film, then {', '.join(nets)} (trials {seeds} of the study's)."
    )
    command = " ".join(["python -m manet.study.attention", arguments.config, *(f"--run {r}" for r in arguments.run)])
    write_study(
        "attention", "Where the networks look (the paper's Fig. 9)", command, text, {"area": area, "kinds": figures}
    )


if __name__ == "__main__":
    main()
