"""What stands above a report: title, byline, place and day."""

import pytest
from pages import MORE, PROSE, roles

from onrecord.reading.hints import Hints
from onrecord.reading.text import article_of_text


def test_the_title_stands_below_the_line_that_says_where_the_reader_is() -> None:
    head = [
        "THE COAST HERALD\nNews of the harbour since forever\nHome   Coast   Markets   Ferry times   Jobs",
        "Port Adeln 4°C, wind NE 5   |   High water 11.42\nYou are here: Home > Coast",
        "'The map is wrong': what the pilot told the owners",
        "By Ann Lee, Coast Correspondent\nFriday, 7 March 2031",
    ]
    found = roles("\n\n".join([*head, PROSE, MORE]))
    assert [role for role, _ in found] == [
        *["boilerplate"] * 5,
        *["heading", "byline", "dateline", "paragraph", "paragraph"],
    ]
    assert found[5][1] == "'The map is wrong': what the pilot told the owners"


def test_a_title_above_a_share_line_stays_the_title() -> None:
    text = (
        "Talks on the ferry fail again\n\nShare   Print   Email\n\nMinisters to meet again in spring\n\n"
        f"By Ann Lee\n\n{PROSE}\n\n{MORE}"
    )
    assert roles(text)[0] == ("heading", "Talks on the ferry fail again")


def test_the_place_between_byline_and_date_is_a_dateline() -> None:
    text = f"Talks on the ferry fail again\n\nBy Ann Lee\nSarn\n7 March 2031\n\n{PROSE}\n\n{MORE}"
    assert roles(text)[1:4] == [
        ("byline", "By Ann Lee"),
        ("dateline", "Sarn"),
        ("dateline", "7 March 2031"),
    ]


def test_a_byline_with_bars_is_no_row_of_a_menu() -> None:
    text = f"Talks on the ferry fail again\n\nBy Ann Lee | News | Politics\n\n{PROSE}\n\n{MORE}"
    assert roles(text)[1][0] == "byline"


def test_an_agencys_dateline_is_a_block_of_its_own() -> None:
    found = roles(f"Talks fail again\n\nPORT ADELN, Sept 14 (Meridian) - {PROSE}\n\n{MORE}")
    assert found[1:3] == [("dateline", "PORT ADELN, Sept 14 (Meridian) -"), ("paragraph", PROSE)]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ADELN, Velmora, Sept 14, 2032 (Meridian News Agency) --", "2032-09-14"),
        ("Port Adeln, 14 September 2032 (Meridian News Agency) -", "2032-09-14"),
        ("ÅDELN, Velmora, Sept 14 (Meridian News Agency) -", None),
    ],
)
def test_an_agencys_dateline_gives_outlet_and_day(line: str, day: str | None) -> None:
    text = f"Talks fail again\n\n{line} {PROSE}\n\n{MORE}\n"
    article = article_of_text("a.txt", text, source_hash="0", hints=Hints())
    assert (article.outlet, article.published) == ("Meridian News Agency", day)
    assert roles(text)[1:3] == [("dateline", line), ("paragraph", PROSE)]


def test_a_line_in_capitals_with_region_and_day_is_a_dateline() -> None:
    line = "PORT ADELN, Velmora, Sept 14, 2032 —"
    assert roles(f"Talks fail again\n\n{line} {PROSE}\n\n{MORE}\n")[1] == ("dateline", line)


def test_a_text_without_title_and_menu_is_paragraphs_alone() -> None:
    assert [role for role, _ in roles(f"{PROSE}\n\n{MORE}\n")] == ["paragraph", "paragraph"]


def test_the_head_of_a_text_gives_outlet_day_and_author() -> None:
    def head(text: str) -> tuple[str | None, str | None, str | None]:
        article = article_of_text("a.md", f"{text}\n\n{PROSE}\n\n{MORE}\n", source_hash="0", hints=Hints())
        return article.outlet, article.published, article.byline

    whole = ("The Coast Herald", "2032-06-07", "Mina Holt")
    assert head("# Talks go on\n\n**The Coast Herald** | 7 June 2032 | Mina Holt") == whole
    assert head("The Coast Herald\n\nTalks about the border go on\n\nBy Mina Holt\n\n7 June 2032") == whole
    assert head("# Talks go on\n\n*By Mina Holt, Coast Wire*\n\n*7 June 2032*") == ("Coast Wire", *whole[1:])
    wire = (
        "Sarn Wire\nTalks about the border go on\nBy Mina Holt\n7 June 2032\n\nSARN (Wire) - The talks began."
    )
    assert head(wire) == ("Sarn Wire", *whole[1:])
    assert head("Talks about the border go on\n\nBy Mina Holt, Monday 7 June 2032") == (None, *whole[1:])
    assert head("Breaking News\n\nTalks about the border go on\n\nBy Mina Holt")[0] is None
