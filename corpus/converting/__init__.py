"""The corpus in other formats: the JSON Lines of `onrecord read`, brat's standoff, W3C annotations, plain text."""
