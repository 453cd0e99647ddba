"""Does stage 1 hold on films of another tone, sharpness, size and frame?

python -m manet.study.stress runs/segmenter --sizes 256 320
python -m manet.study.stress --write cache/stress      # the changed films, for `npm run evaluate -- --stress`

Writes docs/study/stress-pytorch.{json,md}: mean IoU and worst tenth of every change of the test pairs.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from tqdm import tqdm

from manet.data.dataset import SEGMENTER_ANNOTATIONS, Pair, data_root, read_pairs
from manet.data.films import SCALINGS, read_grey, read_mask
from manet.study.finished import table, write_study
from manet.study.stress_set import CHANGES
from manet.train.make_masks import load_segmenter
from manet.train.metrics import iou
from manet.train.segmenter import MASK_SIZE, predict_masks


def changed(pair: Pair, change: str) -> tuple[np.ndarray, np.ndarray]:
    """The film of a pair, uint8 (512, 512), and its boolean mask, after a change."""
    film, mask = CHANGES[change](read_grey(pair.image, MASK_SIZE) / 255.0, read_mask(pair.mask, MASK_SIZE) > 0)
    return np.round(np.clip(film, 0, 1) * 255).astype(np.uint8), mask


def figures(scores: list[float]) -> dict:
    """Mean IoU, and the mean of the worst tenth of the films."""
    ordered = np.sort(scores)
    return {
        "n": len(scores),
        "iou": float(ordered.mean()),
        "worst_tenth": float(ordered[: max(1, len(ordered) // 10)].mean()),
    }


def measure(run: str, size: int, pairs: list[Pair]) -> dict[str, dict]:
    model, trained = load_segmenter(run, torch.device("cpu"))
    result, every = {}, []
    for change in tqdm(CHANGES, desc=f"{run} at {size} px", mininterval=10):
        films, masks = zip(*(changed(pair, change) for pair in pairs), strict=True)
        found = predict_masks(
            model,
            torch.from_numpy(np.stack(films))[:, None],
            size,
            SCALINGS[trained["range"]],
            torch.device("cpu"),
        )
        scores = [iou(f, t) for f, t in zip(found, masks, strict=True)]
        result[change] = figures(scores)
        every += scores
    return result | {"all changes": figures(every)}


def write_films(folder: Path, pairs: list[Pair]) -> None:
    """PNG films and masks, a folder a change, and films.json that lists them."""
    rows = []
    for number, change in enumerate(CHANGES):
        for pair in tqdm(pairs, desc=change, mininterval=10):
            film, mask = changed(pair, change)
            paths = [folder / kind / str(number) / f"{pair.id}.png" for kind in ("films", "masks")]
            for path, picture in zip(paths, (film, mask.astype(np.uint8) * 255), strict=True):
                path.parent.mkdir(parents=True, exist_ok=True)
                Image.fromarray(picture).save(path)
            names = [str(path.relative_to(folder)) for path in paths]
            rows.append({"id": pair.id, "label": pair.label, "change": change, "film": names[0], "mask": names[1]})
    (folder / "films.json").write_text(json.dumps(rows, indent=1))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("runs", nargs="*", help="names of segmenter runs")
    parser.add_argument("--sizes", type=int, nargs="+", default=[256])
    parser.add_argument("--split", default="test", choices=("val", "test"))
    parser.add_argument("--write", type=Path, help="only write the changed films into this folder")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    pairs = [
        p
        for p in read_pairs(data_root(arguments.data))
        if p.split_group == arguments.split and p.annotation in SEGMENTER_ANNOTATIONS
    ]
    if arguments.write:
        write_films(arguments.write, pairs)
        return
    results = {f"{run} at {size} px": measure(run, size, pairs) for run in arguments.runs for size in arguments.sizes}
    rows = [
        [change, *(f"{r[change][key]:.3f}" for r in results.values() for key in ("iou", "worst_tenth"))]
        for change in [*CHANGES, "all changes"]
    ]
    head = [cell for name in results for cell in (f"{name}: IoU", "worst tenth")]
    text = (
        f"Every pair of split_group {arguments.split} (n = {len(pairs)}) under each change of "
        "training/manet/study/stress_set.py, in PyTorch; the app's own figures are in stress.md.\n\n"
        + table(["change", *head], rows)
    )
    command = f"python -m manet.study.stress {' '.join(arguments.runs)} --split {arguments.split}"
    name = "stress-pytorch" if arguments.split == "test" else f"stress-pytorch-{arguments.split}"
    write_study(name, "Stage 1 under stress, in PyTorch", command, text, {"results": results})


if __name__ == "__main__":
    main()
