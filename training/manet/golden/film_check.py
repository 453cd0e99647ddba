"""PyTorch's answers of the shipped film check on the demo film and faults of it, for the parity tests:

python -m manet.golden.film_check

Takes the very weights of public/models. Reads test/golden/shipped/film.png and writes
test/golden/film-check/golden.safetensors: ``input`` (96, 96) and the logits (7,) of each fault.
"""

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file

from manet.export.import_shipped import check, load_shipped
from manet.golden.shipped import MODELS
from manet.networks.film_check import FINDINGS, film_check_input
from manet.train.runs import TRAINING

GOLDEN = TRAINING.parent / "test" / "golden"
FAULTS = {
    "sound": lambda film: film,
    "invert": lambda film: 255 - film,
    "turn-clockwise": lambda film: np.rot90(film, 3),
    "turn-counterclockwise": lambda film: np.rot90(film, 1),
    "turn-half": lambda film: np.rot90(film, 2),
}


def main() -> None:
    model, card, _ = load_shipped(MODELS / "film-check")
    check(model, card)
    film = np.asarray(Image.open(GOLDEN / "shipped" / "film.png").convert("L"))
    golden = {"input": film_check_input(film)[0]}
    with torch.no_grad():
        for name, fault in FAULTS.items():
            golden[name] = model(film_check_input(fault(film))[None])[0]
            seen = [finding for finding, logit in zip(FINDINGS, golden[name], strict=True) if logit > 0]
            print(name, seen)
    folder = GOLDEN / "film-check"
    folder.mkdir(exist_ok=True)
    save_file({key: value.contiguous() for key, value in golden.items()}, folder / "golden.safetensors")


if __name__ == "__main__":
    main()
