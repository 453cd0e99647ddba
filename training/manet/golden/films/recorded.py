"""Films written to test/golden/dicom, and what pydicom reads in them, gathered in ``index``."""

import gzip
import hashlib
import warnings
from pathlib import Path

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileDataset
from pydicom.pixels import pixel_array
from pydicom.pixels.processing import convert_color_space

OUT = Path(__file__).parents[4] / "test" / "golden" / "dicom"

index: list[dict] = []


def save(ds: Dataset, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ds.save_as(OUT / name, enforce_file_format=True)


def stored_values(ds: FileDataset) -> np.ndarray:
    """The first frame as it is stored, no colours converted."""
    return pixel_array(ds, index=0, raw=True)


def luma(rgb: np.ndarray) -> np.ndarray:
    """Pillow's L24 (libImaging/Convert.c) on samples of any depth."""
    red, green, blue = (rgb[..., k].astype(np.uint64) for k in range(3))
    return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16


def record(name: str, group: str, kind: str, tolerance: int | None = None, **more: object) -> None:
    """Notes a file with pydicom's stored values. ``tolerance`` counts in these; None: compared as greys only."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        ds = pydicom.dcmread(OUT / name)
        values = stored_values(ds)
    entry = {"file": name, "group": group, "kind": kind, "syntax": ds.file_meta.TransferSyntaxUID, **more}
    entry |= {"width": int(ds.Columns), "height": int(ds.Rows), "bits": int(ds.BitsStored)}
    if tolerance is not None:
        raw = values.astype("<i4").tobytes()
        entry |= {"tolerance": tolerance, "sha256": hashlib.sha256(raw).hexdigest()}
        if tolerance > 0:
            low, high = int(values.min()), int(values.max())
            packed = values.astype("<i2" if low < 0 else "<u2" if high > 255 else "u1")
            (OUT / f"{name}.stored.gz").write_bytes(gzip.compress(packed.tobytes(), mtime=0))
            entry["packed"] = packed.dtype.str.replace("|", "")
    index.append(entry)


def record_grey(name: str, grey: np.ndarray, top: float, tolerance: float, **more: object) -> None:
    """Notes the greys that are to come out, 0 to ``top``, as little-endian float32."""
    (OUT / f"{name}.grey").write_bytes(grey.astype("<f4").tobytes())
    height, width = grey.shape
    entry = {"file": name, "width": width, "height": height, "maxValue": int(top), "greyTolerance": tolerance}
    index.append(entry | more)


def record_colour(name: str, tolerance: float) -> None:
    ds = pydicom.dcmread(OUT / name)
    values = stored_values(ds)
    if ds.PhotometricInterpretation.startswith("YBR_FULL"):
        values = convert_color_space(values, "YBR_FULL", "RGB")
    top = 255 if ds.BitsStored <= 8 else 65535
    record_grey(name, luma(values), top, tolerance, group="colour", syntax=ds.file_meta.TransferSyntaxUID)
