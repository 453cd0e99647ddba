"""Writes what export.py says of each kind of network into cards that are shipped already, and nothing else:

python -m manet.export.reword_cards ../public/models
"""

import argparse
import json
from pathlib import Path

from manet.export.model import CAUTIONS, NOT_FOR


def reword(card: dict) -> dict:
    """The card with the cautions and warnings of its kind; neither counts for the model's hash."""
    kind = card["kind"]
    return {**card, "cautions": CAUTIONS[kind], "notFor": NOT_FOR[kind]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("models", type=Path, help="the folder of all models")
    for path in sorted(parser.parse_args().models.glob("*/card.json")):
        card = reword(json.loads(path.read_text()))
        path.write_text(json.dumps(card, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
