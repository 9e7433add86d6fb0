"""Networks in the formats of other programs: one file a format, values in, lines out."""
