"""Golden files for src/platform/decode: small pictures of every kind, and the grey values in them.

Run from training/: ``python -m manet.golden.decode``. The grey values are Pillow's; for 16-bit
colour, which Pillow cuts to 8 bits, they are its own luma formula on the samples, in numpy.
PNG and BMP kinds that Pillow cannot write are written here byte by byte.
"""

import json
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image

OUT = Path(__file__).parents[3] / "test" / "golden" / "decode"
WIDTH, HEIGHT = 37, 29
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]

index: list[dict] = []


def waves(width: int, height: int, channels: int, top: int) -> np.ndarray:
    """Smooth colour waves with noise, (height, width, channels), 0 to ``top``."""
    rng = np.random.default_rng(7)
    y, x = np.mgrid[:height, :width]
    planes = [0.5 + 0.4 * np.sin(x / (5 + 2 * k) + k) * np.cos(y / (7 - k)) for k in range(channels)]
    noisy = np.stack(planes, axis=-1) + rng.normal(0, 0.04, (height, width, channels))
    return np.round(np.clip(noisy, 0, 1) * top).astype(np.uint32)


def luma(rgb: np.ndarray) -> np.ndarray:
    """Pillow's L24 (libImaging/Convert.c) on samples of any depth."""
    red, green, blue = (rgb[..., k].astype(np.uint64) for k in range(3))
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16


def record(name: str, grey: np.ndarray | None = None, tolerance: int = 0) -> None:
    """Notes a picture and writes its grey values beside it, by Pillow unless they are given."""
    if grey is None:
        with Image.open(OUT / name) as image:
            grey = np.asarray(image if image.mode == "I;16" else image.convert("L"))
        top = 65535 if grey.dtype == np.uint16 else 255
    else:
        top = 65535
    kind = np.uint16 if top == 65535 else np.uint8
    (OUT / f"{name}.grey").write_bytes(grey.astype(kind).astype(np.dtype(kind).newbyteorder("<")).tobytes())
    height, width = grey.shape
    index.append({"file": name, "width": width, "height": height, "maxValue": top, "tolerance": tolerance})


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def pack_row(row: np.ndarray, depth: int) -> bytes:
    """One row of samples, (width, samples), as PNG stores it."""
    if depth >= 8:
        return row.astype(">u2" if depth == 16 else "u1").tobytes()
    bits = "".join(format(int(value), f"0{depth}b") for value in row.ravel())
    bits += "0" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")


def paeth(a: int, b: int, c: int) -> int:
    guess = a + b - c
    return min((abs(guess - a), 0, a), (abs(guess - b), 1, b), (abs(guess - c), 2, c))[2]


def filter_row(kind: int, row: bytes, above: bytes, step: int) -> bytes:
    left = lambda i: row[i - step] if i >= step else 0  # noqa: E731
    corner = lambda i: above[i - step] if i >= step else 0  # noqa: E731
    guess = [
        lambda i: 0,
        left,
        lambda i: above[i],
        lambda i: (left(i) + above[i]) // 2,
        lambda i: paeth(left(i), above[i], corner(i)),
    ][kind]
    return bytes([kind]) + bytes((row[i] - guess(i)) & 255 for i in range(len(row)))


def write_png(name: str, samples: np.ndarray, colour: int, depth: int, interlace: bool, palette: bytes = b"") -> None:
    """``samples`` is (height, width, samples per pixel); the five row filters take turns."""
    height, width, count = samples.shape
    raw = b""
    for x0, y0, dx, dy in ADAM7 if interlace else [(0, 0, 1, 1)]:
        part = samples[y0::dy, x0::dx]
        if part.size == 0:
            continue
        above = bytes(len(pack_row(part[0], depth)))
        for y, line in enumerate(part):
            row = pack_row(line, depth)
            raw += filter_row(y % 5, row, above, max(1, depth * count // 8))
            above = row
    packed = zlib.compress(raw)
    middle = len(packed) // 2
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlace))
    parts = [chunk(b"IHDR", header), chunk(b"PLTE", palette) if palette else b""]
    parts += [chunk(b"IDAT", packed[:middle]), chunk(b"IDAT", packed[middle:]), chunk(b"IEND", b"")]
    (OUT / name).write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(parts))


def png_files() -> None:
    for interlace in (False, True):
        suffix = "-adam7" if interlace else ""
        for depth in (1, 2, 4, 8, 16):
            write_png(f"grey{depth}{suffix}.png", waves(WIDTH, HEIGHT, 1, 2**depth - 1), 0, depth, interlace)
            record(f"grey{depth}{suffix}.png")
        for depth in (1, 2, 4, 8):
            palette = waves(2**depth, 1, 3, 255).astype(np.uint8).tobytes()
            samples = waves(WIDTH, HEIGHT, 1, 2**depth - 1)
            write_png(f"palette{depth}{suffix}.png", samples, 3, depth, interlace, palette)
            record(f"palette{depth}{suffix}.png")
        for name, colour, count in (("rgb", 2, 3), ("grey-alpha", 4, 2), ("rgba", 6, 4)):
            write_png(f"{name}8{suffix}.png", waves(WIDTH, HEIGHT, count, 255), colour, 8, interlace)
            record(f"{name}8{suffix}.png")
            wide = waves(WIDTH, HEIGHT, count, 65535)
            write_png(f"{name}16{suffix}.png", wide, colour, 16, interlace)
            record(f"{name}16{suffix}.png", wide[..., 0] if count == 2 else luma(wide))
    write_png("one-pixel-adam7.png", waves(1, 1, 1, 255), 0, 8, True)
    record("one-pixel-adam7.png")
    Image.fromarray(waves(WIDTH, HEIGHT, 3, 255).astype(np.uint8)).save(OUT / "pillow-rgb.png")
    record("pillow-rgb.png")


def write_bmp(
    name: str,
    rows: list[bytes],
    width: int,
    height: int,
    bits: int,
    *,
    extra: bytes = b"",
    palette: bytes = b"",
    compression: int = 0,
    old: bool = False,
) -> None:
    """``rows`` from the bottom up unless ``height`` is negative; padded here."""
    info = (
        struct.pack("<IHHHH", 12, width, height, 1, bits)
        if old
        else struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, 0, 2835, 2835, 0, 0)
    )
    body = b"".join(row + bytes(-len(row) % 4) for row in rows)
    start = 14 + len(info) + len(extra) + len(palette)
    head = b"BM" + struct.pack("<IHHI", start + len(body), 0, 0, start)
    (OUT / name).write_bytes(head + info + extra + palette + body)


def bmp_files() -> None:
    rgb = waves(WIDTH, HEIGHT, 3, 255).astype(np.uint8)
    Image.fromarray(rgb).save(OUT / "rgb24.bmp")
    Image.fromarray(rgb).convert("RGBA").save(OUT / "rgba32.bmp")
    Image.fromarray(rgb).convert("L").save(OUT / "grey8.bmp")
    Image.fromarray(rgb).convert("1").save(OUT / "bits1.bmp")
    Image.fromarray(rgb).quantize(40).save(OUT / "palette8.bmp")
    for name in ("rgb24", "rgba32", "grey8", "bits1", "palette8"):
        record(f"{name}.bmp")

    fours = waves(WIDTH, HEIGHT, 1, 15)
    rows = [pack_row(row, 4) for row in fours[::-1]]
    colours = waves(16, 1, 3, 255).astype(np.uint8)[0]
    quads = b"".join(bytes(colour) + b"\0" for colour in colours)
    write_bmp("palette4.bmp", rows, WIDTH, HEIGHT, 4, palette=quads)
    write_bmp("os2-palette4.bmp", rows, WIDTH, HEIGHT, 4, palette=colours.tobytes(), old=True)
    write_bmp("top-down4.bmp", rows, WIDTH, -HEIGHT, 4, palette=quads)
    words = waves(WIDTH, HEIGHT, 1, 65535)[::-1, :, 0]
    rows = [row.astype("<u2").tobytes() for row in words]
    write_bmp("rgb555.bmp", [(row & 0x7FFF).astype("<u2").tobytes() for row in words], WIDTH, HEIGHT, 16)
    write_bmp("rgb565.bmp", rows, WIDTH, HEIGHT, 16, compression=3, extra=struct.pack("<III", 0xF800, 0x07E0, 0x1F))
    rows = [row.astype("<u4").tobytes() for row in waves(WIDTH, HEIGHT, 1, 2**32 - 1)[::-1, :, 0]]
    masks = struct.pack("<III", 0xFF000000, 0x00FF0000, 0x0000FF00)
    write_bmp("bitfields32.bmp", rows, WIDTH, HEIGHT, 32, compression=3, extra=masks)
    for name in ("palette4", "os2-palette4", "top-down4", "rgb555", "rgb565", "bitfields32"):
        record(f"{name}.bmp")


def photo_files() -> None:
    """JPEG within two levels of Pillow, lossless WebP equal; odd sizes, so that edges count."""
    colour = Image.fromarray(waves(83, 61, 3, 255).astype(np.uint8))
    grey = colour.convert("L")
    kinds = {
        "grey": (grey, {"quality": 80}),
        "grey-progressive": (grey, {"quality": 80, "progressive": True}),
        "colour444": (colour, {"quality": 90, "subsampling": 0}),
        "colour422": (colour, {"quality": 75, "subsampling": 1}),
        "colour420": (colour, {"quality": 75, "subsampling": 2}),
        "colour420-progressive": (colour, {"quality": 75, "subsampling": 2, "progressive": True}),
        "restarts": (colour, {"quality": 75, "restart_marker_blocks": 3}),
        "rgb": (colour, {"quality": 90, "keep_rgb": True}),
    }
    for name, (image, options) in kinds.items():
        image.save(OUT / f"{name}.jpg", **options)
        record(f"{name}.jpg", tolerance=2)
    for name, image, options in (
        ("lossless", colour, {"lossless": True}),
        ("lossless-alpha", colour.convert("RGBA"), {"lossless": True, "exact": True}),
        ("lossy", colour, {"quality": 80}),
    ):
        if name.endswith("alpha"):
            image.putalpha(Image.fromarray(waves(83, 61, 4, 255)[..., 3].astype(np.uint8)))
        image.save(OUT / f"{name}.webp", **options)
        record(f"{name}.webp", tolerance=2 if name == "lossy" else 0)


def unread_files() -> None:
    """Kinds that are refused by name."""
    small = Image.fromarray(waves(16, 16, 3, 255).astype(np.uint8))
    small.convert("CMYK").save(OUT / "cmyk.jpg")
    small.save(OUT / "film.gif")
    small.save(OUT / "film.tif")
    small.save(OUT / "animated.webp", save_all=True, append_images=[small.rotate(90)])


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    png_files()
    bmp_files()
    photo_files()
    unread_files()
    (OUT / "index.json").write_text(json.dumps(index, indent=2) + "\n")


if __name__ == "__main__":
    main()
