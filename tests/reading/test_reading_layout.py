"""The rules of the layout one by one: what falls under them, and what must not."""

import pytest

from onrecord.reading.hints import Hints
from onrecord.reading.layout import lay_out
from onrecord.reading.layout.credit_line import credit_of, is_outlet_name
from onrecord.reading.layout.names import authors, joined
from onrecord.reading.layout.outlet import outlet_of
from onrecord.reading.layout.quotations import is_lead_in
from onrecord.reading.text import article_of_text

PROSE = "The minister said on Monday that the talks would go on until the border was settled."
MORE = "A spokesman declined to say when the ministers would meet again, or where."


def roles(text: str) -> list[tuple[str, str]]:
    return [(piece.role or "", text[piece.start : piece.end]) for piece in lay_out(text).pieces]


def role_between(line: str) -> str:
    """The role of a line that stands alone between two paragraphs."""
    return {words: role for role, words in roles(f"{PROSE}\n\n{line}\n\n{MORE}\n")}[line]


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Share on Facebook",
        "Tweet",
        "Facebook Twitter WhatsApp Email",
        "Home | News | Politics | Sport",
        "Home > World > Europe",
        "Advertisement",
        "Story continues below",
        "Read more: How the heron came back to the harbour",
        "READ ALSO: Ten things you never knew about swans",
        "Sign up for our newsletter to get the best of the week in your inbox",
        "Subscribe to The Coast Herald",
        "Follow us on Twitter and Facebook",
        "We use cookies to give you a better experience",
        "© 2022 The Coast Herald. All rights reserved.",
        "Copyright 2022 The Coast Herald",
        "Edited by: R. Quist",
        "Editing by Sal Worth",
        "Additional reporting by Mina Holt in Sarn",
        "rq/sw (AFP, dpa)",
        "With material from agencies and AFP",
        "To contact the Herald and its readers' club visit:",
        "Contact us at news@herald.example",
        "Do you have a tip? Write to us",
        "https://herald.example/s/9xA2b",
        "[Politics](https://herald.example/politics)",
        "12 comments",
        "Leave a comment",
        "5 min read",
        "Tags: Velmora, Sarn, pact",
        "Back to top",
        "Photo: Ann Lee/AFP",
        "* * *",
        "___",
        "Listen to this article",
        "Share on Gannet",
        "Share by email",
        "Print · Booklet (PDF) · Send to a friend",
        "Home   Coast   Markets   Opinion   Ferry times   Jobs",
        "coastherald.example/contact",
        "Additional reporting: Mina Holt",
        "Do you know more? Ring our newsroom on 0555 0100 or write to coast@herald.example",
        "Do you have information about this story? Contact our reporters in confidence",
        "This article first appeared in The Coast Herald.",
    ],
)
def test_a_line_of_the_page_is_boilerplate(line: str) -> None:
    assert role_between(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a tenth after the vote.",
        "Follow the money, said the prosecutor.",
        "“Read more,” said the teacher.",
        "Support for our party has never been stronger, the leader said.",
        "Contact with the rebels had been lost since May.",
        "Copyright was the issue, she said, and nothing else.",
        "By Monday, the government had changed its mind.",
        "Register or leave, the police told them.",
        "More than forty people were held.",
        "It is over.",
        "Sign nothing.",
        "Edited videos of the speech were shared by ministers, the paper said.",
        "- Nobody expects the yes side to win the vote",
        "Watch out, he told the crowd.",
        "Do you have information about the ferry that you would rather not share with the court?",
        "It was over by ten.  Nobody had spoken.  The harbour was dark.",
    ],
)
def test_a_sentence_that_begins_as_a_call_does_is_the_reports(line: str) -> None:
    assert role_between(line) == "paragraph"


def test_a_caption_with_a_glued_on_credit_is_a_caption_and_a_credit() -> None:
    text = f"{PROSE}\n\nMinisters meet at the lake in Port AdelnImage: Ann Lee/AP Photo/Pool\n\n{MORE}"
    assert roles(text)[1:3] == [
        ("caption", "Ministers meet at the lake in Port Adeln"),
        ("boilerplate", "Image: Ann Lee/AP Photo/Pool"),
    ]


@pytest.mark.parametrize(
    "credit", ["(Photo: Ann Lee)", "[Ann Lee/Agency]", "(AP Photo/Ann Lee)", "Ann Lee/AFP/Getty Images"]
)
def test_a_credit_in_brackets_or_after_the_stop_is_parted_too(credit: str) -> None:
    text = f"{PROSE}\n\nMinisters at the lake on Monday. {credit}\n\n{MORE}"
    assert roles(text)[1:3] == [("caption", "Ministers at the lake on Monday."), ("boilerplate", credit)]


def test_the_title_of_a_film_between_paragraphs_is_a_caption() -> None:
    assert role_between("Brask: 'The border comes first'") == "caption"
    assert role_between("He said: 'The border comes first.'") == "paragraph"


def test_of_two_lines_like_headings_the_first_is_another_story() -> None:
    text = f"{PROSE}\n\nFormer chief defends his plan for Velmora\n\nA lonely proposal\n\n{MORE}"
    assert [role for role, _ in roles(text)] == ["paragraph", "boilerplate", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line", ["What comes next?", "Trial and error", "## A lonely proposal", "**A lonely proposal**"]
)
def test_a_short_line_alone_between_paragraphs_is_a_heading(line: str) -> None:
    assert role_between(line) == "heading"


@pytest.mark.parametrize(
    "line", ["Q: Will you resign?", "MARUN: Why would I?", "— Aldous Vane", "and a lonely one"]
)
def test_a_turn_of_an_interview_and_the_name_under_a_quotation_are_no_headings(line: str) -> None:
    assert role_between(line) == "paragraph"


def test_a_sentence_torn_by_an_empty_line_is_one_block() -> None:
    torn = "Next week the alliance will begin the largest exercise in\n\nits history, with ten thousand soldiers."
    assert roles(f"{PROSE}\n\n{torn}\n\n{MORE}")[1] == ("paragraph", torn)


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "The council of Lower Sarn voted seven to four on Monday night to\n"
        "send a delegation to Port Adeln, where the future of Velmora is\n"
        "being discussed over the heads of those who live there, as the\n"
        "mayor put it in a letter that was read out to the meeting."
    )
    assert roles(f"{wrapped}\n\n{wrapped}\n") == [("paragraph", wrapped)] * 2


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert roles(f"{PROSE}\n{MORE}\n{PROSE}\n") == [
        ("paragraph", PROSE),
        ("paragraph", MORE),
        ("paragraph", PROSE),
    ]


@pytest.mark.parametrize(
    "lead_in",
    [
        "He said:",
        "She continued:",
        "The talks went on. In a letter to members, she wrote:",
        "The *Coast Herald* continued:",
        "The passage on costs in the *Evening Ledger* is revealing:",
        "The description in the Coast Herald is blunt:",
        "He told the *Evening Ledger* in May:",
        "The statement in full reads:",
        "**He said:**",
    ],
)
def test_a_paragraph_after_a_lead_in_is_somebodys_words(lead_in: str) -> None:
    assert is_lead_in(lead_in)
    found = roles(
        f"{PROSE}\n\n{lead_in}\n\nNobody is asking for a blank cheque. We ask for a date.\n\n{MORE}"
    )
    assert [role for role, _ in found] == ["paragraph", "paragraph", "quotation", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Here is what to know:",
        "The measures include:",
        "Three things stand out:",
        "Read the full interview below:",
        "He said no.",
        "It was clear what would happen next, whatever anybody in the capital had to say about it in the spring:",
    ],
)
def test_what_announces_a_list_or_nothing_is_no_lead_in(line: str) -> None:
    assert not is_lead_in(line)


def test_what_follows_a_lead_in_with_its_marks_or_as_a_list_stays_a_paragraph() -> None:
    for after in (
        "“Nobody is asking for a blank cheque,” she said.",
        "- The council votes on Tuesday in the town hall.",
    ):
        assert roles(f"{PROSE}\n\nHe said:\n\n{after}\n\n{MORE}")[2][0] == "paragraph"


def test_a_quotation_that_is_set_in_goes_on_while_it_is() -> None:
    text = f"{PROSE}\n\nHe wrote:\n\n    We were never asked.\n\n    We are tired of it.\n\n{MORE}"
    assert [role for role, _ in roles(text)] == [
        "paragraph",
        "paragraph",
        "quotation",
        "quotation",
        "paragraph",
    ]


def test_markdown_quotations_are_quotations() -> None:
    assert role_between("> We were never asked.") == "quotation"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("By ANN LEE and TOMAS REYL", ["ANN LEE", "TOMAS REYL"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("By Ann Lee, Political Editor", ["Ann Lee"]),
        (
            "By Ann Lee, Tomas Reyl and Ingrid van der Halloway",
            ["Ann Lee", "Tomas Reyl", "Ingrid van der Halloway"],
        ),
        ("By Ann Lee in Sarn and Tomas Reyl in Port Adeln", ["Ann Lee", "Tomas Reyl"]),
        ("By Ann Lee for The Coast Herald", ["Ann Lee"]),
        ("Written by Ann Lee | The Coast Herald", ["Ann Lee"]),
        ("Ann Lee in Port Adeln", ["Ann Lee"]),
        ("Ann O'Lee-Marsh", ["Ann O'Lee-Marsh"]),
        ("By Reuters", ["Reuters"]),
        ("By Monday", []),
        ("The White House", []),
        ("Velmora", []),
    ],
)
def test_a_byline_gives_the_names_without_by_place_and_role(line: str, names: list[str]) -> None:
    assert authors(line) == names


def test_several_names_are_joined_as_a_byline_joins_them() -> None:
    assert [joined([]), joined(["A"]), joined(["A", "B"]), joined(["A", "B", "C"])] == [
        None,
        "A",
        "A and B",
        "A, B and C",
    ]


@pytest.mark.parametrize(
    ("furniture", "text", "title", "agency", "outlet"),
    [
        (["© 2022 The Coast Herald. All rights reserved."], "", None, None, "The Coast Herald"),
        (["Copyright (c) 2019-2022 Coast Media Ltd"], "", None, None, "Coast Media"),
        (["Skip to more KRT sites"], "", None, None, "KRT"),
        (["To contact Workers' Voice and the Labour Platform visit:"], "", None, None, "Workers' Voice"),
        (["voice.example/contact"], "", None, None, None),
        (["Copyright 2022 The Coast Herald. May be copied with thanks."], "", None, None, "The Coast Herald"),
        (["Copyright 2022 St. Brendan Post"], "", None, None, "St. Brendan Post"),
        (
            ["To contact the League of Sarn Valley write to:", "coastherald.example/contact"],
            "The Coast Herald",
            None,
            None,
            "The Coast Herald",
        ),
        (
            ["To contact the KRT and the Labour Platform visit:", "krt.org/contact"],
            "the KRT",
            None,
            None,
            "KRT",
        ),
        (["news@coastherald.example"], "THE COAST HERALD told the Coast Herald", None, None, "Coast Herald"),
        (["https://proxy.example:443/https/p.krt.org/s/9x"], "He told KRT on Monday", None, None, "KRT"),
        (["news@thecoastherald.com"], "She told The Coast Herald that", None, None, "The Coast Herald"),
        (["https://twitter.com/x"], "He wrote on Twitter", None, None, None),
        ([], "", "Talks fail | The Coast Herald", None, "The Coast Herald"),
        ([], "", "Talks fail - again", None, None),
        ([], "", None, "Meridian", "Meridian"),
        (["© 2022 The Coast Herald"], "", None, "Meridian", "The Coast Herald"),
    ],
)
def test_an_outlet_is_named_by_its_own_furniture(
    furniture: list[str], text: str, title: str | None, agency: str | None, outlet: str | None
) -> None:
    whole = "\n".join([text, *furniture])
    assert outlet_of(whole, furniture, title=title, agency=agency) == outlet


def test_the_name_above_the_title_is_the_outlets_if_the_page_bears_it_again() -> None:
    above, foot = (
        ["Politics", "THE COAST HERALD", "Since 1884"],
        "The Coast Herald, 3 Quay Street, Port Adeln",
    )
    text = "\n".join([*above, foot])
    assert outlet_of(text, [*above, foot], title=None, agency=None, above=above) == "The Coast Herald"
    assert outlet_of(text, above, title=None, agency=None, above=above) is None


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


@pytest.mark.parametrize("credit", ["PHOTO: TOM REYL", "CREDIT: Tom Reyl for The Herald"])
def test_a_credit_in_capitals_is_parted_from_a_caption_that_quotes(credit: str) -> None:
    caption = "The pilot at the Hotel Anchor: 'I'm afraid'"
    for words in (caption, f"{caption}.", "The pilot at the Hotel Anchor on Friday"):
        text = f"{PROSE}\n\n{words} {credit}\n\n{MORE}"
        assert roles(text)[1:3] == [("caption", words), ("boilerplate", credit)]


def test_the_line_below_sponsored_is_an_advertisement() -> None:
    text = f"{PROSE}\n\nSPONSORED\nWhy are so many people buying oak shutters?\n\n{MORE}"
    assert [role for role, _ in roles(text)] == ["paragraph", "boilerplate", "boilerplate", "paragraph"]


def test_the_line_above_links_and_the_dates_below_them_are_boilerplate() -> None:
    link = "[The price of a ferry](https://herald.example/ferry)\n[13 May 2022]"
    text = f"{PROSE}\n\n{MORE}\n\n*The author also suggests:*\n\n{link}\n"
    assert [role for role, _ in roles(text)] == ["paragraph", "paragraph", *["boilerplate"] * 3]


def test_a_lead_in_above_a_link_is_the_reports() -> None:
    text = f"{PROSE}\n\nOn Monday the minister wrote:\n\n[A post](https://herald.example/x)\n\n{MORE}"
    assert roles(text)[1][0] == "paragraph"


SPOKEN = "He said:\n\nI was going to be a vet. I had a room.\n\nI’ve nothing against them. Nobody asked me."


def test_a_quotation_goes_on_in_the_first_person_where_the_report_never_says_i() -> None:
    assert [role for role, _ in roles(f"{PROSE}\n\n{SPOKEN}\n\n{MORE}")] == [
        "paragraph",
        "paragraph",
        "quotation",
        "quotation",
        "paragraph",
    ]


def test_a_report_in_the_first_person_does_not_go_on_with_a_quotation() -> None:
    found = roles(f"{PROSE}\n\n{SPOKEN}\n\nI met him again in the spring, in the same room of the town hall.")
    assert [role for role, _ in found][2:] == ["quotation", "paragraph", "paragraph"]


def test_an_agencys_dateline_is_a_block_of_its_own() -> None:
    found = roles(f"Talks fail again\n\nPORT ADELN, Sept 14 (Meridian) - {PROSE}\n\n{MORE}")
    assert found[1:3] == [("dateline", "PORT ADELN, Sept 14 (Meridian) -"), ("paragraph", PROSE)]


def test_a_text_without_title_and_menu_is_paragraphs_alone() -> None:
    assert [role for role, _ in roles(f"{PROSE}\n\n{MORE}\n")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "outlet", "names"),
    [
        ("The Coast Herald | 7 June 2032 | Mina Holt", "The Coast Herald", ("Mina Holt",)),
        ("Sarn Radio · By Mina Holt · June 7, 2032", "Sarn Radio", ("Mina Holt",)),
        ("Mina Holt and Bo Lind — The Times — 2032-06-07, 14:20", "The Times", ("Mina Holt", "Bo Lind")),
        ("7 June 2032 • Coast Wire", "Coast Wire", ()),
    ],
)
def test_a_credit_line_names_outlet_and_author_around_a_date(
    line: str, outlet: str, names: tuple[str, ...]
) -> None:
    credit = credit_of(line)
    assert credit is not None
    assert (credit.outlet, credit.authors) == (outlet, names)


@pytest.mark.parametrize(
    "line",
    [
        "World News | 7 June 2032 | Mina Holt",
        "Politics | 7 June 2032 | Mina Holt",
        "The Coast Herald | Mina Holt",
        "The Coast Herald | Sarn Radio | 7 June 2032",
        "The vote - held on 7 June 2032 - was lost by The Coast Herald",
        "Home | News | Sport",
    ],
)
def test_other_lines_credit_nobody(line: str) -> None:
    assert credit_of(line) is None


@pytest.mark.parametrize("name", ["The Coast Herald", "Vallis Daily", "Daily Mirror", "Sarn Broadcasting"])
def test_a_name_of_an_outlet(name: str) -> None:
    assert is_outlet_name(name)


@pytest.mark.parametrize(
    "name", ["Breaking News", "The Big Read", "World Press", "Mina Holt", "Herald", "News"]
)
def test_a_section_or_a_person_is_no_outlet(name: str) -> None:
    assert not is_outlet_name(name)


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
