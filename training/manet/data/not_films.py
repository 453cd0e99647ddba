"""Pictures that are no chest films: drawn here, or cut from the pictures that scikit-image ships. Grey uint8.

The film check learns from the drawings and from half of the pictures; the other half is kept apart to measure it by.
"""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import skimage.data
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import gaussian_filter

Rng = np.random.Generator

HELD_OUT = frozenset(
    ("astronaut", "brick", "camera", "chelsea", "coins", "hubble_deep_field", "ihc", "page", "phantom", "rocket")
)
"""Names of scikit-image's pictures that nothing is trained on: faces, animals, cells, text, sky, a drawn head."""


def _grey(values: np.ndarray) -> np.ndarray:
    low, high = values.min(), values.max()
    return ((values - low) / max(high - low, 1e-6) * 255).astype(np.uint8)


def shipped_pictures(held_out: bool | None) -> list[np.ndarray]:
    """scikit-image's own pictures, whole: all (None), those kept apart (True) or the others (False)."""
    pictures = []
    for path in sorted(Path(skimage.data.__file__).parent.iterdir()):
        if path.suffix not in (".png", ".jpg") or held_out not in (None, path.stem in HELD_OUT):
            continue
        with Image.open(path) as image:
            pictures.append(np.asarray(image.convert("L")))
    return pictures


def clouds(rng: Rng, size: int) -> np.ndarray:
    """Random clouds, from white noise to two or three soft patches."""
    return _grey(gaussian_filter(rng.normal(size=(size, size)), float(2 ** rng.uniform(-2, 5.5)), mode="wrap"))


def spectrum(rng: Rng, size: int) -> np.ndarray:
    """Noise whose power falls as 1/f^a, which photographs do too."""
    fy, fx = np.meshgrid(np.fft.fftfreq(size), np.fft.fftfreq(size), indexing="ij")
    fall = (np.hypot(fx, fy) + 1 / size) ** -rng.uniform(0.8, 2)
    return _grey(np.fft.ifft2(np.fft.fft2(rng.normal(size=(size, size))) * fall).real)


def scrambled(film: np.ndarray, rng: Rng) -> np.ndarray:
    """A film's spectrum with random phases: its greys and textures, but no chest."""
    phase = np.angle(np.fft.fft2(rng.normal(size=film.shape)))
    return _grey(np.fft.ifft2(np.abs(np.fft.fft2(film)) * np.exp(1j * phase)).real)


def shuffled(film: np.ndarray, rng: Rng) -> np.ndarray:
    """A film cut into tiles that lie in another order."""
    cuts = int(rng.integers(2, 7))
    side = min(film.shape) // cuts
    tiles = [film[y * side : (y + 1) * side, x * side : (x + 1) * side] for y in range(cuts) for x in range(cuts)]
    order = rng.permutation(len(tiles))
    while (order == np.arange(len(tiles))).all():
        order = rng.permutation(len(tiles))
    rows = [np.hstack([tiles[i] for i in order[y * cuts : (y + 1) * cuts]]) for y in range(cuts)]
    return np.vstack(rows)


def _canvas(rng: Rng, size: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    image = Image.new("L", (size, size), int(rng.integers(0, 256)))
    return image, ImageDraw.Draw(image)


def dead_leaves(rng: Rng, size: int) -> np.ndarray:
    """Discs and boxes that cover each other, as the things in a photograph do (Lee, Mumford & Huang 2001)."""
    image, draw = _canvas(rng, size)
    for _ in range(int(rng.integers(5, 120))):
        x, y = rng.uniform(-0.1, 1.1, 2) * size
        w, h = np.minimum(size * 0.04 / rng.uniform(0.05, 1, 2), 0.5 * size)
        shape = draw.ellipse if rng.random() < 0.5 else draw.rectangle
        shape([x - w, y - h, x + w, y + h], fill=int(rng.integers(0, 256)))
    return np.asarray(image)


def text_page(rng: Rng, size: int) -> np.ndarray:
    """Lines of letters, dark on bright or the other way round."""
    dark = rng.random() < 0.3
    image = Image.new("L", (size, size), 20 if dark else 240)
    draw = ImageDraw.Draw(image)
    letter = float(rng.uniform(7, 30))
    font = ImageFont.load_default(letter)
    margin, y = rng.uniform(0, 0.15) * size, rng.uniform(0, 0.15) * size
    while y < size * 0.97:
        words = ("".join(chr(int(c)) for c in rng.integers(97, 123, int(rng.integers(2, 11)))) for _ in range(12))
        if rng.random() > 0.12:
            draw.text((margin, y), " ".join(words), fill=230 if dark else 20, font=font)
        y += letter * 1.35
    return np.asarray(image)


def gradient(rng: Rng, size: int) -> np.ndarray:
    """A slope of grey, straight or round."""
    v, u = np.mgrid[0:size, 0:size] / size
    x, y, angle = *rng.uniform(0, 1, 2), rng.uniform(0, 2 * math.pi)
    slope = np.hypot(u - x, v - y) if rng.random() < 0.5 else u * math.cos(angle) + v * math.sin(angle)
    return _grey(slope ** rng.uniform(0.5, 2) * rng.choice([-1, 1]) if slope.min() >= 0 else slope)


def stripes(rng: Rng, size: int) -> np.ndarray:
    """Bars, boards and test patterns."""
    v, u = np.mgrid[0:size, 0:size] / size
    angle, waves = rng.uniform(0, math.pi), rng.uniform(2, 30)
    wave = np.sin(2 * math.pi * waves * (u * math.cos(angle) + v * math.sin(angle)))
    if rng.random() < 0.5:
        wave = wave * np.sin(2 * math.pi * waves * (v * math.cos(angle) - u * math.sin(angle)))
    return _grey(np.sign(wave) if rng.random() < 0.5 else wave)


def shapes(rng: Rng, size: int) -> np.ndarray:
    """A few plain figures on a plain ground; two dark ovals side by side too, which are no lungs."""
    image, draw = _canvas(rng, size)
    if rng.random() < 0.3:
        draw.rectangle([0, 0, size, size], fill=200)
        for x in (0.3, 0.7):
            draw.ellipse([(x - 0.15) * size, 0.2 * size, (x + 0.15) * size, 0.8 * size], fill=int(rng.integers(0, 90)))
    for _ in range(int(rng.integers(0, 6))):
        box = np.sort(rng.uniform(0, size, (2, 2)), axis=0)
        fill = int(rng.integers(0, 256))
        figure = rng.choice(["ellipse", "rectangle", "line"])
        extra = {"width": int(rng.integers(1, 12))} if figure == "line" else {}
        getattr(draw, figure)([*box[0], *box[1]], fill=fill, **extra)
    return gaussian_filter(np.asarray(image), float(rng.uniform(0, 3)))


def _bone(draw: ImageDraw.ImageDraw, rng: Rng, a: np.ndarray, b: np.ndarray, width: float) -> None:
    """A shaft with two thicker ends."""
    grey = int(rng.integers(150, 256))
    draw.line([*a, *b], fill=grey, width=max(2, round(width)))
    for end in (a, b):
        draw.ellipse([*(end - width * 0.75), *(end + width * 0.75)], fill=grey)


def limb(rng: Rng, size: int) -> np.ndarray:
    """One or two long bones in soft tissue: an arm or a leg."""
    image = Image.new("L", (size, size), int(rng.integers(0, 25)))
    draw = ImageDraw.Draw(image)
    angle = rng.uniform(0, math.pi)
    along = np.array([math.cos(angle), math.sin(angle)])
    across = np.array([-along[1], along[0]])
    middle = size * rng.uniform(0.4, 0.6, 2)
    ends = middle - along * size, middle + along * size
    draw.line([*ends[0], *ends[1]], fill=int(rng.integers(50, 110)), width=round(size * rng.uniform(0.25, 0.6)))
    for offset in (-0.07, 0.07) if rng.random() < 0.5 else (0,):
        at = middle + across * offset * size
        joint = at + along * rng.uniform(-0.3, 0.3) * size
        width = size * rng.uniform(0.04, 0.1)
        _bone(draw, rng, at - along * size, joint - along * width, width)
        _bone(draw, rng, joint + along * width, at + along * size, width)
    return gaussian_filter(np.asarray(image), float(rng.uniform(0.5, 2.5)))


def hand(rng: Rng, size: int) -> np.ndarray:
    """Four or five rays of bones from a wrist, in soft tissue."""
    image = Image.new("L", (size, size), int(rng.integers(0, 25)))
    draw = ImageDraw.Draw(image)
    wrist = size * np.array([rng.uniform(0.4, 0.6), rng.uniform(0.75, 0.9)])
    lean = rng.uniform(-0.3, 0.3)
    tissue = int(rng.integers(50, 100))
    reach = size * rng.uniform(0.55, 0.75)
    rays = []
    for turn in np.linspace(-0.75, 0.45, 5):
        along = np.array([math.sin(turn + lean), -math.cos(turn + lean)])
        rays.append((along, reach * (0.75 if turn < -0.5 else rng.uniform(0.9, 1.05))))
        draw.line([*wrist, *(wrist + along * rays[-1][1])], fill=tissue, width=round(size * 0.12))
    draw.ellipse([*(wrist - size * 0.16), *(wrist + size * 0.16)], fill=tissue)
    for along, length in rays:
        for start, end in ((0.12, 0.45), (0.48, 0.7), (0.72, 0.84), (0.86, 0.96)):
            _bone(draw, rng, wrist + along * length * start, wrist + along * length * end, size * 0.028)
    turned = image.rotate(float(rng.uniform(-180, 180)), fillcolor=8) if rng.random() < 0.7 else image
    return gaussian_filter(np.asarray(turned), float(rng.uniform(0.5, 2)))


def skull(rng: Rng, size: int) -> np.ndarray:
    """A bright oval rim with eye sockets, nose and jaw."""
    image = Image.new("L", (size, size), int(rng.integers(0, 30)))
    draw = ImageDraw.Draw(image)
    x, y = rng.uniform(0.42, 0.58, 2)
    w, h = rng.uniform(0.26, 0.36), rng.uniform(0.32, 0.42)

    def oval(cx: float, cy: float, rx: float, ry: float, grey: int) -> None:
        draw.ellipse([(cx - rx) * size, (cy - ry) * size, (cx + rx) * size, (cy + ry) * size], fill=grey)

    oval(x, y, w, h, int(rng.integers(190, 256)))
    oval(x, y, w * 0.93, h * 0.94, int(rng.integers(110, 170)))
    if rng.random() < 0.7:
        for side in (-1, 1):
            oval(x + side * w * 0.42, y + h * 0.25, w * 0.26, h * 0.16, int(rng.integers(50, 100)))
        oval(x, y + h * 0.52, w * 0.14, h * 0.16, 70)
    oval(x, y + h * 0.95, w * 0.6, h * 0.25, int(rng.integers(130, 200)))
    return gaussian_filter(np.asarray(image), float(rng.uniform(1, 3)))


DRAWINGS: dict[str, Callable[[Rng, int], np.ndarray]] = {
    "noise": clouds,
    "1/f noise": spectrum,
    "overlapping shapes": dead_leaves,
    "pages of text": text_page,
    "gradients": gradient,
    "stripes and boards": stripes,
    "plain figures": shapes,
    "drawn limbs": limb,
    "drawn hands": hand,
    "drawn skulls": skull,
}
"""Each draws one picture (size, size)."""


def cut_picture(picture: np.ndarray, rng: Rng, size: int) -> np.ndarray:
    """A random part of a picture, at least a third of each side, in any of the eight ways up, squashed to ``size``."""
    h, w = (round(side * rng.uniform(0.34, 1)) for side in picture.shape)
    y, x = int(rng.integers(0, picture.shape[0] - h + 1)), int(rng.integers(0, picture.shape[1] - w + 1))
    part = np.rot90(picture[y : y + h, x : x + w], int(rng.integers(0, 4)))
    part = part[:, ::-1] if rng.random() < 0.5 else part
    squashed = np.asarray(Image.fromarray(np.ascontiguousarray(part)).resize((size, size), Image.Resampling.BILINEAR))
    return 255 - squashed if rng.random() < 0.3 else squashed
