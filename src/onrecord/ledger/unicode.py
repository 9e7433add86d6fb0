"""Half characters: what a Python string can hold and UTF-8, and so SQLite, cannot.

A lone surrogate is no character.  Readers that decode bytes never make one in a text; Python makes them in
the names of files that are not UTF-8.
"""

from onrecord.errors import UsageError


def is_storable(text: str) -> bool:
    """Whether `text` has a UTF-8 form."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(name: str) -> str:
    r"""A file's name with each lone surrogate spelled out, `\udce9`: a name is a label, and may be written
    so.
    """
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def refuse_halves(*texts: str) -> None:
    """Raise UsageError where something that a person wrote has no UTF-8 form."""
    if not all(map(is_storable, texts)):
        raise UsageError(
            "half of a character (a lone surrogate) cannot be kept: write it anew", code="lone-surrogate"
        )
