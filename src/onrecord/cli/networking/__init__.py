"""The parts of `onrecord network`: where the codes come from, and where the network goes."""
