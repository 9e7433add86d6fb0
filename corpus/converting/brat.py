"""brat's standoff: the files that `onrecord export --format brat` writes, with the corpus's own facts in the notes."""

from onrecord.publishing.brat import standoff

__all__ = ["standoff"]
