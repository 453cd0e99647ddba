"""Reads the film tables of the data folder and refuses anything inconsistent.

The folder is given by ``--data``, else the environment variable ``MANET_DATA``,
else ``../shared/data`` beside the repository.
"""

import csv
import os
from dataclasses import dataclass
from pathlib import Path

LABELS = ("normal", "covid19", "tb", "bacterial", "viral")
SPLITS = ("train", "val", "test")
SEGMENTER_ANNOTATIONS = ("nlm", "lungvae")
"""Annotations that exclude the heart's shadow: the paper's stage 1."""


class DataError(ValueError):
    """The data folder contradicts itself or lacks a file; the message names it."""


@dataclass(frozen=True)
class Film:
    """One labelled film; ``path`` is a 224x224 grey JPEG, width and height are the original's."""

    id: str
    path: Path
    label: str
    group: str
    source: str
    subset: str
    split_random: str
    split_group: str
    width: int
    height: int
    mask_v7: Path | None

    @property
    def label_index(self) -> int:
        return LABELS.index(self.label)


@dataclass(frozen=True)
class Pair:
    """One film with a human lung mask, both 512x512."""

    id: str
    image: Path
    mask: Path
    annotation: str
    label: str
    group: str
    split_group: str


def data_root(option: str | None = None) -> Path:
    """The data folder; raises DataError when it is absent."""
    default = Path(__file__).resolve().parents[4] / "shared" / "data"
    root = Path(option or os.environ.get("MANET_DATA") or default)
    if not (root / "classification.csv").is_file():
        raise DataError(f"no classification.csv in {root}: pass --data or set MANET_DATA")
    return root


def _existing(root: Path, name: str, row_id: str) -> Path:
    path = root / name
    if not path.is_file():
        raise DataError(f"{row_id}: file {path} is missing")
    return path


def _known(value: str, allowed: tuple[str, ...], what: str, row_id: str) -> str:
    if value not in allowed:
        raise DataError(f"{row_id}: unknown {what} {value!r}, expected one of {', '.join(allowed)}")
    return value


def check_groups(rows: list) -> None:
    """Raises DataError if the films of one patient stand on two sides of ``split_group``."""
    side: dict[str, str] = {}
    for row in rows:
        if side.setdefault(row.group, row.split_group) != row.split_group:
            raise DataError(
                f"group {row.group} is on two sides of split_group: "
                f"{side[row.group]} and {row.split_group} (film {row.id})"
            )


def read_films(root: Path) -> list[Film]:
    """All films of classification.csv, in file order."""
    with open(root / "classification.csv", newline="") as file:
        films = [
            Film(
                id=row["id"],
                path=_existing(root, row["file"], row["id"]),
                label=_known(row["label"], LABELS, "label", row["id"]),
                group=row["group"],
                source=row["source"],
                subset=row["subset"],
                split_random=_known(row["split_random"], SPLITS, "split", row["id"]),
                split_group=_known(row["split_group"], SPLITS, "split", row["id"]),
                width=int(row["width"]),
                height=int(row["height"]),
                mask_v7=_existing(root, row["mask_v7"], row["id"]) if row["mask_v7"] else None,
            )
            for row in csv.DictReader(file)
        ]
    check_groups(films)
    return films


def read_side_views(root: Path, split: str) -> list[Path]:
    """Files of the side views of not-frontal.csv whose ``split_group`` is ``split``, in file order."""
    with open(root / "not-frontal.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    return [_existing(root, row["file"], row["id"]) for row in rows if row["split_group"] == split]


def read_pairs(root: Path) -> list[Pair]:
    """All film-mask pairs of segmentation.csv, in file order."""
    with open(root / "segmentation.csv", newline="") as file:
        pairs = [
            Pair(
                id=row["id"],
                image=_existing(root, row["image"], row["id"]),
                mask=_existing(root, row["mask"], row["id"]),
                annotation=_known(row["annotation"], ("nlm", "lungvae", "v7"), "annotation", row["id"]),
                label=_known(row["label"], LABELS, "label", row["id"]),
                group=row["group"],
                split_group=_known(row["split_group"], SPLITS, "split", row["id"]),
            )
            for row in csv.DictReader(file)
        ]
    check_groups(pairs)
    return pairs
