"""Golden files for TIFF and for EXIF orientation in src/platform/decode.

Run from training/ with requirements-golden.txt installed: ``python -m manet.golden.tiff``. TIFF files
are tifffile's and Pillow's, the greys Pillow's luma of the samples; turned pictures are Pillow's
``exif_transpose``. Greys are stored as little-endian uint16.
"""

import json
import shutil
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image, ImageOps

OUT = Path(__file__).parents[3] / "test" / "golden" / "tiff"
WIDTH, HEIGHT = 37, 29

index: list[dict] = []


def waves(channels: int, top: int) -> np.ndarray:
    """Smooth colour waves with noise, 0 to ``top``; (HEIGHT, WIDTH, channels)."""
    rng = np.random.default_rng(5)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    planes = [0.5 + 0.4 * np.sin(x / (5 + 2 * k) + k) * np.cos(y / (7 - k)) for k in range(channels)]
    noisy = np.stack(planes, axis=-1) + rng.normal(0, 0.02, (HEIGHT, WIDTH, channels))
    return np.round(np.clip(noisy, 0, 1) * top).astype(np.uint16 if top > 255 else np.uint8)


def luma(rgb: np.ndarray) -> np.ndarray:
    """Pillow's L24 (libImaging/Convert.c) on samples of any depth."""
    red, green, blue = (rgb[..., k].astype(np.uint64) for k in range(3))
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16


def record(name: str, grey: np.ndarray, top: int, tolerance: int = 0) -> None:
    (OUT / f"{name}.grey").write_bytes(grey.astype("<u2").tobytes())
    height, width = grey.shape
    index.append({"file": name, "width": width, "height": height, "maxValue": top, "tolerance": tolerance})


def tiff_files() -> None:
    for depth, top in ((8, 255), (16, 65535)):
        grey, rgb, rgba = waves(1, top)[..., 0], waves(3, top), waves(4, top)
        cases = {
            "plain": {},
            "big-endian": {"byteorder": ">"},
            "strips": {"rowsperstrip": 5},
            "tiles": {"tile": (16, 16)},
            "lzw": {"compression": "lzw", "rowsperstrip": 20},
            "lzw-differences": {"compression": "lzw", "predictor": 2},
            "deflate": {"compression": "zlib", "rowsperstrip": 7},
            "deflate-differences-tiles": {"compression": "zlib", "predictor": 2, "tile": (16, 32)},
            "packbits": {"compression": "packbits"},
        }
        for label, options in cases.items():
            name = f"grey{depth}-{label}.tif"
            tifffile.imwrite(OUT / name, grey, photometric="minisblack", **options)
            record(name, grey, top)
            name = f"rgb{depth}-{label}.tif"
            tifffile.imwrite(OUT / name, rgb, photometric="rgb", **options)
            record(name, luma(rgb), top)
        tifffile.imwrite(OUT / f"white{depth}.tif", top - grey, photometric="miniswhite")
        record(f"white{depth}.tif", grey, top)
        tifffile.imwrite(
            OUT / f"planes{depth}.tif",
            rgb.transpose(2, 0, 1),
            photometric="rgb",
            planarconfig="separate",
            compression="zlib",
            rowsperstrip=10,
        )
        record(f"planes{depth}.tif", luma(rgb), top)
        tifffile.imwrite(OUT / f"rgba{depth}.tif", rgba, photometric="rgb", extrasamples=["unassalpha"])
        record(f"rgba{depth}.tif", luma(rgba), top)

    # Long runs, so that LZW's codes reach 12 bits and its table is cleared.
    steps = np.kron(np.arange(120, dtype=np.uint8)[None].repeat(90, 0) * 2, np.ones((1, 3), np.uint8))
    steps[40:60] = np.random.default_rng(1).integers(0, 255, (20, 360))
    tifffile.imwrite(OUT / "lzw-long.tif", steps, photometric="minisblack", compression="lzw", rowsperstrip=90)
    record("lzw-long.tif", steps, 255)

    with Image.fromarray(waves(3, 255)) as picture:
        for label, image in (
            ("palette", picture.quantize(40)),
            ("bits1", picture.convert("1")),
            ("two-pages", picture.convert("L")),
        ):
            more = {"save_all": True, "append_images": [image.rotate(90)]} if label == "two-pages" else {}
            image.save(OUT / f"{label}.tif", **more)
            record(f"{label}.tif", np.asarray(image.convert("L")), 255)


def turned_files() -> None:
    with Image.fromarray(waves(3, 255)) as picture:
        grey = picture.convert("L")
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[274] = orientation
        for ending, options, tolerance in (
            ("jpg", {"quality": 95}, 2),
            ("png", {}, 0),
            ("webp", {"lossless": True}, 0),
            ("tif", {}, 0),
        ):
            name = f"turned{orientation}.{ending}"
            (grey.convert("RGB") if ending == "webp" else grey).save(OUT / name, exif=exif, **options)
            # Pillow 13 turns a TIFF of orientation 5 to 8 twice; the same film as PNG tells what is right.
            source = f"turned{orientation}.png" if ending == "tif" else name
            with Image.open(OUT / source) as written:
                upright = ImageOps.exif_transpose(written).convert("L")
            record(name, np.asarray(upright), 255, tolerance)


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    tiff_files()
    turned_files()
    (OUT / "index.json").write_text(json.dumps(index, indent=1) + "\n")


if __name__ == "__main__":
    main()
