"""The parts of manet.golden.dicom: how its films are drawn, encoded and recorded."""
