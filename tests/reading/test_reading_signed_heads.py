"""The lines that say who wrote a report, for whom and when, in the orders in which texts have them."""

import pytest
from pages import MORE, PROSE, role_between, roles

from onrecord.model import Article
from onrecord.reading import read_bytes

TITLE = "Harbour board stops ferry to Selmouth"
TOLD = "Its chairman, Olaf Brandt, told the Lookout that he was sorry."


def read(head: str) -> Article:
    (article,) = read_bytes("report.txt", f"{head}\n\n{PROSE}\n\n{TOLD}\n\n{MORE}\n".encode())
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        (f"{TITLE}\n\nBy Mina Holt\nThe Coast Herald\n7 June 2032", "The Coast Herald"),
        (f"{TITLE}\n\nMina Holt\nSarn Point Tribune\n7 June 2032", "Sarn Point Tribune"),
        (f"{TITLE}\n\nEXCLUSIVE by Mina Holt\nDaily Beacon\n7 June 2032", "Daily Beacon"),
        (f"{TITLE}\n\nBy Mina Holt, Coast Herald\n7 June 2032", "Coast Herald"),
        (f"{TITLE}\n\nBy Mina Holt for the Coast Herald\n7 June 2032", "Coast Herald"),
        (f"{TITLE}\n\nBy Mina Holt\nSelmouth Lookout\n7 June 2032", "Selmouth Lookout"),
        (f"{TITLE}\n\nMonday 7 June 2032\nSelmouth Lookout\nBy Mina Holt", "Selmouth Lookout"),
        (f"{TITLE}\n\nSelmouth Lookout, Monday 7 June 2032\n\nBy Mina Holt", "Selmouth Lookout"),
        (f"{TITLE}\n\nSelmouth Lookout - 7 June 2032 - by Mina Holt", "Selmouth Lookout"),
        (f"Selmouth Lookout\n7 June 2032\n\n{TITLE}\n\nBy Mina Holt", "Selmouth Lookout"),
        (f"{TITLE} - Selmouth Lookout\n\nBy Mina Holt\n7 June 2032", "Selmouth Lookout"),
    ],
)
def test_the_outlet_beside_byline_and_day(head: str, outlet: str) -> None:
    article = read(head)
    found = (article.title, article.byline, article.outlet, article.published)
    assert found == (TITLE, "Mina Holt", outlet, "2032-06-07")


@pytest.mark.parametrize("line", ["Selmouth", "Crime reporter", "Daily Briefing", "Port Adeln"])
def test_a_place_a_role_or_a_section_there_is_no_outlet(line: str) -> None:
    article = read(f"{TITLE}\n\nBy Mina Holt\n{line}\n7 June 2032")
    assert article.outlet is None


def test_every_item_of_a_list_above_the_byline_is_a_standfirst() -> None:
    head = f"{TITLE}\n\n* Board says no boat is left\n* Minister sticks to the plan\n\nBy Mina Holt"
    found = [role for role, _ in roles(f"{head}\n\n{PROSE}\n\n{MORE}\n")]
    assert found[:4] == ["heading", "standfirst", "standfirst", "byline"]


def test_lines_in_one_block_with_an_advertisements_label_are_the_advertisements() -> None:
    block = 'ADVERTISEMENT\n"I sleep again," says Selmouth dad. Find out how\nContinue reading below'
    found = roles(f"{PROSE}\n\n{block}\n\n{MORE}\n")
    assert [role for role, _ in found] == ["paragraph", *["boilerplate"] * 3, "paragraph"]


def test_what_follows_an_advertisements_label_below_an_empty_line_is_read() -> None:
    found = roles(f"{PROSE}\n\nADVERTISEMENT\n\n{MORE}\n\nContinue reading below\n\n{PROSE}\n")
    assert [role for role, _ in found].count("paragraph") == 3


def test_a_mark_of_quotation_alone_in_its_line_is_no_quotation() -> None:
    assert role_between(">") == "boilerplate"
