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


HEAVY = {
    "kickers": "".join(f"<h2><b>LIVE</b> Quay {n}</h2><svg><title>T{n}</title></svg>" for n in range(20_000)),
    "times": "<div>" + "<time>10:00</time>" * 60_000 + "</div>",
    "times of one entry": "<div><p>Quay.</p>" + "<time>10:00</time><h3>Quay</h3>" * 30_000 + "</div>",
    "words in bold": "<p>" + "<b>quay</b> " * 60_000 + "</p>",
    "paragraphs with words in bold": f"<p>{'<b>quay</b> ' * 100}</p>" * 1_500,
}


# Each took minutes: something was looked for again in the whole page for each of its elements.
@pytest.mark.parametrize("kind", HEAVY)
def test_a_page_with_thousands_of_the_same_is_read(kind: str) -> None:
    words = "The harbour board will close the east quay in May, its chairman said on Monday. " * 4
    page = f"<!doctype html><html><body><article><h1>Quay</h1><p>{words}</p>{HEAVY[kind]}</article></body></html>"
    found = one(page.encode(), "heavy.html", force=True)
    assert isinstance(found, Article)
    assert words.strip() in found.text


def test_a_page_of_more_words_than_are_read_is_told_before_it_is_looked_through() -> None:
    """Each paragraph was looked for among all letters of the page: 54 s for 3 MB, to say that it is too long."""
    words = "".join(
        f"<p>On day {n} the keeper counted {n} boats in the harbour of Sund.</p>" for n in range(80_000)
    )
    found = one(f"<!doctype html><html><body><main>{words}</main></body></html>".encode(), "long.html")
    assert isinstance(found, Skipped)
    assert found.code == "too-long"
