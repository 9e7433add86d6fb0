"""The parts of `onrecord network`: its options, where the codes come from, what is made, and where it goes."""
