"""What the study's commands share: the runs that were trained and measured, and where results go."""

import datetime
import json
from dataclasses import dataclass
from pathlib import Path

from torch import nn

from manet.export.model import load_classifier
from manet.study.run import run_configs
from manet.train.runs import TRAINING, commit, read_config

REPORTS = TRAINING.parent / "docs" / "study"
CONFOUNDED = (
    "Each label comes from few sources, and all bacterial, viral and most normal films are of small children, COVID-19 "
    "and TB films of adults: a network can score well on age, hospital or film marks alone."
)


@dataclass(frozen=True)
class Run:
    """One trained classifier: its full config, one entry per epoch, and its figures on the test films."""

    config: dict
    history: list[dict]
    test: dict

    @property
    def kind(self) -> str:
        """The run's name without study and seed."""
        return self.config["name"].split("/")[-1].rsplit("-seed", 1)[0]

    @property
    def folder(self) -> Path:
        return TRAINING / "runs" / self.config["name"]

    @property
    def size(self) -> int:
        return self.config["phases"][-1][0]

    def load(self) -> nn.Module:
        return load_classifier(self.folder)[0]


def finished_runs(config_path: str) -> list[Run]:
    """The runs of a study file that were trained to their end and measured, in the order of the file."""
    runs = []
    for config in run_configs(read_config(config_path)):
        report = TRAINING / "reports" / f"{config['name']}.json"
        measured = report.with_name(f"{report.stem}-test.json")
        if not measured.is_file():
            continue
        content = json.loads(report.read_text())
        runs.append(Run(content["config"], content["history"], json.loads(measured.read_text())["figures"]))
    return runs


def by_kind(runs: list[Run]) -> dict[str, list[Run]]:
    kinds: dict[str, list[Run]] = {}
    for run in runs:
        kinds.setdefault(run.kind, []).append(run)
    return kinds


def percent(value: float, digits: int = 1) -> str:
    return f"{100 * value:.{digits}f} %"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table; all columns but the first are right-aligned."""
    rule = ["---"] + ["--:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in [head, rule, *rows])


def write_study(name: str, title: str, command: str, text: str, content: dict) -> None:
    """docs/study/<name>.json and .md, both with date, commit and the command that wrote them."""
    REPORTS.mkdir(parents=True, exist_ok=True)
    stamp = {"date": datetime.date.today().isoformat(), "commit": commit(), "command": command}
    (REPORTS / f"{name}.json").write_text(json.dumps({**stamp, **content}, indent=2) + "\n")
    lines = [
        f"# {title}",
        f"Written by `{command}` (in `training/`) on {stamp['date']} at commit {stamp['commit']}; do not edit.",
        CONFOUNDED,
        text,
    ]
    (REPORTS / f"{name}.md").write_text("\n\n".join(lines) + "\n")
    print(f"wrote {REPORTS / name}.md")
