"""PyTorch's answers of the shipped models on the demo film, for the parity tests:

python -m manet.golden.shipped

Takes the very weights of public/models. Reads test/golden/shipped/film.png (drawn by `npm run demo-film`) and writes
golden.safetensors beside it.
"""

import argparse

import numpy as np
import torch
from safetensors.torch import save_file

from manet.data.films import SCALINGS, read_grey, resize_mask, resize_masks
from manet.data.postprocess import postprocess
from manet.data.stage_two import Sight, StageTwo
from manet.export.import_shipped import load_shipped
from manet.networks.grad_cam import grad_cam
from manet.train.make_masks import FILM_SIZE
from manet.train.runs import TRAINING

MODELS = TRAINING.parent / "public" / "models"
FOLDER = TRAINING.parent / "test" / "golden" / "shipped"


def as_batch(array: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.array(array))[None, None].float()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--segmenter", default="resunet", help="a folder of public/models")
    parser.add_argument("--classifier", default="ma-resnet50", help="a folder of public/models")
    arguments = parser.parse_args()
    (segmenter, one, _), (classifier, two, _) = (
        load_shipped(MODELS / n) for n in (arguments.segmenter, arguments.classifier)
    )
    film = FOLDER / "film.png"
    with torch.no_grad():
        lung_logits = segmenter(SCALINGS[one["input"]["range"]](as_batch(read_grey(film, one["input"]["size"]))))
    lungs = postprocess(resize_masks(lung_logits, one["postprocess"].get("maskSize", one["input"]["size"]))[0])
    sight = Sight(two["input"]["size"], two["input"].get("framing", "film"), two["input"]["range"])
    grey, mask = sight.pictures(StageTwo([], read_grey(film, FILM_SIZE)[None], resize_mask(lungs, FILM_SIZE)[None]))
    masked, mask = sight.scale(grey.float(), mask.float()), mask.float()
    with torch.no_grad():
        logits, features = classifier(masked, mask)
    golden = {
        "lungs": torch.from_numpy(lungs.astype(np.uint8)),
        "mask": mask[0, 0].to(torch.uint8),
        "masked_film": masked[0, 0],
        "logits": logits[0],
        "features": features[0].half(),
        "cams": grad_cam(classifier, masked, mask)[0],
    }
    save_file({key: value.contiguous() for key, value in golden.items()}, FOLDER / "golden.safetensors")
    print(f"lungs {lungs.mean():.3f} of the film, logits {logits[0].tolist()}")


if __name__ == "__main__":
    main()
