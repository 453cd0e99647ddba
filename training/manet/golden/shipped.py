"""PyTorch's answers of the shipped models on the demo film, for the parity tests:

python -m manet.golden.shipped

Takes the very weights of public/models. Reads test/golden/shipped/film.png (drawn by `npm run demo-film`) and writes
golden.safetensors beside it.
"""

import argparse

import numpy as np
import torch
from safetensors.torch import save_file

from manet.data.films import min_max, read_grey, resize_mask
from manet.data.postprocess import postprocess
from manet.data.stage_two import classifier_input
from manet.export.import_shipped import load_shipped
from manet.export.model import CLASSIFIER_SIZE, SEGMENTER_SIZE
from manet.networks.grad_cam import grad_cam
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
    segmenter, classifier = (load_shipped(MODELS / name)[0] for name in (arguments.segmenter, arguments.classifier))
    film = FOLDER / "film.png"
    with torch.no_grad():
        lung_logits = segmenter(min_max(as_batch(read_grey(film, SEGMENTER_SIZE))))
    lungs = postprocess((lung_logits[0, 0] > 0).numpy())
    mask = as_batch(resize_mask(lungs, CLASSIFIER_SIZE))
    masked = classifier_input(as_batch(read_grey(film, CLASSIFIER_SIZE)), mask)
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
