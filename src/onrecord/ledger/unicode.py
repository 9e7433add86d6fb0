"""Half characters: what a Python string can hold and UTF-8, and so SQLite, cannot.

A lone surrogate is no character.  Readers that decode bytes never make one in a text; Python makes them in
the names of files that are not UTF-8.
"""

from onrecord.errors import UsageError
from onrecord.model.storable import is_storable


def refuse_halves(*texts: str) -> None:
    """Raise UsageError where something that a person wrote has no UTF-8 form."""
    if not all(map(is_storable, texts)):
        raise UsageError(
            "half of a character (a lone surrogate) cannot be kept: write it anew", code="lone-surrogate"
        )
