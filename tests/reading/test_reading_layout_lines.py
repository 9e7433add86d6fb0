"""What a line of a page is: menu, call, credit, caption, heading; and what the report says itself."""

import pytest
from pages import MORE, PROSE, role_between, roles


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
