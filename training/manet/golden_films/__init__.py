"""The parts of golden_dicom: how its films are drawn, encoded and recorded."""
