"""Quotations set anew: blocks, labels, cues dropped, several paragraphs."""

from collections.abc import Callable

import pytest
from annotating import annotated, dice, shown

from training.polnear import Annotated
from training.transform.blocks import block, several_paragraphs
from training.transform.cues import set_apart, unattributed
from training.transform.direct import directs
from training.transform.labels import labelled

AFTER = annotated(
    "The ferry stays. {X1 “We have counted every seat and every tide,”} {C1 said} {S1 Ida Wendt, the harbour master}. "
    "{X1 “Nobody will be left on the quay.”} The council was silent."
)
BEFORE = annotated(
    "On Friday, {S1 the paper} {C1 added}, {X1 “The quay has been shut for far too long, and we say so.”}"
)


def every(transformation: Callable[..., Annotated | None], article: Annotated, seeds: int = 60) -> set[str]:
    made = (transformation(article, dice(seed)) for seed in range(seeds))
    return {shown(each) for each in made if each is not None}


def test_a_block_quotation_has_its_frame_first_and_no_marks() -> None:
    start = "The ferry stays.\n\n{S1 Ida Wendt, the harbour master}, {C1 said}:\n\n"
    first, second = "We have counted every seat and every tide.", "Nobody will be left on the quay."
    end = "\n\nThe council was silent."
    assert every(block, AFTER) == {
        start + "{X1 " + first + " " + second + "}" + end,
        start + "{X1 " + first + "}\n\n{X1 " + second + "}" + end,
    }


def test_a_frame_that_stands_first_stays_as_it_is() -> None:
    assert every(block, BEFORE) == {
        "On Friday, {S1 the paper} {C1 added}:\n\n{X1 The quay has been shut for far too long, and we say so.}"
    }


def test_a_cue_that_is_no_verb_keeps_its_place_before_the_source() -> None:
    made = annotated(
        "{X1 “The quay has been shut for far too long, and we say so,”} {C1 according to} {S1 the paper}."
    )
    assert every(block, made) == {
        "{C1 According to} {S1 the paper}:\n\n{X1 The quay has been shut for far too long, and we say so.}"
    }


def test_a_quotation_within_a_block_gets_the_outer_marks() -> None:
    made = annotated("{X1 “They told us, every single day, that ‘the tide will turn,’”} {S1 he} {C1 said}.")
    assert every(block, made) == {
        "{S1 He} {C1 said}:\n\n{X1 They told us, every single day, that “the tide will turn.”}"
    }


def test_two_typewriter_apostrophes_open_a_quotation_as_they_close_it() -> None:
    made = annotated(
        "{X1 ''We have counted every seat, and we will count them again,''} {S1 she} {C1 said} on Friday."
    )
    assert every(block, made) == {
        "{S1 She} {C1 said} on Friday:\n\n{X1 We have counted every seat, and we will count them again.}"
    }


@pytest.mark.parametrize(
    "text",
    [
        "{S1 Ida Wendt} {C1 said} {X1 the ferry, for all its years, would stay where it is}.",
        "{X1 “The ferry stays where it is, whatever they say,”} {S1 she} {C1 said}, tapping the map of the harbour.",
        "{S1 She} {C1 called} {X1 the ferry “a good old boat that we will not sell to anyone”}.",
    ],
)
def test_what_is_no_clean_direct_quotation_is_left_alone(text: str) -> None:
    assert directs(annotated(text)) == []
    assert every(block, annotated(text), 3) == set()


def test_a_frame_with_a_second_attribution_in_it_is_left_alone() -> None:
    text = "{X1 “The ferry stays where it is now,”} {S1 she} {C1 said} on {X2 what} {S2 some} {C2 call} a bad day."
    assert directs(annotated(text)) == []


def test_a_long_quotation_opens_each_paragraph_with_a_mark_and_closes_once() -> None:
    text = "{S1 She} {C1 said}, {X1 “Dr. Orlo came. We waited. Nobody else did.”}"
    assert every(several_paragraphs, annotated(text)) == {
        "{S1 She} {C1 said}, {X1 “Dr. Orlo came.}\n\n{X1 “We waited. Nobody else did.”}",
        "{S1 She} {C1 said}, {X1 “Dr. Orlo came. We waited.}\n\n{X1 “Nobody else did.”}",
        "{S1 She} {C1 said}, {X1 “Dr. Orlo came.}\n\n{X1 “We waited.}\n\n{X1 “Nobody else did.”}",
    }


def test_the_words_after_a_frame_become_a_paragraph_that_no_cue_attributes() -> None:
    (made,) = every(set_apart, AFTER)
    assert (
        "{S1 Ida Wendt, the harbour master}.\n\n{X1 “Nobody will be left on the quay.”}\n\nThe council"
        in made
    )


def test_a_frame_comes_to_stand_after_the_first_sentence() -> None:
    text = "{X1 “We counted every seat. Nobody will be left,”} {S1 she} {C1 said}."
    assert every(set_apart, annotated(text)) == {
        "{X1 “We counted every seat,”} {S1 she} {C1 said}.\n\n{X1 “Nobody will be left.”}"
    }


def test_a_quotation_after_its_frame_closes_and_opens_again() -> None:
    text = "{S1 She} {C1 said}: {X1 “We counted every seat. Nobody will be left.”}"
    assert every(set_apart, annotated(text)) == {
        "{S1 She} {C1 said}: {X1 “We counted every seat.”}\n\n{X1 “Nobody will be left.”}"
    }


def test_a_quotation_that_follows_one_by_the_same_source_loses_its_frame_and_joins_it() -> None:
    text = (
        "{X1 “We counted every seat on board,”} {S1 Ms. Wendt} {C1 said}.\n\n"
        "{X2 “Nobody was left,”} {S2 she} {C2 added}. {X2 “We would know about it.”}"
    )
    assert every(unattributed, annotated(text)) == {
        "{X1 “We counted every seat on board,”} {S1 Ms. Wendt} {C1 said}.\n\n"
        "{X1 “Nobody was left. We would know about it.”}"
    }


def test_quotations_without_a_frame_join_the_last_one_that_has_one() -> None:
    first = "{X1 “We counted every seat twice,”} {S1 Ms. Wendt} {C1 said}.\n\n"
    text = (
        first
        + "{X2 “Nobody was left on board,”} {S2 she} {C2 said}.\n\n{X3 “We would know of it,”} {S3 she} {C3 said}."
    )
    assert every(unattributed, annotated(text)) == {
        first + "{X1 “Nobody was left on board.”}\n\n{X1 “We would know of it.”}",
        first + "{X1 “Nobody was left on board.”}\n\n{X2 “We would know of it,”} {S2 she} {C2 said}.",
        first + "{X2 “Nobody was left on board,”} {S2 she} {C2 said}.\n\n{X2 “We would know of it.”}",
    }


def test_a_quotation_by_another_source_keeps_its_frame() -> None:
    text = (
        "{X1 “We counted every seat on board,”} {S1 Ida Wendt} {C1 said}.\n\n"
        "{X2 “Nobody was left, we would know about it,”} {S2 Tom Orlo} {C2 added}."
    )
    assert every(unattributed, annotated(text)) == set()


def test_a_label_names_the_speaker_and_its_colon_is_the_cue() -> None:
    words = "We have counted every seat and every tide. Nobody will be left on the quay"
    end = "\n\nThe council was silent."
    assert every(labelled, AFTER) == {
        f"The ferry stays.\n\n{{S1 {name}}}{{C1 :}} {content}{end}"
        for name in ("Ida Wendt", "IDA WENDT")
        for content in (f"{{X1 {words}}}.", f"{{X1 “{words}.”}}")
    }


def test_a_pronoun_makes_no_label() -> None:
    assert every(labelled, BEFORE) == set()
    assert every(labelled, annotated("{X1 “The ferry stays where it is,”} {S1 She} {C1 said}.")) == set()
