"""W3C Web Annotations: those that `onrecord export --format w3c` writes, with the corpus's own facts in the body."""

from onrecord.publishing.w3c import page

__all__ = ["page"]
