"""The drawn film in every transfer syntax, by several encoders."""

import subprocess
import tempfile
from pathlib import Path

import imagecodecs
import numpy as np
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    HTJ2KLosslessRPCL,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    JPEGLSNearLossless,
    RLELossless,
)

from manet.golden.films.drawn import HEIGHT, KINDS, WIDTH, film
from manet.golden.films.recorded import OUT, record, record_colour, save


def native_files() -> None:
    for syntax, label in (
        (ImplicitVRLittleEndian, "implicit"),
        (ExplicitVRLittleEndian, "explicit"),
        (DeflatedExplicitVRLittleEndian, "deflated"),
        (ExplicitVRBigEndian, "big-endian"),
    ):
        for kind in KINDS:
            ds = film(kind)
            ds.file_meta.TransferSyntaxUID = syntax
            if syntax == ExplicitVRBigEndian and ds.BitsAllocated == 16:
                ds.PixelData = np.frombuffer(ds.PixelData, "<u2").byteswap().tobytes()
            name = f"pydicom-{label}-{kind}.dcm"
            save(ds, name)
            record(name, "native", kind, 0, encoder="pydicom")


def pydicom_encoded() -> None:
    """What pydicom's plugins encode: RLE, JPEG-LS (CharLS), JPEG 2000 (OpenJPEG)."""
    jobs: list[tuple[UID, str, str, dict, int]] = [
        (RLELossless, "rle", "pydicom", {"encoding_plugin": "pydicom"}, 0),
        (JPEGLSLossless, "jpeg-ls", "CharLS", {}, 0),
        (JPEGLSNearLossless, "jpeg-ls-near", "CharLS", {"jls_error": 3}, 1),
        (JPEG2000Lossless, "jpeg-2000", "OpenJPEG", {}, 0),
        (JPEG2000, "jpeg-2000-lossy", "OpenJPEG", {"j2k_cr": [8]}, 1),
    ]
    for syntax, label, encoder, options, tolerance in jobs:
        for kind in KINDS:
            if tolerance and kind == "s16":
                continue
            ds = film(kind)
            ds.compress(syntax, generate_instance_uid=False, **options)
            name = f"{encoder.lower()}-{label}-{kind}.dcm"
            save(ds, name)
            record(name, "packed", kind, tolerance, encoder=encoder)


def htj2k_files() -> None:
    """HTJ2K by OpenJPH, whose order of packets is RPCL; pydicom reads it with OpenJPEG."""
    for syntax, label, options, tolerance in (
        (HTJ2KLossless, "htj2k", {}, 0),
        (HTJ2KLosslessRPCL, "htj2k-rpcl", {}, 0),
        (HTJ2K, "htj2k-lossy", {"reversible": False, "level": 0.002}, 1),
    ):
        for kind in KINDS:
            if tolerance and kind in ("s16", "rgb8"):
                continue
            ds = film(kind)
            values = stored_values_of_film(ds)
            frame = imagecodecs.htj2k_encode(values, **options)
            ds.PixelData = encapsulate([frame])
            ds["PixelData"].is_undefined_length = True
            ds["PixelData"].VR = "OB"
            ds.file_meta.TransferSyntaxUID = syntax
            if kind == "rgb8":
                ds.PhotometricInterpretation = "RGB" if tolerance else "YBR_RCT"
            name = f"openjph-{label}-{kind}.dcm"
            save(ds, name)
            # Both decoders compute in single precision: of 65,536 levels the last two may differ.
            allowed = 2 if tolerance and kind == "u16" else tolerance
            record(name, "packed", kind, allowed, encoder="OpenJPH")


def stored_values_of_film(ds: Dataset) -> np.ndarray:
    _, _, signed, samples = next(v for k, v in KINDS.items() if ds.get("BitsStored") == v[1] and matches(ds, v))
    values = np.frombuffer(ds.PixelData, f"<{'i' if signed else 'u'}{ds.BitsAllocated // 8}")
    shape = (HEIGHT, WIDTH, samples) if samples > 1 else (HEIGHT, WIDTH)
    return values[: np.prod(shape)].reshape(shape)


def matches(ds: Dataset, kind: tuple[int, int, bool, int]) -> bool:
    return (ds.BitsAllocated, bool(ds.PixelRepresentation), ds.SamplesPerPixel) == (kind[0], kind[2], kind[3])


def tool_files() -> None:
    """DCMTK (libijg, CharLS) and GDCM (OpenJPEG, libijg, CharLS) from the command line."""
    every = list(KINDS)
    jobs: list[tuple[str, list[str], list[str], int | None]] = [
        ("dcmtk-rle", ["dcmcrle"], every, 0),
        ("dcmtk-jpeg-lossless-sv1", ["dcmcjpeg", "+e1"], every, 0),
        *[
            (f"dcmtk-jpeg-lossless-p{k}", ["dcmcjpeg", "+el", "+sv", str(k)], ["u8", "u12", "u16"], 0)
            for k in range(1, 8)
        ],
        ("dcmtk-jpeg-baseline", ["dcmcjpeg", "+eb", "+q", "90"], ["u8"], 1),
        ("dcmtk-jpeg-extended", ["dcmcjpeg", "+ee", "+q", "95"], ["u8", "u12"], 1),
        ("dcmtk-jpeg-baseline-ybr", ["dcmcjpeg", "+eb", "+q", "90"], ["rgb8"], None),
        ("dcmtk-jpeg-baseline-rgb", ["dcmcjpeg", "+eb", "+q", "90", "+cr"], ["rgb8"], 2),
        ("dcmtk-jpeg-ls", ["dcmcjpls", "+el"], every, 0),
        ("dcmtk-jpeg-ls-near", ["dcmcjpls", "+en", "+md", "4"], ["u8", "u12"], 1),
        ("gdcm-jpeg-lossless", ["gdcmconv", "--jpeg"], ["u8", "u12", "u16"], 0),
        ("gdcm-jpeg-2000", ["gdcmconv", "--j2k"], every, 0),
        ("gdcm-jpeg-ls", ["gdcmconv", "--jpegls"], ["u8", "u12", "u16"], 0),
        ("gdcm-deflated", ["gdcmconv", "--deflated"], ["u12"], 0),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for label, command, kinds, tolerance in jobs:
            for kind in kinds:
                source = Path(folder) / "film.dcm"
                film(kind).save_as(source, enforce_file_format=True)
                name = f"{label}-{kind}.dcm"
                run(command, source, OUT / name)
                encoder = "DCMTK" if label.startswith("dcmtk") else "GDCM"
                record(name, "packed", kind, tolerance, encoder=encoder)
                if tolerance is None:
                    record_colour(name, 2)


def run(command: list[str], source: Path, target: Path) -> None:
    done = subprocess.run([*command, str(source), str(target)], capture_output=True, text=True, check=False)
    if done.returncode != 0 or not target.exists():
        raise RuntimeError(f"{' '.join(command)}: {done.stderr or done.stdout}")
