"""Golden files for src/dicom and src/platform/decode/dicom: films, and what pydicom reads in them.

Run from training/ with requirements-golden.txt installed and the command-line tools of DCMTK and
GDCM on the path: ``python -m manet.golden.dicom``. Three kinds of files go to test/golden/dicom:

- ``pydicom-*``: pydicom's own test files (MIT licence), with names and identifiers overwritten;
- ``<encoder>-<syntax>-<kind>``: a drawn film in every transfer syntax, by several encoders, none of
  which shares its code with the app's decoders;
- ``voi-*`` and ``colour-*``: modality, values of interest, palettes and colours.

``index.json`` names for each the SHA-256 of pydicom's stored values, as little-endian int32, or for
lossy syntaxes a file of them, and for some the greys after pydicom's modality and VOI transforms.
"""

import json
import shutil

from manet.golden.films.encoded import htj2k_files, native_files, pydicom_encoded, tool_files
from manet.golden.films.odd import odd_files
from manet.golden.films.own import own_files
from manet.golden.films.recorded import OUT, index
from manet.golden.films.shown import colour_files, voi_files


def main() -> None:
    for tool in ("dcmcjpeg", "dcmcjpls", "dcmcrle", "gdcmconv"):
        if not shutil.which(tool):
            raise SystemExit(f"{tool} is missing: install DCMTK and the tools of GDCM.")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    native_files()
    pydicom_encoded()
    htj2k_files()
    tool_files()
    voi_files()
    colour_files()
    odd_files()
    own_files()
    (OUT / "index.json").write_text(json.dumps(index, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
