"""Files that the app exports, read by pydicom. test/dicom/write writes them byte by byte."""

from pathlib import Path

import numpy as np
import pydicom
import pytest
from pydicom.dataset import FileDataset
from pydicom.sr.codedict import codes

EXPORTED = Path(__file__).parents[2] / "test" / "golden" / "export"
BOTH = ["", "-kept"]


def read(name: str) -> FileDataset:
    return pydicom.dcmread(EXPORTED / f"{name}.dcm")


def walk(item: pydicom.Dataset):
    yield item
    for child in item.get("ContentSequence", []):
        yield from walk(child)


def concept(item: pydicom.Dataset) -> str:
    return item.ConceptNameCodeSequence[0].CodeMeaning


@pytest.mark.parametrize("kind", BOTH)
def test_the_pixels_of_a_secondary_capture_are_those_that_went_in(kind):
    film = read(f"secondary-capture{kind}")
    byte = np.arange(7 * 13 * 3)
    pattern = ((byte * 7 + byte // 16) % 256).astype(np.uint8).reshape(7, 13, 3)
    np.testing.assert_array_equal(film.pixel_array, pattern)
    assert film.SOPClassUID == pydicom.uid.SecondaryCaptureImageStorage
    assert film.file_meta.MediaStorageSOPInstanceUID == film.SOPInstanceUID
    assert film.ConversionType == "WSD"
    assert "Not a medical device" in film.ImageComments


@pytest.mark.parametrize("name", ["secondary-capture", "structured-report"])
def test_nothing_of_the_source_goes_on_unless_asked_for(name):
    bare = read(name)
    assert bare.PatientIdentityRemoved == "YES"
    for field in ("PatientName", "PatientID", "PatientBirthDate", "PatientSex", "StudyDate"):
        assert str(bare[field].value or "") == ""
    assert bare.StudyInstanceUID == "2.25.1001"
    assert "SourceImageSequence" not in bare
    assert "CurrentRequestedProcedureEvidenceSequence" not in bare

    kept = read(f"{name}-kept")
    assert kept.PatientName == "XÜX^QQ"
    assert (kept.PatientID, kept.PatientBirthDate) == ("PATIENT7", "19700101")
    assert kept.StudyInstanceUID == "1.2.3.4"
    assert kept.SeriesInstanceUID == bare.SeriesInstanceUID
    assert "PatientIdentityRemoved" not in kept
    assert "InstitutionName" not in kept


@pytest.mark.parametrize("kind", BOTH)
def test_a_structured_report_tells_the_reading(kind):
    report = read(f"structured-report{kind}")
    assert report.SOPClassUID == pydicom.uid.ComprehensiveSRStorage
    assert (report.CompletionFlag, report.VerificationFlag) == ("COMPLETE", "UNVERIFIED")
    items = [item for item in walk(report) if "ConceptNameCodeSequence" in item]
    numbers = {
        child.ConceptCodeSequence[0].CodeMeaning: float(item.MeasuredValueSequence[0].NumericValue)
        for item in items
        if concept(item) == "Probability"
        for child in item.ContentSequence
    }
    assert numbers == {
        "Normal": 0.05,
        "COVID-19": 0.1,
        "Tuberculosis": 0.7,
        "Bacterial pneumonia": 0.1,
        "Viral pneumonia": 0.05,
    }
    texts = {concept(item): item.TextValue for item in items if item.ValueType == "TEXT"}
    assert texts["Notice"] == "For research and education only. Not a medical device."
    assert texts["SHA-256 of the source file"] == "ab" * 32
    assert texts["Objection of the quality check"] == "cropped"
    assert texts["Warning of the quality check"] == "The lungs reach the edge of the film."
    assert texts["Failure on the way"] == "The device failed on the way."
    changes = [item for item in items if concept(item) == "Changed before the film was read"]
    assert [item.TextValue for item in changes] == ["turned by 180 degrees", "inverted"]
    images = [item for item in items if item.ValueType == "IMAGE"]
    assert len(images) == (1 if kind else 0)


def test_codes_of_dicom_mean_what_the_standard_says():
    """pydicom's dictionary is made from PS3.16; it has no SNOMED CT codes of the diseases."""
    known = {
        (code.value, code.scheme_designator): code.meaning
        for scheme in (codes.DCM, codes.SCT)
        for code in (getattr(scheme, keyword) for keyword in scheme.dir())
    }
    without = {"53084003", "56717001", "75570004", "840539006", "399208008"}
    seen = 0
    for item in walk(read("structured-report-kept")):
        for sequence in ("ConceptNameCodeSequence", "ConceptCodeSequence"):
            for code in item.get(sequence, []):
                scheme = code.CodingSchemeDesignator
                if scheme not in ("DCM", "SCT") or code.CodeValue in without:
                    continue
                assert known[code.CodeValue, scheme] == code.CodeMeaning
                seen += 1
    assert seen > 20
