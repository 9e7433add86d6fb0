"""What is wrong with the bytes of a file that cannot be read: which byte, where, and what to do."""

import re

_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A letter beyond ASCII in UTF-8."""
_ASCII = bytes(range(128))
_MARKS = ((b"\xff\xfe", "FF FE"), (b"\xfe\xff", "FE FF"))
_FEWEST_BYTES = 20
_LETTERS_EACH = 4
"""So many letters to a broken byte make UTF-8 of a file: in GB 18030 a third as many look so, elsewhere hardly any."""
_MEND = "mend it there, or save it again as UTF-8 from where it comes"


def damage(data: bytes) -> str | None:
    """What is wrong with bytes that say of themselves what they are and are not; None where nothing shows.

    UTF-8 with a broken letter or two would be taken for another encoding, in which every letter beyond ASCII is wrong.
    The mark of UTF-16 before bytes without a NUL stands before something else: blanks and line ends have one there.
    """
    for mark, shown in _MARKS:
        if data.startswith(mark) and len(data) > _FEWEST_BYTES and b"\0" not in data:
            return f"it begins with the mark of UTF-16 ({shown}), and what follows is not UTF-16; {_MEND}"
    if (place := _first_wrong(data)) is None:
        return None
    letters = len(_SEQUENCE.findall(data))
    broken = len(_SEQUENCE.sub(b"", data).translate(None, _ASCII))
    if letters < _LETTERS_EACH * broken:
        return None
    some = "one byte is" if broken == 1 else f"{broken:,} bytes are"
    return f"UTF-8 in which {some} broken, the first {_shown(data, place)}; {_MEND}"


def nothing_fits(data: bytes) -> str:
    """What is said of bytes that no encoding fits."""
    place = _first_wrong(data)
    where = "" if place is None else f" ({_shown(data, place)} is wrong there)"
    return f"neither UTF-8{where} nor clearly another encoding; save it as UTF-8 (iconv -f CHARSET -t UTF-8)"


def _first_wrong(data: bytes) -> int | None:
    """The place of the first byte that UTF-8 does not have there."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _shown(data: bytes, place: int) -> str:
    line = data.count(b"\n", 0, place) + 1
    return f"0x{data[place]:02X} in line {line:,}"
