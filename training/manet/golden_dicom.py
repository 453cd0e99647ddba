"""Golden files for src/dicom and src/platform/decode/dicom: films, and what pydicom reads in them.

Run from training/ with requirements-golden.txt installed and the command-line tools of DCMTK and
GDCM on the path: ``python -m manet.golden_dicom``. Three kinds of files go to test/golden/dicom:

- ``pydicom-*``: pydicom's own test files (MIT licence), with names and identifiers overwritten;
- ``<encoder>-<syntax>-<kind>``: a drawn film in every transfer syntax, by several encoders, none of
  which shares its code with the app's decoders;
- ``voi-*`` and ``colour-*``: modality, values of interest, palettes and colours.

``index.json`` names for each the SHA-256 of pydicom's stored values, as little-endian int32, or for
lossy syntaxes a file of them, and for some the greys after pydicom's modality and VOI transforms.
"""

import gzip
import hashlib
import json
import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Callable
from importlib.metadata import files
from pathlib import Path

import imagecodecs
import numpy as np
import pydicom
from pydicom.data import get_testdata_file
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.pixels import apply_color_lut, apply_modality_lut, apply_voi_lut, pixel_array
from pydicom.pixels.processing import convert_color_space
from pydicom.uid import (
    HTJ2K,
    JPEG2000,
    UID,
    ComputedRadiographyImageStorage,
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
    SecondaryCaptureImageStorage,
)

OUT = Path(__file__).parents[2] / "test" / "golden" / "dicom"
WIDTH, HEIGHT = 61, 47
ROOT = "1.2.826.0.1.3680043.8.498."

index: list[dict] = []


def waves(channels: int, low: int, high: int) -> np.ndarray:
    """Smooth waves with noise from ``low`` to ``high``, both reached; (HEIGHT, WIDTH, channels)."""
    rng = np.random.default_rng(11)
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    planes = [0.5 + 0.4 * np.sin(x / (9 + 2 * k) + k) * np.cos(y / (8 - k)) for k in range(channels)]
    noisy = np.stack(planes, axis=-1) + rng.normal(0, 0.01, (HEIGHT, WIDTH, channels))
    span = noisy.max() - noisy.min()
    return np.round((noisy - noisy.min()) / span * (high - low) + low).astype(np.int64)


# name -> bits allocated, bits stored, signed, samples
KINDS = {
    "u8": (8, 8, False, 1),
    "u12": (16, 12, False, 1),
    "u16": (16, 16, False, 1),
    "s16": (16, 16, True, 1),
    "rgb8": (8, 8, False, 3),
}


def film(kind: str, **attributes: object) -> Dataset:
    """A drawn film, explicit little endian; ``attributes`` are set on it by keyword."""
    allocated, stored, signed, samples = KINDS[kind]
    low, high = (-(2 ** (stored - 1)), 2 ** (stored - 1) - 1) if signed else (0, 2**stored - 1)
    values = waves(samples, low, high)
    ds = Dataset()
    ds.file_meta = FileMetaDataset()
    ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    sop = SecondaryCaptureImageStorage if samples == 3 else ComputedRadiographyImageStorage
    ds.SOPClassUID = ds.file_meta.MediaStorageSOPClassUID = sop
    ds.SOPInstanceUID = ds.file_meta.MediaStorageSOPInstanceUID = f"{ROOT}1.1"
    ds.StudyInstanceUID, ds.SeriesInstanceUID = f"{ROOT}1.2", f"{ROOT}1.3"
    ds.Modality = "OT" if samples == 3 else "CR"
    ds.PatientName, ds.PatientID = "Synthetic^Film", "SYNTH-1"
    ds.Rows, ds.Columns, ds.SamplesPerPixel = HEIGHT, WIDTH, samples
    ds.BitsAllocated, ds.BitsStored, ds.HighBit = allocated, stored, stored - 1
    ds.PixelRepresentation = int(signed)
    ds.PhotometricInterpretation = "RGB" if samples == 3 else "MONOCHROME2"
    if samples == 3:
        ds.PlanarConfiguration = 0
    set_pixels(ds, values.astype(f"<{'i' if signed else 'u'}{allocated // 8}"))
    for name, value in attributes.items():
        setattr(ds, name, value)
    return ds


def set_pixels(ds: Dataset, values: np.ndarray) -> None:
    raw = values.tobytes()
    ds.PixelData = raw + bytes(len(raw) % 2)
    ds["PixelData"].VR = "OW" if ds.BitsAllocated > 8 else "OB"


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


def record_colour(name: str, tolerance: float) -> None:
    ds = pydicom.dcmread(OUT / name)
    values = stored_values(ds)
    if ds.PhotometricInterpretation.startswith("YBR_FULL"):
        values = convert_color_space(values, "YBR_FULL", "RGB")
    top = 255 if ds.BitsStored <= 8 else 65535
    record_grey(name, luma(values), top, tolerance, group="colour", syntax=ds.file_meta.TransferSyntaxUID)


def lut(first: int, bits: int, entries: np.ndarray, explanation: str | None = None, signed: bool = False) -> Dataset:
    item = Dataset()
    item.add_new("LUTDescriptor", "SS" if signed else "US", [len(entries) % 65536, first, bits])
    item.add_new("LUTData", "OW", entries.astype("<u2").tobytes())
    if explanation:
        item.LUTExplanation = explanation
    return item


def voi_files() -> None:
    """Greys after modality, values of interest and inversion: pydicom's, scaled to 0 to 65,535."""
    curve = np.round(4095 * np.linspace(0, 1, 4096) ** 0.6)
    wide = np.round(65535 * np.linspace(0, 1, 3000) ** 2)
    cases: dict[str, tuple[str, dict, int]] = {
        "linear": ("u12", {"WindowCenter": 1800, "WindowWidth": 900}, 0),
        "fractions": ("u12", {"WindowCenter": "1800.25", "WindowWidth": "900.5"}, 0),
        "threshold": ("u12", {"WindowCenter": 2000, "WindowWidth": 1}, 0),
        "exact": ("u12", {"WindowCenter": 1800, "WindowWidth": 900, "VOILUTFunction": "LINEAR_EXACT"}, 0),
        "sigmoid": ("u12", {"WindowCenter": 1800, "WindowWidth": 900, "VOILUTFunction": "SIGMOID"}, 0),
        "second-window": (
            "u12",
            {
                "WindowCenter": [1800, 2400],
                "WindowWidth": [900, 3000],
                "WindowCenterWidthExplanation": ["NORMAL", "WIDE"],
            },
            1,
        ),
        "rescaled": (
            "u12",
            {"WindowCenter": 300, "WindowWidth": 2000, "RescaleSlope": "0.75", "RescaleIntercept": "-1024"},
            0,
        ),
        "falling": (
            "u12",
            {"WindowCenter": -1500, "WindowWidth": 2500, "RescaleSlope": -1, "RescaleIntercept": 0},
            0,
        ),
        "signed": ("s16", {"WindowCenter": -3000, "WindowWidth": 20000}, 0),
        "modality-table": (
            "u12",
            {"ModalityLUTSequence": [lut(0, 16, curve * 16)], "WindowCenter": 40000, "WindowWidth": 32000},
            0,
        ),
        "table": ("u12", {"VOILUTSequence": [lut(0, 12, curve, "NORMAL")]}, 0),
        "table-16-bits": ("u12", {"VOILUTSequence": [lut(600, 16, wide)]}, 0),
        "table-signed": ("s16", {"VOILUTSequence": [lut(-1500, 16, wide, signed=True)]}, 0),
        "table-before-window": (
            "u12",
            {"VOILUTSequence": [lut(0, 12, curve)], "WindowCenter": 100, "WindowWidth": 50},
            0,
        ),
        "second-table": ("u12", {"VOILUTSequence": [lut(0, 12, curve, "A"), lut(600, 16, wide, "B")]}, 1),
        "monochrome1": (
            "u12",
            {
                "WindowCenter": 1800,
                "WindowWidth": 3000,
                "PhotometricInterpretation": "MONOCHROME1",
                "PresentationLUTShape": "INVERSE",
            },
            0,
        ),
        "inverse": ("u12", {"WindowCenter": 1800, "WindowWidth": 3000, "PresentationLUTShape": "INVERSE"}, 0),
        "monochrome1-table": (
            "u12",
            {"VOILUTSequence": [lut(0, 12, curve)], "PhotometricInterpretation": "MONOCHROME1"},
            0,
        ),
        "none": ("u12", {}, 0),
        "none-monochrome1": ("u16", {"PhotometricInterpretation": "MONOCHROME1"}, 0),
    }
    for label, (kind, attributes, chosen) in cases.items():
        for syntax, suffix in ((ExplicitVRLittleEndian, ""), (ImplicitVRLittleEndian, "-implicit")):
            if suffix and "table" not in label:
                continue
            ds = film(kind, **attributes)
            ds.file_meta.TransferSyntaxUID = syntax
            name = f"voi-{label}{suffix}.dcm"
            save(ds, name)
            record_grey(name, presented(OUT / name, chosen), 65535, 0.02, group="voi", window=chosen, syntax=syntax)


def presented(path: Path, chosen: int) -> np.ndarray:
    ds = pydicom.dcmread(path)
    values = apply_modality_lut(stored_values(ds), ds)
    low, high = float(values.min()), float(values.max())
    if "VOILUTSequence" in ds or "WindowCenter" in ds:
        if "VOILUTSequence" in ds:
            low, high = 0, 2 ** ds.VOILUTSequence[chosen].LUTDescriptor[2] - 1
        else:
            ends = apply_modality_lut(np.array(ends_of(ds)), ds)
            low, high = float(ends[0]), float(ends[-1])
            if "ModalityLUTSequence" in ds:
                low, high = 0, 2 ** ds.ModalityLUTSequence[0].LUTDescriptor[2] - 1
        values = apply_voi_lut(values, ds, index=chosen)
    grey = (values.astype(np.float64) - low) / (high - low)
    inverted = ds.PhotometricInterpretation == "MONOCHROME1" or ds.get("PresentationLUTShape") == "INVERSE"
    return 65535 * (1 - grey if inverted else grey)


def ends_of(ds: Dataset) -> list[int]:
    if ds.PixelRepresentation:
        return [-(2 ** (ds.BitsStored - 1)), 2 ** (ds.BitsStored - 1) - 1]
    return [0, 2**ds.BitsStored - 1]


def colour_files() -> None:
    rgb = waves(3, 0, 255).astype(np.uint8)

    def colour(name: str, values: np.ndarray, photometric: str, planar: int = 0, tolerance: float = 0) -> None:
        ds = film("rgb8", PhotometricInterpretation=photometric, PlanarConfiguration=planar)
        set_pixels(ds, values)
        save(ds, name)
        record_colour(name, tolerance)

    colour("colour-rgb.dcm", rgb, "RGB")
    colour("colour-rgb-planar.dcm", rgb.transpose(2, 0, 1), "RGB", planar=1)
    # The decoder takes Y itself, pydicom goes through red, green and blue and their rounding.
    ybr = convert_color_space(rgb, "RGB", "YBR_FULL")
    colour("colour-ybr-full.dcm", ybr, "YBR_FULL", tolerance=2)

    for bits in (8, 16):
        ds = film("u8", PhotometricInterpretation="PALETTE COLOR", Modality="OT")
        top = 2**bits - 1
        for channel, power in (("Red", 0.5), ("Green", 1), ("Blue", 2)):
            entries = np.round(top * np.linspace(0, 1, 256) ** power).astype(f"<u{bits // 8}")
            setattr(ds, f"{channel}PaletteColorLookupTableDescriptor", [256, 0, bits])
            setattr(ds, f"{channel}PaletteColorLookupTableData", entries.tobytes())
        name = f"colour-palette-{bits}.dcm"
        save(ds, name)
        read = pydicom.dcmread(OUT / name)
        grey = luma(apply_color_lut(stored_values(read), read))
        record_grey(name, grey, 255 if bits == 8 else 65535, 0, group="colour", syntax=ExplicitVRLittleEndian)


def odd_files() -> None:
    """Headers and codestreams that disagree, films of several frames, unused bits that are used."""
    ds = film("u12")
    overlay = np.frombuffer(ds.PixelData, "<u2") | (np.arange(WIDTH * HEIGHT, dtype="<u2") % 16 << 12)
    set_pixels(ds, overlay.astype("<u2"))
    save(ds, "odd-overlay-bits.dcm")
    record("odd-overlay-bits.dcm", "native", "overlay in unused bits", 0, encoder="pydicom")

    ds = film("u12")
    negative = np.frombuffer(ds.PixelData, "<u2").reshape(HEIGHT, WIDTH)
    frame = imagecodecs.jpeg2k_encode(negative, level=0, codecformat="j2k", bitspersample=12)
    ds.PixelRepresentation = 1
    ds.PixelData = encapsulate([frame])
    ds["PixelData"].VR, ds["PixelData"].is_undefined_length = "OB", True
    ds.file_meta.TransferSyntaxUID = JPEG2000Lossless
    save(ds, "odd-sign-mismatch.dcm")
    record("odd-sign-mismatch.dcm", "packed", "signed header, unsigned codestream", 0, encoder="OpenJPEG")

    frames = [np.roll(waves(1, 0, 4095)[..., 0], shift, axis=1).astype("<u2") for shift in (0, 9, 18)]
    for label, syntax, fragments in (
        ("rle", RLELossless, 1),
        ("jpeg-ls", JPEGLSLossless, 3),
        ("explicit", ExplicitVRLittleEndian, 0),
    ):
        for table in (True, False) if fragments else (True,):
            ds = film("u12", NumberOfFrames=3)
            set_pixels(ds, np.stack(frames))
            if fragments:
                ds.compress(syntax, generate_instance_uid=False)
                encoded = list(pydicom.encaps.generate_frames(ds.PixelData, number_of_frames=3))
                ds.PixelData = encapsulate(encoded, fragments_per_frame=fragments, has_bot=table)
                ds["PixelData"].is_undefined_length = True
            name = f"odd-frames-{label}{'' if table else '-no-table'}.dcm"
            save(ds, name)
            record(name, "native" if not fragments else "packed", "first of 3 frames", 0, encoder="pydicom")

    # Without a preamble, without the file meta information, and without either.
    for label, begin in (("preamble", 132), ("meta", None)):
        for syntax, suffix in ((ImplicitVRLittleEndian, "implicit"), (ExplicitVRLittleEndian, "explicit")):
            source = (OUT / f"pydicom-{suffix}-u12.dcm").read_bytes()
            start = begin or source.index(b"\x08\x00\x16\x00")
            name = f"odd-no-{label}-{suffix}.dcm"
            (OUT / name).write_bytes(source[start:])
            same = next(entry for entry in index if entry["file"] == f"pydicom-{suffix}-u12.dcm")
            index.append(same | {"file": name, "kind": f"no {label}", "syntax": syntax})


# Read by pydicom itself, and small. Lossy colours are compared as greys.
OWN = {
    "ExplVR_BigEnd.dcm": 0,
    "GDCMJ2K_TextGBR.dcm": 0,
    "JPEG2000.dcm": 1,
    "JPEGLSNearLossless_08.dcm": 1,
    "JPEGLSNearLossless_16.dcm": 1,
    "JPGExtended.dcm": 1,
    "MR_small.dcm": 0,
    "MR_small_RLE.dcm": 0,
    "MR_small_bigendian.dcm": 0,
    "MR_small_expb.dcm": 0,
    "MR_small_implicit.dcm": 0,
    "MR_small_jp2klossless.dcm": 0,
    "MR_small_jpeg_ls_lossless.dcm": 0,
    "MR_small_padded.dcm": 0,
    "SC_jpeg_no_color_transform.dcm": 2,
    "SC_jpeg_no_color_transform_2.dcm": 2,
    "SC_rgb_dcmtk_+eb+cr.dcm": 2,
    "SC_rgb_dcmtk_+eb+cy+n1.dcm": None,
    "SC_rgb_dcmtk_+eb+cy+s2.dcm": None,
    "SC_rgb_dcmtk_+eb+cy+s4.dcm": None,
    "SC_rgb_gdcm_KY.dcm": 1,
    "SC_rgb_jls_lossy_line.dcm": 1,
    "SC_rgb_jls_lossy_sample.dcm": 1,
    "SC_rgb_jpeg_app14_dcmd.dcm": 2,
    "SC_rgb_jpeg_gdcm.dcm": 0,
    "SC_rgb_jpeg_lossy_gdcm.dcm": None,
    "SC_rgb_rle.dcm": 0,
    "SC_rgb_rle_16bit.dcm": 0,
    "SC_rgb_rle_2frame.dcm": 0,
    "SC_rgb_rle_16bit_2frame.dcm": 0,
    "SC_rgb_small_odd.dcm": 0,
    "SC_rgb_small_odd_big_endian.dcm": 0,
    "SC_rgb_small_odd_jpeg.dcm": None,
    "SC_ybr_full_422_uncompressed.dcm": 0,
    "image_dfl.dcm": 0,
}
IDENTIFYING = (0x0008, 0x0010, 0x0020)


def without_identifiers(path: Path) -> bytes:
    """The file with names, numbers and addresses overwritten in place, so that nothing else moves."""
    content = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for element in pydicom.dcmread(path).iterall():
            if element.VR in ("PN", "LO", "SH", "LT", "ST", "UT") and element.tag.group in IDENTIFYING:
                value = str(element.value).encode("ascii", "replace")
                if len(value) >= 2:
                    content = content.replace(value, b"x" * len(value))
    return content


def own_files() -> None:
    licence = next(path for path in files("pydicom") if path.name == "LICENSE").read_text()
    (OUT / "LICENSE-pydicom.txt").write_text(licence.split("Portions of pydicom")[0].rstrip() + "\n")
    for source, tolerance in OWN.items():
        name = f"pydicom-{source}".replace("+", "p")
        (OUT / name).write_bytes(without_identifiers(Path(get_testdata_file(source))))
        kind = "colour" if source.startswith("SC_") else "own test file"
        record(name, "own", kind, tolerance, encoder="pydicom’s files")
        if tolerance is None:
            record_colour(name, 2)


def main() -> None:
    for tool in ("dcmcjpeg", "dcmcjpls", "dcmcrle", "gdcmconv"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is missing: install DCMTK and the tools of GDCM.")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    steps: list[Callable[[], None]] = [native_files, pydicom_encoded, htj2k_files, tool_files]
    for step in [*steps, voi_files, colour_files, odd_files, own_files]:
        step()
    (OUT / "index.json").write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
