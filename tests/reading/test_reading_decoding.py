"""From bytes to text, and which bytes are none."""

import pytest

from onrecord.model import Skipped
from onrecord.reading.damage import damage
from onrecord.reading.decoding import decode

ENGLISH = (
    "The minister said: “We won’t negotiate,” and the café owner – who had paid £5 – agreed with her. " * 4
)
CZECH = "Ministryně řekla, že vláda nebude o návrhu jednat, a opozice to označila za ostudné. " * 4
RUSSIAN = "Министр сказала, что правительство не будет обсуждать предложение. Оппозиция не согласна. " * 4


def text_of(data: bytes, *, declared: bool = False) -> str:
    text = decode("x.txt", data, declared=declared)
    assert isinstance(text, str), text
    return text


def reason(data: bytes) -> Skipped:
    skipped = decode("x.txt", data)
    assert isinstance(skipped, Skipped), skipped
    return skipped


@pytest.mark.parametrize(
    "text", ["\ufeffWords\r\nmore\rand\u00a0more\n", "``Yes,'' he said. «Oui» „Ja“", "a\x0bb"]
)
def test_utf_8_comes_back_character_by_character(text: str) -> None:
    assert text_of(text.encode()) == text


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_a_mark_at_the_start_tells_the_wide_encodings_and_stays(codec: str) -> None:
    assert text_of(ENGLISH.encode(codec)).lstrip("\ufeff") == ENGLISH
    assert text_of(ENGLISH.encode(codec))[0] == "\ufeff"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_recognised(codec: str) -> None:
    assert text_of(ENGLISH.encode(codec)) == ENGLISH


@pytest.mark.parametrize(
    ("text", "codec"), [(ENGLISH, "cp1252"), (CZECH, "cp1250"), (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r")]
)
def test_what_news_was_written_in_before_utf_8_is_recognised(text: str, codec: str) -> None:
    assert text_of(text.encode(codec)) == text


@pytest.mark.parametrize(
    "text",
    [
        "Lock row\n\nThe keeper, Íñigo Muñoz, said that it was “over”.\n",
        "Lock row\n\nJoão Falcão left “with regret” on Monday, and said nothing.\n",
    ],
)
def test_a_short_english_text_keeps_the_letters_of_western_names(text: str) -> None:
    assert text_of(text.encode("cp1252")) == text


@pytest.mark.parametrize("text", ["Starosta řekl: „To by bylo málo.“ A on to ví.\n", CZECH[:90]])
def test_a_short_czech_text_keeps_its_own(text: str) -> None:
    assert text_of(text.encode("cp1250")) == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?>',
        "<meta charset=cp1251>",
    ],
)
def test_a_page_is_believed_when_it_names_its_charset(head: str) -> None:
    assert text_of(f"{head}Да.".encode("cp1251"), declared=True).endswith("Да.")


def test_latin_1_as_declared_is_windows_1252_as_meant() -> None:
    page = '<meta charset="iso-8859-1">“We won’t”'.encode("cp1252")
    assert text_of(page, declared=True).endswith("“We won’t”")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "Word"),
        (b"\x89PNG\r\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"GIF89a", "GIF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"SQLite format 3\x00", "SQLite"),
        (b"some\0thing else", "NUL"),
        (bytes(range(1, 9)) * 20, "control"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, says: str) -> None:
    skipped = reason(data)
    assert skipped.code == "not-text"
    assert says in skipped.detail


def test_bytes_that_fit_no_encoding_give_a_reason_that_says_what_to_do() -> None:
    skipped = reason(bytes(range(128, 256)) * 40)
    assert skipped.code == "encoding"
    assert "UTF-8" in skipped.detail


@pytest.mark.parametrize("data", [b" \n\t\r\n", "\ufeff \n".encode(), "\u00a0\u2003".encode()])
def test_white_space_alone_is_empty(data: bytes) -> None:
    assert reason(data).code == "empty"


WORDS = "“The lock is shut,” the keeper of Sund said. “It won’t open.”\nShe left.\n".encode()


def test_broken_utf_8_says_which_byte_and_where() -> None:
    found = decode("a.txt", WORDS + b"The caf\xc3 was closed.\n")
    assert isinstance(found, Skipped)
    assert found.code == "encoding"
    assert "one byte is broken, the first 0xC3 in line 3" in found.detail


def test_the_mark_of_utf_16_before_plain_letters_is_said() -> None:
    found = decode("a.txt", b"\xff\xfe" + b"The keeper said that the lock was shut.\n" * 3)
    assert isinstance(found, Skipped)
    assert "begins with the mark of UTF-16 (FF FE)" in found.detail


def test_what_fits_nothing_says_where_it_is_not_utf_8() -> None:
    found = decode("a.txt", b"The lock.\nShut\xff" + bytes(range(0x80, 0x100)) * 8)
    assert isinstance(found, Skipped)
    assert "0xFF in line 2" in found.detail


@pytest.mark.parametrize(
    ("text", "charset"),
    [
        (ENGLISH, "cp1252"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("ロックは閉まっています。" * 9, "shift_jis"),
        ("水闸已经关闭。" * 9, "gb18030"),
    ],
)
def test_another_encoding_is_no_broken_utf_8(text: str, charset: str) -> None:
    assert damage(text.encode(charset)) is None


def test_a_page_that_calls_itself_utf_16_in_plain_letters_is_read() -> None:
    page = '<html><head><meta charset="utf-16"></head><body>The caf\u00e9 is closed.</body></html>'
    assert decode("a.html", page.encode("cp1252"), declared=True) == page


def test_a_nul_between_the_letters_of_utf_16_is_no_text() -> None:
    found = reason("The lock \0 is shut, the keeper of Sund said.".encode("utf-16"))
    assert found.code == "not-text"
    assert "NUL" in found.detail
