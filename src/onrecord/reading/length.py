"""How long a text may be."""

from onrecord.model import Skipped
from onrecord.reading.hints import Hints

CAP_CHARACTERS = 400_000
"""About 65,000 words: half a minute of work for the model on one core, and longer than any report."""


CAP_PAGE = 8_000_000
"""The same for the source of a page, markup and all."""


def too_long(doc: str, text: str, hints: Hints, *, cap: int = CAP_CHARACTERS) -> Skipped | None:
    """Why a text is not read for its length, or None."""
    if len(text) <= cap or hints.force:
        return None
    detail = (
        f"{len(text):,} characters; more than {cap:,} (half a minute of work) are read only with --force."
        " If the file holds many articles, split it into one file an article"
    )
    return Skipped(doc=doc, code="too-long", detail=detail)
