"""Whether to believe it, on one page: python -m manet.study.trust

Draws the other commands' figures together into docs/study/trust.{json,md}; reads their JSON only.
"""

import json

from manet.study.finished import REPORTS, percent, table, write_study


def part(name: str) -> dict | None:
    path = REPORTS / f"{name}.json"
    return json.loads(path.read_text()) if path.is_file() else None


def protocols(evaluation: dict) -> tuple[str, str]:
    sets = {(s["split"], s["subset"]): s for s in evaluation["classification"]["sets"]}
    by_patient, by_film = sets["split_group", "paper"], sets["split_random", "paper"]
    gap = 100 * (by_film["accuracy"]["value"] - by_patient["accuracy"]["value"])
    return (
        "Does the film-level split flatter? ([evaluation](evaluation.md))",
        f"{gap:+.1f} points on the paper's sources: {percent(by_film['accuracy']['value'])} by film, "
        f"{percent(by_patient['accuracy']['value'])} by patient",
    )


def sources(content: dict) -> list[tuple[str, str]]:
    return [
        (
            f"Does it hold in a hospital never trained on? {r['study']}, without {', '.join(r['left_out'])} ([sources](sources.md))",
            f"accuracy {percent(r['outside']['accuracy'])} outside, {percent(r['inside']['accuracy'])} inside; AUC of TB against "
            f"normal outside {r['outside']['auc_tb_normal']:.3f}"
            if r["outside"]["auc_tb_normal"] is not None
            else f"accuracy {percent(r['outside']['accuracy'])} outside, {percent(r['inside']['accuracy'])} inside",
        )
        for r in content["runs"]
    ]


def shortcuts(content: dict) -> list[tuple[str, str]]:
    questions = {
        "trained": "What do networks score that are trained without the lungs' insides? ([shortcuts](shortcuts.md))",
        "shipped": "What does the shipped network score when shown less than the lungs? ([shortcuts](shortcuts.md))",
    }
    return [
        (
            question,
            "balanced accuracy "
            + ", ".join(f"{name} {percent(f['balanced_accuracy'])}" for name, f in content[key].items()),
        )
        for key, question in questions.items()
        if content[key]
    ]


def attention(content: dict) -> tuple[str, str]:
    kinds = content["kinds"]
    shares = ", ".join(
        f"{kind} {percent(sum(t['mean'] for t in trials) / len(trials))}" for kind, trials in kinds.items()
    )
    return (
        "Does it look at the lungs? ([attention](attention.md))",
        f"share of heat inside: {shares}; evenly spread heat {percent(content['area'])}",
    )


def calibration(content: dict) -> tuple[str, str]:
    test = content["test"]
    at = next(c for c in test["coverage"] if c["threshold"] == content["threshold"])
    return (
        "Is 80 % right four times in five? ([calibration](calibration.md))",
        f"ECE on test films {test['before']['ece']:.3f} before and {test['after']['ece']:.3f} after temperature scaling; below "
        f"{content['threshold']:.2f} indeterminate: {percent(at['coverage'])} answered, {percent(at['accuracy'])} of these right",
    )


def gate(content: dict) -> tuple[str, str]:
    def refused(tried: dict) -> str:
        return f"{tried['name']} {percent(tried['refused'] / tried['n'], 0)}"

    sound = content["check"][-1]
    negatives = [sum(tried[key] for tried in content["negatives"]) for key in ("refused", "n")]
    return (
        "Does it refuse what is no upright frontal chest film? ([gate](gate.md))",
        f"refused before stage 1: {percent(sound['refused'] / sound['n'])} of {sound['n']} sound test films; of faults "
        f"made of test films {', '.join(refused(tried) for tried in content['faults'])}; "
        f"{negatives[0]} of {negatives[1]} pictures that are no chest films. No lateral film could be had",
    )


def unfamiliar(content: dict) -> tuple[str, str]:
    beyond = ", ".join(f"{d['negatives']} {percent(d['refusedShare'], 0)}" for d in content["detection"])
    return (
        "What would the classifier's own features notice? A warning only ([unfamiliar](unfamiliar.md))",
        f"beyond the limit, or without lungs: {beyond}",
    )


def main() -> None:
    read = {
        "evaluation": protocols,
        "sources": sources,
        "shortcuts": shortcuts,
        "attention": attention,
        "calibration": calibration,
        "gate": gate,
        "unfamiliar": unfamiliar,
    }
    answers: list[tuple[str, str]] = []
    for name, answer in read.items():
        content = part(name)
        if content is None:
            raise SystemExit(f"no {name}.json in {REPORTS}: run the command that writes it first (training/README.md)")
        found = answer(content)
        answers += found if isinstance(found, list) else [found]
    text = (
        "Every figure is of films of patients that the network in question was not trained on; each page behind a link "
        "names its films, n and command.\n\n" + table(["question", "answer"], [list(a) for a in answers])
    )
    write_study("trust", "Whether to believe it", "python -m manet.study.trust", text, {"answers": answers})


if __name__ == "__main__":
    main()
