"""A small drawn film in every kind of stored pixel."""

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ComputedRadiographyImageStorage, ExplicitVRLittleEndian, SecondaryCaptureImageStorage

WIDTH, HEIGHT = 61, 47
ROOT = "1.2.826.0.1.3680043.8.498."


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
