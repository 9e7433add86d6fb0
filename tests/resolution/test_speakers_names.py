"""The cast of an article: its names, what they are the names of, and which of them are one."""

import pytest
from building import article
from speaking import speakers

from onrecord.resolution.speakers.casting import cast_of
from onrecord.resolution.speakers.entities import Entity


def _cast(text: str) -> dict[str, Entity]:
    return {one.name: one for one in cast_of(article("It was cold\n\n" + text + "\n")).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Prime Minister Ruurd van der Meulen spoke.", "Ruurd van der Meulen"),
        ("We met Jean-Claude d'Aubigny-Lefort at noon.", "Jean-Claude d'Aubigny-Lefort"),
        ("The vote pleased Ayşe Gül Özdemir-Kaya.", "Ayşe Gül Özdemir-Kaya"),
        ("It was J. R. Pemberly who came.", "J. R. Pemberly"),
        ("The Ministry of Fisheries and Ports agreed.", "Ministry of Fisheries and Ports"),
        ("She spoke for the Dockers' Union of Lindholm.", "Dockers' Union of Lindholm"),
        ("Minister of Ports and Waterways Ngozi Takahata resigned.", "Ngozi Takahata"),
        ("It was head of communications Will Quell who came.", "Will Quell"),
        ("May Orle came first, and Mr Will Quell last.", "May Orle"),
        ("May Orle came first, and Mr Will Quell last.", "Will Quell"),
        ("The Halvern Fishermen’s Association met.", "Halvern Fishermen’s Association"),
        ("Dad-of-three Tam Quell came.", "Tam Quell"),
    ],
)
def test_names_are_found_whole_and_without_titles(text: str, name: str) -> None:
    assert name in _cast(text)


def test_shorter_names_accents_and_capitals_are_one_actor() -> None:
    cast = _cast("Bülent Karagöz spoke. Then Karagoz left. KARAGÖZ came back. B. Karagöz stayed.")
    assert [one for one in cast if "arag" in one.lower()] == ["Bülent Karagöz"]
    assert len(cast["Bülent Karagöz"].mentions) == 4


def test_an_abbreviation_is_the_body_that_the_article_spells_out() -> None:
    cast = _cast("The Inland Waterways Agency met. The IWA said little, and IWA staff agreed.")
    assert "IWA" not in cast
    assert len(cast["Inland Waterways Agency"].mentions) == 3


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mr Oduya, 54, left.", "Oduya", "person"),
        ("She joined the National Grain Board.", "National Grain Board", "organisation"),
        ("It was in the Lindholm Gazette.", "Lindholm Gazette", "outlet"),
        ("It was in the Lindholm Observer.", "Lindholm Observer", "outlet"),
        ("Turbine supplier Holm & Quell came.", "Holm & Quell", "organisation"),
        ("The industry body Tidal Renewables Corvane came.", "Tidal Renewables Corvane", "organisation"),
        ("Orle-Quell, its chief executive, came.", "Orle-Quell", "person"),
        ("They flew to Norway.", "Norway", "place"),
        ("The *Harrier* described it, and the *Harrier* was right.", "Harrier", "organisation"),
        ("On Monday all Corvans agree.", "Corvans", "group"),
    ],
)
def test_a_name_is_of_a_kind(text: str, name: str, kind: str) -> None:
    assert _cast(text)[name].kind == kind


def test_days_months_and_the_heads_of_sentences_are_no_names() -> None:
    assert not {"Will Labour", "May Ballot"} & set(_cast("Will Labour win? In May Ballot papers came."))
    assert _cast("Critics said no. Yesterday was Monday. In April I'm away. Sixty-one came.") == {}


def test_headings_in_title_case_name_only_those_whom_the_text_names() -> None:
    text = "Quenby Halvorsen Blasts Tunnel Board\n\nThe board met. Quenby Halvorsen was angry.\n"
    names = {one.name for one in cast_of(article(text)).entities}
    assert names == {"Quenby Halvorsen"}


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("PRESENTER (Tam Abernethy)", "Tam Abernethy"),
        ("Q (Lindholm Courier)", "Lindholm Courier"),
        ("Chair (Ilse Dorn)", "Ilse Dorn"),
        ("Ilse Dorn (Harbour Party)", "Ilse Dorn"),
    ],
)
def test_a_label_is_whom_its_brackets_name(label: str, name: str) -> None:
    text = f"Minutes\n\nThe Lindholm Courier wrote it down.\n\n{label}: The lock is shut.\n"
    [speaker] = speakers(text, ("The lock is shut.", ":", label))
    assert speaker is not None
    assert speaker.name == name


def test_the_party_in_brackets_is_not_the_spokesman() -> None:
    text = "Minutes\n\nA spokesman (Harbour Party) said that the lock was shut.\n"
    [speaker] = speakers(text, ("the lock was shut", "said", "A spokesman (Harbour Party)"))
    assert speaker is None or speaker.name != "Harbour Party"


def test_a_surname_is_short_for_half_of_a_double_one_only_where_nobody_has_it_whole() -> None:
    text = "Ines Pradel-Orle spoke, and Bram Orle left. Orle came back."
    assert len(_cast(text)["Bram Orle"].mentions) == 2
    assert len(_cast("Ines Pradel-Orle spoke. Orle came back.")["Ines Pradel-Orle"].mentions) == 2


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bram Orle, a cousin of the poet Ines Quell, left. The mayor, Bram Orle, came back.", "mayor"),
        ("Bram Orle, a cousin of the poet, left.", "cousin of the poet"),
        ("His predecessor, Bram Orle, left.", None),
        ("Bram Orle, then a deputy director in the office, left.", "deputy director in the office"),
        ("“Bram Orle is a fine minister,” she said.", None),
        ("Bram Orle is a minister.", "minister"),
    ],
)
def test_a_role_is_what_somebody_is_rather_than_whose(text: str, role: str | None) -> None:
    assert _cast(text)["Bram Orle"].role == role
