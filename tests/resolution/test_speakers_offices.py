"""Whom a role in the text may mean, and which names are none of somebody's roles."""

import pytest
from building import article
from speaking import speakers

from onrecord.resolution.speakers.cast import Cast
from onrecord.resolution.speakers.casting import cast_of
from onrecord.resolution.speakers.entities import Entity


def one(cast: Cast, name: str) -> Entity:
    """The one of a cast who goes by a name."""
    return next(entity for entity in cast.entities if entity.name.removeprefix("The ") == name)


@pytest.mark.parametrize(
    "text",
    [
        "Dam in doubt\n\nAccording to the Selby Herald, Mara Quell warned the government last August.\n",
        "Dam in doubt\n\nAccording to the Selby Herald, the finance minister, Mara Quell, has told friends.\n",
        "Dam in doubt\n\nIn the Selby Herald, the finance minister, Mara Quell, has told friends.\n",
    ],
)
def test_a_paper_has_no_role_from_the_clause_after_it(text: str) -> None:
    cast = cast_of(article(text))
    assert one(cast, "Selby Herald").roles == []
    assert all(role.head == "minister" for role in one(cast, "Mara Quell").roles)


def test_a_role_that_goes_on_after_an_opening_clause_is_not_the_names_in_it() -> None:
    text = "Dam in doubt\n\nA year after she left Mara Quell, the former head of the water office (HWO) has spoken.\n"
    assert one(cast_of(article(text)), "Mara Quell").roles == []


def test_a_role_after_a_name_is_still_its_own() -> None:
    cast = cast_of(
        article(
            "Dam in doubt\n\nMara Quell, the finance minister, met Bero Tarn, head of the water office.\n"
        )
    )
    assert [role.words for role in one(cast, "Mara Quell").roles] == ["finance minister"]
    assert [role.words for role in one(cast, "Bero Tarn").roles] == ["head of the water office"]


def test_a_minister_is_not_whoever_is_named_one_two_paragraphs_later() -> None:
    text = (
        "Dam in doubt\n\nThe chamber met on Wednesday.\n\nIt was cold in the hall. Few came. Nobody clapped. "
        "The doors stood open. "
        "A dog slept. It rained. The lamps were lit.\n\nThe minister's aide sat down. The minister replied that the "
        "dam was safe.\n\nIt grew late.\n\nThe finance minister, Edvin Sorl, left early. Sorl laughed. Sorl went "
        "home.\n"
    )
    (said,) = speakers(text, ("the dam was safe", "replied", "The minister"))
    assert said is None or said.name != "Edvin Sorl"


def test_the_finance_minister_is_not_the_energy_minister() -> None:
    text = (
        "Dam in doubt\n\nThe finance minister, Edvin Sorl, spoke.\n\nThe energy minister said all was well.\n"
    )
    (said,) = speakers(text, ("all was well", "said", "The energy minister"))
    assert said is None or said.name != "Edvin Sorl"


@pytest.mark.parametrize("again", ["The minister", "Norland's finance minister"])
def test_the_same_office_in_other_words_is_still_whose_it_was(again: str) -> None:
    text = f"Dam in doubt\n\nThe finance minister, Edvin Sorl, spoke.\n\nSorl bowed. {again} said all was well.\n"
    (said,) = speakers(text, ("all was well", "said", again))
    assert said is not None
    assert said.name == "Edvin Sorl"


def test_a_surname_is_not_the_brother_named_beside_her() -> None:
    text = (
        'Dam in doubt\n\n"We said so," said the vice-president, Marit Okker, the sister of Bram Okker. '
        "Okker said the march would go on.\n\nBram Okker was away.\n"
    )
    first, second = speakers(
        text,
        ('"We said so,"', "said", "the vice-president, Marit Okker, the sister of Bram Okker"),
        ("the march would go on", "said", "Okker"),
    )
    assert first is not None
    assert second is not None
    assert first.name == second.name == "Marit Okker"


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("The board stands behind Mara Quell, the chairman said.", "Mara Quell"),
        ("The fire spread towards Ostrel, the fire brigade said on Monday.", "Ostrel"),
        ("Nobody had told Bero Tarn, his sister said.", "Bero Tarn"),
        ("It broke out in Port Ostrel, the mayor has told reporters.", "Port Ostrel"),
        ("Mara Quell, the judge said, was a danger to everybody.", "Mara Quell"),
    ],
)
def test_whoever_the_words_end_with_is_not_who_said_them(said: str, name: str) -> None:
    found = one(cast_of(article(f"It was cold\n\n{said}\n")), name)
    assert found.roles == []


def test_a_comma_may_be_left_out_after_the_role_of_the_name_that_opens_a_sentence() -> None:
    cast = cast_of(
        article("Dam in doubt\n\nMara Quell, the finance minister said on Monday the dam was safe.\n")
    )
    assert [role.words for role in one(cast, "Mara Quell").roles] == ["finance minister"]


def test_a_place_in_what_the_mayor_said_is_no_person() -> None:
    text = "Fire in hall\n\nA fire broke out in Port Ostrel, the mayor said. It was put out by ten.\n"
    (said,) = speakers(text, ("A fire broke out in Port Ostrel", "said", "the mayor"))
    assert said is None or said.name == "mayor"
