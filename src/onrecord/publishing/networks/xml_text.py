"""Text inside XML: escaped, and without what no XML can hold."""

from xml.sax.saxutils import escape

from onrecord.publishing.harmless import shown

_QUOTED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def content(text: str) -> str:
    """Text between tags; control characters as their pictures."""
    return escape(shown(text).replace("\f", "␌"))


def attribute(text: str) -> str:
    """Text between the quotation marks of an attribute, its line breaks kept."""
    return escape(shown(text).replace("\f", "␌"), _QUOTED)
