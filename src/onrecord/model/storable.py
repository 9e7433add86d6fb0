"""What a Python string can hold and UTF-8 cannot: half characters, as names of files that are not UTF-8 have them."""


def is_storable(text: str) -> bool:
    """Whether `text` has a UTF-8 form."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def storable(text: str) -> str:
    r"""`text` with each lone surrogate spelled out, `\udce9`: a name is a label, and may be written so."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
