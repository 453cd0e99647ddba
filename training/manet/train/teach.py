"""A teacher's soft answers, which a smaller network learns beside the labels (Hinton et al. 2015):

python -m manet.train.teach runs/teacher

Writes cache/<run>-answers/answers.npy (n, classes) and ids.json: the probabilities of every film that it may see.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from manet.data.dataset import Film, data_root
from manet.train.runs import TRAINING


def load_answers(cache: str, rows: list[Film]) -> Tensor:
    """The answers (n, classes) to these films; raises KeyError for a film without one."""
    folder = TRAINING / "cache" / cache
    place = {name: index for index, name in enumerate(json.loads((folder / "ids.json").read_text()))}
    answers = np.load(folder / "answers.npy")
    return torch.from_numpy(answers[[place[row.id] for row in rows]])


def main() -> None:
    from manet.data.stage_two import load_stage_two, sight_of
    from manet.export.model import load_classifier
    from manet.train.classifier import predict_logits

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("run", type=Path, help="the teacher's folder under runs/")
    parser.add_argument("--temperature", type=float, default=2.0)
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    model, state = load_classifier(arguments.run)
    config = state["config"]
    films = load_stage_two(config["inputs"], data_root(arguments.data)).pick(lambda r: r.split_group == "train")
    films = films.pick(lambda r: r.split_random != "test").readable()
    logits = predict_logits(model, films, sight_of(config))
    folder = TRAINING / "cache" / f"{arguments.run.name}-answers"
    folder.mkdir(parents=True, exist_ok=True)
    np.save(folder / "answers.npy", torch.softmax(logits / arguments.temperature, 1).numpy())
    (folder / "ids.json").write_text(json.dumps([row.id for row in films.rows]))


if __name__ == "__main__":
    main()
