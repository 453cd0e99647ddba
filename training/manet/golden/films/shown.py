"""Modality, values of interest, inversion and colours."""

from pathlib import Path

import numpy as np
import pydicom
from pydicom.dataset import Dataset
from pydicom.pixels import apply_color_lut, apply_modality_lut, apply_voi_lut
from pydicom.pixels.processing import convert_color_space
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from manet.golden.films.drawn import film, set_pixels, waves
from manet.golden.films.recorded import OUT, luma, record_colour, record_grey, save, stored_values


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
