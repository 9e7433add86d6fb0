"""Where a paragraph ends, and which paragraphs are somebody's words."""

import pytest
from pages import MORE, PROSE, role_between, roles

from onrecord.reading.layout.quotations import is_lead_in

SPOKEN = "He said:\n\nI was going to be a vet. I had a room.\n\nI’ve nothing against them. Nobody asked me."


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
