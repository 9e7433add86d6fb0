"""Input that is bad, or made to be: a reason or an article comes back, and soon."""

import pytest

from onrecord.model import Article, Skipped
from onrecord.reading import Hints, read_bytes

LONG = 200_000


def one(data: bytes, doc: str = "bad.txt", *, force: bool = False) -> Article | Skipped:
    (found,) = read_bytes(doc, data, hints=Hints(force=force))
    return found


def test_a_text_past_the_cap_is_read_only_with_force() -> None:
    data = b"The minister said no more. " * 16_000
    skipped = one(data)
    assert isinstance(skipped, Skipped)
    assert skipped.code == "too-long"
    assert "432,000" in skipped.detail
    assert isinstance(one(data, force=True), Article)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_nothing_is_empty(data: bytes) -> None:
    found = one(data)
    assert isinstance(found, Skipped)
    assert found.code == "empty"


# Each would take minutes if a pattern of ours tried every way of cutting it up.
@pytest.mark.parametrize(
    "scrap",
    ["<", " ", '"', "'", "“", "*", "_", "[", "[a](", "![a](", "(", "#", ".", ">", "> ", "/", "@", "a.", "A ", "By A ",
     "a/", "A/", "Image: ", "‘a ", "|", "›", "©A ", "2020-", "June 1 ", "(AP ", "**a", "www.", "x.dw.com ", "Mr. "],
)  # fmt: skip
def test_one_long_line_and_many_full_ones_of_anything_are_read(scrap: str) -> None:
    line = scrap * (900 // len(scrap))
    for text in ("a" + scrap * (LONG // len(scrap)), f"a{line}\n" * 50):
        found = one(text.encode())
        assert isinstance(found, Article)
        assert found.text == text


@pytest.mark.parametrize(
    "line", ["A", "By Ann Lee", "# A", "**a**", '"He said:\n', "A:\n\nb c d e f g.\n", "- a b c d e"]
)
def test_thousands_of_lines_of_anything_are_read(line: str) -> None:
    found = one(f"{line}\n".encode() * 3_000)
    assert isinstance(found, Article)
    assert found.blocks


def test_articles_that_stand_in_one_file_do_not_lose_each_others_words() -> None:
    text = "Talks fail\n\nThe minister said no.\n\nTea drunk\n\nThe minister said yes, and there was tea for all.\n"
    found = one(text.encode() * 3)
    assert isinstance(found, Article)
    kept = [block.span.of(found.text) for block in found.blocks if block.role == "paragraph"]
    assert kept.count("The minister said no.") == 3
