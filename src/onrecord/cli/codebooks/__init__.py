"""The parts of `onrecord codebook`."""
