"""Does the app refuse what is not a frontal chest film? python -m manet.study.unfamiliar export/ma-resnet50/card.json

Writes docs/study/unfamiliar.{json,md} from the card of an export, whose threshold was set on validation films.
"""

import argparse
import json
from pathlib import Path

from manet.study.finished import percent, table, write_study


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("card", type=Path, help="a classifier's card.json")
    arguments = parser.parse_args()
    card = json.loads(arguments.card.read_text())
    record = card["outOfDistribution"]
    rows = [[d["negatives"], str(d["n"]), f"{d['auroc']:.3f}", percent(d["refusedShare"])] for d in record["detection"]]
    text = (
        f"`{card['id']}`: mean squared distance of the pooled features from the training films', in standard deviations "
        f"(Lee et al. 2018, diagonal covariance). The threshold lets {percent(record['acceptedShare'])} of the validation "
        f"films pass (n = {record['n']}, {record['split']}). Negatives are made from validation films, or are "
        "scikit-image's pictures and random clouds; each goes through stage 1 first, and one without lungs counts as "
        "refused. AUROC is of the distance alone, among those with lungs. No lateral film could be had.\n\n"
        + table(["negatives", "n", "AUROC", "refused"], rows)
    )
    write_study(
        "unfamiliar",
        "What is not a frontal chest film",
        f"python -m manet.study.unfamiliar {arguments.card}",
        text,
        {"id": card["id"], **{k: v for k, v in record.items() if k not in ("mean", "precision")}},
    )


if __name__ == "__main__":
    main()
