import json

import numpy as np
import pytest

from manet.study import finished, run
from manet.study.compare import show, spread
from manet.study.curves import steadiness
from manet.study.finished import finished_runs, table
from manet.study.measure import separation
from manet.study.run import is_measured

STUDY = """
name = "s"
seeds = [1]
[base]
phases = [[80, 2]]
[[runs]]
name = "whole"
[[runs]]
name = "half"
[[runs]]
name = "never"
"""


def test_only_runs_trained_to_their_end_and_measured_are_reported(tmp_path, monkeypatch):
    monkeypatch.setattr(finished, "TRAINING", tmp_path)
    (tmp_path / "study.toml").write_text(STUDY)
    for name, reports in (("whole", {"": {"history": [{}, {}]}, "-test": {"figures": {"n": 1}}}), ("half", {"": {}})):
        for suffix, content in reports.items():
            report = tmp_path / "reports" / "s" / f"{name}-seed1{suffix}.json"
            report.parent.mkdir(parents=True, exist_ok=True)
            report.write_text(json.dumps({"config": {"name": f"s/{name}-seed1", "phases": [[80, 2]]}, **content}))
    (one,) = finished_runs(str(tmp_path / "study.toml"))
    assert (one.kind, one.size, one.test, len(one.history)) == ("whole", 80, {"n": 1}, 2)


def test_a_run_is_not_trained_again_where_its_figures_are_kept_under_the_same_config(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "TRAINING", tmp_path)
    config = {"name": "s/whole-seed1", "phases": [[80, 2]]}
    assert not is_measured(config)
    for suffix, content in (("", {"config": config}), ("-test", {"figures": {}})):
        report = tmp_path / "reports" / "s" / f"whole-seed1{suffix}.json"
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(json.dumps(content))
    assert is_measured(config)
    assert not is_measured(config | {"phases": [[224, 2]]})
    assert is_measured(config | {"precision": "bfloat16"})
    assert not is_measured(config | {"precision": "float32"})


def test_a_table_is_markdown_with_numbers_to_the_right():
    assert table(["a", "b"], [["x", "1"]]) == "| a | b |\n| --- | --: |\n| x | 1 |"


def test_spread_is_the_sample_standard_deviation():
    assert spread([0.70, 0.72, 0.74])["sd"] == pytest.approx(0.02)
    assert show(spread([0.70, 0.72, 0.74])) == "72.0 % ± 2.0"
    assert show(spread([0.5])) == "50.0 %"


def test_a_straight_rise_is_steady_and_a_zigzag_is_not():
    assert steadiness([0.5, 0.6, 0.7, 0.8]) == pytest.approx(0)
    # Steps of the last half: from 0.6 on, +0.1, -0.1.
    assert steadiness([0.5, 0.6, 0.7, 0.6]) == pytest.approx(0.1)


def test_separation_sets_the_other_answers_aside():
    # normal, covid19, tb, bacterial, viral: both tuberculosis films have the larger share of tb against normal.
    p = np.array([[0.2, 0, 0.1, 0.7, 0], [0.3, 0, 0.3, 0.4, 0], [0.1, 0, 0.2, 0.7, 0], [0, 0, 0, 1, 0]])
    assert separation(p, np.array([0, 2, 2, 3]), "tb") == 1.0
    assert separation(p, np.array([3, 2, 2, 3]), "tb") is None
