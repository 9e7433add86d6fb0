"""Who said it, in articles of a few lines."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from building import article, statement
from hypothesis import given, settings
from hypothesis import strategies as st
from speaking import likeliest, speakers, told

from onrecord.resolution.resolving import resolve
from onrecord.resolution.speakers import ANSWERED, opinions, resolving

REPORT = """Harbour tunnel in doubt

The harbour tunnel will be late. Transport minister Orla Vantongeren said the contractor had failed.

"We are paying for air," she added. Vantongeren blamed the board of Quayline Tunnels.

Dieter Abramczyk, who chairs Quayline Tunnels, rejected the charge. "The minister is mistaken." He would not resign.

The company has called the delay small. A senior official who asked not to be named said the talks were over.
"""


def test_a_full_name_is_given_without_its_title_and_with_its_role() -> None:
    [speaker] = speakers(REPORT, ("the contractor had failed", "said", "Transport minister Orla Vantongeren"))
    assert speaker is not None
    assert (speaker.name, speaker.type) == ("Orla Vantongeren", "person")
    assert speaker.role == "Transport minister"


def test_a_surname_is_given_as_the_full_name() -> None:
    assert likeliest(REPORT, ("the board of Quayline Tunnels", "blamed", "Vantongeren")) == [
        "Orla Vantongeren"
    ]


def test_pronouns_go_to_the_one_spoken_of_last() -> None:
    found = likeliest(
        REPORT,
        ("the contractor had failed", "said", "Transport minister Orla Vantongeren"),
        ('"We are paying for air,"', "added", "she"),
        ("the charge", "rejected", "Dieter Abramczyk, who chairs Quayline Tunnels,"),
        ('"The minister is mistaken."', None, None),
        ("resign", "would not", "He"),
    )
    assert found[:3] == ["Orla Vantongeren", "Orla Vantongeren", "Dieter Abramczyk"]
    assert found[4] in ("Dieter Abramczyk", None)


def test_an_unnamed_source_keeps_its_words() -> None:
    text = "Talks over\n\nThe talks have ended. Two people briefed on the talks said so on Monday.\n"
    [name] = likeliest(text, ("so", "said", "Two people briefed on the talks"))
    assert name is not None
    assert name.startswith("Two people")


def test_a_role_goes_to_whom_the_article_gives_it() -> None:
    text = """Weir to be rebuilt

Ingvild Sorabji, the rivers commissioner, opened the meeting. The weir will be rebuilt by May.

The rivers commissioner said the cost was known.
"""
    assert likeliest(text, ("the cost was known", "said", "The rivers commissioner")) == ["Ingvild Sorabji"]


def test_an_outlet_goes_by_the_name_that_the_article_spells_out() -> None:
    text = """Ferry row grows

The Lindholm Courier reported on Monday that the ferry was sold. The Courier called it a scandal.
"""
    assert likeliest(text, ("it a scandal", "called", "The Courier")) == ["Lindholm Courier"]


def test_two_of_one_surname_are_told_apart_by_their_titles() -> None:
    text = """Siblings fall out

Mr Anselm Dugarova and his sister, Ms Petra Dugarova, run the mill. Petra Dugarova spoke first.

Mr Dugarova said the mill would close.
"""
    report, found = told(text, ("the mill would close", "said", "Mr Dugarova"))
    names = {one.name for one in opinions(report, found)[0].speakers}
    assert names == {"Anselm Dugarova", "Petra Dugarova"}
    best = opinions(report, found)[0].speakers[0]
    assert best.name == "Anselm Dugarova" or best.confidence < ANSWERED


def test_who_goes_to_the_name_before_it() -> None:
    text = "Bakers strike\n\nThe strike goes on. Rosalind Ekwueme, who called it overdue, left early.\n"
    assert likeliest(text, ("it overdue", "called", "who")) == ["Rosalind Ekwueme"]


def test_i_inside_a_quotation_is_its_speaker() -> None:
    text = 'Ferry\n\nCaptain Tarquin Obuya said: "I said in May that the pier was rotten."\n'
    report = article(text)
    outer = statement(
        report, '"I said in May that the pier was rotten."', cue="said", source="Captain Tarquin Obuya"
    )
    inner = statement(report, "that the pier was rotten", source="I", parent=outer.id)
    assert [one.speakers[0].name for one in opinions(report, [outer, inner])] == [
        "Tarquin Obuya",
        "Tarquin Obuya",
    ]


def test_whoever_wrote_the_report_is_not_taken_for_a_speaker() -> None:
    text = "Ferry late\n\nThe ferry was late. He said it would not be again.\n"
    [speaker] = speakers(text, ("it would not be again", "said", "He"), byline="Jon Arle")
    assert speaker is None


def test_it_stays_open_where_nobody_is_named() -> None:
    text = "Ferry late\n\nIt rained. It is said that the ferry will be late.\n"
    assert speakers(text, ("the ferry will be late", "is said", None)) == [None]


def test_without_statements_there_is_nothing_to_resolve() -> None:
    assert resolve(article(REPORT), []) == []


def test_statements_come_back_in_their_order_and_otherwise_as_they_were() -> None:
    report, found = told(
        REPORT,
        ("resign", "would not", "He"),
        ("the contractor had failed", "said", "Transport minister Orla Vantongeren"),
    )
    given = resolve(report, found)
    assert [replace(one, speaker=None, via=(), said_on=None) for one in given] == found


def test_the_order_in_which_statements_are_given_changes_nothing() -> None:
    parts = (
        ("the contractor had failed", "said", "Transport minister Orla Vantongeren"),
        ('"We are paying for air,"', "added", "she"),
        ("the charge", "rejected", "Dieter Abramczyk, who chairs Quayline Tunnels,"),
    )
    report, found = told(REPORT, *parts)
    assert resolve(report, found) == resolve(report, found[::-1])[::-1]


def test_probabilities_of_a_statement_sum_to_one() -> None:
    report, found = told(REPORT, ('"We are paying for air,"', "added", "she"))
    [opinion] = opinions(report, found)
    assert opinion.open + sum(one.confidence for one in opinion.speakers) == pytest.approx(1)
    confidences = [one.confidence for one in opinion.speakers]
    assert confidences == sorted(confidences, reverse=True)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("Ab .,'’\"“”-–()é:?\n1&Ü"), min_size=1, max_size=120), st.data())
def test_whatever_the_text_nothing_fails_and_names_stand_in_it(text: str, data: st.DataObject) -> None:
    text = "A" + text + " Zed"
    report = article(text)
    words = [word for word in text.split() if word.strip()]
    found = [statement(report, data.draw(st.sampled_from(words)), source=data.draw(st.sampled_from(words)))]
    for one in resolve(report, found):
        assert one.speaker is None or one.speaker.name


@pytest.mark.parametrize(("found", "given_out"), [("Livia Kerrane,", "Livia Kerrane"), (",", ",")])
def test_a_comma_after_a_name_is_none_of_it(found: str, given_out: str) -> None:
    entity = SimpleNamespace(name=found, type="person", role=None)
    assert resolving._speaker(entity, 0.95).name == given_out  # type: ignore[arg-type]


def test_the_reports_own_outlet_is_no_candidate_by_a_part_of_its_name() -> None:
    text = """Ferries stay in port

Mara Quell came on Monday. Many read the Quay Courier there.

"The ferries stay in port."
"""
    report, found = told(text, ("The ferries stay in port.", None, None), outlet="Quay Courier of Lindholm")
    [opinion] = opinions(report, found)
    assert [one.name for one in opinion.speakers] == ["Mara Quell"]
    other, same = told(text, ("The ferries stay in port.", None, None), outlet="Harbour Post")
    [opinion] = opinions(other, same)
    assert {one.name for one in opinion.speakers} == {"Mara Quell", "Quay Courier"}


def test_somebody_somewhere_is_not_the_place() -> None:
    text = """Ferries stay in port

The Harbour Union met. Somebody in the Harbour Union said it was over.
"""
    report, found = told(text, ("it was over", "said", "Somebody in the Harbour Union"))
    [opinion] = opinions(report, found)
    assert [one.name for one in opinion.speakers] == ["Somebody in the Harbour Union"]


@pytest.mark.parametrize(
    "scene",
    [
        "Then Ruven Haske rose to reply.",
        "In the last row Ruven Haske, who owns the mill, raised a hand.",
    ],
)
def test_he_is_the_subject_of_a_new_scene(scene: str) -> None:
    text = f"""No vote on the weir

Mayor Emeric Toft said the weir would stay. Its stones, Mr Toft recalled, were from his village.

{scene} He said the mill needed water.
"""
    found = likeliest(
        text,
        ("the weir would stay", "said", "Mayor Emeric Toft"),
        ("Its stones", "recalled", "Mr Toft"),
        ("the mill needed water", "said", "He"),
    )
    assert found[-1] == "Ruven Haske"


def test_whom_a_source_quotes_in_passing_is_not_the_source() -> None:
    text = "Weir to stay\n\nThe mayor, quoting Ruven Haske, said that the weir was sound.\n"
    [speaker] = speakers(text, ("the weir was sound", "said", "The mayor, quoting Ruven Haske,"))
    assert speaker is None or speaker.name != "Ruven Haske"
