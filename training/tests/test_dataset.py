import csv

import pytest

from manet.data.dataset import DataError, data_root, read_films

COLUMNS = (
    "id file label group source subset split_random split_group width height view licence note mask_v7".split()  # noqa: SIM905
)


def write_table(root, **changes):
    (root / "a.jpg").touch()
    rows = [
        dict.fromkeys(COLUMNS, "")
        | {"id": f"film{i}", "file": "a.jpg", "label": "tb", "group": "p", "source": "s", "subset": "paper"}
        | {"split_random": "train", "split_group": "train", "width": "9", "height": "9"}
        for i in range(2)
    ]
    rows[1] |= changes
    with open(root / "classification.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)


def test_a_sound_table_is_read_in_order(tmp_path):
    write_table(tmp_path)
    assert [film.id for film in read_films(tmp_path)] == ["film0", "film1"]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"file": "gone.jpg"}, "gone.jpg"),
        ({"label": "flu"}, "'flu'"),
        ({"split_group": "test"}, "group p"),
        ({"split_random": "later"}, "'later'"),
        ({"mask_v7": "gone.png"}, "gone.png"),
    ],
)
def test_every_fault_is_an_error_that_names_it(tmp_path, changes, named):
    write_table(tmp_path, **changes)
    with pytest.raises(DataError, match=named):
        read_films(tmp_path)


def test_an_absent_folder_says_how_to_give_one(tmp_path):
    with pytest.raises(DataError, match="MANET_DATA"):
        data_root(str(tmp_path))
