"""From bytes to text, without changing a character: what is not text is told apart, and why is said."""

import re

from onrecord.model import Skipped
from onrecord.reading.damage import damage, nothing_fits

# How files begin that people put among articles by mistake.
_MAGIC = (
    (b"%PDF", "a PDF file; save its text (pdftotext does it) and read that"),
    (b"PK\x03\x04", "a ZIP, Word or EPUB file; save it as text or HTML and read that"),
    (b"PK\x05\x06", "an empty ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file; save it as text and read that"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP file"),
    (b"\x1f\x8b", "a gzip file; unpack it first"),
    (b"BZh", "a bzip2 file; unpack it first"),
    (b"\xfd7zXZ", "an xz file; unpack it first"),
    (b"7z\xbc\xaf", "a 7-Zip file; unpack it first"),
    (b"SQLite format 3\x00", "an SQLite file; a ledger is opened with the commands that take one"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF file; save it as text and read that"),
)
# The longer marks first: UTF-32 begins as UTF-16 does.
_WIDE = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 26, 27})
_NUL_SIDE = 0.8  # the share of NUL bytes on one side that makes UTF-16 of a file without a mark
_MANY_CONTROLS = 0.01  # a text has none; a few stray ones come from word processors and old terminals

# What news was written in before UTF-8; a wider choice makes the guess worse.
_PLAUSIBLE = ["cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254",
              "cp1255", "cp1256", "mac_roman", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"]  # fmt: skip
_SAMPLE = 200_000  # bytes that the guess looks at; more of them only cost time
_CHAOS = 0.1  # the share of unlikely characters above which a guess is no answer

# Where several encodings fit, few bytes beyond ASCII (English, French) or the words of English make windows-1252 of it.
_WESTERN, _WESTERN_SHARE, _AS_LIKELY = "cp1252", 0.04, 0.01
# Common words of English that are none of the languages that windows-1250 was made for; they are a seventh of a report.
_ENGLISH = frozenset(b"the and that was were with said from have this which".split())
_ENGLISH_SHARE = 0.04
_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")

_DECLARED = re.compile(
    rb"""charset\s{0,3}=\s{0,3}["']?\s{0,3}([A-Za-z0-9._:-]{2,40})"""
    rb"""|<\?xml[^>]{0,200}?encoding\s{0,3}=\s{0,3}["']([A-Za-z0-9._:-]{2,40})"""
)
_DECLARED_WITHIN = (
    4_096  # HTML asks for it within the first 1,024 bytes; pages of the wild put scripts before it
)


def decode(doc: str, data: bytes, *, declared: bool = False) -> str | Skipped:
    """The text of a file, every character and newline as it stands (a byte-order mark is the first character).

    UTF-8 first, then what a mark at the start says, then (`declared`, for pages) the charset that the page names, then
    the likeliest of the encodings that news was written in.  Gives a `Skipped` (``not-text``, ``encoding``, ``empty``)
    where there is nothing to read.
    """
    if kind := _no_text(data):
        return Skipped(doc=doc, code="not-text", detail=f"not a text: {kind}")
    if wrong := damage(data):
        return Skipped(doc=doc, code="encoding", detail=wrong)
    text = _decoded(data, declared=declared)
    if text is None:
        return Skipped(doc=doc, code="encoding", detail=nothing_fits(data))
    if "\0" in text:
        return Skipped(
            doc=doc, code="not-text", detail="not a text: it holds NUL characters, which no text has"
        )
    if not text.strip("\ufeff\u200b \t\r\n") or text.isspace():
        return Skipped(doc=doc, code="empty", detail="nothing but white space")
    return text


def _decoded(data: bytes, *, declared: bool) -> str | None:
    if (codec := wide_codec(data)) is not None:
        return _tried(data, codec)
    if (text := _tried(data, "utf-8")) is not None:
        return text
    if declared and (name := _declared_charset(data)) and (text := _tried(data, name)) is not None:
        return text
    return _guessed(data)


def _tried(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
    except (UnicodeError, LookupError):
        return None
    return text if isinstance(text, str) else None


def _no_text(data: bytes) -> str | None:
    """What the bytes are where they are no text, and what to do."""
    for start, kind in _MAGIC:
        if data.startswith(start):
            return kind
    if wide_codec(data) is not None:
        return None
    if b"\0" in data:
        return "it holds NUL bytes, as programs, images and databases do"
    if len(data) - len(data.translate(None, _CONTROLS)) > _MANY_CONTROLS * len(data):
        return "it is full of control characters, as programs and images are"
    return None


def wide_codec(data: bytes) -> str | None:
    """The codec of UTF-16 or UTF-32; each keeps a mark at the start as the first character."""
    for mark, codec in _WIDE:
        if data.startswith(mark):
            return codec
    return _unmarked_wide(data[:_SAMPLE])


def _unmarked_wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in English every second byte is NUL."""
    half = len(data) // 2
    if not half:
        return None
    first, second = data[0::2].count(0) / half, data[1::2].count(0) / half
    if second > _NUL_SIDE and first < 1 - _NUL_SIDE:
        return "utf-16-le"
    return "utf-16-be" if first > _NUL_SIDE and second < 1 - _NUL_SIDE else None


def _declared_charset(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    if name.startswith(("utf-16", "utf-32", "ucs-")):
        return None  # whoever can read the declaration reads bytes: it is none of these (HTML 13.2.3.2)
    # Browsers read these three as windows-1252 (Encoding Standard, section 4.2), and so do those who write them.
    return "cp1252" if name in ("iso-8859-1", "latin1", "us-ascii", "ascii") else name


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - few files need it

    sample = data[:_SAMPLE]
    matches = from_bytes(sample, cp_isolation=_PLAUSIBLE, threshold=_CHAOS, enable_fallback=False)
    best = matches.best()
    if best is None:
        return None
    likely = {
        name
        for match in matches
        if match.chaos <= best.chaos + _AS_LIKELY
        for name in match.could_be_from_charset
    }
    western = _WESTERN in likely and _is_western(sample)
    return _tried(data, _WESTERN if western else best.encoding)


def _is_western(sample: bytes) -> bool:
    if sum(byte > 0x7F for byte in sample) < _WESTERN_SHARE * len(sample):
        return True
    words = _WORD.findall(sample.lower())
    return sum(word in _ENGLISH for word in words) > _ENGLISH_SHARE * len(words)
