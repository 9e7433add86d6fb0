"""Exports of press databases: one document or many, with the fields that the database gives."""

import pytest

from onrecord.model import Article
from onrecord.reading import read_bytes

FIRST = "The harbour board will close the east quay in May, its chairman said on Monday."
SECOND = '"We have no boat and no money," Olaf Brandt told the council.'


def older(number: int, title: str) -> str:
    return (
        f"                    {number} of 2 DOCUMENTS\n\n\n              The Selmouth Lookout (Varnland)\n\n"
        f"            June {number}, 2032 Monday\n             First Edition\n\n{title}\n\nBYLINE: MINA HOLT, Harbour"
        f" Reporter\n\nSECTION: NEWS; Pg. 7\n\nLENGTH: 412 words\n\n{FIRST}\n\n{SECOND}\n\nLOAD-DATE: June 2, 2032\n\n"
        "LANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n           Copyright 2032 Varn Media Ltd\n\n"
    )


def newer(title: str, end: str = "End of Document\n") -> str:
    return (
        f"Page 1 of 2\n\n{title}\n\nThe Selmouth Lookout (Varnland)\nJune 7, 2032 Monday\nFirst Edition\n\n"
        "Copyright 2032 Varn Media Ltd\nAll Rights Reserved\n\nSection: NEWS; Pg. 7\n\nLength: 412 words\n\n"
        f"Byline: Mina Holt, Harbour Reporter\n\nBody\n\n{FIRST}\n\n{SECOND}\n\nLoad-Date: June 8, 2032\n\n{end}"
    )


def factiva(title: str, number: int) -> str:
    return (
        f"{title}\n\nBy Mina Holt\n412 words\n7 June 2032\n09:14\nThe Selmouth Lookout\nSELLOK\n7\nEnglish\n"
        f"(c) 2032 Varn Media Ltd.\n\n{FIRST}\n\n{SECOND}\n\nDocument SELLOK0020320607ec3i0000{number}\n\n"
    )


def indexed(title: str, number: int) -> str:
    return (
        f"HD     {title}\nBY     By Mina Holt\nWC     412 words\nPD     7 June 2032\nSN     The Selmouth Lookout\n"
        f"SC     SELLOK\nLA     English\nLP     {FIRST}\n\nTD\n{SECOND}\n\nNS     gport : Harbours\n"
        f"AN     Document SELLOK0020320607ec3i0000{number}\n\n"
    )


def read(text: str, name: str = "export.txt") -> list[Article]:
    found = list(read_bytes(name, text.encode()))
    assert all(isinstance(one, Article) for one in found), found
    return [one for one in found if isinstance(one, Article)]


def paragraphs(article: Article) -> list[str]:
    return [block.span.of(article.text) for block in article.blocks if block.role == "paragraph"]


FORMS = {
    "older": "Search terms: quay\n\n" + older(1, "Quay to close") + older(2, "Ferry sold"),
    "newer": newer("Quay to close") + newer("Ferry sold"),
    "newer, nothing between": newer("Quay to close", "") + newer("Ferry sold", ""),
    "factiva": factiva("Quay to close", 1) + factiva("Ferry sold", 2) + "Search Summary\nText   quay\n",
    "factiva with codes": indexed("Quay to close", 1) + indexed("Ferry sold", 2),
}


@pytest.mark.parametrize("form", FORMS)
def test_each_document_of_an_export_is_an_article_with_its_fields(form: str) -> None:
    first, second = read(FORMS[form])
    assert (first.doc, second.doc) == ("export.txt#1", "export.txt#2")
    assert (first.title, second.title) == ("Quay to close", "Ferry sold")
    assert (first.published or "").startswith("2032-06-0")
    for article in (first, second):
        assert (article.byline or "").lower() == "mina holt"
        assert article.outlet == "The Selmouth Lookout"
        assert paragraphs(article) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "text", [older(1, "Quay to close"), newer("Quay to close"), factiva("Quay to close", 1)]
)
def test_an_export_of_one_document_keeps_its_name_and_its_text(text: str) -> None:
    (article,) = read(text)
    assert (article.doc, article.text, article.title) == ("export.txt", text, "Quay to close")


@pytest.mark.parametrize("form", FORMS)
def test_a_page_of_an_export_is_read_as_its_text_is(form: str) -> None:
    parts = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in FORMS[form].split("\n\n"))
    page = f"<!doctype html><html><body><form>{parts}</form></body></html>"
    found = read(page, "export.html")
    assert [(one.title, one.outlet, one.format) for one in found] == [
        ("Quay to close", "The Selmouth Lookout", "html"),
        ("Ferry sold", "The Selmouth Lookout", "html"),
    ]


def test_a_document_without_fields_is_read_like_any_text() -> None:
    bare, second = read(f"  1 of 2 DOCUMENTS\n\nQuay to close\n\n{FIRST}\n\n{older(2, 'Ferry sold')}")
    assert (second.doc, second.title) == ("export.txt#2", "Ferry sold")
    assert FIRST in paragraphs(bare)


def test_a_report_that_counts_documents_is_no_export() -> None:
    text = (
        f"Archive opens\n\nBy Mina Holt\n\n{FIRST} He had seen 3 of 10 documents.\n\nThe length: 412 pages.\n"
    )
    (article,) = read(text)
    assert (article.doc, article.title, article.text) == ("export.txt", "Archive opens", text)


def test_an_export_of_a_hundred_thousand_documents_is_parted_at_once() -> None:
    """Each was looked at again for every other one, which took minutes."""
    document = "Length: 412 words\n\nThe quay will close.\n\nLoad-Date: June 8, 2032\n"
    first = next(read_bytes("export.txt", (document * 100_000).encode()))
    assert isinstance(first, Article)
    assert (first.doc, first.text.strip()) == ("export.txt#1", document.strip())


def test_a_title_of_many_lines_is_gathered_in_one_pass() -> None:
    lines = "Quay\n" * 60_000
    (article,) = read(
        f"1 of 1 DOCUMENTS\n\nThe Selmouth Lookout\n\nJune 7, 2032 Monday\n\n{lines}\nLENGTH: 4 words\n"
    )
    assert (article.title or "").split() == lines.split()
