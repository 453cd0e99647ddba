import torch

from manet.data import augment


def films(n: int = 6, side: int = 32) -> torch.Tensor:
    torch.manual_seed(0)
    return torch.rand(n, 1, side, side)


def test_remap_keeps_order_and_ends():
    ramp = torch.linspace(0, 1, 32).repeat(6, 1, 32, 1)
    torch.manual_seed(1)
    out = augment.remap(ramp, p=1.0)
    assert (out.diff(dim=3) >= -1e-6).all()
    torch.testing.assert_close(out[..., 0], torch.zeros(6, 1, 32), atol=1e-6, rtol=0)
    torch.testing.assert_close(out[..., -1], torch.ones(6, 1, 32), atol=1e-5, rtol=0)
    assert (out - ramp).abs().max() > 0.05


def test_nothing_happens_with_probability_zero():
    film = films()
    mask = (film > 0.5).float()
    torch.testing.assert_close(augment.remap(film, p=0), film)
    torch.testing.assert_close(augment.sharpen(film, -1, 1, p=0), film)
    assert torch.equal(augment.jpeg(film, worst=30, p=0), film)
    assert torch.equal(augment.regrow(mask, 2, p=0), mask)


def test_a_jpeg_round_trip_stays_close_and_loses_something():
    smooth = torch.nn.functional.interpolate(films(4, 4), size=32, mode="bilinear")
    out = augment.jpeg(smooth, worst=90, p=1.0)
    assert 0 < (out - smooth).abs().mean() < 0.02


def test_sharpening_leaves_a_flat_film_alone():
    flat = torch.full((3, 1, 32, 32), 0.4)
    torch.testing.assert_close(augment.sharpen(flat, 0.5, 1.0, p=1.0), flat)


def test_regrow_moves_the_outline_by_the_pixels_asked_for():
    mask = torch.zeros(8, 1, 32, 32)
    mask[..., 10:20, 10:20] = 1
    torch.manual_seed(0)
    areas = set(augment.regrow(mask, reach=1, p=1.0).sum(dim=(1, 2, 3)).tolist())
    # One pixel outward or inward on every side of a 10 x 10 box.
    assert areas == {144.0, 64.0}


def test_marks_are_black_or_white_bars():
    torch.manual_seed(0)
    flat = torch.full((16, 1, 32, 32), 0.4)
    out = augment.marks(flat, largest=0.4, p=1.0)
    assert set(out.unique().tolist()) == {0.0, flat[0, 0, 0, 0].item(), 1.0}


def test_frames_hide_edges_only_and_say_where():
    torch.manual_seed(0)
    film = torch.full((40, 1, 90, 90), 0.3)
    framed, seen = augment.frames(film, largest=1 / 9, p=1.0)
    assert (framed[seen > 0] == film[seen > 0]).all()
    assert (seen[..., 11:79, 11:79] == 1).all()
    assert (seen.mean(dim=(1, 2, 3)) < 1).float().mean() > 0.7
    assert torch.equal(augment.frames(film, largest=1 / 9, p=0.0)[0], film)


def test_evened_contrast_makes_weak_and_strong_texture_alike():
    torch.manual_seed(0)
    texture = torch.rand(1, 1, 128, 128) - 0.5
    film = torch.cat([0.2 + 0.05 * texture, 0.7 + 0.5 * texture], dim=3)[..., :256]
    evened = augment.even_contrast(film.expand(30, -1, -1, -1), strength=1.0, p=1.0)

    def ratio(x: torch.Tensor) -> float:
        return float(x[..., :100].std() / x[..., 156:].std())

    ratios = [ratio(one) for one in evened]
    # A tenth before, three times that where much is evened; shares are drawn between none and all.
    assert ratio(film) < 0.15
    assert max(ratios) > 0.3
    assert sum(one > ratio(film) for one in ratios) > 25
    assert torch.equal(augment.even_contrast(film, strength=1.0, p=0.0), film)
