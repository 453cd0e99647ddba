import numpy as np

from manet.data.contents import CONTENTS

FILM = np.arange(1, 26, dtype=np.uint8).reshape(1, 5, 5)
MASK = np.zeros((1, 5, 5), np.uint8)
MASK[0, 1, 1] = MASK[0, 3, 3] = 1


def test_the_lungs_and_their_background_make_up_the_film():
    film, _ = CONTENTS["background"](FILM, MASK)
    assert np.array_equal(film + FILM * MASK, FILM)
    assert film[0, 1, 1] == film[0, 3, 3] == 0


def test_the_frame_hides_the_whole_box_around_the_lungs():
    film, _ = CONTENTS["frame"](FILM, MASK)
    assert film[0, 1:4, 1:4].max() == 0
    assert np.array_equal(film[0, 0], FILM[0, 0])


def test_the_outline_holds_no_grey_of_the_film():
    film, _ = CONTENTS["outline"](FILM, MASK)
    assert np.array_equal(film, MASK * 255)


def test_only_the_app_s_own_content_keeps_the_mask():
    for name, content in CONTENTS.items():
        _, mask = content(FILM, MASK)
        assert np.array_equal(mask, MASK if name == "lungs" else np.ones_like(MASK))
