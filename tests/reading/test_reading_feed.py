"""RSS, Atom and RDF feeds."""

from onrecord.model import Article, Skipped
from onrecord.reading import Hints, read_bytes

RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Coast Herald</title><link>https://coastherald.example/</link>
<item><title>Talks &amp; tea</title><link>https://coastherald.example/1</link>
  <dc:creator>Ingrid Halloway</dc:creator><pubDate>Wed, 14 Sep 2022 22:30:00 +0000</pubDate>
  <description>A teaser.</description>
  <content:encoded><![CDATA[<p>The talks failed, officials said on Wednesday night in the capital.</p>
    <blockquote>We were promised a date.</blockquote><p>Then there was tea.</p>
    <script>alert(1)</script>]]></content:encoded>
</item>
<item><title>Only a title</title><link>https://coastherald.example/2</link></item>
<item><title>A teaser</title><description>The minister said that she would not resign over it.</description></item>
</channel></rss>"""

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Borderlines</title>
<entry><title type="html">Ferry &lt;i&gt;stops&lt;/i&gt;</title><updated>2022-10-02T08:00:00Z</updated>
<author><name>Mirela Aust</name></author><link href="https://borderlines.example/f"/>
<content type="html">&lt;p&gt;The ferry has stopped, its keeper said.&lt;/p&gt;</content></entry></feed>"""


def articles(data: bytes) -> list[Article | Skipped]:
    return list(read_bytes("news.xml", data))


def test_each_entry_with_a_text_is_an_article_numbered_in_the_feeds_order() -> None:
    found = articles(RSS)
    assert [one.doc for one in found] == ["news.xml#1", "news.xml#2", "news.xml#3"]
    first, title_only, teaser = found
    assert isinstance(first, Article)
    assert isinstance(title_only, Skipped)
    assert title_only.code == "empty"
    assert isinstance(teaser, Article)
    assert teaser.text.endswith("The minister said that she would not resign over it.")


def test_an_entry_has_its_title_author_outlet_day_and_link() -> None:
    first = articles(RSS)[0]
    assert isinstance(first, Article)
    assert (first.title, first.byline, first.outlet) == ("Talks & tea", "Ingrid Halloway", "The Coast Herald")
    assert (first.published, first.url, first.language) == (
        "2022-09-14",
        "https://coastherald.example/1",
        "en",
    )
    assert first.format == "feed"


def test_the_html_of_an_entry_becomes_blocks_and_its_scripts_nothing() -> None:
    first = articles(RSS)[0]
    assert isinstance(first, Article)
    assert [(block.role, block.span.of(first.text)) for block in first.blocks] == [
        ("heading", "Talks & tea"),
        ("paragraph", "The talks failed, officials said on Wednesday night in the capital."),
        ("quotation", "We were promised a date."),
        ("paragraph", "Then there was tea."),
    ]


def test_an_atom_entry_is_read_like_any_other() -> None:
    (entry,) = articles(ATOM)
    assert isinstance(entry, Article)
    assert (entry.title, entry.byline, entry.outlet) == ("Ferry stops", "Mirela Aust", "Borderlines")
    assert entry.published == "2022-10-02"


def test_hints_override_what_a_feed_shows() -> None:
    first = next(read_bytes("news.xml", RSS, hints=Hints(published="2001-02-03", outlet="Clippings")))
    assert isinstance(first, Article)
    assert (first.published, first.outlet) == ("2001-02-03", "Clippings")


def test_a_feed_without_entries_and_a_broken_one_give_a_reason() -> None:
    for data in (b"<rss><channel><title>x</title></channel></rss>", b"<rss><chan"):
        (reason,) = articles(data)
        assert isinstance(reason, Skipped)
        assert reason.code == "no-text"


def test_control_characters_in_a_feed_are_blanks() -> None:
    feed = """<rss version="2.0"><channel><title>Coast&amp;#27;Herald</title><item><title>A bridge</title>
        <link>https://coastherald.example/\x1ba</link><description>The gate\x1b[31m is shut, she said.</description>
        </item></channel></rss>"""
    (article,) = articles(feed.encode())
    assert isinstance(article, Article)
    assert "\x1b" not in "".join((article.text, article.title or "", article.url or "", article.outlet or ""))
