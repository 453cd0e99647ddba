"""Golden files for src/platform/intake and src/dicom/read-directory.ts: archives and a disc.

Run from training/ with requirements-golden.txt installed: ``python -m manet.golden.intake``. ZIP archives
are Python's zipfile's; the disc with its DICOMDIR is pydicom's FileSet, of drawn films of nobody.
``index.json`` says what is in them, as zipfile and pydicom read them back.
"""

import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path
from unittest.mock import patch

import numpy as np
from PIL import Image
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.fileset import FileSet
from pydicom.uid import (
    UID,
    BasicTextSRStorage,
    DigitalXRayImageStorageForPresentation,
    ExplicitVRLittleEndian,
)

OUT = Path(__file__).parents[3] / "test" / "golden" / "intake"
ROOT = "1.2.826.0.1.3680043.8.498.77."
DATE = (2026, 1, 2, 3, 4, 6)


def film_png(seed: int) -> bytes:
    """A small grey PNG."""
    rng = np.random.default_rng(seed)
    out = io.BytesIO()
    Image.fromarray(rng.integers(0, 255, (12, 9), dtype=np.uint8)).save(out, "PNG")
    return out.getvalue()


FILES = {
    "films/film 10.png": film_png(10),
    "films/film 2.png": film_png(2),
    "films/deep/er/black.png": film_png(3) + bytes(50_000),
    "radiografía/tórax.png": film_png(4),
    "read me.txt": b"Nothing to see here. " * 40,
    "__MACOSX/films/._film 2.png": b"\0\5\x16\7",
    "empty.dcm": b"",
    "page.dcm": b"<!doctype html><script>alert(1)</script>",
}


def write_zip(target: object, method: int, files: dict[str, bytes] = FILES, comment: bytes = b"") -> None:
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.comment = comment
        archive.writestr(zipfile.ZipInfo("films/", DATE), b"")
        for name, contents in files.items():
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = method
            archive.writestr(info, contents)


class Unseekable(io.RawIOBase):
    """A stream like a network's, for which zipfile writes the sizes behind each file."""

    def __init__(self) -> None:
        self.written = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        self.written += data
        return len(data)


def archives() -> None:
    write_zip(OUT / "deflated.zip", zipfile.ZIP_DEFLATED)
    write_zip(OUT / "stored.zip", zipfile.ZIP_STORED)
    # The mark of the end, inside the comment behind the end.
    write_zip(OUT / "comment.zip", zipfile.ZIP_DEFLATED, comment=b"made by a test PK\5\6" + bytes(30))
    stream = Unseekable()
    write_zip(stream, zipfile.ZIP_DEFLATED)
    (OUT / "streamed.zip").write_bytes(stream.written)
    with patch.object(zipfile, "ZIP64_LIMIT", 8), patch.object(zipfile, "ZIP_FILECOUNT_LIMIT", 2):
        write_zip(OUT / "zip64.zip", zipfile.ZIP_DEFLATED)
    one = {"film.png": film_png(1)}
    write_zip(OUT / "bzip2.zip", zipfile.ZIP_BZIP2, one)
    inner = io.BytesIO()
    write_zip(inner, zipfile.ZIP_DEFLATED, one)
    write_zip(OUT / "nested.zip", zipfile.ZIP_DEFLATED, one | {"more/inner.zip": inner.getvalue()})
    # Bit 0 of the flags, at 6 of the local header and 8 of the directory's, says that it is encrypted.
    locked = bytearray((OUT / "deflated.zip").read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + offset] |= 1
            at = locked.find(mark, at + 1)
    (OUT / "encrypted.zip").write_bytes(locked)


def instance(patient: str, study: str, series: str, number: int, report: bool = False) -> Dataset:
    sop_class = BasicTextSRStorage if report else DigitalXRayImageStorageForPresentation
    uid = UID(f"{ROOT}{patient[-1]}.{study}.{series}.{number}")
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.file_meta.MediaStorageSOPClassUID = sop_class
    dataset.file_meta.MediaStorageSOPInstanceUID = uid
    values = {
        "SOPClassUID": sop_class,
        "SOPInstanceUID": uid,
        "PatientID": patient,
        "PatientName": "Drawn^Nobody",
        "StudyInstanceUID": f"{ROOT}{patient[-1]}.{study}",
        "SeriesInstanceUID": f"{ROOT}{patient[-1]}.{study}.{series}",
        "StudyDate": "20260102",
        "StudyTime": "030405",
        "StudyID": study,
        "AccessionNumber": "",
        "Modality": "SR" if report else "DX",
        "SeriesNumber": series,
        "InstanceNumber": number,
    }
    if report:
        values |= {
            "CompletionFlag": "COMPLETE",
            "VerificationFlag": "UNVERIFIED",
            "ContentDate": "20260102",
            "ContentTime": "030405",
            "ConceptNameCodeSequence": [code()],
        }
    else:
        rng = np.random.default_rng(int(study + series) * 10 + number)
        values |= {
            "SamplesPerPixel": 1,
            "PhotometricInterpretation": "MONOCHROME2",
            "Rows": 6,
            "Columns": 5,
            "BitsAllocated": 16,
            "BitsStored": 12,
            "HighBit": 11,
            "PixelRepresentation": 0,
            "PixelData": rng.integers(0, 4096, 30, dtype=np.uint16).tobytes(),
        }
    for name, value in values.items():
        setattr(dataset, name, value)
    return dataset


def code() -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = "121111", "DCM", "Summary"
    return item


def disc() -> dict:
    """Two patients, added so that the order of the index is not that of the files' names."""
    file_set = FileSet()
    for patient, study, series, number, report in (
        ("P2", "8", "3", 2, False),
        ("P2", "8", "3", 1, False),
        ("P1", "5", "1", 1, False),
        ("P1", "5", "9", 1, True),
        ("P1", "4", "1", 1, False),
    ):
        file_set.add(instance(patient, study, series, number, report))
    folder = OUT / "disc"
    file_set.write(folder)
    # A film that the index does not know, as people put them beside it.
    instance("P9", "1", "1", 1).save_as(folder / "EXTRA.dcm", enforce_file_format=True)
    (folder / "AUTORUN.INF").write_text("[autorun]\r\nopen=viewer.exe\r\n")
    second_patient_first(folder / "DICOMDIR")
    # pydicom's own walk through the tree says what the order is.
    instances = [one for one in FileSet(folder / "DICOMDIR") if one.SOPClassUID != BasicTextSRStorage]
    return {"images": [list(Path(one.path).relative_to(folder).parts) for one in instances]}


def second_patient_first(path: Path) -> None:
    """Links the root's two records the other way round, so that the order is not that of the names."""
    index = dcmread(path)
    first, second = (one for one in index.DirectoryRecordSequence if one.DirectoryRecordType == "PATIENT")
    index.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity = second.seq_item_tell
    index.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity = first.seq_item_tell
    second.OffsetOfTheNextDirectoryRecord = first.seq_item_tell
    first.OffsetOfTheNextDirectoryRecord = 0
    index.save_as(path)


def main() -> None:
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    archives()
    index = {
        "files": {
            name: {"size": len(contents), "sha256": hashlib.sha256(contents).hexdigest()}
            for name, contents in FILES.items()
        },
        "disc": disc(),
    }
    (OUT / "index.json").write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
