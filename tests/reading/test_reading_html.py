"""Saved pages: text, roles and what their head says."""

import json
import re
from datetime import date

import pytest

from onrecord.model import Article, Skipped
from onrecord.reading import Hints, read_bytes

HINTS = Hints()
FIRST = (
    "Foreign ministers of the Northern Pact failed to agree on Wednesday whether Velmora, a fifth of which is held "
    "by rebel forces, should be invited to join, two diplomats said after the meeting."
)
SECOND = (
    "A spokesman for the government declined to comment on the talks, which had been meant to end a year of doubt "
    "about the eastern border and to give the country a date."
)
WORDS = "“We were promised a date, and what we have been given is another chair in another waiting room.”"


def page(body: str, head: str = "<title>Talks fail | The Coast Herald</title>") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def read(data: bytes, hints: Hints = HINTS) -> Article:
    (article,) = read_bytes("page.html", data, hints=hints)
    assert isinstance(article, Article), article
    return article


def skipped(data: bytes) -> Skipped:
    (reason,) = read_bytes("page.html", data)
    assert isinstance(reason, Skipped)
    return reason


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.role, block.span.of(article.text)) for block in article.blocks]


REPORT = f"""
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article>
  <h1>Talks on Velmora fail</h1>
  <p>{FIRST}</p>
  <figure><img src="a.jpg"><figcaption>Ministers at the lake in Port Adeln</figcaption></figure>
  <p>{SECOND}</p>
  <h2>No date in sight</h2>
  <p>President Ilka Marun said:</p>
  <blockquote><p>{WORDS}</p></blockquote>
  <p>She called the delay <q>a small surrender</q> and left the building by a side door, aides said.</p>
</article>
<footer>© 2022 The Coast Herald</footer>
"""


def test_what_a_page_shows_around_its_title_has_its_role() -> None:
    head = (
        "<p>Exclusive</p><h1>Talks on Velmora fail</h1>"
        "<p class='subhead'>Ministers leave without a date, the hosts say, after a night in the old customs house</p>"
        "<p>By Ann Lee, Harbour Correspondent | <time>3 June 2022</time></p>"
    )
    tip = (
        "<p>Do you have information about this story? <a href='/tips'>Contact our reporters</a></p></article>"
    )
    report = REPORT.replace("<h1>Talks on Velmora fail</h1>", head).replace("</article>", tip)
    found = blocks(read(page(report)))
    assert [role for role, _ in found[:5]] == ["boilerplate", "heading", "standfirst", "byline", "paragraph"]
    assert found[0][1] == "Exclusive"
    assert found[-1][0] == "boilerplate"


def test_a_first_paragraph_that_is_not_marked_is_no_standfirst() -> None:
    found = blocks(read(page(REPORT, head=f'<title>T</title><meta name="description" content="{FIRST}">')))
    assert ("paragraph", FIRST) in found


def test_headings_quotations_captions_and_paragraphs_keep_their_roles() -> None:
    found = blocks(read(page(REPORT)))
    assert found[0] == ("heading", "Talks on Velmora fail")
    assert ("paragraph", FIRST) in found
    assert ("caption", "Ministers at the lake in Port Adeln") in found
    assert ("heading", "No date in sight") in found
    assert ("quotation", WORDS) in found
    assert [role for role, words in found if "Home" in words or "©" in words] == []


def test_blocks_stand_apart_by_an_empty_line_and_cover_the_text() -> None:
    article = read(page(REPORT))
    assert article.text == "\n\n".join(words for _, words in blocks(article))


def test_a_short_quotation_element_shows_the_marks_that_a_browser_shows() -> None:
    assert "the delay “a small surrender” and left" in read(page(REPORT)).text


def test_what_the_head_says_comes_from_linked_data_first() -> None:
    facts = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": "The Coast Herald"},
            {
                "@type": "NewsArticle",
                "headline": "Talks on Velmora fail",
                "datePublished": "2022-09-14T22:30:00+02:00",
                "dateModified": "2022-09-16",
                "author": [
                    {"@type": "Person", "name": "Ingrid Halloway"},
                    {"@type": "Person", "name": "Tomas Reyl"},
                ],
                "publisher": {"@id": "#org"},
            },
        ],
    }
    head = f"""<title>Talks fail</title><meta property="og:site_name" content="coastherald.example">
      <meta name="author" content="Web desk"><link rel="canonical" href="https://coastherald.example/talks">
      <script type="application/ld+json">{json.dumps(facts)}</script>"""
    article = read(page(REPORT, head))
    assert article.title == "Talks on Velmora fail"
    assert article.byline == "Ingrid Halloway and Tomas Reyl"
    assert article.outlet == "The Coast Herald"
    assert article.published == "2022-09-14"
    assert article.url == "https://coastherald.example/talks"


def test_meta_elements_tell_what_linked_data_does_not() -> None:
    head = """<title>Talks on Velmora fail - The Coast Herald</title>
      <meta property="og:site_name" content="The Coast Herald">
      <meta property="og:title" content="Talks on Velmora fail - The Coast Herald">
      <meta name="author" content="By Ingrid Halloway">
      <meta property="article:published_time" content="2022-09-14T10:00:00Z">
      <script type="application/ld+json">{broken</script>"""
    article = read(page(REPORT.replace("<h1>Talks on Velmora fail</h1>", ""), head))
    assert (article.title, article.byline) == ("Talks on Velmora fail", "Ingrid Halloway")
    assert (article.outlet, article.published) == ("The Coast Herald", "2022-09-14")
    assert blocks(article)[0] == ("heading", "Talks on Velmora fail")


def test_hints_override_what_the_page_shows() -> None:
    article = read(page(REPORT), Hints(published="2001-02-03", outlet="Clippings"))
    assert (article.published, article.outlet) == ("2001-02-03", "Clippings")


def test_a_date_to_come_is_believed_as_much_as_one_gone_by() -> None:
    day = date(2087, 6, 7).isoformat()
    head = f'<title>Talks</title><meta property="article:published_time" content="{day}">'
    assert read(page(REPORT, head)).published == day


@pytest.mark.parametrize(
    "line", ["Wednesday, 14 September 2022", "<b>September 14, 2022</b>", "Posted: 14 September 2022 10:12"]
)
def test_a_day_under_the_title_counts_where_the_head_has_none(line: str) -> None:
    body = REPORT.replace("</h1>", f"</h1><p>{line}</p>")
    assert read(page(body)).published == "2022-09-14"
    declared = '<title>Talks</title><meta property="article:published_time" content="2022-09-15">'
    assert read(page(body, declared)).published == "2022-09-15"


def test_a_day_below_the_first_paragraph_is_of_something_else() -> None:
    body = REPORT.replace("<h2>", "<p>Published 3 May 2019</p><h2>")
    assert read(page(body)).published is None


def test_a_standfirst_that_the_page_shows_is_kept() -> None:
    summary = "A third postponement leaves the country with a promise, and the ministers with an empty chair."
    body = REPORT.replace("</h1>", f'</h1><div class="article-standfirst">{summary}</div>')
    head = f'<title>Talks</title><meta name="description" content="{summary}">'
    assert summary in read(page(body, head)).text


def test_what_the_library_leaves_of_the_furniture_is_marked() -> None:
    body = REPORT.replace("<h2>", "<p>Read more: How the heron came back to the harbour</p><h2>")
    found = {words: role for role, words in blocks(read(page(body)))}
    assert found.get("Read more: How the heron came back to the harbour", "boilerplate") == "boilerplate"


def test_a_page_of_hardly_any_text_is_read_from_its_container() -> None:
    article = read(page("<main><p>Talks failed, he said.</p></main>"))
    assert "Talks failed, he said." in article.text


def test_a_page_without_text_gives_a_reason() -> None:
    assert skipped(page("<script>render()</script>", "")).code == "no-text"


def test_an_article_in_another_language_is_given_with_its_language() -> None:
    body = (
        "<article>"
        + "<p>Der Minister sagte am Montag, die Gespräche seien gescheitert.</p>" * 6
        + "</article>"
    )
    assert read(page(body)).language == "de"


@pytest.mark.parametrize("tag", ["div", "blockquote", "ul><li", "table><tr><td", "span", "q"])
def test_ten_thousand_nested_tags_give_a_text_or_a_reason(tag: str) -> None:
    (found,) = read_bytes("deep.html", page(f"<{tag}>" * 10_000 + FIRST))
    assert isinstance(found, Article) or found.code == "nesting"


@pytest.mark.parametrize(
    "heading",
    [
        '<span class="kicker">ANALYSIS | </span>Minister: no bridge',
        "<span>ANALYSIS</span><span>Minister: no bridge</span>",
        "<strong>LIVE</strong> Minister: no bridge",
        "<small>Opinion</small><br>Minister: no bridge",
    ],
)
def test_a_label_inside_a_heading_is_none_of_it(heading: str) -> None:
    article = read(page(f"<article><h1>{heading}</h1><p>{FIRST}</p><p>{SECOND}</p></article>", head=""))
    assert ("heading", "Minister: no bridge") in blocks(article)
    assert article.title == "Minister: no bridge"


@pytest.mark.parametrize(
    "heading",
    [
        "<em>Kelda</em> bridge shut",
        "<b>Sund lock:</b> keeper says no",
        "<b>Super</b>market shut",
        '<span class="kicker">Sund lock</span><span>: keeper says no</span>',
    ],
)
def test_a_word_set_off_in_a_heading_is_part_of_it(heading: str) -> None:
    article = read(page(f"<article><h1>{heading}</h1><p>{FIRST}</p><p>{SECOND}</p></article>", head=""))
    assert article.title == re.sub("<.*?>", "", heading)


def test_a_short_report_keeps_its_paragraphs() -> None:
    body = (
        '<article><h1>Keeper: no lock</h1><p class="byline">By Lena Holst</p>'
        "<p>The lock will not open before the summer, the keeper of Sund said.</p>"
        "<p>She told reporters that nobody had paid.</p></article>"
    )
    assert blocks(read(page(body, head="<title>Keeper: no lock</title>"))) == [
        ("heading", "Keeper: no lock"),
        ("byline", "By Lena Holst"),
        ("paragraph", "The lock will not open before the summer, the keeper of Sund said."),
        ("paragraph", "She told reporters that nobody had paid."),
    ]


@pytest.mark.parametrize("sign", ["\\u0000", "\\u001b", "\\ud800", "\\uffff"])
@pytest.mark.parametrize("report", ["", "<h1>Gate shut</h1>"])
def test_what_no_text_holds_is_a_blank_in_all_that_a_page_says_of_itself(sign: str, report: str) -> None:
    facts = """{"@type": "NewsArticle", "headline": "A%s bridge", "publisher": {"name": "Coast%sHerald"},
        "author": {"@type": "Person", "name": "Ann%sLee"}, "url": "https://coastherald.example/a%sb",
        "description": "Talks%sfail"}""".replace("%s", sign)
    head = f'<script type="application/ld+json">{facts}</script>'
    article = read(page(f"<article>{report}<p>{FIRST}</p><p>{SECOND}</p></article>", head))
    assert (article.outlet, article.byline) == ("Coast Herald", "Ann Lee")
    assert (article.title or "") in ("A bridge", "Gate shut")
    shown = [article.text, article.title or "", article.url or ""]
    assert not re.search("[\x00-\x08\x1b\ud800-\udfff\uffff]", "".join(shown))


def test_control_characters_in_an_attribute_are_blanks_too() -> None:
    head = '<meta property="og:title" content="A&#x1b; bridge"><meta property="og:site_name" content="Coast&#8;Herald">'
    article = read(page(f"<p>{FIRST}</p><p>{SECOND}</p>", head))
    assert (article.title, article.outlet) == ("A bridge", "Coast Herald")


def test_an_address_that_is_none_names_no_host() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle", "url": "http://[bad"}</script>'
    article = read(page(f"<p>{FIRST}</p><p>{SECOND}</p>", head))
    assert (article.outlet, article.url) == (None, "http://[bad")
