from dataclasses import dataclass

import pytest
import torch

from manet.data.stage_two import StageTwo
from manet.study.run import run_configs
from manet.train.classifier import draw_films, training_films


@dataclass(frozen=True)
class Row:
    label: str
    source: str
    split_group: str = "train"
    split_random: str = "train"
    subset: str = "paper"
    label_index: int = 0


ROWS = [Row("normal", "kermany")] * 90 + [Row("tb", "shenzhen")] * 10


def test_without_balance_every_film_is_drawn_at_most_once():
    torch.manual_seed(0)
    drawn = draw_films(ROWS, 60, 0.0)
    assert len(drawn) == len(set(drawn.tolist())) == 60


@pytest.mark.parametrize(("balance", "share"), [(1.0, 0.5), (0.5, 10**0.5 / (10**0.5 + 90**0.5))])
def test_balance_draws_rare_cells_more_often(balance, share):
    torch.manual_seed(0)
    drawn = draw_films(ROWS, 20_000, balance)
    # Standard error of a share from 20,000 draws is at most 0.0036.
    assert (drawn >= 90).float().mean().item() == pytest.approx(share, abs=0.015)


def test_left_out_sources_are_never_trained_on():
    import numpy as np

    rows = [*ROWS, Row("normal", "shenzhen"), Row("tb", "montgomery", split_group="val")]
    blank = np.ones((len(rows), 4, 4), np.uint8)
    stage_two = StageTwo(rows, blank, blank)
    config = {"subsets": ["paper"], "leave_out": ["shenzhen:tb", "montgomery"]}
    train, val = training_films(stage_two, config)
    assert {(r.label, r.source) for r in train.rows} == {("normal", "kermany"), ("normal", "shenzhen")}
    assert val.rows == []


def test_a_study_runs_every_config_with_every_seed_round_by_round():
    study = {
        "name": "s",
        "seeds": [1, 2],
        "base": {"phases": [[80, 2], [96, 1]], "rate": 1},
        "runs": [{"name": "a"}, {"name": "b", "rate": 2}],
    }
    configs = run_configs(study)
    assert [c["name"] for c in configs] == ["s/a-seed1", "s/b-seed1", "s/a-seed2", "s/b-seed2"]
    assert [c["rate"] for c in configs] == [1, 2, 1, 2]
    assert [c["seed"] for c in configs] == [1, 1, 2, 2]
    assert run_configs(study, epochs=5)[0]["phases"] == [[96, 5]]
    assert run_configs(study, size=224)[0]["phases"] == [[224, 3]]
    assert study["base"]["phases"] == [[80, 2], [96, 1]]
