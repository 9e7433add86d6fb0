"""What holds for every text whatever it is made of."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Article
from onrecord.reading import Hints, read_bytes

ODD = "«»„“”‚‘’‹›``''\"'\ufeff\u00a0\u2009\u200b\u2028…—–@/#*_[](){}<>|:;,.!?©"
LINES = (
    "He said:",
    "# Heading",
    "> words",
    "By Ann Lee",
    "7 June 2023",
    "Image: Ann Lee/AP",
    "A caption in the capitalImage: Ann Lee/Pool",
    "LONDON (Meridian) - The talks failed on Monday, officials said.",
    "Read more: another story",
    "The minister said that the talks had failed and that he would not go on with",
    "them in any case.",
    "https://news.example/1",
    "- an item",
    "Brask: 'The border comes first'",
    "\t",
    "    set in",
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\x0b", "\u2028"])
SCRAPS = st.one_of(st.sampled_from(LINES), st.text(alphabet=ODD + "aB1 ", max_size=30), st.text(max_size=40))


@st.composite
def scrapes(draw: st.DrawFn) -> str:
    """Texts that look like scrapes more often than chance would have it."""
    parts = draw(st.lists(st.tuples(SCRAPS, BREAKS), max_size=25))
    mark = draw(st.sampled_from(["", "\ufeff"]))
    return mark + "".join(scrap + line_break for scrap, line_break in parts)


def article_of(text: str) -> Article | None:
    data = text.encode("utf-8", "ignore")
    (found,) = read_bytes("scrape.txt", data, hints=Hints(force=True))
    return found if isinstance(found, Article) else None


@settings(max_examples=80, deadline=None)
@given(scrapes())
def test_a_text_is_kept_untouched_and_its_blocks_are_in_order_apart_and_cover_it(text: str) -> None:
    article = article_of(text)
    if article is None:
        return
    assert article.text.encode() == text.encode("utf-8", "ignore")
    covered = set()
    last = 0
    for block in article.blocks:
        assert block.span.start >= last
        last = block.span.end
        words = block.span.of(article.text)
        assert words == words.strip()
        covered.update(range(block.span.start, block.span.end))
    assert all(place in covered or sign.isspace() for place, sign in enumerate(article.text))


@settings(max_examples=25, deadline=None)
@given(scrapes())
def test_reading_twice_gives_the_same_article(text: str) -> None:
    assert article_of(text) == article_of(text)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.text(max_size=30), max_size=8), st.sampled_from(["p", "div", "blockquote", "li", "h2", "q"])
)
def test_whatever_a_page_holds_its_blocks_cover_its_text(parts: list[str], tag: str) -> None:
    body = "".join(f"<{tag}>{part}</{tag}>" for part in parts)
    page = f"<html><body><article><p>The talks failed, officials said on Monday.</p>{body}</article></body></html>"
    for article in read_bytes("page.html", page.encode("utf-8", "ignore")):
        if isinstance(article, Article):
            places = {place for block in article.blocks for place in range(block.span.start, block.span.end)}
            assert all(place in places or sign.isspace() for place, sign in enumerate(article.text))
