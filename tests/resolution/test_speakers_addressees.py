"""To whom statements were made: who heard them, and did not pass them on."""

import pytest
from building import article, statement
from speaking import told

from onrecord.model import Addressee
from onrecord.resolution.resolving import resolve

HEAD = "Mill to close\n\nMill owner Casimir Voll spoke. Union leader Huberta Nakashian listened.\n\n"


def heard(
    sentence: str, content: str, cue: str, source: str | None, **facts: object
) -> list[tuple[str, str]]:
    """Name and type of those to whom the one statement of a report was made."""
    report, found = told(HEAD + sentence + "\n", (content, cue, source), **facts)
    (given,) = resolve(report, found)
    return [(one.name, one.type) for one in given.to]


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [
        ("The owner told reporters on Monday that it was over.", "told", ("reporters", "group")),
        ("The owner assured Huberta Nakashian that it was over.", "assured", ("Huberta Nakashian", "person")),
        ("The owner told Ms Nakashian that it was over.", "told", ("Huberta Nakashian", "person")),
        ("The owner told the town council that it was over.", "told", ("town council", "organisation")),
        ("The owner advised its 88,000 members that it was over.", "advised", ("its 88,000 members", "group")),
        ("The owner wrote to the crews that it was over.", "wrote", ("crews", "group")),
        ("The owner said to Ms Nakashian that it was over.", "said", ("Huberta Nakashian", "person")),
        ("In a note to the town council the owner wrote that it was over.", "wrote", ("town council", "organisation")),
        ("The owner asked Huberta Nakashian that it was over.", "asked", ("Huberta Nakashian", "person")),
        ("The owner urged residents that it was over.", "urged", ("residents", "group")),
        ("The owner called on the town council that it was over.", "called on", ("town council", "organisation")),
    ],
)  # fmt: skip
def test_who_is_named_beside_the_cue_heard_it(sentence: str, cue: str, expected: tuple[str, str]) -> None:
    source = "the owner" if sentence.startswith("In") else "The owner"
    assert heard(sentence, "that it was over", cue, source) == [expected]


def test_who_is_asked_something_by_no_name_heard_it() -> None:
    sentence = "The owner asked residents whether it was over."
    assert heard(sentence, "whether it was over", "asked", "The owner") == [("residents", "group")]


def test_the_subject_of_a_passive_heard_it() -> None:
    sentence = "Huberta Nakashian was told by the owner that it was over."
    assert heard(sentence, "that it was over", "was told", "the owner") == [("Huberta Nakashian", "person")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The owner said that it was over.",
        "The owner asked whether it was over.",
        "The owner said it to nobody.",
        "The owner promised to resign.",
        "The owner warned weeks ago that it was over.",
        "The owner told our reporter that it was over.",
        "The owner said in response to the report that it was over.",
    ],
)
def test_where_nobody_is_named_nobody_is_given(sentence: str) -> None:
    content = next(words for words in ("it was over", "to resign", "it to nobody") if words in sentence)
    cue = sentence.split()[2]
    assert heard(sentence, content, cue, "The owner") == []


def test_an_outlet_that_was_told_is_in_the_chain_and_no_addressee() -> None:
    text = HEAD + "The owner told the Lindholm Courier that it was over.\n"
    report = article(text, outlet="Quay News")
    one = statement(report, "that it was over", cue="told", source="The owner")
    (given,) = resolve(report, [one])
    assert [each.name for each in given.via] == ["Lindholm Courier"]
    assert given.to == ()


def test_the_articles_own_outlet_is_neither() -> None:
    sentence = "The owner told the Lindholm Courier that it was over."
    assert heard(sentence, "that it was over", "told", "The owner", outlet="Lindholm Courier") == []


def test_me_within_a_quotation_is_who_is_quoted() -> None:
    text = HEAD + "“My foreman told me that it was over,” said Orla Brandt, a welder.\n"
    report = article(text, outlet="Quay News")
    outer = statement(report, "“My foreman told me that it was over,”", cue="said", source="Orla Brandt")
    inner = statement(report, "that it was over", cue="told", source="My foreman", parent=outer.id)
    _, given = resolve(report, [outer, inner])
    assert given.to == (Addressee(name="Orla Brandt", type="person"),)


def test_a_report_without_a_word_has_no_hearer() -> None:
    report = article("‘’\n")
    assert resolve(report, []) == []


def _both(more: str, content: str, source: str) -> list[list[str]]:
    """Those to whom two statements were made, the second of which says no hearer."""
    report, found = told(
        f"{HEAD}The owner told reporters that it was over. {more}\n",
        ("it was over", "told", "The owner"),
        (content, "added", source),
    )
    return [[one.name for one in given.to] for given in resolve(report, found)]


def test_who_goes_on_before_reporters_goes_on_to_speak_to_them() -> None:
    assert _both("The owner added that he was sorry.", "he was sorry", "The owner") == [
        ["reporters"],
        ["reporters"],
    ]


def test_another_speaks_to_nobody_that_is_named() -> None:
    both = _both("Huberta Nakashian added that she was sorry.", "she was sorry", "Huberta Nakashian")
    assert both == [["reporters"], []]


def test_after_three_sentences_it_is_no_longer_known_who_listens() -> None:
    more = "It rained. It rained again. It went on raining. The owner added that he was sorry."
    assert _both(more, "he was sorry", "The owner") == [["reporters"], []]


def test_the_articles_own_outlet_hears_nothing_where_its_name_is_written_as_one() -> None:
    sentence = "The owner told Harbour Eye that it was over."
    assert heard(sentence, "it was over", "told", "The owner", outlet="HarbourEye") == []


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("The owner told the House of Lords", ("House of Lords", "organisation")),
        ("The owner tells MPs", ("MPs", "group")),
        ("The owner told parliament", ("parliament", "organisation")),
        ("Speaking to the Women in Milling lunch at the Anchor Hotel, the owner said",
         ("Women in Milling lunch", "group")),
        ("Addressing the Millers' Association on Friday, the owner said", ("Millers' Association", "organisation")),
        ("Speaking to reporters after the vote, the owner said", ("reporters", "group")),
    ],
)  # fmt: skip
def test_bodies_and_occasions_hear_and_carry_nothing(opening: str, expected: tuple[str, str]) -> None:
    cue = opening.split()[2] if opening.startswith("The owner") else "said"
    source = "The owner" if opening.startswith("The owner") else "the owner"
    report, found = told(HEAD + f"{opening} that it was over.\n", ("that it was over", cue, source))
    (given,) = resolve(report, found)
    assert [(one.name, one.type) for one in given.to] == [expected]
    assert given.via == ()


def test_a_paper_that_the_cast_does_not_know_is_an_outlet_and_hears_nothing() -> None:
    text = HEAD + "The owner told the Bramley Observer on Monday that it was over.\n"
    (given,) = resolve(*told(text, ("that it was over", "told", "The owner")))
    assert [(one.name, one.type) for one in given.via] == [("Bramley Observer", "outlet")]
    assert given.to == ()


def test_a_bare_name_that_was_spoken_to_may_be_an_outlet() -> None:
    sentence = "Speaking to Aldmere Town after the match, the owner said that it was over."
    assert heard(sentence, "that it was over", "said", "the owner") == []
