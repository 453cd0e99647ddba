"""Leave-one-source-out: python -m manet.study.held_out configs/sources-film.toml configs/sources-blind.toml

Every run of these studies left out whole sources and then read the films of those sources, none of them
test films, which is where a new hospital shows. Writes docs/study/sources.{json,md}.
"""

import argparse

from manet.study.finished import Run, finished_runs, percent, table, write_study


def answers(run: Run) -> dict:
    return {
        "study": run.config["name"].split("/")[0],
        "left_out": run.config["leave_out"],
        "seed": run.config["seed"],
        **run.test["left_out"],
    }


def cell(figures: dict, key: str) -> str:
    return "-" if figures[key] is None else f"{figures[key]:.3f}"


def recalls(figures: dict) -> str:
    return ", ".join(f"{name} {percent(r['value'], 0)} (n = {r['n']})" for name, r in figures["recall"].items())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("configs", nargs="+")
    arguments = parser.parse_args()
    results = [answers(run) for config in arguments.configs for run in finished_runs(config)]
    rows = [
        [
            f"{r['study']}: without {', '.join(r['left_out'])}",
            f"{percent(r['inside']['accuracy'])} (n = {r['inside']['n']})",
            f"{percent(r['outside']['accuracy'])} (n = {r['outside']['n']})",
            cell(r["outside"], "auc_tb_normal"),
            cell(r["outside"], "auc_covid19_normal"),
            recalls(r["outside"]),
        ]
        for r in results
    ]
    head = ["trained", "inside: validation", "outside: left-out sources"]
    head += ["AUC TB / normal", "AUC COVID-19 / normal", "recall outside"]
    text = (
        "Inside: validation films of the sources trained on. Outside: train and validation films of the sources left "
        "out. No test film is read here, because these figures choose how the shipped network is trained. AUC between "
        "two labels sets the other three answers aside.\n\n" + table(head, rows)
    )
    write_study(
        "sources",
        "Hospitals never trained on",
        f"python -m manet.study.held_out {' '.join(arguments.configs)}",
        text,
        {"runs": results},
    )


if __name__ == "__main__":
    main()
