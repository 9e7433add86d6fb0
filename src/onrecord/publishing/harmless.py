"""What an article may put on the page: its characters, shown so that none of them acts on the page or its reader."""

import re

# Each control character becomes one visible character, so that a place in the text stays the same place on the page.
# Tab, line feed, form feed and carriage return are white space to HTML and stay (NUL has no form in HTML at all).
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n\f\r"} | {0x7F: 0x2421}
_UNSHOWABLE = dict.fromkeys([*range(0x80, 0xA0), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], 0xFFFD)
_SHOWN = _PICTURES | _UNSHOWABLE

# In a name or a tooltip nothing may turn the words around it: these order the letters of what follows.
_BIDI_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
_BLANKS = re.compile(r"\s+")


def shown(text: str) -> str:
    """The text with control characters as their Unicode pictures and what cannot be written as U+FFFD.

    One code point for each code point, so that offsets into the text are offsets into the result.
    """
    return text.translate(_SHOWN)


def label(text: str, *, width: int | None = None) -> str:
    """The text as one line, without characters that reorder others; past `width` code points cut at a word, `…`."""
    line = _BLANKS.sub(" ", shown(text)).strip().translate(_BIDI_CONTROLS)
    if width is None or len(line) <= width:
        return line
    cut = line[: width - 1]
    at_word = cut.rfind(" ", width // 2)
    return (cut if at_word < 0 else cut[:at_word]).rstrip(" ,;:") + "…"
