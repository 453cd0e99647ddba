import json
from pathlib import Path

import pytest

from manet.export.model import CAUTIONS, common_card
from manet.export.reword_cards import reword

SHIPPED = sorted((Path(__file__).parents[2] / "public" / "models").glob("*/card.json"))
STATE = {"history": [{"seconds": 60}], "config": {"seed": 1}}
OF_THE_ANSWER = ("label", "Bacterial", "viral")
"""Words of cautions that are true of classifiers alone."""


@pytest.mark.parametrize("kind", CAUTIONS)
def test_a_card_has_the_cautions_of_its_kind(kind):
    card = common_card(kind, "any", "Any", "any", 64, STATE, "any", [])
    assert card["cautions"] == CAUTIONS[kind]
    said = " ".join(card["cautions"])
    assert any(word in said for word in OF_THE_ANSWER) == (kind == "classifier")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.parent.name)
def test_shipped_cards_say_what_would_be_exported(path):
    card = json.loads(path.read_text())
    assert reword(card) == card
