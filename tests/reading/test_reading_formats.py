"""Which reader a file is for."""

import pytest

from onrecord.reading.formats import recognise


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html><html>",
        "<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>",
        "<html lang=en>",
        "\ufeff  \n<HEAD>",
        "<!-- saved from url -->\n<body class=x>",
        "<?xml version='1.0'?>\n<!-- a -->\n<html xmlns='x'>",
        "<script>var a</script><html>",
    ],
)
def test_a_page_shows_itself_near_its_start(start: str) -> None:
    assert recognise("page", start.encode()) == "html"
    assert recognise("page.html", start.encode("utf-16")) == "html"


@pytest.mark.parametrize(
    "start",
    [
        "<rss version='2.0'>",
        "<?xml version='1.0' encoding='utf-8'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>",
        "<!-- x --><rdf:RDF xmlns:rdf='x'>",
        "<atom:feed xmlns:atom='x'>",
    ],
)
def test_a_feed_shows_itself_by_its_root(start: str) -> None:
    assert recognise("feed.xml", start.encode()) == "feed"
    assert recognise("feed.xml", start.encode("utf-16-le")) == "feed"


@pytest.mark.parametrize("name", ["a.txt", "A.MD", "x.html.txt"])
def test_a_text_ending_makes_text_whatever_the_file_holds(name: str) -> None:
    assert recognise(name, b"<!doctype html><html>") == "text"


@pytest.mark.parametrize(
    "content",
    [
        "The minister said <b>no</b>.",
        "<p>A fragment</p>",
        "x" * 3000 + "<html>",
        "",
        "I like the <header> tag",
        "<",
    ],
)
def test_all_else_is_text(content: str) -> None:
    assert recognise("page.html", content.encode()) == "text"


def test_many_comments_before_the_page_are_passed_over() -> None:
    assert recognise("-", b"<!-- x -->\n" * 400 + b"<html>") == "html"
