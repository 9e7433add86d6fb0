"""The HTML report: everything is in it, nothing is fetched, nothing of an article is rendered."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import lxml.html
import pytest
from building import article, statement, vote

from onrecord.model import Block, Reading, Skipped, Span, Speaker
from onrecord.publishing.report import is_report, render

HOSTILE = (
    "<script>alert(1)</script> & <img src=x onerror=alert(2)> </title></style> "
    '"said" {{ 7 * 7 }} [x](javascript:y)'
)


def page(*readings: Reading, skipped: tuple[Skipped, ...] = (), title: str | None = None) -> str:
    return render(readings, title=title, made=date(2031, 7, 1).isoformat(), version="9.9.9", skipped=skipped)


def hostile() -> Reading:
    text = f"Heading {HOSTILE}\n\nMayor Orlo said {HOSTILE} and left.\n"
    of = article(text, doc=f"a/{HOSTILE}.txt", outlet=HOSTILE, title=HOSTILE, byline=HOSTILE)
    return Reading(article=of, statements=(statement(of, HOSTILE, cue="said", source="Mayor Orlo"),))


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def blocks_of(html: str) -> Iterator[str]:
    """The words of the blocks of the articles, the numbers of statements left out (they are drawn by the style)."""
    for block in lxml.html.fromstring(html).cssselect(".article .b"):
        yield block.text_content()


def test_all_the_text_of_an_article_is_there_once_and_in_order() -> None:
    reading = vote()
    text = reading.article.text
    shown = [letters(block) for block in blocks_of(page(reading))]
    assert shown == [letters(block.span.of(text)) for block in reading.article.blocks]


def test_boilerplate_is_folded_away_and_not_lost() -> None:
    text = "Menu Share Print\n\nMayor Orlo said no.\n"
    blocks = (
        Block(span=Span(0, 16), role="boilerplate"),
        Block(span=Span(18, 37), role="paragraph"),
    )
    html = lxml.html.fromstring(page(Reading(article=article(text, blocks=blocks), statements=())))
    (folded,) = html.cssselect(".article details")
    assert "Menu Share Print" in folded.text_content()


def test_every_statement_has_a_place_to_link_to() -> None:
    reading = vote()
    html = lxml.html.fromstring(page(reading))
    for one in reading.statements:
        assert len(html.cssselect(f"#{one.id}")) == 1
        assert html.cssselect(f'a[href="#{one.id}"]')


def test_nothing_of_an_article_becomes_markup() -> None:
    html = page(hostile(), skipped=(Skipped(doc=HOSTILE, code="empty", detail=HOSTILE),), title=HOSTILE)
    tree = lxml.html.fromstring(html)
    assert not tree.cssselect("img")
    assert len(tree.cssselect("script")) == 2
    assert "49" not in "".join(blocks_of(html))
    assert all(not href.startswith("javascript") for href in tree.xpath("//@href"))


def test_the_page_fetches_nothing() -> None:
    tree = lxml.html.fromstring(page(vote(), hostile()))
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    assert not tree.xpath("//@src | //link | //iframe | //object | //embed")
    styles = "".join(style.text_content() for style in tree.cssselect("style"))
    assert not re.search(r"@import|url\(", styles)


def test_the_policy_allows_our_own_style_and_scripts_and_nothing_else() -> None:
    (policy,) = lxml.html.fromstring(page(vote())).xpath(
        "//meta[@http-equiv='Content-Security-Policy']/@content"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_the_same_readings_give_the_same_page() -> None:
    assert page(vote(), hostile()) == page(vote(), hostile())


def test_a_page_of_ours_is_recognised_and_no_other() -> None:
    assert is_report(page(vote())[:300])
    assert not is_report("<!doctype html><html><head><title>Mine</title>")
    assert not is_report("")


def test_what_was_skipped_is_said_with_its_reason() -> None:
    html = page(vote(), skipped=(Skipped(doc="b.txt", code="empty", detail="the file is empty"),))
    (refused,) = lxml.html.fromstring(html).cssselect(".refused")
    assert "b.txt" in refused.text_content()
    assert "the file is empty" in refused.text_content()


def test_an_article_without_a_day_is_listed_beside_the_timeline() -> None:
    html = lxml.html.fromstring(page(vote(published=None)))
    assert html.cssselect(".undated li")


@pytest.mark.parametrize("count", [0, 1, 200])
def test_any_number_of_articles_makes_a_page(count: int) -> None:
    readings = [
        vote(doc=f"{n}.txt", outlet=f"Outlet {n % 40}", published=f"2031-0{1 + n % 9}-11")
        for n in range(count)
    ]
    tree = lxml.html.fromstring(page(*readings))
    assert len(tree.cssselect(".article")) == len({reading.article.id for reading in readings})


@pytest.mark.parametrize(("sure", "shown"), [(0.7, True), (0.95, False)])
def test_a_likely_speaker_has_the_articles_words_and_a_question_mark(sure: float, shown: bool) -> None:
    reading = vote()
    first, *others = reading.statements
    likely = replace(first, speaker=Speaker(name="Dana Rusk", type="person", confidence=sure))
    html = page(replace(reading, statements=(likely, *others)))
    assert ("<bdi>Mayor Ines Orlo</bdi>?," in html) == shown
    assert '<bdi class="name">Dana Rusk</bdi>' in html


@pytest.mark.parametrize(("sure", "shown"), [(0.7, "Dana Rusk?"), (0.95, "Dana Rusk")])
def test_the_margin_has_the_speakers_name_where_it_is_known_and_the_texts_words_behind_it(
    sure: float, shown: str
) -> None:
    reading = vote()
    first, second = reading.statements
    known = replace(first, speaker=Speaker(name="Dana Rusk", type="person", confidence=sure))
    tree = lxml.html.fromstring(page(replace(reading, statements=(known, second))))
    one, other = tree.cssselect(".note")
    assert one.cssselect(".who")[0].text_content() == shown
    assert one.get("data-source") == "Mayor Ines Orlo"
    assert "“Mayor Ines Orlo” in the text" in one.get("title")
    assert other.cssselect(".who bdi")[0].text_content() == "The engineer Tomas Wieck"
    assert other.get("data-source") is None


def test_what_a_second_reader_added_is_not_checked_rather_than_of_no_percent() -> None:
    reading = vote()
    first, *others = reading.statements
    html = page(replace(reading, statements=(replace(first, confidence=0.0), *others)))
    shares = [each.text_content() for each in lxml.html.fromstring(html).cssselect(".note .sure")]
    assert shares.count("not checked") == 1
    assert "0%" not in shares
    assert "a second reader, which is a model, added it" in html
    assert "a second reader, which is a model, added it" not in page(reading)


def test_control_characters_are_shown_harmlessly() -> None:
    of = article("Mayor\x1b[2J Orlo said\x00 no.\n", title="x\x07y")
    html = page(Reading(article=of, statements=()))
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", html)
