"""The places that words open for an outlet, and who carries words on from there."""

import time

import pytest
from building import article, statement

from onrecord.resolution.resolving import resolve
from onrecord.resolution.speakers.carrier_openings import openings, people_of

HEAD = "Mill to close\n\n"
VOLL, NAKASHIAN = "Mill owner Casimir Voll", "Union leader Huberta Nakashian"


@pytest.mark.parametrize(
    ("words", "name", "way"),
    [
        ("Voll told the Lindholm Courier that it was over.", "Lindholm Courier", "told"),
        ("Voll stated to the QBC that it was over.", "QBC", "told"),
        ("Voll told Lindholm-based site GRAIN Today that it was over.", "GRAIN Today", "told"),
        ("Speaking to Muehle.de, Voll said it was over.", "Muehle.de", "talk"),
        ("Speaking on al-Bahr TV, Voll said it was over.", "al-Bahr TV", "talk"),
        ("In an interview with Ledgerwood, Voll said it was over.", "Ledgerwood", "talk"),
        ("In a Millweek essay, Voll writes that it is over.", "Millweek", "piece"),
        ("In findings published on Monday in Grain One, millers say it is over.", "Grain One", "print"),
        ("The QBC also cited Voll as saying it was over.", "The QBC", "cited"),
    ],
)
def test_an_outlet_may_stand_behind_these_words(words: str, name: str, way: str) -> None:
    assert (name, way) in [(one.at.of(words), one.way) for one in openings(words)]


@pytest.mark.parametrize(
    "words",
    [
        "Voll told her that it was over.",
        "He spoke on Monday.",
        "It cited Voll as saying so.",
        "He spoke to nobody.",
    ],
)
def test_no_pronoun_and_no_day_is_an_outlet(words: str) -> None:
    assert list(openings(words)) == []


def test_the_outlet_whose_somebody_speaks() -> None:
    assert people_of("QBC's Joan Edder") == "QBC"
    assert people_of("the mill's owner Casimir Voll") is None


@pytest.mark.parametrize(
    "words", ["A" * 200_000, "A " * 100_000, "told " * 40_000, "in a published " * 20_000]
)
def test_hostile_words_are_read_in_time(words: str) -> None:
    start = time.perf_counter()
    list(openings(words))
    assert time.perf_counter() - start < 10


def chains(text: str, *given: tuple[str, str, str], outlet: str = "Quay News") -> list[list[str]]:
    """The chain of each statement of an article, given as (content, cue, source)."""
    report = article(HEAD + text + "\n", outlet=outlet)
    found = [statement(report, content, cue=cue, source=source) for content, cue, source in given]
    return [[one.name for one in done.via] for done in resolve(report, found)]


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("Speaking to the Lindholm Courier", "Lindholm Courier"),
        ("In an interview with Muehle.de", "Muehle.de"),
        ("In a Lindholm Courier essay", "Lindholm Courier"),
    ],
)
def test_who_opens_the_sentence_is_in_the_chain(opening: str, name: str) -> None:
    text = f"{opening}, {VOLL} said it was over."
    assert chains(text, ("it was over", "said", VOLL)) == [[name]]


def test_one_behind_the_kind_of_go_between_is_in_the_chain() -> None:
    text = f"The mill was sold, according to {VOLL} via news agency Kornfax."
    assert chains(text, ("The mill was sold", "according to", VOLL)) == [["Kornfax"]]


def test_outlets_without_a_name_are_given_in_the_articles_words() -> None:
    text = f"{VOLL} told several news outlets that it was over."
    assert chains(text, ("that it was over", "told", VOLL)) == [["several news outlets"]]


@pytest.mark.parametrize("platform", ["Twitter", "Facebook", "YouTube"])
def test_where_somebody_speaks_for_themselves_is_no_carrier(platform: str) -> None:
    text = f"{VOLL} said on {platform} that it was over."
    assert chains(text, ("that it was over", "said", VOLL)) == [[]]


def test_who_was_told_is_told_what_the_same_one_adds() -> None:
    text = f"{VOLL} told the Lindholm Courier that it was over. He added that he was sorry."
    given = (("that it was over", "told", VOLL), ("that he was sorry", "added", "He"))
    assert chains(text, *given) == [["Lindholm Courier"], ["Lindholm Courier"]]


def test_what_another_says_in_another_paragraph_was_told_to_nobody() -> None:
    text = f"{VOLL} told the Lindholm Courier that it was over.\n\n{NAKASHIAN} said that she would fight."
    given = (("that it was over", "told", VOLL), ("that she would fight", "said", NAKASHIAN))
    assert chains(text, *given) == [["Lindholm Courier"], []]


def test_a_talk_that_is_only_told_of_opens_what_follows() -> None:
    text = f"{VOLL} gave an interview to the Lindholm Courier on Monday. He said that it was over."
    assert chains(text, ("that it was over", "said", "He")) == [["Lindholm Courier"]]


def test_the_chain_of_the_outer_statement_is_that_of_the_inner_one_too() -> None:
    text = f"{VOLL} told the Lindholm Courier that {NAKASHIAN} had promised a strike."
    report = article(HEAD + text + "\n", outlet="Quay News")
    outer = statement(report, f"that {NAKASHIAN} had promised a strike", cue="told", source=VOLL)
    inner = statement(report, "a strike", cue="had promised", source=NAKASHIAN, parent=outer.id)
    given = resolve(report, [outer, inner])
    assert [one.name for one in given[1].via] == ["Lindholm Courier", "Casimir Voll"]


def test_an_interview_goes_on_over_paragraphs_while_one_speaks() -> None:
    opening = f"In an interview with the Lindholm Courier, {VOLL} said it was over."
    text = f"{opening}\n\nVoll said the mill was old.\n\nHe was sorry, he said."
    given = (
        ("it was over", "said", VOLL),
        ("the mill was old", "said", "Voll"),
        ("He was sorry", "said", "he"),
    )
    assert chains(text, *given) == [["Lindholm Courier"]] * 3
