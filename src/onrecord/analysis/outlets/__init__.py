"""Outlets side by side."""

from onrecord.analysis.outlets.comparing import compare

__all__ = ["compare"]
