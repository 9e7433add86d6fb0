"""Who said it: the speaker of each statement, and through whom it came, within one article."""

from onrecord.resolution.speakers.resolving import ANSWERED, Opinion, opinions

__all__ = ["ANSWERED", "Opinion", "opinions"]
