"""Pages written while things happen, and pages whose head says little."""

import pytest

from onrecord.model import Article
from onrecord.reading import read_bytes

ENTRIES = [
    (
        "21:15",
        "Brandt: I cannot go on",
        "Olaf Brandt, who chairs the harbour board, says that he will not stand in May.",
    ),
    (
        "20:52",
        "Council votes",
        "The council has voted by nine to four to close the east quay, a clerk told reporters.",
    ),
    (
        "19:30",
        "Crowd at the gate",
        "Some two hundred people stand at the gate of the customs house, police say.",
    ),
    (
        "17:05",
        "Good evening",
        "The council of Selmouth meets at half past five to decide what becomes of its ferry.",
    ),
]
TEXT = (
    "The council of Selmouth has voted to close the east quay in May, a clerk told reporters outside.",
    '"We have no boat and no money," said Olaf Brandt, who has chaired the harbour board for nine years.',
)


def read(page: str) -> Article:
    (article,) = read_bytes("page.html", page.encode())
    assert isinstance(article, Article)
    return article


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.role, block.span.of(article.text)) for block in article.blocks]


def test_every_entry_of_a_live_page_keeps_its_time_and_its_heading() -> None:
    entries = "".join(
        f'<article class="post"><div><time>{time}</time></div><h3>{heading}</h3><p>{words}</p></article>'
        for time, heading, words in ENTRIES
    )
    page = f"<!doctype html><html><body><main><h1>Quay vote live</h1>{entries}</main></body></html>"
    found = blocks(read(page))
    for time, heading, words in ENTRIES:
        place = found.index(("dateline", time))
        assert found[place + 1 : place + 3] == [("heading", heading), ("paragraph", words)]


def test_the_items_of_a_box_that_sums_up_stay_apart() -> None:
    page = (
        "<!doctype html><html><body><main><h1>Quay vote</h1><section class='summary'><h2>Summary</h2><ul>"
        "<li>Olaf Brandt will not stand again</li><li>Council closes the quay in May</li></ul></section>"
        f"<article><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article></main></body></html>"
    )
    found = [words for role, words in blocks(read(page)) if role in ("standfirst", "paragraph")]
    assert found[:2] == ["Olaf Brandt will not stand again", "Council closes the quay in May"]


@pytest.mark.parametrize(
    ("title", "saved", "outlet"),
    [
        ("Quay to close in May - Selmouth Lookout", "", "Selmouth Lookout"),
        ("Quay to close - Selmouth Lookout", "https://www.selmouthlookout.example/quay", "Selmouth Lookout"),
        ("Quay to close | Coast | The Coast Herald", "", "The Coast Herald"),
        ("Quay to close in May - World News", "", None),
        ("Quay to close in May", "", None),
        ("Quay to close - what now", "", None),
    ],
)
def test_the_outlet_at_the_end_of_a_title(title: str, saved: str, outlet: str | None) -> None:
    comment = f"<!-- saved from url=({len(saved):04d}){saved} -->" if saved else ""
    page = (
        f"<!DOCTYPE html>\n{comment}\n<html><head><title>{title}</title></head><body><div class='text'>"
        f"<h1>Quay to close in May</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></body></html>"
    )
    article = read(page)
    assert article.outlet == outlet
    assert not saved or article.url == saved


def test_the_byline_under_a_standfirst() -> None:
    page = (
        "<!doctype html><html><head><title>Quay to close</title></head><body><article><h1>Quay to close</h1>"
        "<p>Olaf Brandt has chaired the harbour board for nine years. He talks to Mina Holt about leaving.</p>"
        f"<p>Mina Holt</p><p>Monday 7 June 2032</p><p>{TEXT[0]}</p><p>{TEXT[1]}</p></article></body></html>"
    )
    article = read(page)
    assert article.byline == "Mina Holt"
    assert [role for role, _ in blocks(article)][:4] == ["heading", "standfirst", "byline", "dateline"]


def test_a_role_is_nobodys_name() -> None:
    page = (
        "<!doctype html><html><head><title>Quay to close</title></head><body><div class='article-body'>"
        "<h1>Quay to close</h1><div class='byline'>By MINA HOLT, Political Reporter</div>"
        f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></body></html>"
    )
    assert (read(page).byline or "").upper() == "MINA HOLT"
