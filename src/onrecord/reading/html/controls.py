"""What no text holds: control characters, half characters, and what Unicode keeps for no character.

HTML, JSON and attributes let them in (form feeds, `&#11;`, `\\u0000`, emoji cut in two).  SQLite ends a text at a NUL
in its own functions, lxml does not let one write any of them, and UTF-8 has no half characters.
"""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_controls(words: str) -> str:
    """The words with a blank for each of them."""
    return _CONTROLS.sub(" ", words)
