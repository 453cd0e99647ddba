"""pydicom's own test files, without what identifies anyone."""

import warnings
from importlib.metadata import files
from pathlib import Path

import pydicom
from pydicom.data import get_testdata_file

from manet.golden.films.recorded import OUT, record, record_colour

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
