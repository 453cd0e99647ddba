"""Writes PyTorch's Grad-CAM on the self-test film into the cards of shipped classifiers:

python -m manet.golden.self_test ma-resnet50 resnet50

The app compares every backend with it before any answer counts. It is autograd's, from the very weights that are
shipped; the app computes it in closed form.
"""

import argparse
import json

import torch

from manet.export.import_shipped import check, load_shipped
from manet.export.self_test import self_test_film
from manet.golden.shipped import MODELS
from manet.networks.grad_cam import grad_cam

DECIMALS = 4
"""Fewer than would be written in another way by JavaScript, whose form the cards have."""


def plain(value: float) -> float | int:
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else rounded


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", nargs="+", help="folders of public/models")
    for name in parser.parse_args().models:
        model, card, _ = load_shipped(MODELS / name)
        check(model, card)
        film, mask = (torch.from_numpy(a)[None, None] for a in self_test_film(card["input"]["size"]))
        maps = grad_cam(model, film * mask, mask)[0]
        test = card["selfTest"]
        heat = [plain(value) for value in maps.flatten().tolist()]
        card["selfTest"] = {"logits": test["logits"], "heat": heat, "tolerance": test["tolerance"]}
        path = MODELS / name / "card.json"
        path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")
        print(f"{name}: {maps.shape[0]} maps up to {float(maps.max()):.3f}")


if __name__ == "__main__":
    main()
