"""Films that break a rule or strain one."""

import imagecodecs
import numpy as np
import pydicom
from pydicom.encaps import encapsulate
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian, JPEG2000Lossless, JPEGLSLossless, RLELossless

from manet.golden.films.drawn import HEIGHT, WIDTH, film, set_pixels, waves
from manet.golden.films.recorded import OUT, index, record, save


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
