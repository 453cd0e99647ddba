"""Writes a trained model for tools/convert/main.ts:

python -m manet.export.model segmenter runs/segmenter --id resunet
python -m manet.export.model classifier runs/ma-resnet50 --id ma-resnet50
python -m manet.export.model film-check runs/film-check --id film-check

Into export/<id>/ go architecture.json, weights.safetensors and card.json (without the file
hashes, which the converter adds).
"""

import argparse
import datetime
import json
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torch.nn import functional as F

from manet.data.dataset import LABELS, SEGMENTER_ANNOTATIONS, Film, Pair, data_root, read_pairs
from manet.data.postprocess import MOST_OBJECTS, SMALL_OBJECT_FRACTION
from manet.data.stage_two import load_stage_two, sight_of
from manet.export.calibrate import calibration_figures, choose_threshold, fit_temperature
from manet.export.check_thresholds import check_thresholds
from manet.export.self_test import self_test_film
from manet.export.trace import trace
from manet.export.unfamiliar import measure
from manet.networks.classifiers import build_classifier, classifier_title
from manet.networks.film_check import FILM_CHECK_SIZE, FilmCheck
from manet.networks.resunet import ResUNet
from manet.train.classifier import DEFAULTS, predict_logits, training_films
from manet.train.film_check import film_rows, load_films, load_side_views
from manet.train.runs import TRAINING, commit, load_checkpoint
from manet.train.segmenter import MASK_SIZE

SELF_TEST_CELLS = 8
LICENCE = "Research and education only: some training films are CC BY-NC-SA. Not a medical device."
NEW_HOSPITAL = "Accuracy inside the training sources says nothing sure about a new hospital."
CAUTIONS = {
    "segmenter": [
        "Its training films come from Shenzhen, Montgomery and Cohen's collection of COVID-19: none is from the "
        "collection of children with pneumonia from which the classifiers learned.",
        "A lung that disease has made opaque may be left out in part. Where nearly all of it is, a second look finds a "
        "rough outline, and no class is named.",
        NEW_HOSPITAL,
    ],
    "classifier": [
        "Every label comes from few sources: pneumonia films show children of 1 to 5 years, COVID-19 and tuberculosis "
        "films adults, so age, hospital and film marks are confounded with the answer.",
        NEW_HOSPITAL,
        "Bacterial and viral pneumonia look alike on a film; most errors are between these two.",
    ],
    "film-check": [
        "It learned faults that were made of sound films: how it does on faults as they happen was not measured.",
        "Half of a chest is not always noticed, the lower half least of all.",
        NEW_HOSPITAL,
    ],
}
NOT_FOR = {
    "segmenter": [
        "Diagnosis or treatment of any patient: it is no medical device and was tested in no clinic.",
        "Measuring lung volume, heart size or the extent of disease: the lung behind the heart is left out, and dense "
        "disease may be too.",
        "Films other than frontal chest X-rays, and photographs of films or screens.",
    ],
    "classifier": [
        "Diagnosis, triage, screening or treatment of any patient: it is no medical device and was tested in no "
        "clinic.",
        "Telling that a film is healthy: it knows four diseases and calls whatever else it meets by one of their names "
        "or normal.",
        "Films other than frontal chest X-rays, and photographs of films or screens.",
        "Comparing hospitals, scanners or groups of patients, whose differences it may have learned instead of "
        "disease.",
    ],
    "film-check": [
        "Judging the technique or the quality of a film: it finds gross faults only.",
        "Telling side views for certain: it learned them from 44 films of one collection.",
        "Telling the patient's sides: a mirrored film and a heart on the right look alike.",
    ],
}
ANSWERED_RIGHT = 0.85
"""Answers less sure than the validation films of this accuracy need are called indeterminate."""


def load_segmenter(run: Path) -> tuple[ResUNet, dict]:
    state = load_checkpoint(run / "best.pt")
    if state is None:
        raise FileNotFoundError(f"no best.pt in {run}")
    model = ResUNet(state["config"]["width"])
    model.load_state_dict(state["model"])
    return model.eval(), state


def load_classifier(run: Path) -> tuple[nn.Module, dict]:
    """The averaged weights of a classifier run, and its checkpoint."""
    state = load_checkpoint(run / "last.pt")
    if state is None:
        raise FileNotFoundError(f"no last.pt in {run}")
    config = DEFAULTS | state["config"]
    model = build_classifier(config["backbone"], config["attention"], padding_rule=config["padding_rule"])
    model.load_state_dict(state["ema"])
    return model.eval(), state


def load_film_check(run: Path) -> tuple[FilmCheck, dict]:
    """The last weights of a film check's run, and its checkpoint."""
    state = load_checkpoint(run / "last.pt")
    if state is None:
        raise FileNotFoundError(f"no last.pt in {run}")
    model = FilmCheck()
    model.load_state_dict(state["model"])
    return model.eval(), state


def common_card(
    kind: str,
    identity: str,
    title: str,
    architecture: str,
    size: int,
    state: dict,
    data: str,
    rows: list[Film] | list[Pair],
) -> dict:
    """What all kinds of card hold; ``rows`` are the films trained on."""
    minutes = sum(h["seconds"] for h in state["history"]) / 60
    return {
        "schema": 2,
        "id": identity,
        "title": title,
        "architecture": architecture,
        "licence": LICENCE,
        "training": {
            "commit": commit(),
            "date": datetime.date.today().isoformat(),
            "seed": state["config"]["seed"],
            "epochs": len(state["history"]),
            "data": data,
            "films": len(rows),
            "patients": len({row.group for row in rows}),
            "minutes": round(minutes),
            "compute": f"{minutes:.0f} minutes of training in all, see training/README.md",
        },
        "cautions": CAUTIONS[kind],
        "notFor": NOT_FOR[kind],
        "input": {"size": size, "range": state["config"].get("range", "min-max"), "resampling": "pillow-bilinear"},
    }


@torch.no_grad()
def segmenter_card(identity: str, model: ResUNet, state: dict, data: str | None) -> dict:
    size = state["config"]["size"]
    film = torch.from_numpy(self_test_film(size)[0])[None, None]
    pooled = F.avg_pool2d(model(film), size // SELF_TEST_CELLS).flatten().tolist()
    width = state["config"]["width"]
    pairs = [p for p in read_pairs(data_root(data)) if p.annotation in SEGMENTER_ANNOTATIONS]
    return {
        **common_card(
            "segmenter",
            identity,
            "ResUNet lung segmenter",
            f"U-Net with residual blocks, base width {width}",
            size,
            state,
            "NLM Montgomery and Shenzhen with masks, Cohen with lungVAE masks; the heart's shadow is outside. Kermany "
            "and Cohen with v7 masks, whose part that holds the heart's shadow counts for nothing",
            [p for p in pairs if p.split_group == "train"],
        ),
        "kind": "segmenter",
        "postprocess": {
            "thresholdLogit": 0,
            "fillHoles": True,
            "smallObjectFraction": SMALL_OBJECT_FRACTION,
            "maskSize": MASK_SIZE,
            "mostObjects": MOST_OBJECTS,
        },
        "selfTest": {"pooledLogits": pooled, "tolerance": 0.1},
        "metrics": [
            {
                "name": "mean IoU",
                "value": round(max(h["val_iou"] for h in state["history"]), 4),
                "dataset": "nlm + lungvae",
                "split": "split_group val, PyTorch",
                "n": sum(p.split_group == "val" for p in pairs),
            }
        ],
    }


def classifier_card(
    identity: str, model: nn.Module, state: dict, segmenter: tuple[ResUNet, dict], data: str | None
) -> dict:
    config = DEFAULTS | state["config"]
    sight = sight_of(config)
    film, mask = (torch.from_numpy(a)[None, None] for a in self_test_film(sight.size))
    with torch.no_grad():
        logits = model(film * mask, mask)[0]
    trained, val = training_films(load_stage_two(config["inputs"], data_root(data)), config)
    val_logits = predict_logits(model, val, sight)
    accuracy = float((val_logits.argmax(1) == val.labels).float().mean())
    temperature = fit_temperature(val_logits, val.labels)
    calibration = calibration_figures(val_logits, val.labels, temperature)
    name = classifier_title(config["backbone"], config["attention"])
    subsets = " + ".join(config["subsets"])
    common = common_card(
        "classifier",
        identity,
        f"{name} classifier",
        f"{name}, one channel, five classes",
        sight.size,
        state,
        f"split_group train without split_random test, subsets {' and '.join(config['subsets'])}",
        trained.rows,
    )
    return {
        **common,
        "kind": "classifier",
        "input": {**common["input"], "framing": sight.framing},
        "labels": list(LABELS),
        "maskAttention": config["attention"] == "ma",
        "maskPadding": config["padding_rule"],
        "temperature": temperature,
        "indeterminateBelow": choose_threshold(calibration["coverage"], ANSWERED_RIGHT),
        "calibration": {"dataset": subsets, "split": "split_group val", **calibration},
        "outOfDistribution": measure(model, sight, segmenter, trained, val),
        "selfTest": {"logits": logits[0].tolist(), "tolerance": 0.05},
        "metrics": [
            {
                "name": "accuracy",
                "value": round(accuracy, 4),
                "dataset": subsets,
                "split": "split_group val, PyTorch",
                "n": len(val.labels),
            }
        ],
    }


@torch.no_grad()
def film_check_card(identity: str, model: FilmCheck, state: dict, data: str | None) -> dict:
    film = torch.from_numpy(self_test_film(FILM_CHECK_SIZE)[0])[None, None]
    train_rows, val_rows = film_rows(data_root(data))
    findings, metrics = check_thresholds(model, load_films(val_rows), load_side_views(data_root(data), "val"))
    return {
        **common_card(
            "film-check",
            identity,
            "Film check",
            "CNN of nine 3 x 3 convolutions, one channel, nine findings",
            FILM_CHECK_SIZE,
            state,
            "split_group train without split_random test, with faults made of them and pairs in one picture; 44 side "
            "views of Cohen's collection; drawings, noise and half of scikit-image's pictures as what is no chest film",
            train_rows,
        ),
        "kind": "film-check",
        "findings": findings,
        "selfTest": {"logits": model(film)[0].tolist(), "tolerance": 0.1},
        "metrics": metrics,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=("segmenter", "classifier", "film-check"))
    parser.add_argument("run", type=Path, help="the run's folder, with its checkpoints")
    parser.add_argument("--segmenter", type=Path, default=TRAINING / "runs" / "segmenter", help="its lungs, for a card")
    parser.add_argument("--id", required=True, help="the model's folder name")
    parser.add_argument("--data", help="data folder (default: $MANET_DATA, else ../shared/data)")
    arguments = parser.parse_args()
    if arguments.kind == "segmenter":
        model, state = load_segmenter(arguments.run)
        card = segmenter_card(arguments.id, model, state, arguments.data)
        architecture = trace(model, state["config"]["size"], ("logits",))
    elif arguments.kind == "film-check":
        model, state = load_film_check(arguments.run)
        card = film_check_card(arguments.id, model, state, arguments.data)
        architecture = trace(model, FILM_CHECK_SIZE, ("logits",))
    else:
        model, state = load_classifier(arguments.run)
        segmenter = load_segmenter(arguments.segmenter)
        card = classifier_card(arguments.id, model, state, segmenter, arguments.data)
        architecture = trace(model, state["config"]["phases"][-1][0], ("logits", "features"))
    out = TRAINING / "export" / arguments.id
    out.mkdir(parents=True, exist_ok=True)
    (out / "architecture.json").write_text(json.dumps(architecture) + "\n")
    (out / "card.json").write_text(json.dumps(card, indent=2) + "\n")
    weights = {k: v.contiguous() for k, v in model.state_dict().items() if not k.endswith("num_batches_tracked")}
    save_file(weights, out / "weights.safetensors")
    print(f"wrote {out}")


if __name__ == "__main__":
    main()
