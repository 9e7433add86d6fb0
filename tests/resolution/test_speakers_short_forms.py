"""Abbreviations that an article explains, surnames in two spellings, and where a name begins."""

import pytest
from building import article
from speaking import likeliest, told

from onrecord.model import Name, Span
from onrecord.resolution.speakers import opinions
from onrecord.resolution.speakers.casting import cast_of
from onrecord.resolution.speakers.entities import Entity
from onrecord.resolution.speakers.phrases import is_person_word
from onrecord.resolution.speakers.short_forms import is_misspelt


def _cast(text: str) -> dict[str, Entity]:
    return {one.name: one for one in cast_of(article("It was cold\n\n" + text + "\n")).entities}


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        (
            "He wrote to Tides, Wrecks and Moorings Lindholm (TWML). TWML did not answer.",
            "Tides, Wrecks and Moorings Lindholm",
            "TWML",
        ),
        ("The Anti-Flooding Board (AFB) met. The AFB agreed.", "Anti-Flooding Board", "AFB"),
        ("The Harbour Seniors' Union (HaSU) met. HaSU agreed.", "Harbour Seniors' Union", "HaSU"),
    ],
)
def test_an_abbreviation_in_brackets_is_what_stands_before_it(text: str, long: str, short: str) -> None:
    cast = _cast(text)
    assert short not in cast
    assert len(cast[long].mentions) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The Harbour Board met in Lindholm (QXZ). QXZ agreed.",
        "He reads a long paper (LP). LP agreed.",
        "He spoke (LP).",
        "(LP) agreed.",
    ],
)
def test_brackets_that_explain_nothing_join_nothing(text: str) -> None:
    assert all(short not in {key for key in one.keys if len(one.keys) > 1}
               for one in _cast(text).values() for short in (("qxz",), ("lp",)))  # fmt: skip


def test_an_abbreviation_explained_where_a_title_stands_takes_the_name_alone() -> None:
    cast = _cast("The chief of Tides, Wrecks and Moorings Lindholm (TWML), Mara Quell, left. TWML is open.")
    assert {"Tides, Wrecks and Moorings Lindholm", "Mara Quell"} <= set(cast)
    assert len(cast["Mara Quell"].mentions) == 1


def test_an_abbreviation_is_not_the_body_that_has_it_as_one_word_of_its_name() -> None:
    cast = _cast("According to the OFN no boat left. On Monday OFN Children said so as well. The OFN agreed.")
    assert len(cast["OFN"].mentions) == 2


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bennet", "bennett", True),
        ("mkulu", "mkula", True),
        ("hasian", "hasina", True),
        ("water", "waters", True),
        ("quell", "quell", False),
        ("quell", "dwell", False),
        ("dorn", "dorns", False),
        ("karagoz", "karafez", False),
        ("vantongeren", "vantonger", False),
    ],
)
def test_two_spellings_differ_by_one_letter(one: str, other: str, *, same: bool) -> None:
    assert is_misspelt(one, other) is is_misspelt(other, one) is same


def test_a_surname_that_is_spelt_wrongly_once_is_still_theirs() -> None:
    text = "Ms Orla Vantongeren came late. Then Ms Vantongren left."
    assert set(_cast(text)) >= {"Orla Vantongeren"}
    assert "Vantongren" not in _cast(text)


def test_a_name_that_nothing_says_is_a_persons_is_no_misspelt_surname() -> None:
    assert "Tesla" in _cast("Minister Mara Tessla came late. Then Tesla sold ten cars.")


def test_a_spelling_that_may_be_two_persons_is_nobodys() -> None:
    cast = _cast("Orla Tavering met Ilse Tavoring. Then Tavaring left.")
    assert "Tavaring" in cast


def test_a_given_name_is_no_misspelt_surname() -> None:
    assert "William" in _cast("Mara Williams met a king. Then William left.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Players’ Association finds itself alone.", "Players’ Association"),
        ("Sails & Masts, which had it first, calls it so.", "Sails & Masts"),
        ("The Council of the Seven Quays agreed.", "Council of the Seven Quays"),
        ("The prize went to Old Lindholm-based Mara Quell.", "Mara Quell"),
        ("Mara Quell wrote. Quell’ll come tomorrow.", "Mara Quell"),
    ],
)
def test_names_are_found_whole(text: str, name: str) -> None:
    assert [one for one in _cast(text) if set(one.split()) & set(name.split())] == [name]


def test_the_network_says_where_a_person_begins() -> None:
    made = article("It was cold\n\nOn the steps of the Chamber Mara Quell read it out.\n")
    at = made.text.index("Mara Quell")
    names = [Name(span=Span(at, at + 10), kind="person", confidence=0.97)]
    assert "Mara Quell" in {one.name for one in cast_of(made, names).entities}
    unsure = [Name(span=Span(at, at + 10), kind="person", confidence=0.5)]
    assert "Chamber Mara Quell" in {one.name for one in cast_of(made, unsure).entities}


def test_the_network_finds_names_where_every_word_has_a_capital() -> None:
    made = article("It Was Cold When Tamarind Said No\n\nA boat left.\n")
    at = made.text.index("Tamarind")
    names = [Name(span=Span(at, at + 8), kind="organisation", confidence=0.97)]
    assert not cast_of(made).entities
    assert {one.name for one in cast_of(made, names).entities} == {"Tamarind"}


def test_what_stands_in_brackets_is_no_part_of_who_speaks() -> None:
    text = "It was cold\n\nLindholm Tide Board (LTB) chief Mara Quell said the quay would close.\n"
    part = ("the quay would close", "said", "Lindholm Tide Board (LTB) chief Mara Quell")
    assert likeliest(text, part) == ["Mara Quell"]


@pytest.mark.parametrize(
    "word", ["philanthropist", "cyclist", "novelist", "politician", "oarswoman", "boatman"]
)
def test_a_word_that_is_formed_as_words_for_people_names_one(word: str) -> None:
    assert is_person_word(word)


@pytest.mark.parametrize(
    "word", ["list", "checklist", "twist", "wrist", "mist", "resist", "talisman", "speciman"]
)
def test_a_word_that_only_ends_so_names_nobody(word: str) -> None:
    assert not is_person_word(word)


@pytest.mark.parametrize("who", ["The 81-year-old", "The philanthropist", "The clinician", "The oarswoman"])
def test_an_age_or_a_trade_may_mean_the_person_spoken_of(who: str) -> None:
    text = f"It was cold\n\nMara Quell left her boat. {who} said she was tired.\n"
    [opinion] = opinions(*told(text, ("she was tired", "said", who)))
    assert "Mara Quell" in {one.name for one in opinion.speakers}


def test_a_list_is_nobody() -> None:
    text = "It was cold\n\nMara Quell left her boat. The list said she was tired.\n"
    [opinion] = opinions(*told(text, ("she was tired", "said", "The list")))
    assert "Mara Quell" not in {one.name for one in opinion.speakers}
